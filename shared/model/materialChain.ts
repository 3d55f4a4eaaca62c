/**
 * From quotas to blanks, and back through scrap (method, section 3 "Material cap"; settled points 8, 20, 21, 38; worked case M11).
 *
 *   REO_y      = min(sum over o of quota_o * util_o, smelting quota - imported ore)              t REO
 *   oxide_m    = REO_y * theta * rho_sep * w_m,   w_m = profile_m / sum of profile               t PrNd oxide
 *   A          = (1 - nu) / r_ox * y / c                                                         t blank per t oxide
 *   recycled_m = S_(m-lag) * s + end of life / 12,   s = (1 - eta) * c * f_ox * kappa            t oxide
 *   inflow_m   = oxide_m + oxide imports / 12 + recycled_m + typed draw
 *   S_mat      = A * (inflow_m + max(0, O_(m-1) - O_min));   O_m = O_(m-1) + inflow_m - S_m / A
 *
 * Under a plan or an actual the stock may fall below zero: that is oxide nobody recorded, and it is shown, not hidden.
 */
import { finite } from './finite.ts';

/** The yields of the chain; every one a ratio. */
export type ChainYields = {
  /** theta: PrNd in rare earth oxides. */
  readonly prndShare: number | null;
  /** rho_sep: what separation recovers. */
  readonly separationYield: number | null;
  /** nu: PrNd oxide that does not go into magnets or is lost before reduction. */
  readonly oxideLoss: number | null;
  /** r_ox: t oxide used per t metal; stoichiometry is about 1.177. */
  readonly oxidePerMetal: number | null;
  /** y: metal that arrives in the blank. */
  readonly magnetYield: number | null;
  /** c: rare earth in a blank, by mass. */
  readonly rareEarthContent: number | null;
  /** eta: finished t per blank t; the rest is new scrap. */
  readonly finishedYield: number | null;
  /** kappa: new scrap collected and recovered. */
  readonly scrapKappa: number | null;
  /** f_ox: t oxide that hold one t of PrNd metal (oxideFactor.ts). */
  readonly oxideFactor: number | null;
};

/**
 * `input-missing`; `yield-out-of-range`: a yield outside (0,1], a loss outside [0,1) or a recovery outside [0,1];
 * `ratio-below-stoichiometry`: less oxide per metal than the metal holds. Together they keep A s below 1, so that the scrap loop
 * always converges.
 */
export type ChainReason = 'input-missing' | 'yield-out-of-range' | 'ratio-below-stoichiometry';

export type Chain = {
  /** theta x rho_sep: t PrNd oxide per t REO. */
  readonly oxidePerReo: number;
  /** A: t blank per t PrNd oxide. */
  readonly blankPerOxide: number;
  /** s: t oxide recovered from the scrap of one t blank. */
  readonly scrapOxidePerBlank: number;
  /** t oxide held by one t blank: c f_ox. */
  readonly oxideInBlank: number;
  /** Share of the oxide used that does not arrive in the blank: nu + (1 - nu) (1 - f_ox / r_ox) + (1 - nu) f_ox / r_ox (1 - y). */
  readonly lossPerOxide: number;
  readonly finishedYield: number;
};

/** A reason with the input it is about. */
export type ChainFault = { readonly reason: ChainReason; readonly input: keyof ChainYields };

export type ChainResult = { readonly chain: Chain | null; readonly faults: readonly ChainFault[] };

const yieldNames = ['prndShare', 'separationYield', 'magnetYield', 'rareEarthContent', 'finishedYield'] as const;

/** The coefficients of the chain, or every reason why there are none, each with the input it is about. */
export function chainOf(yields: ChainYields): ChainResult {
  const { prndShare, separationYield, oxideLoss, oxidePerMetal, magnetYield, rareEarthContent, finishedYield, scrapKappa, oxideFactor } = yields;
  const faults: ChainFault[] = [];
  for (const [name, value] of Object.entries(yields) as [keyof ChainYields, number | null][]) {
    if (value === null || !Number.isFinite(value)) faults.push({ reason: 'input-missing', input: name });
  }
  for (const name of yieldNames) {
    const value = yields[name];
    if (value !== null && !(value > 0 && value <= 1)) faults.push({ reason: 'yield-out-of-range', input: name });
  }
  if (oxideLoss !== null && !(oxideLoss >= 0 && oxideLoss < 1)) faults.push({ reason: 'yield-out-of-range', input: 'oxideLoss' });
  if (scrapKappa !== null && !(scrapKappa >= 0 && scrapKappa <= 1)) faults.push({ reason: 'yield-out-of-range', input: 'scrapKappa' });
  if (oxideFactor !== null && !(oxideFactor >= 1)) faults.push({ reason: 'yield-out-of-range', input: 'oxideFactor' });
  else if (oxidePerMetal !== null && oxideFactor !== null && oxidePerMetal < oxideFactor) faults.push({ reason: 'ratio-below-stoichiometry', input: 'oxidePerMetal' });
  const missing =
    prndShare === null || separationYield === null || oxideLoss === null || oxidePerMetal === null || magnetYield === null ||
    rareEarthContent === null || finishedYield === null || scrapKappa === null || oxideFactor === null;
  if (missing || faults.length > 0) return { chain: null, faults };
  const blankPerOxide = (((1 - oxideLoss) / oxidePerMetal) * magnetYield) / rareEarthContent;
  const scrapOxidePerBlank = (1 - finishedYield) * rareEarthContent * oxideFactor * scrapKappa;
  const inMetal = ((1 - oxideLoss) * oxideFactor) / oxidePerMetal;
  return {
    chain: {
      oxidePerReo: prndShare * separationYield,
      blankPerOxide,
      scrapOxidePerBlank,
      oxideInBlank: rareEarthContent * oxideFactor,
      lossPerOxide: oxideLoss + (1 - oxideLoss - inMetal) + inMetal * (1 - magnetYield),
      finishedYield,
    },
    faults: [],
  };
}

