/** What may be typed into a cell, decided once for every command. */
import { describePath, isPeriodOf, periodsOf } from '../model/paths.ts';
import type { CellAddress, CellState, PeriodKey, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';

/** Refuses a value that the path cannot hold: unknown address, not finite, below or above its bounds. */
export function checkValue(workbook: Workbook, address: CellAddress, value: number | null): Result<null> {
  const place = `${address.path}@${address.period}`;
  const spec = describePath(workbook, address.path);
  if (!spec) return fail('unknown-path', { place, values: { path: address.path } });
  const kindOk = isPeriodOf(spec.kind, address.period);
  const known = Object.hasOwn(workbook.series[address.path]?.cells ?? {}, address.period);
  if (!kindOk || (!known && !periodsOf(spec.kind, workbook.horizon).includes(address.period))) {
    return fail('period-not-allowed', { place, values: { period: address.period } });
  }
  if (value === null) return ok(null);
  if (!Number.isFinite(value)) return fail('value-not-finite', { place });
  if (spec.minimum !== undefined && value < spec.minimum) return fail('value-negative', { place, values: { value, minimum: spec.minimum } });
  if (spec.maximum !== undefined && value > spec.maximum) return fail('value-above-one', { place, values: { value, maximum: spec.maximum } });
  return ok(null);
}

/** A number that an analyst types is no source's: an estimate for what lay in the past on the as-of date, else a forecast. */
export function typedState(workbook: Workbook, period: PeriodKey, before: CellState | undefined): CellState {
  const month = workbook.asOf.slice(0, 7);
  if (/^\d{4}-\d{2}$/.test(period)) return period <= month ? 'estimate' : 'forecast';
  if (/^\d{4}$/.test(period)) return period < workbook.asOf.slice(0, 4) ? 'estimate' : 'forecast';
  return before === 'forecast' ? 'forecast' : 'estimate';
}
