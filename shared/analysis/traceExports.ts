/** Why exports are what they are: the known month, or what the events let through of the base, and the backlog. */
import { formatMonthLong } from '../format.ts';
import { resultNames } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import { traceNames } from '../messages/trace.ts';
import type { ExportsBalance } from '../model/balance.ts';
import { weakestState } from '../model/state.ts';
import { foldTerms, termOf, type TraceRole, type TraceTerm } from './trace.ts';
import { inputTerm, monthOf, monthTerm, valueTerm, type TraceContext } from './traceContext.ts';
import { knownTerm } from './traceReleases.ts';

/** The rows of the export model; the row of a line in the Exports grid is "exports/" and its name. */
export type ExportLine = Exclude<keyof ExportsBalance, 'exports'>;

const lineNames: Readonly<Record<ExportLine, Phrase>> = {
  base: resultNames.exportBase,
  ship: resultNames.ship,
  release: resultNames.release,
  lost: resultNames.lost,
  backlog: resultNames.backlog,
  approval: resultNames.approval,
  approvalControlled: resultNames.approvalControlled,
  approvalUncontrolled: resultNames.approvalUncontrolled,
  stockpile: resultNames.netStockpile,
};

function lineTerm(context: TraceContext, line: ExportLine, at: number, role: TraceRole, children: readonly TraceTerm[] = []): TraceTerm {
  const shape = line.startsWith('approval') ? ({ unit: 'ratio', shownIn: 'percent' } as const) : ({ unit: 't', basis: 'finished' } as const);
  return monthTerm(context.balance.exportsDetail[line], at, { ...shape, label: lineNames[line], role, place: { path: line === 'stockpile' ? 'exports/netStockpile' : `exports/${line}`, period: monthOf(context, at) }, children });
}

/** The backlog that a month begins with; before the first month of the horizon it follows from that month's own numbers. */
function backlogBefore(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const label = traceNames.before(resultNames.backlog);
  if (at > 0) return { ...lineTerm(context, 'backlog', at - 1, role), label };
  const { base, ship, release, lost, backlog } = context.balance.exportsDetail;
  const terms = [backlog, release, lost, ship].map((line) => line.values[0] ?? null);
  const sum = terms.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
  const stated = base.values[0] ?? null;
  return valueTerm({ value: sum === null || stated === null ? null : sum - stated, state: 'forecast' }, { label, role, basis: 'finished' });
}

function baseTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const month = monthOf(context, at);
  const { exportBaseYear } = context.workbook;
  const baseMonth = `${exportBaseYear}-${month.slice(5)}`;
  const base = inputTerm(context, 'plus', 'exports/baseYear', month.slice(5), traceNames.baseMonth(formatMonthLong(baseMonth, 'en'), formatMonthLong(baseMonth, 'zh')), 'finished');
  const growth: TraceTerm[] = [];
  for (let year = exportBaseYear + 1; year <= Number(month.slice(0, 4)); year += 1) growth.push(inputTerm(context, 'grown', 'exports/growth', String(year), traceNames.growthOf(year)));
  return lineTerm(context, 'base', at, role, [base, ...growth]);
}

type Category = 'approvalControlled' | 'approvalUncontrolled';

const curveOf = {
  approvalControlled: { category: 'controlled', restrict: ['graceDays', 'controlledMidpoint', 'steepness'] },
  approvalUncontrolled: { category: 'uncontrolled', restrict: ['graceDays', 'uncontrolledMidpoint', 'uncontrolledFloor', 'steepness'] },
} as const;

/** What passes of a category: the parameters of the active events that concern it. Its own number is a mean over days. */
function categoryTerm(context: TraceContext, line: Category, at: number, role: TraceRole): TraceTerm {
  const { workbook, inputs } = context;
  const month = monthOf(context, at);
  const { category, restrict } = curveOf[line];
  const acting = Object.entries(workbook.events)
    .filter(([id, event]) => event.kind !== 'note' && event.scope.includes(category) && event.date.slice(0, 7) <= month && inputs.cell(`events/${id}/active`, 'all')?.value === 1)
    .sort(([, a], [, b]) => (a.date < b.date ? -1 : 1));
  const parameters = acting.flatMap(([id, event]) => (event.kind === 'ease' ? ['level'] : restrict).map((name) => inputTerm(context, 'given', `events/${id}/${name}`, 'all')));
  return lineTerm(context, line, at, role, parameters);
}

