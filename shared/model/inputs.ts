/** A scenario's view of the workbook's inputs: one accessor, so that what is missing is decided and reported in one place. */
import type { Finding } from './balance.ts';
import { memoize } from './memoize.ts';
import { describePath, periodsOf } from './paths.ts';
import type { Horizon } from './period.ts';
import { overlaysByPath, resolveSeries, type ResolvedCell, type ResolvedSeries } from './resolve.ts';
import type { UnitId } from './unit.ts';
import { units } from './unit.ts';
import type { Cell, PeriodKey, Scenario, Series, SeriesKind, SeriesPath, Workbook } from './workbook.ts';

export type Inputs = {
  readonly workbook: Workbook;
  readonly chain: readonly Scenario[];
  /** The series with the scenario's differences; null when the workbook has none at this path and no overlay makes one. */
  series(path: SeriesPath): ResolvedSeries | null;
  /** The same for a series that the model derived from others (a solved lock). */
  derived(path: SeriesPath, series: Series): ResolvedSeries;
  /** One cell; an optional path without a cell gives its documented fallback, any other null. */
  cell(path: SeriesPath, period: PeriodKey): Cell | ResolvedCell | null;
};

const periodsMemo = memoize((kind: SeriesKind, horizon: Horizon) => periodsOf(kind, horizon), 32);

function baseUnit(dimension: string): UnitId {
  for (const id of Object.keys(units) as UnitId[]) if (units[id].dimension === dimension && units[id].factor === 1) return id;
  return 'ratio';
}

/** An empty series for a path that only overlays fill. */
const emptySeries = memoize((kind: SeriesKind, dimension: string): Series => ({ kind, unit: baseUnit(dimension), cells: {} }), 64);

const chainMentions = (chain: readonly Scenario[], path: SeriesPath): boolean =>
  chain.some((scenario) => overlaysByPath(scenario.overlays).has(path));

/** The inputs of the last scenario of a chain. */
export function inputsOf(workbook: Workbook, chain: readonly Scenario[]): Inputs {
  const known = new Map<SeriesPath, ResolvedSeries | null>();
  const resolve = (path: SeriesPath, series: Series): ResolvedSeries =>
    resolveSeries(series, path, chain, periodsMemo(series.kind, workbook.horizon), describePath(workbook, path)?.fallback);
  const inputs: Inputs = {
    workbook,
    chain,
    series(path) {
      const before = known.get(path);
      if (before !== undefined) return before;
      const spec = describePath(workbook, path);
      const own = Object.hasOwn(workbook.series, path) ? workbook.series[path] : undefined;
      const series = own ?? (spec && chainMentions(chain, path) ? emptySeries(spec.kind, spec.dimensions[0] ?? 'ratio') : undefined);
      const resolved = series ? resolve(path, series) : null;
      known.set(path, resolved);
      return resolved;
    },
    derived: resolve,
    cell(path, period) {
      const cell = inputs.series(path)?.cells[period];
      if (cell) return cell;
      const fallback = describePath(workbook, path)?.fallback;
      return fallback === undefined ? null : { value: fallback, state: 'forecast' };
    },
  };
  return inputs;
}

/** The finding for an input that is not there. */
export function missingInput(path: SeriesPath, period: PeriodKey): Finding {
  return { code: 'input-missing', severity: 'error', place: `${path}@${period}`, values: { path, period } };
}
