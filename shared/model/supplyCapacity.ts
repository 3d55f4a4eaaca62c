/**
 * Capacity of a scenario by month, from its inputs (method, section 3; settled points 8, 19, 34; worked case M12).
 *
 * What the survey counts, the capacity and every expansion, is divided by the survey's coverage on entry. An expansion that
 * cannot be computed leaves the capacity missing, with a finding at its cell.
 */
import type { Finding, MonthlyQuantity } from './balance.ts';
import type { HolidayLoss } from './calendar.ts';
import { expansionReason, monthCapacity, nameplateCapacity, rampShare, type Expansion } from './capacity.ts';
import { finite } from './finite.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { blankFactor, type BlankFactor } from './massTerms.ts';
import { remember } from './remember.ts';
import { monthIndex } from './period.ts';
import { type YearSpan } from './sectorDemand.ts';
import { weakestState, weakerState } from './state.ts';
import type { CellState, ExpansionId, SeriesPath, Workbook } from './workbook.ts';

export type CapacityResult = {
  /** K_m, t blank per calendar month. */
  readonly nameplate: MonthlyQuantity;
  /** cap_m = K_m u_max less the New Year's loss, t blank. */
  readonly limit: MonthlyQuantity;
  /** K_m u_max, with which a plan typed as rates is compared. */
  readonly rateLimit: MonthlyQuantity;
  readonly findings: readonly Finding[];
};

type Listed = Expansion & { readonly id: ExpansionId; /** As typed; `added` is that in t blank of the whole. */ readonly typed: number | null; readonly state: CellState };

/** One expansion as the same object while its numbers stay. */
const listed = remember(
  (_expansions: Workbook['expansions'], id: ExpansionId, typed: number | null, added: number | null, start: number, delay: number | null, ramp: number | null, state: CellState): Listed => ({ id, typed, added, start, delay, ramp, state }),
  256,
);

/**
 * What a tonne of the capacity survey is, t blank of the whole: over the survey's coverage, unless the series has one of its own. An
 * expansion that is said to cover something else than the capacity does is taken at its word and not as part of the survey.
 */
export function surveyFactor(inputs: Inputs, path: SeriesPath): BlankFactor {
  const series = inputs.series(path);
  if (series === null) return { factor: null, finding: null };
  const isOfSurvey = path === 'supply/capacity' || series.scope === undefined || series.scope === inputs.own('supply/capacity')?.scope;
  const coverage = series.coverage ?? (isOfSurvey ? (inputs.cell('supply/surveyCoverage', 'all')?.value ?? null) : undefined);
  if (coverage === null || (coverage !== undefined && coverage <= 0)) return { factor: null, finding: null };
  const { factor, finding } = blankFactor(inputs, path, { ...series, ...(coverage === undefined ? {} : { coverage }) }, series.basis ?? 'blank');
  // What an expansion is added to is the capacity; the capacity itself meets the balance.
  return { factor, finding: finding === null || path === 'supply/capacity' ? finding : { ...finding, values: { ...finding.values, second: 'supply/capacity' } } };
}

/** What is typed of a capacity or an expansion, t blank of the whole. */
function surveyed(inputs: Inputs, path: SeriesPath, findings: Finding[]): number | null {
  const value = inputs.series(path)?.cells['all']?.value ?? null;
  const { factor, finding } = surveyFactor(inputs, path);
  if (finding !== null) findings.push(finding);
  return value === null || factor === null ? null : finite(value * factor);
}

const noExpansions: readonly Listed[] = [];
const listOf = remember((_expansions: Workbook['expansions'], ...list: readonly Listed[]): readonly Listed[] => list);

function expansionsOf(inputs: Inputs, findings: Finding[]): readonly Listed[] {
  const { expansions } = inputs.workbook;
  const entries = Object.entries(expansions);
  if (entries.length === 0) return noExpansions;
  const list = entries.map(([id, { start }]) => {
    const [added, delay, ramp] = (['tonnes', 'delay', 'ramp'] as const).map((name) => inputs.cell(`expansions/${id}/${name}`, 'all'));
    const tonnes = surveyed(inputs, `expansions/${id}/tonnes`, findings);
    const state = weakestState(added?.state ?? 'forecast', delay?.state ?? 'forecast', ramp?.state ?? 'forecast');
    return listed(expansions, id, added?.value ?? null, tonnes, monthIndex(start), delay?.value ?? null, ramp?.value ?? null, state);
  });
  return listOf(expansions, ...list);
}

