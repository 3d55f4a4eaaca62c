/**
 * Exports of one scenario over whole calendar years (method, section 2; settled points 13 to 17, 36).
 *
 *   base_(m,y) = X_baseYear(m) * product over j of (1 + g_j)                       finished t
 *
 * What the events let through and the backlog they leave are in approval.ts and exportPath.ts, stockpiling in stockpile.ts. The
 * recursion may begin before the span, with a restriction that is older than it. A typed opening backlog stands before the
 * horizon's first month and replaces what the recursion has by then.
 */
import { mixedApproval, monthApproval } from './approval.ts';
import type { ExportsBalance, Finding } from './balance.ts';
import { activeEvents, type ActiveEvents } from './exportEvents.ts';
import { backlogOpening, exportPath, type ExportMonth, type ExportPathInput } from './exportPath.ts';
import { finite } from './finite.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { termsReader } from './massTerms.ts';
import { remember } from './remember.ts';
import type { AnnualInput } from './monthlySplit.ts';
import { calendarKey, firstDayNumber, monthAt, monthIndex, yearOf } from './period.ts';
import { releasedMonths } from './releasedMonths.ts';
import type { ResolvedCell, ResolvedSeries } from './resolve.ts';
import type { YearSpan } from './sectorDemand.ts';
import { weakerState } from './state.ts';
import { stockpileLine } from './stockpile.ts';
import type { Cell, CellState, ExportCategory } from './workbook.ts';

export type ExportsResult = {
  readonly detail: ExportsBalance;
  /** Known months with what cumulative releases add, finished t; null where no release is typed. */
  readonly released: ResolvedSeries | null;
  readonly findings: readonly Finding[];
};

type MutableLine = { readonly values: (number | null)[]; readonly states: CellState[] };

type BaseLine = MutableLine & { readonly findings: Finding[] };

/** Base exports from the month index `from` to the end of the span. Years before the base year take its months as they are. */
const computeBase = remember(
  (span: YearSpan, from: number, baseYear: number, base: ResolvedSeries | null, growth: ResolvedSeries | null, defaultGrowth: number): BaseLine => {
    const line: BaseLine = { values: [], states: [], findings: [] };
    // What the growth since the base year makes of a month, year by year.
    let grownTo = baseYear;
    let grown: AnnualInput = { value: 1, state: 'actual' };
    for (let index = from; index < (span.last + 1) * 12; index += 1) {
      const year = yearOf(index);
      for (; grownTo < year; grownTo += 1) {
        const rate: AnnualInput = growth?.cells[String(grownTo + 1)] ?? { value: defaultGrowth, state: 'forecast' };
        grown = { value: grown.value === null || rate.value === null ? null : grown.value * (1 + rate.value), state: weakerState(grown.state, rate.state) };
      }
      const cell = base?.cells[calendarKey(index)];
      let value: number | null = cell?.value ?? null;
      let state: CellState = cell?.state ?? 'forecast';
      if (value === null && year === Math.max(span.first, baseYear)) line.findings.push(missingInput('exports/baseYear', calendarKey(index)));
      value = value === null || grown.value === null ? null : value * grown.value;
      state = weakerState(state, grown.state);
      line.values.push(value === null ? null : finite(value));
      line.states.push(state);
    }
    return line;
  },
);

type Months = { readonly from: number; readonly count: number; readonly horizonStart: number; readonly horizonEnd: number };

/** What is typed for stockpiling, with the months that it leaves unknown because a number in it was removed. */
function stockpiling(typed: ResolvedSeries | null, base: BaseLine, known: ResolvedSeries | null, unwind: boolean, { from, count, horizonEnd }: Months, findings: Finding[]): readonly (number | null)[] {
  const amounts: (number | null)[] = [];
  const isKnown: boolean[] = [];
  // The first month in which a number was removed.
  let gap = -1;
  for (let at = 0; at < count; at += 1) {
    const cell = typed?.cells[monthAt(from + at)];
    amounts.push(cell?.value ?? null);
    isKnown.push(known?.cells[monthAt(from + at)] !== undefined);
    if (gap < 0 && cell?.value === null) gap = at;
  }
  const { values, reason } = stockpileLine(amounts, base.values, isKnown, unwind, horizonEnd - from);
  if (reason !== null) findings.push({ code: `stockpile-${reason}`, severity: 'error', place: 'exports/stockpileUnwind@all', values: {} });
  if (gap < 0) return values;
  findings.push(missingInput('exports/stockpile', monthAt(from + gap)));
  return values.map((value, at) => ((unwind && at > gap) || typed?.cells[monthAt(from + at)]?.value === null ? null : value));
}

