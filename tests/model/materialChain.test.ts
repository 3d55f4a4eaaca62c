import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chainOf,
  domesticReo,
  lastPublished,
  materialLimit,
  oxideInflow,
  oxideStock,
  oxideUse,
  primaryOxide,
  quotaShares,
  scrapAmplification,
  type Chain,
  type ChainYields,
} from '../../shared/model/materialChain.ts';
import { atomicWeights, oxideFactor, prNdOxideFactor } from '../../shared/model/oxideFactor.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

const yields: ChainYields = {
  prndShare: 0.22,
  separationYield: 0.97,
  oxideLoss: 0.05,
  oxidePerMetal: 1.2,
  magnetYield: 0.95,
  rareEarthContent: 0.29,
  finishedYield: 20_900 / 29_300,
  scrapKappa: 0.72,
  oxideFactor: prNdOxideFactor(),
};

function validChain(from: ChainYields): Chain {
  const { chain, faults } = chainOf(from);
  if (chain === null) throw new Error(JSON.stringify(faults));
  return chain;
}

describe('M11 from quota to blank, and the scrap loop', () => {
  type Inputs = Record<'reo' | 'theta' | 'rho_sep' | 'imports' | 'recycled' | 'nu' | 'ox_per_metal' | 'c' | 'y' | 'eta' | 'kappa_scrap' | 'end_of_life_oxide', number> &
    Record<'pr_share_of_prnd' | 'blank_output_check' | 'prnd_alloy_t_per_month' | 'smm_output_2025_08_t' | 'stated_output_2025_t' | 'scrap_prnd_oxide_t' | 'new_scrap_share_of_26504', number> & {
      atomic_weights: Record<'Nd' | 'Pr' | 'Dy' | 'Tb' | 'O', number>;
    };
  type Expected = Record<string, number> & { oxide_factor: Record<string, number> };
  const { inputs, expected } = methodCase<Inputs, Expected>('M11');
  const want = (name: string): number => expected[name] ?? Number.NaN;
  const chain = validChain({
    prndShare: inputs.theta,
    separationYield: inputs.rho_sep,
    oxideLoss: inputs.nu,
    oxidePerMetal: inputs.ox_per_metal,
    magnetYield: inputs.y,
    rareEarthContent: inputs.c,
    finishedYield: inputs.eta,
    scrapKappa: inputs.kappa_scrap,
    oxideFactor: prNdOxideFactor(inputs.pr_share_of_prnd),
  });

  it('computes the oxide factors from atomic weights', () => {
    expect(atomicWeights).toEqual(inputs.atomic_weights);
    expectClose(oxideFactor('Nd'), expected.oxide_factor.Nd ?? Number.NaN);
    expectClose(oxideFactor('Pr'), expected.oxide_factor.Pr ?? Number.NaN);
    expectClose(oxideFactor('Dy'), expected.oxide_factor.Dy ?? Number.NaN);
    expectClose(oxideFactor('Tb'), expected.oxide_factor.Tb_as_Tb4O7 ?? Number.NaN);
    expectClose(prNdOxideFactor(inputs.pr_share_of_prnd), expected.oxide_factor.PrNd_75_25 ?? Number.NaN);
  });

  it('carries oxide to blanks and finished magnets', () => {
    const { reo } = domesticReo([{ quota: 270_000, util: 1 }], inputs.reo, 0);
    expectClose(reo, inputs.reo);
    let domestic = 0;
    for (const share of quotaShares(null) ?? []) domestic += primaryOxide(chain, { reo, share, importsAnnual: 0, endOfLifeAnnual: 0, draw: 0 }) ?? Number.NaN;
    expectClose(domestic, want('oxide_domestic'));
    const total = domestic + inputs.imports + inputs.recycled;
    expectClose(total, want('oxide_total'));
    const blank = materialLimit(chain, total, 0, 0);
    expectClose(blank, want('blank'));
    expectClose((blank ?? 0) * inputs.eta, want('finished'));
    expectClose(((blank ?? 0) / inputs.blank_output_check - 1) * 100, want('blank_vs_stated_pct'));
    expectClose(total * (1 - inputs.nu), want('oxide_to_magnets'));
    expectClose((total * (1 - inputs.nu)) / inputs.ox_per_metal, want('metal'));
    expectClose((inputs.prnd_alloy_t_per_month * 12 * inputs.y) / inputs.c, want('alloy_5994x12_over_0_29_times_y'));
    expectClose(inputs.smm_output_2025_08_t * 12, want('smm_monthly_2025_annualised'));
    expectClose(((inputs.smm_output_2025_08_t * 12) / inputs.stated_output_2025_t - 1) * 100, want('smm_vs_seed_2025_pct'));
  });

  it('finds the fixed point of the scrap loop', () => {
    expectClose(chain.scrapOxidePerBlank, want('scrap_coefficient_t_oxide_per_t_blank'));
    expectClose(scrapAmplification(chain), want('amplification_1_over_1_minus_As'));
    const primary = want('oxide_domestic') + inputs.imports + inputs.end_of_life_oxide;
    let supply: number | null = 0;
    for (let month = 0; month < 60; month += 1) supply = materialLimit(chain, oxideInflow(chain, primary, supply), 0, 0);
    expectClose(supply, want('blank_steady_state'));
    expectClose(oxideUse(chain, supply ?? Number.NaN).scrap, want('scrap_oxide_in_loop'));
  });

  it('agrees with the figures on new scrap', () => {
    const newScrap = inputs.blank_output_check * (1 - inputs.eta);
    const oxide = newScrap * inputs.c * prNdOxideFactor(inputs.pr_share_of_prnd);
    expectClose(newScrap, want('new_scrap_2024'));
    expectClose((newScrap / inputs.blank_output_check) * 100, want('new_scrap_share_pct'));
    expectClose(oxide, want('scrap_prnd_oxide_2024'));
    expectClose(oxideUse(chain, inputs.blank_output_check).scrap / inputs.kappa_scrap, want('scrap_prnd_oxide_2024'));
    expectClose((inputs.new_scrap_share_of_26504 * inputs.scrap_prnd_oxide_t) / oxide, want('kappa_if_65pct_of_26504_is_new_scrap'));
  });
});

