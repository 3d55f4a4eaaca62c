/** The bounds of the stock in tonnes, and how many days it covers (method, section 4; settled points 25, 27, 42). */
import type { Finding, MonthlyQuantity } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { daysAt } from './period.ts';
import { daysOfDemand } from './stock.ts';
import { units } from './unit.ts';
import type { CellState, SeriesPath } from './workbook.ts';

/** t blank; null where a bound is missing. */
export type StockBounds = {
  readonly opening: number | null;
  readonly openingState: CellState;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly findings: readonly Finding[];
};

/** Mean daily demand of the first twelve months, exports included, in t per day; null when one of them is missing. */
export function meanDailyDemand(firstIndex: number, demand: MonthlyQuantity): number | null {
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

/** A bound in tonnes; one in days is converted once, at the mean daily demand of the first twelve months. */
function boundInTonnes(inputs: Inputs, path: SeriesPath, daily: number | null, findings: Finding[]): number | null {
  const cell = inputs.cell(path, 'all');
  if (!cell || cell.value === null) {
    findings.push(missingInput(path, 'all'));
    return null;
  }
  const series = inputs.series(path);
  // What stands in for a missing cell is in days, whatever the unit of the empty series.
  const unit = series?.cells['all'] ? series.unit : 'days';
  if (units[unit].dimension === 'mass') return cell.value * units[unit].factor;
  return daily === null ? null : cell.value * daily;
}

/** The opening stock and the bounds of a scenario. `demand` is its total with exports, before any price effect. */
export function stockBounds(inputs: Inputs, firstIndex: number, demand: MonthlyQuantity): StockBounds {
  const findings: Finding[] = [];
  const daily = meanDailyDemand(firstIndex, demand);
  const opening = boundInTonnes(inputs, 'balance/openingStock', daily, findings);
  const minimum = boundInTonnes(inputs, 'balance/minimumStock', daily, findings);
  const maximum = boundInTonnes(inputs, 'balance/maximumStock', daily, findings);
  const cell = inputs.cell('balance/openingStock', 'all');
  if (cell && cell.value !== null && cell.state !== 'actual') {
    findings.push({ code: 'opening-stock-assumed', severity: 'info', place: 'balance/openingStock@all', values: { value: cell.value, tonnes: opening ?? 0 } });
  }
  if (minimum !== null && maximum !== null && minimum > maximum) {
    findings.push({ code: 'stock-bounds-crossed', severity: 'error', place: 'balance/maximumStock@all', values: { minimum, maximum } });
  }
  return { opening, openingState: cell?.state ?? 'forecast', minimum, maximum, findings };
}

/** How many months of demand a closing stock is measured against. */
export const monthsAhead = 3;

/**
 * Days that the stock after the month at a position lasts; -1 is before the first. Past the horizon the demand of the month a
 * year earlier stands in.
 */
export function coverAfter(firstIndex: number, demand: readonly (number | null)[], at: number, stock: number | null): number | null {
  let ahead = 0;
  let days = 0;
  for (let next = at + 1; next <= at + monthsAhead; next += 1) {
    const value = demand[next < demand.length ? next : next - 12] ?? null;
    if (value === null) return null;
    ahead += value;
    days += daysAt(firstIndex + next);
  }
  const cover = stock === null ? null : daysOfDemand(stock, ahead, days);
  return cover === null || !Number.isFinite(cover) ? null : cover;
}