/** What passes of all goods: of either category what passes of it, by its share of the base. */
function approvalTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const share = inputTerm(context, 'times', 'exports/controlledShare', 'all');
  const rest = valueTerm({ value: share.value === null ? null : 1 - share.value, state: share.state }, { label: traceNames.otherGoods, role: 'times', unit: 'ratio', shownIn: 'percent', children: [{ ...share, role: 'given' }] });
  const part = (line: Category, of: TraceTerm): TraceTerm => {
    const passes = categoryTerm(context, line, at, 'plus');
    const value = passes.value === null || of.value === null ? null : passes.value * of.value;
    return valueTerm({ value, state: weakestState(passes.state, of.state) }, { label: traceNames.passing[line], role: 'plus', unit: 'ratio', shownIn: 'percent', children: [passes, of] });
  };
  return lineTerm(context, 'approval', at, role, [part('approvalControlled', share), part('approvalUncontrolled', rest)]);
}

/** One row of the export model in a month, finished tonnes (a share for the approval). */
export function exportLineTerm(context: TraceContext, line: ExportLine, at: number, role: TraceRole): TraceTerm {
  switch (line) {
    case 'base':
      return baseTerm(context, at, role);
    case 'approval':
      return approvalTerm(context, at, role);
    case 'approvalControlled':
    case 'approvalUncontrolled':
      return categoryTerm(context, line, at, role);
    case 'ship': {
      const cap = context.inputs.series('exports/cap')?.cells[monthOf(context, at)];
      const factors = [baseTerm(context, at, 'plus'), approvalTerm(context, at, 'times')];
      if (!cap) return lineTerm(context, line, at, role, factors);
      const product = foldTerms(factors);
      const free = valueTerm({ value: product, state: weakestState(...factors.map((term) => term.state)) }, { label: traceNames.uncapped, role: 'limit', basis: 'finished', children: factors });
      return lineTerm(context, line, at, role, [free, inputTerm(context, 'limit', 'exports/cap', monthOf(context, at), undefined, 'finished')]);
    }
    case 'stockpile':
      return lineTerm(context, line, at, role, [inputTerm(context, 'given', 'exports/stockpile', monthOf(context, at)), inputTerm(context, 'given', 'exports/stockpileUnwind', 'all')]);
    case 'release':
      return lineTerm(context, line, at, role, [backlogBefore(context, at, 'plus'), inputTerm(context, 'times', 'exports/releaseRate', 'all'), approvalTerm(context, at, 'times')]);
    case 'lost': {
      const before = backlogBefore(context, at, 'plus');
      const release = lineTerm(context, 'release', at, 'minus');
      const value = before.value === null || release.value === null ? null : before.value - release.value;
      const rest = valueTerm({ value, state: release.state }, { label: traceNames.notReleased, role: 'plus', basis: 'finished', children: [before, release] });
      return lineTerm(context, line, at, role, [rest, inputTerm(context, 'times', 'exports/diversionRate', 'all')]);
    }
    case 'backlog':
      return lineTerm(context, line, at, role, [
        backlogBefore(context, at, 'plus'),
        exportLineTerm(context, 'release', at, 'minus'),
        exportLineTerm(context, 'lost', at, 'minus'),
        baseTerm(context, at, 'plus'),
        exportLineTerm(context, 'ship', at, 'minus'),
      ]);
  }
}

/** Exports of a month, finished tonnes: customs where they are known, else what is shipped and released. */
export function exportsFinishedTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const period = monthOf(context, at);
  const label = resultNames.exportsFinished;
  const known = knownTerm(context, role, 'exports/monthly', period, label, 'finished');
  if (known !== null) return known;
  const stockpile = lineTerm(context, 'stockpile', at, 'plus');
  const children = [exportLineTerm(context, 'ship', at, 'plus'), exportLineTerm(context, 'release', at, 'plus'), ...(stockpile.value === 0 ? [] : [stockpile])];
  return monthTerm(context.balance.exportsDetail.exports, at, { label, role, basis: 'finished', place: { path: 'exports/monthly', period }, children });
}

/** Exports of a month in blanks: finished tonnes over the finished yield. */
export function exportsBlankTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const children = [exportsFinishedTerm(context, at, 'plus'), inputTerm(context, 'over', 'basis/finishedYield', 'all')];
  return monthTerm(context.balance.exports, at, { label: phrase('Exports', '出口'), role, place: { path: 'exports', period: monthOf(context, at) }, children });
}

/** Magnet imports of a month in blanks: a twelfth of the year over the finished yield. */
export function importsTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const period = monthOf(context, at);
  const term = monthTerm(context.balance.imports, at, { label: resultNames.imports, role, place: { path: 'imports', period } });
  const annual = inputTerm(context, 'plus', 'supply/magnetImports', period.slice(0, 4), undefined, 'finished');
  const twelve = valueTerm({ value: 12, state: 'actual' }, { label: traceNames.monthsAYear, role: 'over', unit: 'weight' });
  if (term.value === 0) return { ...term, children: [{ ...annual, role: 'given' }] };
  return termOf({ ...term, state: weakestState(term.state, annual.state), children: [annual, twelve, inputTerm(context, 'over', 'basis/finishedYield', 'all')] });
}
