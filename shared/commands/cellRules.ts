/** What may be typed into a cell, decided once for every command. */
import { isHidden, knownAt } from '../model/knownAt.ts';
import { describePath, isPeriodOf, periodsOf, type PathSpec } from '../model/paths.ts';
import type { CellAddress, CellState, PeriodKey, SeriesKind, SeriesPath, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';

export type CellCheck = (address: CellAddress, value: number | null) => Result<null>;

/** The check of checkValue for many cells of one workbook: what a path is and which periods it has is looked up once. */
export function cellChecker(workbook: Workbook): CellCheck {
  const specs = new Map<SeriesPath, PathSpec | null>();
  const periods = new Map<SeriesKind, ReadonlySet<PeriodKey>>();
  const specAt = (path: SeriesPath): PathSpec | null => {
    const known = specs.get(path);
    if (known !== undefined) return known;
    const spec = describePath(workbook, path);
    specs.set(path, spec);
    return spec;
  };
  const inHorizon = (kind: SeriesKind, period: PeriodKey): boolean => {
    const known = periods.get(kind) ?? new Set(periodsOf(kind, workbook.horizon));
    periods.set(kind, known);
    return known.has(period);
  };
  return (address, value) => {
    const place = `${address.path}@${address.period}`;
    const spec = specAt(address.path);
    if (!spec) return fail('unknown-path', { place, values: { path: address.path } });
    const kindOk = isPeriodOf(spec.kind, address.period);
    const known = Object.hasOwn(workbook.series[address.path]?.cells ?? {}, address.period);
    if (!kindOk || (!known && !inHorizon(spec.kind, address.period))) {
      return fail('period-not-allowed', { place, values: { period: address.period } });
    }
    if (value === null) return ok(null);
    if (!Number.isFinite(value)) return fail('value-not-finite', { place });
    if (spec.minimum !== undefined && value < spec.minimum) return fail('value-negative', { place, values: { value, minimum: spec.minimum } });
    if (spec.maximum !== undefined && value > spec.maximum) return fail('value-above-one', { place, values: { value, maximum: spec.maximum } });
    return ok(null);
  };
}

/** Refuses a value that the path cannot hold: unknown address, not finite, below or above its bounds. */
export function checkValue(workbook: Workbook, address: CellAddress, value: number | null): Result<null> {
  return cellChecker(workbook)(address, value);
}

/**
 * Refuses to write over or clear a number of the workbook that became known after the as-of date: nobody sees it at that day, so
 * nobody means to lose it. A scenario may assume another one, which the number outranks once it is known.
 */
export function checkHidden(workbook: Workbook, { path, period }: CellAddress): Result<null> {
  const cell = workbook.series[path]?.cells[period];
  if (cell === undefined || !isHidden(cell, workbook.asOf)) return ok(null);
  return fail('cell-not-yet-known', { place: `${path}@${period}`, values: { known: cell.known, asOf: workbook.asOf } });
}

/** The state of the workbook's own cell as it was known on the as-of date; undefined where nothing was. */
export function knownState(workbook: Workbook, { path, period }: CellAddress): CellState | undefined {
  const series = Object.hasOwn(workbook.series, path) ? workbook.series[path] : undefined;
  const cell = series?.cells[period];
  if (cell === undefined || !isHidden(cell, workbook.asOf)) return cell?.state;
  return series && knownAt(series, path, workbook.asOf, workbook.claims).cells[period]?.state;
}

/** A number that an analyst types is no source's: an estimate for what lay in the past on the as-of date, else a forecast. */
export function typedState(workbook: Workbook, period: PeriodKey, before: CellState | undefined): CellState {
  const month = workbook.asOf.slice(0, 7);
  if (/^\d{4}-\d{2}$/.test(period)) return period <= month ? 'estimate' : 'forecast';
  if (/^\d{4}$/.test(period)) return period < workbook.asOf.slice(0, 4) ? 'estimate' : 'forecast';
  return before === 'forecast' ? 'forecast' : 'estimate';
}
