/**
 * Price of 52UH: additive error correction (method, section 5; settled points 28, 33, 41; worked case M23).
 *
 *   M   = anchor price - C at the anchor                                                       yuan/kg
 *   P*_t = C_t + M * (max(cover_t, 1) / cover*)^(-e_M) * (1 + s * unmet_t / demand_t)
 *   P_t = P_(t-1) + ecmKappa * (P*_(t-1) - P_(t-1)) + priceTheta * (C_t - C_(t-1)) + shock_t
 *
 * The model's price is null before the anchor and wherever a step lacks a term; an actual price is shown as it is and the path
 * goes on from it. An anchor before the horizon counts as the month before it. Nothing here is estimated: with two published
 * prices the parameters are assumptions.
 */
import { finite } from './finite.ts';

export type PriceParameters = {
  /** Share of the distance to the long run closed in a month. */
  readonly ecmKappa: number | null;
  /** Share of a change of cost passed on at once. */
  readonly priceTheta: number | null;
  /** e_M: how the margin answers to cover. */
  readonly marginElasticity: number | null;
  /** s: how the margin answers to unmet demand. */
  readonly shortageResponse: number | null;
  /** cover*, days. */
  readonly referenceCover: number | null;
};

export type PriceMonth = {
  /** C_t, yuan/kg blank. */
  readonly cost: number | null;
  /** Days of demand in stock. */
  readonly cover: number | null;
  /** Unmet over total demand, 0 to 1 (rationing.ts). */
  readonly unmetShare: number | null;
  /** yuan/kg on top; 0 without. */
  readonly shock: number;
  readonly actual: number | null;
};

export type PriceAnchor = {
  /** Position of the anchor's month in the path; before the path counts as -1. */
  readonly at: number;
  readonly price: number | null;
  /** C at the anchor, at prices of the same date. */
  readonly cost: number | null;
  /** Cover of the opening stock, used when the anchor lies before the path. */
  readonly coverBefore: number | null;
};

/** About a path as a whole. With `margin-not-positive` the path is computed all the same; with the others there is none. */
export type PriceFault = { readonly reason: 'anchor-missing' | 'parameter-missing' | 'margin-not-positive' };

/** Why the month at position `at` has no price; `cover-missing` is the cover of the month before it. */
export type PriceGap = { readonly reason: 'cost-missing' | 'cover-missing' | 'price-not-positive'; readonly at: number };

export type PricePath = {
  readonly price: readonly (number | null)[];
  /** P*, where the price would settle if the month lasted. */
  readonly longRun: readonly (number | null)[];
  readonly gaps: readonly PriceGap[];
  readonly state: PriceState;
};

/** Where the price would settle, yuan/kg; cover is floored at one day. Null when a term is missing. */
export function longRunPrice(parameters: PriceParameters, margin: number | null, cost: number | null, cover: number | null, unmetShare: number | null): number | null {
  const { marginElasticity, shortageResponse, referenceCover } = parameters;
  if (margin === null || cost === null || cover === null || unmetShare === null || marginElasticity === null || shortageResponse === null) return null;
  if (referenceCover === null || referenceCover <= 0) return null;
  return finite(cost + margin * (Math.max(1, cover) / referenceCover) ** -marginElasticity * (1 + shortageResponse * unmetShare));
}

/** One month of error correction, yuan/kg; null when a term is missing. It may be below zero: the path refuses that. */
export function priceStep(parameters: PriceParameters, priceBefore: number | null, longRunBefore: number | null, costBefore: number | null, cost: number | null, shock: number): number | null {
  const { ecmKappa, priceTheta } = parameters;
  if (priceBefore === null || longRunBefore === null || costBefore === null || cost === null || ecmKappa === null || priceTheta === null) return null;
  return finite(priceBefore + ecmKappa * (longRunBefore - priceBefore) + priceTheta * (cost - costBefore) + shock);
}

/** What one month hands to the next. */
export type PriceState = { readonly price: number | null; readonly longRun: number | null; readonly cost: number | null };