const unit = fc.double({ min: 0.05, max: 1, noNaN: true });
/** Chains that hold together: every yield in its range, reduction above stoichiometry, a loop that converges. */
const chains = fc
  .record({ prndShare: unit, separationYield: unit, oxideLoss: fc.double({ min: 0, max: 0.5, noNaN: true }), oxidePerMetal: fc.double({ min: 1.21, max: 1.6, noNaN: true }), magnetYield: unit, rareEarthContent: unit, finishedYield: unit, scrapKappa: fc.double({ min: 0, max: 1, noNaN: true }), oxideFactor: fc.double({ min: 1.16, max: 1.21, noNaN: true }) })
  .map((input) => chainOf(input).chain)
  .filter((chain) => chain !== null);

describe('oxide', () => {
  it('goes into products, losses, scrap and stock, and nowhere else', () => {
    const months = fc.array(fc.record({ primary: fc.double({ min: 0, max: 1e4, noNaN: true }), supply: fc.double({ min: 0, max: 1e5, noNaN: true }) }), { minLength: 1, maxLength: 48 });
    fc.assert(
      fc.property(chains, months, (chain, path) => {
        let stock: number | null = 500;
        let lagged = 1000;
        let entered = 0;
        let used = 0;
        let primary = 0;
        let recovered = 0;
        for (const month of path) {
          const inflow = oxideInflow(chain, month.primary, lagged);
          stock = oxideStock(chain, stock, inflow, month.supply);
          const use = oxideUse(chain, month.supply);
          expect(Math.min(use.inProducts, use.chainLosses, use.scrap, use.scrapLosses)).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, month.supply));
          entered += inflow ?? Number.NaN;
          used += use.inProducts + use.chainLosses + use.scrap + use.scrapLosses;
          primary += month.primary;
          recovered += use.scrap;
          lagged = month.supply;
        }
        const change = (stock ?? Number.NaN) - 500;
        const scale = Math.max(1, entered, used);
        expectClose((used + change) / scale, entered / scale);
        // Scrap on its way: what came in as scrap is what was recovered, less the last month's, plus what the month before the first left.
        const inTransit = chain.scrapOxidePerBlank * (lagged - 1000);
        expectClose((primary + recovered - inTransit) / scale, entered / scale);
      }),
    );
  });

  it('limits supply to what the stock above its minimum and the inflow allow', () => {
    const chain = validChain(yields);
    expectClose(materialLimit(chain, 100, 50, 20), 130 * chain.blankPerOxide);
    expectClose(materialLimit(chain, 100, -50, 20), 100 * chain.blankPerOxide);
    expect(materialLimit(chain, -100, 0, 0)).toBe(0);
    expect(materialLimit(chain, null, 0, 0)).toBeNull();
    expectClose(oxideStock(chain, 10, 100, 150 * chain.blankPerOxide), -40);
  });
});

