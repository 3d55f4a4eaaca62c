/**
 * Supply, stock and price run year by year, the price of one year acting on the demand of the next (method, section 5; settled
 * point 29). Off by default.
 *
 *   demand_m = demand before * (mean price of the year before / anchor)^(-e_s),   months of demand that are known stay
 *
 * Demand is split over the months first; orders and cover stay on what was demanded before any price effect.
 */
import { openingPrice, priceMonth, type PriceInputs, type PriceRun } from './balancePrice.ts';
import { finite } from './finite.ts';
import { monthAt, yearOf } from './period.ts';
import { meanPrice, priceFeedback, pricePath, type PriceGap, type PriceMonth } from './price.ts';
import type { ResolvedSeries } from './resolve.ts';
import type { SectorResult, YearSpan } from './sectorDemand.ts';
import { weakerState } from './state.ts';
import { coverAfter } from './stockPath.ts';
import { supplyPath, type SupplyPathInput, type SupplyState, type SupplyStep } from './supplyPath.ts';

/** A sector's demand over the horizon, before any price effect, with what it answers to. */
export type ElasticDemand = {
  readonly values: readonly (number | null)[];
  readonly known: ResolvedSeries | null;
  readonly elasticity: number | null;
};

export type FeedbackRun = {
  readonly steps: readonly SupplyStep[];
  readonly prices: PriceRun;
  /** Mean price of each calendar year of the horizon, yuan/kg; null where no month has one. */
  readonly meanPrices: ReadonlyMap<number, number | null>;
};

/** `exports` and the sectors are what demand is made of; `firstIndex` is the month index of the horizon's start. */
export function runWithFeedback(
  path: SupplyPathInput,
  opening: SupplyState,
  firstIndex: number,
  prices: PriceInputs,
  sectors: readonly ElasticDemand[],
  exports: readonly (number | null)[],
): FeedbackRun {
  const count = exports.length;
  const steps: SupplyStep[] = [];
  const demand: (number | null)[] = [];
  const months: PriceMonth[] = [];
  const price: (number | null)[] = [];
  const longRun: (number | null)[] = [];
  const gaps: PriceGap[] = [];
  const meanPrices = new Map<number, number | null>();
  let supplyState = opening;
  let priceState = openingPrice(prices);
  for (let from = 0; from < count; ) {
    const year = yearOf(firstIndex + from);
    const to = Math.min(count, (year + 1) * 12 - firstIndex);
    const factors = sectors.map(({ elasticity }) => priceFeedback(meanPrices.get(year - 1) ?? null, prices.anchor.price, elasticity));
    for (let at = from; at < to; at += 1) {
      let total = exports[at] ?? null;
      sectors.forEach(({ values, known }, position) => {
        const value = values[at] ?? null;
        const factor = known?.cells[monthAt(firstIndex + at)] ? 1 : (factors[position] ?? 1);
        total = total === null || value === null ? null : total + value * factor;
      });
      demand.push(total === null ? null : finite(total));
    }
    const piece = supplyPath({ ...path, demand }, supplyState, from, to);
    supplyState = piece.state;
    piece.steps.forEach((step, position) => {
      const at = from + position;
      steps.push(step);
      months.push(priceMonth(prices, at, coverAfter(firstIndex, path.orders, at, step.stock), step.unmet, demand[at] ?? null));
    });
    const priced = pricePath(prices.parameters, prices.anchor, months, priceState, from, to);
    priceState = priced.state;
    price.push(...priced.price);
    longRun.push(...priced.longRun);
    gaps.push(...priced.gaps);
    meanPrices.set(year, meanPrice(priced.price));
    from = to;
  }
  return { steps, prices: { price, longRun, gaps }, meanPrices };
}

/** A sector's demand after the price effect, over whole years: the months first, the annual figures in their proportion. */
export function afterPrices(
  result: SectorResult,
  span: YearSpan,
  known: ResolvedSeries | null,
  meanPrices: FeedbackRun['meanPrices'],
  anchorPrice: number | null,
  elasticity: number | null,
): SectorResult {
  const values = [...result.demand.values];
  const states = [...result.demand.states];
  const years = { ...result.years };
  for (let year = span.first; year <= span.last; year += 1) {
    const factor = priceFeedback(meanPrices.get(year - 1) ?? null, anchorPrice, elasticity);
    if (factor === 1) continue;
    let before = 0;
    let after = 0;
    for (let index = year * 12; index < (year + 1) * 12; index += 1) {
      const at = index - span.first * 12;
      const value = values[at] ?? null;
      const isKnown = known?.cells[monthAt(index)] !== undefined;
      const changed = value === null || isKnown ? value : finite(value * factor);
      before += value ?? Number.NaN;
      after += changed ?? Number.NaN;
      if (isKnown) continue;
      values[at] = changed;
      states[at] = weakerState(states[at] ?? 'forecast', 'forecast');
    }
    const annual = years[String(year)];
    const ratio = finite(after / before);
    if (!annual || ratio === null) continue;
    const scaled = ({ value }: { readonly value: number | null }): { readonly value: number | null; readonly state: 'forecast' } => ({ value: value === null ? null : finite(value * ratio), state: 'forecast' });
    years[String(year)] = { ...annual, demand: scaled(annual.demand), intensity: scaled(annual.intensity) };
  }
  return { ...result, years, demand: { values, states } };
}
