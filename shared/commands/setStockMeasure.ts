/**
 * Whether the opening stock and its bounds are typed in days of demand or in tonnes. What stands there is said in the other measure,
 * by the mean daily demand of the first twelve months (settled point 25), so that the stock stays what it is.
 */
import { changedStockMeasure } from '../messages/commands.ts';
import { computeBalance, rootScenarioId } from '../model/computeBalance.ts';
import { finite } from '../model/finite.ts';
import { meanDailyDemand } from '../model/stockPath.ts';
import { sumLines } from '../model/monthlyLines.ts';
import { monthIndex } from '../model/period.ts';
import type { Cell, Series, SeriesPath, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Command } from './command.ts';

export const stockPaths = ['balance/openingStock', 'balance/minimumStock', 'balance/maximumStock'] as const;

export type StockMeasure = 'days' | 't';

/** The measure in which the stock is typed now. */
export function stockMeasure(workbook: Workbook): StockMeasure {
  return stockPaths.some((path) => workbook.series[path]?.unit === 't') ? 't' : 'days';
}

/** True where a scenario, a package or a vintage says something of its own about the stock, in the measure of the day it was typed. */
function isAssumedElsewhere(workbook: Workbook): boolean {
  const owners = [...Object.values(workbook.scenarios), ...Object.values(workbook.packages ?? {}), ...Object.values(workbook.vintages)];
  const paths: ReadonlySet<SeriesPath> = new Set(stockPaths);
  return owners.some(({ overlays }) => Object.values(overlays).some(({ path }) => paths.has(path)));
}

/** Mean daily demand of the root's first twelve months, t per day. */
function dailyDemand(workbook: Workbook): number | null {
  const root = rootScenarioId(workbook);
  const balance = root === null ? null : computeBalance(workbook, root);
  if (balance?.ok !== true) return null;
  return meanDailyDemand(monthIndex(workbook.horizon.start), sumLines([balance.value.demandTotal, balance.value.exports], 12));
}

export const setStockMeasure: Command<{ readonly unit: StockMeasure }> = {
  name: 'set-stock-measure',
  label: (_workbook, { unit }) => changedStockMeasure(unit),
  run(workbook, { unit }): Result<Workbook> {
    const stated = stockPaths.filter((path) => workbook.series[path] !== undefined && workbook.series[path]?.unit !== unit);
    if (stated.length === 0 && stockMeasure(workbook) === unit) return ok(workbook);
    if (isAssumedElsewhere(workbook)) return fail('stock-assumed-elsewhere');
    const daily = dailyDemand(workbook);
    const series: Record<SeriesPath, Series> = { ...workbook.series };
    for (const path of stockPaths) {
      const own = workbook.series[path] ?? { kind: 'scalar' as const, unit: 'days' as const, cells: {} };
      if (own.unit === unit) continue;
      const cell = own.cells['all'];
      if (cell === undefined || cell.value === null) {
        series[path] = { ...own, unit };
        continue;
      }
      if (daily === null || daily <= 0) return fail('stock-demand-missing');
      const value = finite(unit === 't' ? cell.value * daily : cell.value / daily);
      const told: Cell = { ...cell, value };
      series[path] = { ...own, unit, cells: { ...own.cells, all: told } };
    }
    return ok({ ...workbook, series });
  },
};
