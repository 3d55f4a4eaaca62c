/**
 * Supply, material and stock of a scenario over its horizon, as lines (method, sections 3 and 4; settled points 18 to 26, 38, 39).
 *
 * The month-by-month path is in supplyPath.ts; this file hands it a scenario's lines and makes lines and findings of its steps.
 * Everything is t blank but the oxide, which is t PrNd oxide.
 */
import type { Finding, MaterialBalance, MonthlyQuantity, OrdersBalance } from './balance.ts';
import { effectiveDays, type HolidayLoss } from './calendar.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { once } from './once.ts';
import { remember } from './remember.ts';
import type { Binding } from './orderResponse.ts';
import { monthIndex, type Month } from './period.ts';
import { weakerState } from './state.ts';
import type { StockBounds } from './stockPath.ts';
import type { SupplyResult } from './supply.ts';
import { openingSupplyState, supplyReasons, type SupplyPathInput, type SupplyState, type SupplyStep } from './supplyPath.ts';
import type { CellState } from './workbook.ts';

/** Lines of the horizon that the path runs on. */
export type SupplyLines = {
  readonly plan: MonthlyQuantity;
  /** cap_m. */
  readonly limit: MonthlyQuantity;
  /** K_m u_max. */
  readonly rateLimit: MonthlyQuantity;
  readonly primary: MonthlyQuantity;
  readonly imports: MonthlyQuantity;
  /** Domestic demand and exports, before any price effect. */
  readonly orders: MonthlyQuantity;
};

const effectiveLine = remember((months: readonly Month[], delta: HolidayLoss): readonly number[] => {
  const [first] = months;
  const from = first === undefined ? 0 : monthIndex(first);
  return months.map((_, at) => effectiveDays(from + at, delta));
});

const unknownMonths = remember((months: readonly Month[]): readonly null[] => months.map(() => null));
const knownLine = remember((months: readonly Month[], known: SupplyResult['known']): readonly (number | null)[] => months.map((month) => known?.cells[month]?.value ?? null));

/** What the path needs besides its opening; without a price effect `demand` is the orders themselves. */
export function supplyPathInput(inputs: Inputs, months: readonly Month[], supply: SupplyResult, lines: SupplyLines, bounds: StockBounds): SupplyPathInput {
  const scalar = (path: string): number | null => inputs.cell(path, 'all')?.value ?? null;
  const { mode, known, material, delta } = supply;
  const lag = scalar('material/scrapLag');
  return {
    mode: mode === 'rates' ? 'plan' : mode,
    first: 0,
    plan: lines.plan.values,
    actual: known === null ? unknownMonths(months) : knownLine(months, known),
    capacity: lines.limit.values,
    planLimit: mode === 'rates' ? lines.rateLimit.values : lines.limit.values,
    chain: lag === null ? null : material.chain,
    primary: lines.primary.values,
    minimumOxide: scalar('material/minimumOxide'),
    scrapLag: lag ?? 1,
    supplyBefore: supply.before,
    alpha: scalar('supply/stockResponse'),
    beta: scalar('supply/responseSpeed'),
    targetDays: scalar('supply/targetCover'),
    orders: lines.orders.values,
    demand: lines.orders.values,
    imports: lines.imports.values,
    effective: effectiveLine(months, delta),
    minimumStock: bounds.minimum,
    maximumStock: bounds.maximum,
  };
}

/** The state before the first month of the horizon. */
export function supplyOpening(inputs: Inputs, path: SupplyPathInput, bounds: StockBounds): SupplyState {
  return openingSupplyState(path, inputs.cell('material/openingOxide', 'all')?.value ?? null, bounds.opening);
}

export type SupplyBalance = {
  readonly supply: MonthlyQuantity;
  readonly binding: readonly (Binding | null)[];
  readonly orders: OrdersBalance | null;
  /** Made when it is asked for. */
  readonly material: () => MaterialBalance | null;
  readonly gap: MonthlyQuantity;
  readonly inventory: MonthlyQuantity;
  readonly unmet: MonthlyQuantity;
  readonly overflow: MonthlyQuantity;
};

/** The months that are derived from capacity, material or orders: forecasts, or estimates once they have come by the as-of date. */
const derivedSupply = remember((steps: readonly SupplyStep[], months: readonly Month[], known: SupplyResult['known'], elapsed: number): MonthlyQuantity => ({
  values: steps.map((step) => step.supply),
  states: months.map((month, at): CellState => (steps[at]?.binding === 'actual' ? (known?.cells[month]?.state ?? 'forecast') : at < elapsed ? 'estimate' : 'forecast')),
}));

