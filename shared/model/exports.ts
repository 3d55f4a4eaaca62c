/** Exports of one scenario over whole calendar years: the base, what the events let through, and the known months. */
import type { ExportsBalance, Finding, MonthlyQuantity } from './balance.ts';
import { approvalFactor, backlogMonth, type ApprovalCurve, type BacklogMonth } from './exportShock.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { memoize } from './memoize.ts';
import type { AnnualInput } from './monthlySplit.ts';
import { calendarKey, dateDayNumber, firstDayNumber, monthAt, yearOf } from './period.ts';
import type { ResolvedSeries } from './resolve.ts';
import { yearsIn, type YearSpan } from './sectorDemand.ts';
import { weakerState } from './state.ts';
import type { CellState, MarketEvent, Workbook } from './workbook.ts';

export type ExportsResult = { readonly detail: ExportsBalance; readonly findings: readonly Finding[] };

type Line = { readonly values: (number | null)[]; readonly states: CellState[] };

function emptyLine(): Line {
  return { values: [], states: [] };
}

function push(line: Line, value: number | null, state: CellState): void {
  line.values.push(value);
  line.states.push(state);
}

const computeExports = memoize(
  (
    span: YearSpan,
    baseYear: number,
    base: ResolvedSeries | null,
    growth: ResolvedSeries | null,
    defaultGrowth: number,
    known: ResolvedSeries | null,
    curves: readonly ApprovalCurve[],
    controlledShare: number | null,
    releaseRate: number | null,
    diversionRate: number | null,
  ): ExportsResult => {
    const findings: Finding[] = [];
    const lines = { base: emptyLine(), ship: emptyLine(), release: emptyLine(), lost: emptyLine(), backlog: emptyLine(), approval: emptyLine(), exports: emptyLine() };
    const restrictedFrom = curves.filter((curve) => curve.event.kind === 'restrict').reduce((first, curve) => Math.min(first, dateDayNumber(curve.event.date)), Number.POSITIVE_INFINITY);
    const rates = yearsIn({ first: baseYear + 1, last: span.last }).map((year): AnnualInput => growth?.cells[String(year)] ?? { value: defaultGrowth, state: 'forecast' });
    let backlog: number | null = 0;
    for (let index = span.first * 12; index < (span.last + 1) * 12; index += 1) {
      const year = yearOf(index);
      const cell = base?.cells[calendarKey(index)];
      let value: number | null = cell?.value ?? null;
      let state: CellState = cell?.state ?? 'forecast';
      if (!cell || cell.value === null) {
        if (year === Math.max(span.first, baseYear)) findings.push(missingInput('exports/baseYear', calendarKey(index)));
      }
      for (const rate of rates.slice(0, Math.max(0, year - baseYear))) {
        value = value === null || rate.value === null ? null : value * (1 + rate.value);
        state = weakerState(state, rate.state);
      }
      // The approval and the backlog are always the model's: nobody publishes them.
      const started = firstDayNumber(index + 1) > restrictedFrom;
      const modelState = started ? weakerState(state, 'forecast') : state;
      const factor = controlledShare === null ? null : started ? approvalFactor(index, controlledShare, curves) : 1;
      const possible: boolean = value !== null && factor !== null && backlog !== null && releaseRate !== null && diversionRate !== null;
      const month: BacklogMonth | null = possible ? backlogMonth(value ?? 0, factor ?? 1, backlog ?? 0, releaseRate ?? 0, diversionRate ?? 0) : null;
      backlog = month?.backlog ?? null;
      const knownCell = known?.cells[monthAt(index)];
      push(lines.base, value, state);
      push(lines.approval, factor, modelState);
      push(lines.ship, month?.ship ?? null, modelState);
      push(lines.release, month?.release ?? null, modelState);
      push(lines.lost, month?.lost ?? null, modelState);
      push(lines.backlog, month?.backlog ?? null, modelState);
      if (knownCell) push(lines.exports, knownCell.value, knownCell.state);
      else push(lines.exports, month === null ? null : month.ship + month.release, modelState);
    }
    return { detail: lines satisfies Record<keyof ExportsBalance, MonthlyQuantity>, findings };
  },
);

const curveOf = memoize(
  (event: MarketEvent, graceDays: number, controlledMidpoint: number, uncontrolledMidpoint: number, steepness: number, uncontrolledFloor: number, level: number): ApprovalCurve => ({
    event,
    graceDays,
    controlledMidpoint,
    uncontrolledMidpoint,
    steepness,
    uncontrolledFloor,
    level,
  }),
);

/** The same list for the same curves, so that the exports they shape are remembered. */
const curveList = memoize((_events: Workbook['events'], ...curves: readonly ApprovalCurve[]): readonly ApprovalCurve[] => curves);

/** The active events of a scenario with their parameters, in the order of their dates. Parameters of null are findings. */
export function activeCurves(inputs: Inputs, findings: Finding[]): readonly ApprovalCurve[] {
  const curves: ApprovalCurve[] = [];
  for (const [id, event] of Object.entries(inputs.workbook.events)) {
    const number = (name: string): number | null => inputs.cell(`events/${id}/${name}`, 'all')?.value ?? null;
    if (number('active') !== 1) continue;
    const names = ['graceDays', 'controlledMidpoint', 'uncontrolledMidpoint', 'steepness', 'uncontrolledFloor', 'level'] as const;
    const values = names.map(number);
    values.forEach((value, at) => {
      if (value === null) findings.push(missingInput(`events/${id}/${names[at] ?? ''}`, 'all'));
    });
    const [grace, controlled, uncontrolled, steepness, floor, level] = values.map((value) => value ?? Number.NaN);
    if ([grace, controlled, uncontrolled, steepness, floor, level].some((value) => value === undefined || Number.isNaN(value))) continue;
    curves.push(curveOf(event, grace ?? 0, controlled ?? 0, uncontrolled ?? 0, steepness ?? 0, floor ?? 0, level ?? 1));
  }
  curves.sort((a, b) => (a.event.date < b.event.date ? -1 : a.event.date > b.event.date ? 1 : 0));
  return curveList(inputs.workbook.events, ...curves);
}

/** Exports of a scenario, finished tonnes, over whole calendar years. */
export function scenarioExports(inputs: Inputs, span: YearSpan): ExportsResult {
  const findings: Finding[] = [];
  const scalar = (path: string): number | null => {
    const value = inputs.cell(path, 'all')?.value ?? null;
    if (value === null) findings.push(missingInput(path, 'all'));
    return value;
  };
  const result = computeExports(
    span,
    inputs.workbook.exportBaseYear,
    inputs.series('exports/baseYear'),
    inputs.series('exports/growth'),
    inputs.cell('exports/growth', '')?.value ?? 0,
    inputs.series('exports/monthly'),
    activeCurves(inputs, findings),
    scalar('exports/controlledShare'),
    scalar('exports/releaseRate'),
    scalar('exports/diversionRate'),
  );
  return findings.length === 0 ? result : { ...result, findings: [...findings, ...result.findings] };
}