/** 1 / (1 - A s): how far the scrap loop multiplies primary oxide in the steady state. */
export function scrapAmplification(chain: Chain): number {
  return 1 / (1 - chain.blankPerOxide * chain.scrapOxidePerBlank);
}

/** One mining quota with the share of it that is used. */
export type MiningQuota = { readonly quota: number | null; readonly util: number | null };

export type QuotaReason = 'input-missing' | 'imported-ore-above-smelting-quota';

/** Domestic REO of a year, t. Imported ore above the smelting quota leaves no domestic ore, with a reason. */
export function domesticReo(mining: readonly MiningQuota[], smeltingQuota: number | null, importedOre: number | null): { readonly reo: number | null; readonly reason: QuotaReason | null } {
  let mined: number | null = mining.length === 0 ? null : 0;
  for (const { quota, util } of mining) mined = mined === null || quota === null || util === null ? null : mined + quota * util;
  if (mined === null || smeltingQuota === null || importedOre === null) return { reo: null, reason: 'input-missing' };
  const room = smeltingQuota - importedOre;
  if (room < 0) return { reo: 0, reason: 'imported-ore-above-smelting-quota' };
  return { reo: finite(Math.min(mined, room)), reason: null };
}

/**
 * The value of a year, or the last published one before it; `from` says which year it is of, so that a repeated quota can be
 * shown as a forecast. Null when nothing was published up to then.
 */
export function lastPublished(cells: Readonly<Record<string, { readonly value: number | null }>>, year: number): { readonly value: number; readonly from: number } | null {
  let found: { readonly value: number; readonly from: number } | null = null;
  for (const key in cells) {
    const value = cells[key]?.value ?? null;
    const from = Number(key);
    if (value !== null && from <= year && (found === null || from > found.from)) found = { value, from };
  }
  return found;
}

/** Twelve shares that sum to one; equal shares without a profile; null when the profile has a gap, a negative or no sum. */
export function quotaShares(profile: readonly (number | null)[] | null): readonly number[] | null {
  if (profile === null) return Array.from({ length: 12 }, () => 1 / 12);
  let sum = 0;
  const weights: number[] = [];
  for (let month = 0; month < 12; month += 1) {
    const weight = profile[month] ?? null;
    if (weight === null || weight < 0) return null;
    weights.push(weight);
    sum += weight;
  }
  return sum > 0 && Number.isFinite(sum) ? weights.map((weight) => weight / sum) : null;
}

/** Oxide that enters in a month apart from scrap, t: annual figures are of the month's calendar year. */
export type OxideSources = {
  readonly reo: number | null;
  /** w_m, from `quotaShares`. */
  readonly share: number | null;
  readonly importsAnnual: number | null;
  readonly endOfLifeAnnual: number | null;
  readonly draw: number | null;
};

/** Quota oxide + imports / 12 + end of life / 12 + typed draw, t; null when one of them is missing. */
export function primaryOxide(chain: Chain, { reo, share, importsAnnual, endOfLifeAnnual, draw }: OxideSources): number | null {
  if (reo === null || share === null || importsAnnual === null || endOfLifeAnnual === null || draw === null) return null;
  return finite(reo * chain.oxidePerReo * share + importsAnnual / 12 + endOfLifeAnnual / 12 + draw);
}

/** Primary oxide and the scrap of an earlier month's supply, t; null when one of them is missing. */
export function oxideInflow(chain: Chain, primary: number | null, laggedSupply: number | null): number | null {
  return primary === null || laggedSupply === null ? null : finite(primary + chain.scrapOxidePerBlank * laggedSupply);
}

/** S_mat, t blank: what the inflow and the stock above its minimum allow. */
export function materialLimit(chain: Chain, inflow: number | null, stockBefore: number | null, minimum: number | null): number | null {
  if (inflow === null || stockBefore === null || minimum === null) return null;
  return finite(chain.blankPerOxide * Math.max(0, inflow + Math.max(0, stockBefore - minimum)));
}

/** O_m, t oxide; below zero it is oxide that nobody recorded. */
export function oxideStock(chain: Chain, stockBefore: number | null, inflow: number | null, supply: number | null): number | null {
  return stockBefore === null || inflow === null || supply === null ? null : finite(stockBefore + inflow - supply / chain.blankPerOxide);
}

/** Where the oxide of one month's supply went, t oxide equivalent. */
export type OxideUse = {
  /** In finished magnets. */
  readonly inProducts: number;
  /** Oxide loss, reduction above stoichiometry, and metal lost on the way to the blank. */
  readonly chainLosses: number;
  /** New scrap that comes back after the lag. */
  readonly scrap: number;
  /** New scrap that is not collected or not recovered. */
  readonly scrapLosses: number;
};

/** The uses add up to supply / A: oxide in = oxide in products + losses + scrap + change of stock. */
export function oxideUse(chain: Chain, supply: number): OxideUse {
  const inBlanks = supply * chain.oxideInBlank;
  const newScrap = inBlanks * (1 - chain.finishedYield);
  const scrap = supply * chain.scrapOxidePerBlank;
  return { inProducts: inBlanks * chain.finishedYield, chainLosses: (supply / chain.blankPerOxide) * chain.lossPerOxide, scrap, scrapLosses: newScrap - scrap };
}