/** Oxide line by line. Its states run on, because every month stands on the stock before it. */
function materialBalance(path: SupplyPathInput, steps: readonly SupplyStep[], lines: SupplyLines, supply: MonthlyQuantity): MaterialBalance | null {
  const { chain } = path;
  if (chain === null) return null;
  const states: CellState[] = [];
  let state: CellState = 'estimate';
  const scrap: (number | null)[] = [];
  const used: (number | null)[] = [];
  steps.forEach((step, at) => {
    state = weakerState(state, weakerState(lines.primary.states[at] ?? 'forecast', supply.states[at] ?? 'forecast'));
    states.push(state);
    const primary = path.primary[at] ?? null;
    scrap.push(step.inflow === null || primary === null ? null : step.inflow - primary);
    used.push(step.supply === null ? null : step.supply / chain.blankPerOxide);
  });
  const line = (values: readonly (number | null)[]): MonthlyQuantity => ({ values, states });
  return {
    primary: lines.primary,
    scrap: line(scrap),
    inflow: line(steps.map((step) => step.inflow)),
    used: line(used),
    stock: line(steps.map((step) => step.oxide)),
    limit: line(steps.map((step) => step.material)),
  };
}

/** The lines of a path's steps. `demand` and `exports` are those that the path took, for their states. */
export function supplyBalance(
  months: readonly Month[],
  path: SupplyPathInput,
  steps: readonly SupplyStep[],
  source: SupplyResult,
  lines: SupplyLines,
  demand: MonthlyQuantity,
  openingState: CellState,
  elapsed: number,
): SupplyBalance {
  const supply = path.mode === 'plan' ? lines.plan : derivedSupply(steps, months, source.known, elapsed);
  const gapStates: CellState[] = [];
  const stockStates: CellState[] = [];
  const gap: (number | null)[] = [];
  const inventory: (number | null)[] = [];
  const unmet: (number | null)[] = [];
  const overflow: (number | null)[] = [];
  const binding: (Binding | null)[] = [];
  let stockState = openingState;
  steps.forEach((step, at) => {
    const state = weakerState(weakerState(supply.states[at] ?? 'forecast', lines.imports.states[at] ?? 'forecast'), demand.states[at] ?? 'forecast');
    stockState = weakerState(stockState, state);
    gapStates.push(state);
    stockStates.push(stockState);
    gap.push(step.gap);
    inventory.push(step.stock);
    unmet.push(step.unmet);
    overflow.push(step.overflow);
    binding.push(step.binding);
  });
  const stockLine = (values: readonly (number | null)[]): MonthlyQuantity => ({ values, states: stockStates });
  return {
    supply,
    binding,
    orders: path.mode === 'orders' ? { demand: stockLine(steps.map((step) => step.smooth)), target: stockLine(steps.map((step) => step.target)) } : null,
    material: once(() => materialBalance(path, steps, lines, supply)),
    gap: { values: gap, states: gapStates },
    inventory: stockLine(inventory),
    unmet: stockLine(unmet),
    overflow: stockLine(overflow),
  };
}

/** The path's reasons as findings, each at its cell or month. */
export function supplyFindings(inputs: Inputs, months: readonly Month[], path: SupplyPathInput, steps: readonly SupplyStep[]): readonly Finding[] {
  const findings: Finding[] = [];
  const require = (name: string): void => {
    if ((inputs.cell(name, 'all')?.value ?? null) === null) findings.push(missingInput(name, 'all'));
  };
  if (path.mode === 'orders') for (const name of ['supply/stockResponse', 'supply/responseSpeed', 'supply/targetCover']) require(name);
  if (path.mode !== 'plan') for (const name of ['material/scrapLag', 'material/openingOxide', 'material/minimumOxide']) require(name);
  for (const reason of supplyReasons(path, steps, 0)) {
    if (!('at' in reason)) {
      if (reason.reason === 'supply-before-missing') findings.push(missingInput('supply/before', 'all'));
      if (reason.reason === 'scrap-lag-not-whole' && path.chain !== null) findings.push({ code: reason.reason, severity: 'info', place: 'material/scrapLag@all', values: { months: path.scrapLag } });
      continue;
    }
    const month = months[reason.at] ?? '';
    const severity = reason.reason === 'oxide-unrecorded' ? 'info' : 'warning';
    const isExcess = reason.reason === 'plan-above-capacity' || reason.reason === 'plan-above-material';
    findings.push({ code: reason.reason, severity, place: month, values: isExcess ? { month, excess: reason.tonnes } : { month, tonnes: reason.tonnes } });
  }
  return findings;
}