/** The numbers of a monthly series from a month index on; null where no cell stands. */
function numbersOf(series: ResolvedSeries | null, from: number, count: number): readonly (number | null)[] {
  const values: (number | null)[] = [];
  for (let index = from; index < from + count; index += 1) values.push(series?.cells[monthAt(index)]?.value ?? null);
  return values;
}

/** The path, with the backlog of the months before the horizon running by itself up to a typed opening backlog. */
function pathOf(input: Omit<ExportPathInput, 'opening'>, { from, horizonStart }: Months, typedBacklog: number | null): ReturnType<typeof exportPath> {
  const untyped = exportPath({ ...input, opening: { at: 0, backlog: 0 } });
  if (typedBacklog === null) return untyped;
  const at = horizonStart - from;
  const typed = exportPath({ ...input, opening: { at, backlog: typedBacklog } });
  return { months: [...untyped.months.slice(0, at), ...typed.months.slice(at)], reasons: typed.reasons };
}

type Approvals = { readonly controlled: readonly (number | null)[]; readonly uncontrolled: readonly (number | null)[] };

/** What passes of either category in `count` months from `from` on; null in months that an event reaches whose parameters are missing. */
const approvalsOf = remember(({ events, unknownFrom }: ActiveEvents, from: number, count: number): Approvals => {
  const months = (category: ExportCategory): readonly (number | null)[] =>
    Array.from({ length: count }, (_, at) => (unknownFrom !== null && firstDayNumber(from + at + 1) > unknownFrom ? null : monthApproval(events, category, from + at)));
  return { controlled: months('controlled'), uncontrolled: months('uncontrolled') };
});