describe('chain of yields', () => {
  it.each<[Partial<ChainYields>, string, string]>([
    [{ prndShare: null }, 'input-missing', 'prndShare'],
    [{ magnetYield: 0 }, 'yield-out-of-range', 'magnetYield'],
    [{ finishedYield: 1.01 }, 'yield-out-of-range', 'finishedYield'],
    [{ oxideLoss: 1 }, 'yield-out-of-range', 'oxideLoss'],
    [{ scrapKappa: 1.2 }, 'yield-out-of-range', 'scrapKappa'],
    [{ oxidePerMetal: 1.1 }, 'ratio-below-stoichiometry', 'oxidePerMetal'],
  ])('%o is %s', (change, reason, input) => {
    expect(chainOf({ ...yields, ...change })).toEqual({ chain: null, faults: [{ reason, input }] });
  });

  it('always converges where the ratio is at least stoichiometric and something is finished', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        expect(chain.blankPerOxide * chain.scrapOxidePerBlank).toBeLessThan(1);
        expect(scrapAmplification(chain)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('quotas', () => {
  it.each([
    { mining: 270_000, smelting: 254_000, ore: 0, imports: 14_500, output: 246_500 },
    { mining: 270_000, smelting: 350_000, ore: 80_000, imports: 16_900, output: 265_000 },
  ])('with $imports t of oxide imports the chain makes the stated $output t', ({ mining, smelting, ore, imports, output }) => {
    const chain = validChain(yields);
    const { reo } = domesticReo([{ quota: mining, util: 1 }], smelting, ore);
    const primary = primaryOxide(chain, { reo, share: 1 / 12, importsAnnual: imports, endOfLifeAnnual: 9_000, draw: 0 });
    const steady = 12 * (materialLimit(chain, primary, 0, 0) ?? Number.NaN) * scrapAmplification(chain);
    expectClose(steady / output, 1, 5e-4);
  });

  it('takes the smaller of mining and smelting less imported ore', () => {
    const mining = [{ quota: 270_000, util: 1 }];
    expect(domesticReo(mining, 350_000, 80_000)).toEqual({ reo: 270_000, reason: null });
    expect(domesticReo(mining, 254_000, 0)).toEqual({ reo: 254_000, reason: null });
    expect(domesticReo([...mining, { quota: 10_000, util: 0.5 }], 350_000, 0)).toEqual({ reo: 275_000, reason: null });
    expect(domesticReo(mining, 50_000, 80_000)).toEqual({ reo: 0, reason: 'imported-ore-above-smelting-quota' });
    expect(domesticReo([], 254_000, 0)).toEqual({ reo: null, reason: 'input-missing' });
    expect(domesticReo([{ quota: null, util: 1 }], 254_000, 0)).toEqual({ reo: null, reason: 'input-missing' });
  });

  it('repeats the last published year and says which it is', () => {
    const cells = { '2023': { value: 240_000 }, '2024': { value: 254_000 }, '2025': { value: null } };
    expect(lastPublished(cells, 2024)).toEqual({ value: 254_000, from: 2024 });
    expect(lastPublished(cells, 2026)).toEqual({ value: 254_000, from: 2024 });
    expect(lastPublished(cells, 2022)).toBeNull();
  });

  it('spreads a year by a profile that sums to one', () => {
    expectClose(quotaShares([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])?.[11], 12 / 78);
    expect(quotaShares(Array.from({ length: 12 }, () => 0))).toBeNull();
    expect(quotaShares([1, 2, 3])).toBeNull();
    expect(quotaShares([-1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).toBeNull();
  });
});
