/** The path of the stock through the horizon, its bounds in tonnes, and how many days it covers. */
import type { Finding, MonthlyQuantity } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { daysAt, monthIndex, type Month } from './period.ts';
import { coverDays, stockMonth } from './stock.ts';
import { units } from './unit.ts';
import { weakerState } from './state.ts';
import type { CellState, SeriesPath } from './workbook.ts';

export type StockPath = {
  readonly inventory: MonthlyQuantity;
  readonly unmet: MonthlyQuantity;
  readonly overflow: MonthlyQuantity;
  readonly coverDays: MonthlyQuantity;
  readonly extrapolated: readonly boolean[];
  readonly findings: readonly Finding[];
};

/** Mean daily demand of the first twelve months, exports included, in t per day; null when one of them is missing. */
function meanDailyDemand(firstIndex: number, demand: MonthlyQuantity): number | null {
  let sum = 0;
  let days = 0;
  for (let at = 0; at < 12; at += 1) {
    const value = demand.values[at] ?? null;
    if (value === null) return null;
    sum += value;
    days += daysAt(firstIndex + at);
  }
  return sum / days;
}

/** A bound in tonnes; one typed in days is converted once, at the mean daily demand of the first twelve months. */
function boundInTonnes(inputs: Inputs, path: SeriesPath, daily: number | null, findings: Finding[]): number | null {
  const cell = inputs.cell(path, 'all');
  const unit = inputs.series(path)?.unit ?? 't';
  if (!cell || cell.value === null) {
    findings.push(missingInput(path, 'all'));
    return null;
  }
  if (units[unit].dimension === 'mass') return cell.value * units[unit].factor;
  return daily === null ? null : cell.value * daily;
}

/** How many months of demand a closing stock is measured against. */
const monthsAhead = 3;

/** Days that a stock at the end of a month lasts; past the horizon the demand of the month a year earlier stands in. */
function coverAfter(firstIndex: number, demand: readonly (number | null)[], at: number, stock: number | null): number | null {
  const values: number[] = [];
  const days: number[] = [];
  for (let next = at + 1; next <= at + monthsAhead; next += 1) {
    const value = demand[next < demand.length ? next : next - 12] ?? null;
    if (value === null) return null;
    values.push(value);
    days.push(daysAt(firstIndex + next));
  }
  return stock === null ? null : coverDays(stock, values, days);
}

/** The stock from the opening to the last month, t blank. `demand` is the total with exports, before any rationing. */
export function computeStock(inputs: Inputs, months: readonly Month[], demand: MonthlyQuantity, gap: MonthlyQuantity): StockPath {
  const findings: Finding[] = [];
  const [firstMonth] = months;
  const firstIndex = firstMonth === undefined ? 0 : monthIndex(firstMonth);
  const daily = meanDailyDemand(firstIndex, demand);
  const opening = boundInTonnes(inputs, 'balance/openingStock', daily, findings);
  const minimum = boundInTonnes(inputs, 'balance/minimumStock', daily, findings);
  const maximum = boundInTonnes(inputs, 'balance/maximumStock', daily, findings);
  const openingCell = inputs.cell('balance/openingStock', 'all');
  if (openingCell && openingCell.state !== 'actual') {
    findings.push({ code: 'opening-stock-assumed', severity: 'info', place: 'balance/openingStock@all', values: { value: openingCell.value ?? 0, tonnes: opening ?? 0 } });
  }
  const lines = { inventory: [] as (number | null)[], unmet: [] as (number | null)[], overflow: [] as (number | null)[], cover: [] as (number | null)[] };
  const states: CellState[] = [];
  const coverStates: CellState[] = [];
  const extrapolated: boolean[] = [];
  let stock = opening;
  let state: CellState = openingCell?.state ?? 'forecast';
  months.forEach((month, at) => {
    const change = gap.values[at] ?? null;
    const step = stock === null || change === null || minimum === null || maximum === null ? null : stockMonth(stock, change, minimum, maximum);
    stock = step?.stock ?? null;
    state = weakerState(state, gap.states[at] ?? 'forecast');
    lines.inventory.push(stock);
    lines.unmet.push(step?.unmet ?? null);
    lines.overflow.push(step?.overflow ?? null);
    states.push(state);
    if (step && step.overflow > 0) findings.push({ code: 'stock-overflow', severity: 'warning', place: month, values: { month, tonnes: step.overflow } });
    if (step && step.unmet > 0) findings.push({ code: 'demand-unmet', severity: 'warning', place: month, values: { month, tonnes: step.unmet } });
    lines.cover.push(coverAfter(firstIndex, demand.values, at, stock));
    coverStates.push('forecast');
    extrapolated.push(at + monthsAhead >= months.length);
  });
  return {
    inventory: { values: lines.inventory, states },
    unmet: { values: lines.unmet, states },
    overflow: { values: lines.overflow, states },
    coverDays: { values: lines.cover, states: coverStates },
    extrapolated,
    findings,
  };
}
