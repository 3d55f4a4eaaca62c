/** A month as its share of a year: what the year leaves after its known months, and the share of this month in it. */
import { formatMonthLong } from '../format.ts';
import { traceNames } from '../messages/trace.ts';
import type { SeriesPath } from '../model/workbook.ts';
import type { TraceTerm } from './trace.ts';
import { monthOf, valueTerm, type TraceContext } from './traceContext.ts';
import { knownCells, knownTerm } from './traceReleases.ts';

/**
 * The two factors of a month that shares what a year leaves: what is left after the year's known months, and the share of
 * this month in it. `given` are the inputs that shape the share.
 */
export function shareOfYear(
  context: TraceContext,
  at: number,
  month: TraceTerm,
  annual: TraceTerm,
  knownPath: SeriesPath | null,
  given: readonly TraceTerm[],
  byDays = false,
): readonly TraceTerm[] {
  const period = monthOf(context, at);
  const year = period.slice(0, 4);
  const known = Object.keys(knownPath === null ? {} : knownCells(context, knownPath)).filter((key) => key.startsWith(`${year}-`)).sort();
  const names = [formatMonthLong(period, 'en'), formatMonthLong(period, 'zh')] as const;
  let whole: TraceTerm = annual;
  if (knownPath !== null && known.length > 0) {
    const terms = known.flatMap((key) => knownTerm(context, 'plus', knownPath, key, { en: formatMonthLong(key, 'en'), zh: formatMonthLong(key, 'zh') }, annual.basis) ?? []);
    const sum = terms.reduce<number | null>((total, { value }) => (total === null || value === null ? null : total + value), 0);
    const { unit, shownIn, basis } = annual;
    const shape = { unit, ...(shownIn === undefined ? {} : { shownIn }), ...(basis === undefined ? {} : { basis }) };
    const knownSum = valueTerm({ value: sum, state: 'actual' }, { ...shape, label: traceNames.knownMonths(Number(year)), role: 'minus', children: terms });
    const left = annual.value === null || sum === null ? null : annual.value - sum;
    whole = valueTerm({ value: left, state: annual.state }, { ...shape, label: traceNames.left(Number(year)), role: 'times', children: [{ ...annual, role: 'plus' }, knownSum] });
  }
  const share = month.value === null || whole.value === null ? null : whole.value === 0 ? (month.value === 0 ? 0 : null) : month.value / whole.value;
  const label = byDays ? traceNames.dayShare(...names) : traceNames.share(...names);
  return [whole, valueTerm({ value: share, state: month.state }, { label, role: 'times', unit: 'ratio', shownIn: 'percent', children: given })];
}