function expansionFindings({ id, typed: added, delay, ramp }: Listed): readonly Finding[] {
  const path = `expansions/${id}`;
  switch (expansionReason({ added, start: 0, delay, ramp })) {
    case 'input-missing': {
      const missing = [[added, 'tonnes'], [delay, 'delay'], [ramp, 'ramp']] as const;
      return missing.filter(([value]) => value === null).map(([, name]) => missingInput(`${path}/${name}`, 'all'));
    }
    case 'delay-negative':
      return [{ code: 'expansion-delay-negative', severity: 'error', place: `${path}/delay@all`, values: { months: delay ?? 0 } }];
    case 'ramp-not-positive':
      return [{ code: 'expansion-ramp-not-positive', severity: 'error', place: `${path}/ramp@all`, values: { months: ramp ?? 0 } }];
    case null:
      return [];
  }
}

const computeCapacity = remember(
  (
    span: YearSpan,
    opening: number | null,
    openingState: CellState,
    expansions: readonly Listed[],
    coverage: number | null,
    coverageState: CellState,
    maximumRate: number | null,
    maximumState: CellState,
    delta: HolidayLoss,
  ): CapacityResult => {
    const findings: Finding[] = expansions.flatMap(expansionFindings);
    if (coverage === null) findings.push(missingInput('supply/surveyCoverage', 'all'));
    else if (coverage <= 0) findings.push({ code: 'survey-coverage-not-positive', severity: 'error', place: 'supply/surveyCoverage@all', values: { value: coverage } });
    if (maximumRate === null) findings.push(missingInput('supply/maximumRate', 'all'));
    const first = span.first * 12;
    const count = span.years.length * 12;
    const nameplate = nameplateCapacity(opening, expansions, first, count);
    const base = weakerState(openingState, coverageState);
    const weakening = expansions.filter(({ state }) => weakerState(base, state) !== base);
    const states = nameplate.map((_, at) => {
      let state = base;
      for (const { start, delay, ramp, state: own } of weakening) if (rampShare(first + at, start ?? 0, delay ?? 0, ramp ?? 1) > 0) state = weakerState(state, own);
      return state;
    });
    const limitStates = states.map((state) => weakerState(state, maximumState));
    return {
      nameplate: { values: nameplate, states },
      limit: { values: nameplate.map((value, at) => monthCapacity(value, maximumRate, first + at, delta)), states: limitStates },
      rateLimit: { values: nameplate.map((value, at) => monthCapacity(value, maximumRate, first + at, 0)), states: limitStates },
      findings,
    };
  },
);

/** Capacity over whole calendar years. Without a typed capacity every month is null, which only some modes complain about. */
export function scenarioCapacity(inputs: Inputs, span: YearSpan, delta: HolidayLoss): CapacityResult {
  const mismatches: Finding[] = [];
  const opening = inputs.cell('supply/capacity', 'all');
  const coverage = inputs.cell('supply/surveyCoverage', 'all');
  const maximum = inputs.cell('supply/maximumRate', 'all');
  const typed = (path: string, state: CellState | undefined): CellState => (inputs.series(path)?.cells['all'] ? (state ?? 'forecast') : 'actual');
  const result = computeCapacity(
    span,
    surveyed(inputs, 'supply/capacity', mismatches),
    opening?.state ?? 'forecast',
    expansionsOf(inputs, mismatches),
    coverage?.value ?? null,
    // A survey that is not said to cover a part covers all of it, and all of it may be used: neither is a number to doubt.
    typed('supply/surveyCoverage', coverage?.state),
    maximum?.value ?? null,
    typed('supply/maximumRate', maximum?.state),
    delta,
  );
  return mismatches.length === 0 ? result : { ...result, findings: [...mismatches, ...result.findings] };
}
