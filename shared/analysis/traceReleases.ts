/** Known months of a line: typed ones as they stand, and those that a cumulative release tells, with the release behind them. */
import { formatMonthLong } from '../format.ts';
import type { Phrase } from '../messages/phrase.ts';
import { traceNames } from '../messages/trace.ts';
import { calendarKeys } from '../model/period.ts';
import { cumulativePathOf } from '../model/paths.ts';
import { weakestState } from '../model/state.ts';
import type { Cell, PeriodKey, SeriesPath } from '../model/workbook.ts';
import { foldTerms, termOf, type TraceRole, type TraceTerm } from './trace.ts';
import { inputTerm, valueTerm, type TraceContext } from './traceContext.ts';

/** What is known of a line by month, typed or told by a release. */
export function knownCells(context: TraceContext, path: SeriesPath): Readonly<Record<PeriodKey, Cell>> {
  return context.balance.released[path]?.cells ?? context.inputs.series(path)?.cells ?? {};
}

function monthName(month: string): Phrase {
  return { en: formatMonthLong(month, 'en'), zh: formatMonthLong(month, 'zh') };
}

/** A month that a release tells: the release, less the one before, less the typed months under it, and its share of the rest. */
function releasedTerm(context: TraceContext, role: TraceRole, path: SeriesPath, month: string, cell: Cell, label: Phrase | undefined, basis: TraceTerm['basis']): TraceTerm {
  const typed = inputTerm(context, role, path, month, label, basis);
  const { source: _noSource, children: _noChildren, ...shape } = typed;
  const term: TraceTerm = { ...shape, value: cell.value, state: cell.state, ...(cell.source === undefined ? {} : { source: cell.source }), children: [] };
  const cumulative = cumulativePathOf(path);
  const year = month.slice(0, 4);
  const releases = calendarKeys.map((key) => `${year}-${key}`).filter((key) => (context.inputs.series(cumulative)?.cells[key]?.value ?? null) !== null);
  const through = releases.find((key) => key >= month);
  if (through === undefined) return term;
  const before = releases.findLast((key) => key < month);
  const release = (key: string, as: TraceRole): TraceTerm => inputTerm(context, as, cumulative, key, traceNames.sinceJanuary(monthName(key)), basis);
  const own = context.inputs.series(path)?.cells ?? {};
  const months = calendarKeys.map((key) => `${year}-${key}`).filter((key) => key <= through && (before === undefined || key > before));
  const typedMonths = months.filter((key) => (own[key]?.value ?? null) !== null);
  const parts = [release(through, 'plus'), ...(before === undefined ? [] : [release(before, 'minus')]), ...typedMonths.map((key) => inputTerm(context, 'minus', path, key, monthName(key), basis))];
  if (months.length - typedMonths.length === 1) return termOf({ ...term, children: parts });
  const { unit, shownIn } = typed;
  const left = valueTerm(
    { value: foldTerms(parts), state: weakestState(...parts.map((part) => part.state)) },
    { label: traceNames.openMonths, role: 'plus', unit, ...(shownIn === undefined ? {} : { shownIn }), ...(basis === undefined ? {} : { basis }), children: parts },
  );
  const share = cell.value === null || left.value === null || left.value === 0 ? null : cell.value / left.value;
  const { en, zh } = monthName(month);
  return termOf({ ...term, children: [left, valueTerm({ value: share, state: 'estimate' }, { label: traceNames.share(en, zh), role: 'times', unit: 'ratio', shownIn: 'percent' })] });
}

/** A month that is known, typed or told by a release; null where it is neither. */
export function knownTerm(context: TraceContext, role: TraceRole, path: SeriesPath, month: string, label?: Phrase, basis?: TraceTerm['basis']): TraceTerm | null {
  const typed = context.inputs.series(path)?.cells[month];
  const told = context.balance.released[path]?.cells[month];
  if (told !== undefined && (typed?.value ?? null) === null) return releasedTerm(context, role, path, month, told, label, basis);
  return typed === undefined ? null : inputTerm(context, role, path, month, label, basis);
}
