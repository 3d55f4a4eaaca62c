/**
 * The price of 52UH in a balance (method, section 5; settled points 28, 29, 41). Output only: it acts on demand where the analyst
 * switches that on (feedbackPath.ts). Without any price typed there is none, and nothing is said about it.
 */
import type { Finding, MonthlyQuantity, PriceBalance } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { remember } from './remember.ts';
import { horizonLine } from './monthlyLines.ts';
import { monthIndex, type Horizon, type Month } from './period.ts';
import { openingPriceState, priceFaults, pricePath, type PriceAnchor, type PriceGap, type PriceMonth, type PriceParameters, type PriceState } from './price.ts';
import { costLines, costPaths, type CostLines } from './priceCost.ts';
import { unmetShare } from './rationing.ts';
import { rememberReads } from './rememberReads.ts';
import type { ResolvedSeries } from './resolve.ts';
import { coverAfter } from './stockPath.ts';
import type { CellState } from './workbook.ts';

export type PriceInputs = {
  readonly parameters: PriceParameters;
  readonly anchor: PriceAnchor;
  readonly cost: CostLines;
  readonly shock: readonly number[];
  readonly actual: readonly (number | null)[];
  readonly known: ResolvedSeries | null;
  readonly anchorState: CellState;
};

const parameterPaths = {
  ecmKappa: 'price/ecmKappa',
  priceTheta: 'price/priceTheta',
  marginElasticity: 'price/marginElasticity',
  shortageResponse: 'price/shortageResponse',
  referenceCover: 'price/referenceCover',
} as const satisfies Record<keyof PriceParameters, string>;

const pricePaths = ['price/prndOxide', 'price/dysprosiumOxide', 'price/terbiumOxide', 'price/actual', 'price/anchor'] as const;

const monthlyValues = remember((months: readonly Month[], series: ResolvedSeries | null): readonly (number | null)[] => months.map((month) => series?.cells[month]?.value ?? null));
const monthlyShock = remember((months: readonly Month[], series: ResolvedSeries | null): readonly number[] => months.map((month) => series?.cells[month]?.value ?? 0));

const rememberedCost = rememberReads((inputs, _horizon: Horizon) => costLines(inputs));

/** What the price stands on; null where the workbook types no price at all. `orders` is total demand before any price effect. */
export function priceInputs(inputs: Inputs, months: readonly Month[], orders: MonthlyQuantity, openingStock: number | null): PriceInputs | null {
  if (!pricePaths.some((path) => inputs.series(path) !== null)) return null;
  const value = (path: string): number | null => inputs.cell(path, 'all')?.value ?? null;
  const { priceAnchor, horizon } = inputs.workbook;
  const cost = rememberedCost(inputs, horizon);
  const first = monthIndex(horizon.start);
  const at = priceAnchor === null ? months.length : Math.max(-1, monthIndex(priceAnchor) - first);
  const anchorCell = inputs.cell('price/anchor', 'all');
  const known = inputs.series('price/actual');
  return {
    parameters: {
      ecmKappa: value(parameterPaths.ecmKappa),
      priceTheta: value(parameterPaths.priceTheta),
      marginElasticity: value(parameterPaths.marginElasticity),
      shortageResponse: value(parameterPaths.shortageResponse),
      referenceCover: value(parameterPaths.referenceCover),
    },
    anchor: { at, price: priceAnchor === null ? null : (anchorCell?.value ?? null), cost: cost.anchorCost, coverBefore: at < 0 ? coverAfter(first, orders.values, -1, openingStock) : null },
    cost,
    shock: monthlyShock(months, inputs.series('price/shock')),
    actual: monthlyValues(months, known),
    known,
    anchorState: anchorCell?.state ?? 'forecast',
  };
}

/** One month as the price path takes it. `demand` is what the unmet amount is a share of. */
export function priceMonth({ cost, shock, actual }: PriceInputs, at: number, cover: number | null, unmet: number | null, demand: number | null): PriceMonth {
  return { cost: cost.total.values[at] ?? null, cover, unmetShare: unmetShare(unmet, demand), shock: shock[at] ?? 0, actual: actual[at] ?? null };
}