/** M, yuan/kg: what the anchor's price leaves above its cost; null when one of them is missing. */
export function anchorMargin(anchor: PriceAnchor): number | null {
  return anchor.price === null || anchor.cost === null ? null : finite(anchor.price - anchor.cost);
}

/** The state before the first month: the anchor when it lies there, with the cover of the opening stock and nothing unmet. */
export function openingPriceState(parameters: PriceParameters, anchor: PriceAnchor): PriceState {
  if (anchor.at >= 0) return { price: null, longRun: null, cost: null };
  return { price: anchor.price, longRun: longRunPrice(parameters, anchorMargin(anchor), anchor.cost, anchor.coverBefore, 0), cost: anchor.cost };
}

/** What is wrong with a path as a whole. */
export function priceFaults(parameters: PriceParameters, anchor: PriceAnchor): readonly PriceFault[] {
  const faults: PriceFault[] = [];
  const { ecmKappa, priceTheta, marginElasticity, shortageResponse, referenceCover } = parameters;
  if (ecmKappa === null || priceTheta === null || marginElasticity === null || shortageResponse === null || referenceCover === null || referenceCover <= 0) faults.push({ reason: 'parameter-missing' });
  const margin = anchorMargin(anchor);
  if (margin === null) faults.push({ reason: 'anchor-missing' });
  else if (margin <= 0) faults.push({ reason: 'margin-not-positive' });
  return faults;
}

/**
 * The months from position `from` up to but not including `to`, yuan/kg with VAT. Every price is above zero or null. The path can
 * be run in pieces (a year's price may act on the next year's demand); two pieces give what one would.
 */
export function pricePath(parameters: PriceParameters, anchor: PriceAnchor, months: readonly PriceMonth[], opening: PriceState, from: number, to: number): PricePath {
  const gaps: PriceGap[] = [];
  const margin = anchorMargin(anchor);
  const price: (number | null)[] = [];
  const longRun: (number | null)[] = [];
  let before = opening;
  for (let at = from; at < to; at += 1) {
    const month = months[at] ?? noMonth;
    const settled = at < anchor.at ? null : longRunPrice(parameters, margin, month.cost, month.cover, month.unmetShare);
    let value = month.actual;
    if (value === null && at === anchor.at) value = anchor.price;
    else if (value === null && at > anchor.at && before.price !== null) {
      value = priceStep(parameters, before.price, before.longRun, before.cost, month.cost, month.shock);
      // One reason where the path breaks; the months after it are missing because of that one.
      if (month.cost === null || before.cost === null) gaps.push({ reason: 'cost-missing', at });
      else if (before.longRun === null && margin !== null) gaps.push({ reason: 'cover-missing', at });
    }
    if (value !== null && value <= 0) {
      gaps.push({ reason: 'price-not-positive', at });
      value = null;
    }
    price.push(value);
    longRun.push(settled);
    before = { price: value, longRun: settled, cost: month.cost };
  }
  return { price, longRun, gaps, state: before };
}

const noMonth: PriceMonth = { cost: null, cover: null, unmetShare: null, shock: 0, actual: null };

/** The mean price of a year over its months that have one; null when none has (settled point 41). */
export function meanPrice(prices: readonly (number | null)[]): number | null {
  let sum = 0;
  let count = 0;
  for (const price of prices) {
    if (price === null) continue;
    sum += price;
    count += 1;
  }
  return count === 0 ? null : finite(sum / count);
}

/**
 * What last year's price does to a month's demand (settled point 29): (mean price of the year before / anchor)^(-e_s); 1 without
 * a price of the year before, an anchor or an elasticity. Applied after the monthly split to months that are not actual.
 */
export function priceFeedback(meanPriceBefore: number | null, anchorPrice: number | null, elasticity: number | null): number {
  if (meanPriceBefore === null || anchorPrice === null || elasticity === null || elasticity === 0) return 1;
  if (meanPriceBefore <= 0 || anchorPrice <= 0) return 1;
  return finite((meanPriceBefore / anchorPrice) ** -elasticity) ?? 1;
}