const computeExports = remember(
  (
    base: BaseLine,
    span: YearSpan,
    from: number,
    horizonStart: number,
    horizonEnd: number,
    published: ResolvedSeries | null,
    cumulative: ResolvedSeries | null,
    cap: ResolvedSeries | null,
    typedStockpile: ResolvedSeries | null,
    unwind: boolean,
    openingBacklog: Cell | ResolvedCell | null,
    active: ActiveEvents,
    controlledShare: number | null,
    releaseRate: number | null,
    diversionRate: number | null,
  ): ExportsResult => {
    const findings: Finding[] = [...base.findings];
    const months: Months = { from, count: base.values.length, horizonStart, horizonEnd };
    const { controlled, uncontrolled } = approvalsOf(active, from, months.count);
    const factor = controlled.map((share, at) => mixedApproval(controlledShare, share, uncontrolled[at] ?? null));
    // Months under one release share it as the events let the base pass, which is what the model knows of them.
    const weights = base.values.map((value, at) => passed(value, factor[at] ?? null)).slice(span.first * 12 - from);
    const released = releasedMonths(span, published, cumulative, weights, 'tonnes', 'exports/cumulative');
    findings.push(...released.findings);
    const known = released.series;
    const stockpile = stockpiling(typedStockpile, base, known, unwind, months, findings);
    const path = pathOf(
      {
        base: base.values,
        factor,
        cap: numbersOf(cap, from, months.count),
        stockpile,
        actual: numbersOf(known, from, months.count),
        releaseRate,
        diversionRate,
      },
      months,
      openingBacklog?.value ?? null,
    );
    for (const { at, tonnes } of path.reasons) {
      if (from + at < horizonStart || from + at >= horizonEnd) continue;
      findings.push({ code: 'exports-negative', severity: 'error', place: `exports/stockpile@${monthAt(from + at)}`, values: { month: monthAt(from + at), tonnes } });
    }
    const hasOpening = (openingBacklog?.value ?? null) !== null;
    const lines = { base: line(), ship: line(), release: line(), lost: line(), backlog: line(), approval: line(), approvalControlled: line(), approvalUncontrolled: line(), stockpile: line(), exports: line() };
    for (let index = span.first * 12; index < (span.last + 1) * 12; index += 1) {
      const at = index - from;
      const month = path.months[at] ?? noMonth;
      const key = monthAt(index);
      const baseState = base.states[at] ?? 'forecast';
      // The approval and the backlog are always the model's: nobody publishes them.
      const started = active.firstRestriction !== null && index >= active.firstRestriction;
      const isLimited = started || cap?.cells[key] !== undefined || (hasOpening && index >= horizonStart);
      const modelState = isLimited ? weakerState(baseState, 'forecast') : baseState;
      const typed = typedStockpile?.cells[key];
      const stockpiled = month.stockpile ?? 0;
      const stockpileState = typed?.state ?? (stockpiled === 0 && month.stockpile !== null ? 'actual' : 'forecast');
      const knownCell = known?.cells[key];
      push(lines.base, month.base, baseState);
      const approvalState = started ? modelState : baseState;
      push(lines.approval, factor[at] ?? null, approvalState);
      push(lines.approvalControlled, controlled[at] ?? null, approvalState);
      push(lines.approvalUncontrolled, uncontrolled[at] ?? null, approvalState);
      push(lines.ship, month.ship, modelState);
      push(lines.release, month.release, modelState);
      push(lines.lost, month.lost, modelState);
      push(lines.backlog, month.backlog, modelState);
      push(lines.stockpile, month.stockpile, stockpileState);
      if (knownCell) push(lines.exports, knownCell.value, knownCell.state);
      else push(lines.exports, month.exports, weakerState(modelState, stockpileState));
    }
    return { detail: lines satisfies ExportsBalance, released: cumulative === null ? null : known, findings };
  },
);

function passed(base: number | null, factor: number | null): number | null {
  return base === null || factor === null ? null : finite(base * factor);
}

function line(): MutableLine {
  return { values: [], states: [] };
}

function push(to: MutableLine, value: number | null, state: CellState): void {
  to.values.push(value);
  to.states.push(state);
}

const noMonth: ExportMonth = { base: null, ship: null, release: null, lost: null, unmet: null, backlog: null, stockpile: null, exports: null };

/** Exports of a scenario, finished tonnes, over whole calendar years. */
export function scenarioExports(inputs: Inputs, span: YearSpan): ExportsResult {
  const findings: Finding[] = [];
  const scalar = (path: string): number | null => {
    const value = inputs.cell(path, 'all')?.value ?? null;
    if (value === null) findings.push(missingInput(path, 'all'));
    return value;
  };
  const read = termsReader(inputs, findings);
  const { horizon, exportBaseYear } = inputs.workbook;
  const active = activeEvents(inputs, findings);
  const from = backlogOpening(span.first * 12, span.first * 12, null, active.firstRestriction).index;
  const openingSeries = read('exports/openingBacklog');
  const result = computeExports(
    computeBase(span, from, exportBaseYear, read('exports/baseYear'), inputs.series('exports/growth'), inputs.cell('exports/growth', '')?.value ?? 0),
    span,
    from,
    monthIndex(horizon.start),
    monthIndex(horizon.end) + 1,
    read('exports/monthly'),
    read('exports/cumulative'),
    read('exports/cap'),
    read('exports/stockpile'),
    inputs.cell('exports/stockpileUnwind', 'all')?.value === 1,
    openingSeries?.cells['all'] ?? null,
    active,
    scalar('exports/controlledShare'),
    scalar('exports/releaseRate'),
    scalar('exports/diversionRate'),
  );
  return findings.length === 0 ? result : { ...result, findings: [...findings, ...result.findings] };
}