export type PriceRun = { readonly price: readonly (number | null)[]; readonly longRun: readonly (number | null)[]; readonly gaps: readonly PriceGap[] };

/** The whole path at once, where the price does not act on demand. */
export function runPrice(prices: PriceInputs, cover: readonly (number | null)[], unmet: readonly (number | null)[], demand: readonly (number | null)[]): PriceRun {
  const months = cover.map((days, at) => priceMonth(prices, at, days, unmet[at] ?? null, demand[at] ?? null));
  return pricePath(prices.parameters, prices.anchor, months, openingPrice(prices), 0, months.length);
}

export function openingPrice({ parameters, anchor }: PriceInputs): PriceState {
  return openingPriceState(parameters, anchor);
}

const derivedStates = remember((months: readonly Month[], elapsed: number): readonly CellState[] => months.map((_, at) => (at < elapsed ? 'estimate' : 'forecast')));

const priceStates = remember((months: readonly Month[], known: ResolvedSeries | null, anchorAt: number, anchorState: CellState, elapsed: number): readonly CellState[] =>
  months.map((month, at) => {
    const cell = known?.cells[month];
    if (cell && cell.value !== null) return cell.state;
    return at === anchorAt ? anchorState : (derivedStates(months, elapsed)[at] ?? 'forecast');
  }),
);

/** The lines of a price path. `elapsed` counts the months of the horizon that have come by the as-of date. */
export function priceBalance(months: readonly Month[], { cost, anchor, anchorState, known }: PriceInputs, run: PriceRun, elapsed: number): PriceBalance {
  const settle = (line: MonthlyQuantity): MonthlyQuantity => horizonLine(line, 0, months.length, elapsed);
  return {
    cost: settle(cost.total),
    parts: { PrNd: settle(cost.parts.PrNd), Dy: settle(cost.parts.Dy), Tb: settle(cost.parts.Tb) },
    longRun: { values: run.longRun, states: derivedStates(months, elapsed) },
    price: { values: run.price, states: priceStates(months, known, anchor.at, anchorState, elapsed) },
  };
}

/** What keeps the price from being computed. It is an output, so nothing here is an error of the balance. */
export function priceFindings(inputs: Inputs, months: readonly Month[], { parameters, anchor }: PriceInputs, run: PriceRun): readonly Finding[] {
  const findings: Finding[] = [];
  for (const path of costPaths) if ((inputs.cell(path, 'all')?.value ?? null) === null) findings.push({ ...missingInput(path, 'all'), severity: 'warning' });
  for (const { reason } of priceFaults(parameters, anchor)) {
    if (reason === 'anchor-missing') {
      findings.push({ code: 'price-anchor-missing', severity: inputs.workbook.priceAnchor === null ? 'info' : 'warning', place: 'price/anchor@all', values: {} });
    } else if (reason === 'margin-not-positive') {
      findings.push({ code: 'price-margin-not-positive', severity: 'warning', place: 'price/anchor@all', values: { price: anchor.price ?? 0, cost: anchor.cost ?? 0 } });
    } else {
      const missing = (Object.keys(parameterPaths) as (keyof PriceParameters)[]).filter((name) => parameters[name] === null);
      findings.push(...missing.map((name): Finding => ({ ...missingInput(parameterPaths[name], 'all'), severity: 'warning' })));
      if (parameters.referenceCover !== null && parameters.referenceCover <= 0) {
        findings.push({ code: 'price-reference-cover-zero', severity: 'warning', place: 'price/referenceCover@all', values: {} });
      }
    }
  }
  for (const { reason, at } of run.gaps) {
    const month = months[at] ?? '';
    findings.push({ code: reason === 'price-not-positive' ? reason : `price-${reason}`, severity: 'warning', place: month, values: { month } });
  }
  return findings;
}
