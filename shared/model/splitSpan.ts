/**
 * Annual figures of a row to the months of the whole span (method, section 1 "Monthly split" and "Keeping annual totals
 * exact"; settled points 1, 3, 9, 11; worked cases M07, M08). benchmark.ts has the equations.
 *
 * In the unit of the row. Known months stay as they are; a year whose twelve months are known is their sum. What is wrong
 * with one year leaves its other months missing, and its finding stands at the annual cell.
 */
import type { Finding, FindingCode, MonthlyQuantity } from './balance.ts';
import { benchmark, type SplitProblem } from './benchmark.ts';
import { effectiveDays, type HolidayLoss } from './calendar.ts';
import { missingInput } from './inputs.ts';
import { remember } from './remember.ts';
import { monthWeight, type AnnualInput, type Season } from './monthlySplit.ts';
import { splitMethods } from './paths.ts';
import { calendarKeys, monthAt } from './period.ts';
import { rushMultipliers } from './rushShare.ts';
import type { ResolvedCell, ResolvedSeries } from './resolve.ts';
import type { SectorPaths, YearSpan } from './sectorDemand.ts';
import { weakerState } from './state.ts';
import type { Cell, CellState, SeriesPath } from './workbook.ts';

export type KnownMonth = Cell | ResolvedCell | null;

export type SpanSplit = {
  readonly months: MonthlyQuantity;
  /** One entry per year, after the known months. */
  readonly annual: readonly AnnualInput[];
  readonly findings: readonly Finding[];
};

/** Where the findings of a row stand, and which of the two splits of a sector it is. */
export type SplitPlaces = { readonly annual: SeriesPath; readonly monthly: SeriesPath; readonly method: SeriesPath; readonly line: 'volume' | 'demand' };

const tolerance = 1e-9;

const problemCodes: Readonly<Record<Exclude<SplitProblem, 'input-missing'>, FindingCode>> = {
  'year-to-date-above-annual': 'year-to-date-above-annual',
  'profile-sum-zero': 'profile-sum-zero',
  'profile-negative': 'profile-negative',
};

const noneKnown = remember((span: YearSpan): readonly null[] => new Array<null>((span.last - span.first + 1) * 12).fill(null));

/** The known cells of a span in the order of its months; null where a month has none. */
export function knownInSpan(span: YearSpan, series: ResolvedSeries | null): readonly KnownMonth[] {
  if (series === null) return noneKnown(span);
  const known: KnownMonth[] = [];
  for (let index = span.first * 12; index < (span.last + 1) * 12; index += 1) known.push(series.cells[monthAt(index)] ?? null);
  return known;
}

/** The position of the first month of one year whose cell has no number, or one below zero; such a year cannot be split. */
function brokenMonth(known: readonly KnownMonth[], from: number): number | null {
  for (let at = from; at < from + 12; at += 1) {
    const cell = known[at] ?? null;
    if (cell !== null && (cell.value === null || cell.value < 0)) return at;
  }
  return null;
}

export type SpanWeights = { readonly values: readonly (number | null)[]; readonly findings: readonly Finding[] };

/** True where a finding on a split only repeats that the profile has no weights. */
export function repeatsProfile(weights: SpanWeights, { code }: Finding): boolean {
  return code === 'profile-sum-zero' && weights.findings.some((finding) => finding.code === 'profile-zero');
}

/** True for a profile of twelve weights that come to nothing. */
function sumsToZero(profile: ResolvedSeries): boolean {
  return calendarKeys.every((key) => profile.cells[key]?.value === 0);
}

/** The weights of a year with its target shares; shares that cannot be met are left out, with a finding at the first of them. */
function targeted(weights: readonly (number | null)[], year: number, series: ResolvedSeries | null, path: SeriesPath, findings: Finding[]): readonly (number | null)[] {
  if (series === null) return weights;
  const shares = weights.map((_, month) => series.cells[monthAt(year * 12 + month)]?.value ?? null);
  const first = shares.findIndex((share) => share !== null);
  if (first < 0) return weights;
  const { multipliers, problem } = rushMultipliers(weights, shares);
  if (multipliers !== null) return weights.map((weight, month) => (weight === null ? null : weight * (multipliers[month] ?? 1)));
  // Weights that are missing have a finding of their own.
  if (problem !== 'weights-invalid') {
    const share = shares.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    findings.push({ code: 'rush-share-invalid', severity: 'error', place: `${path}@${monthAt(year * 12 + first)}`, values: { year, share, reason: problem } });
  }
  return weights;
}

/** Weights of every month, 1 in sum over each year where they have one. */
function normalised(weights: readonly (number | null)[]): readonly (number | null)[] {
  const values: (number | null)[] = [];
  for (let from = 0; from < weights.length; from += 12) {
    let sum: number | null = 0;
    for (let at = from; at < from + 12; at += 1) {
      const weight: number | null = weights[at] ?? null;
      sum = sum === null || weight === null ? null : sum + weight;
    }
    for (let at = from; at < from + 12; at += 1) {
      const weight = weights[at] ?? null;
      values.push(weight === null || sum === null || !(sum > 0) ? weight : weight / sum);
    }
  }
  return values;
}

/** The weights of a row without a season of its own: the effective days, alike for every row that feels as much of the holiday. */
const plainWeights = remember((span: YearSpan, delta: HolidayLoss): SpanWeights => {
  const weights: number[] = [];
  for (let index = span.first * 12; index < (span.last + 1) * 12; index += 1) weights.push(effectiveDays(index, delta));
  return { values: normalised(weights), findings: [] };
});

/** The weights of every month, 1 in sum over each year (settled point 9), and the profile cells that are missing. */
export function spanWeights(span: YearSpan, season: Season, paths: Pick<SectorPaths, 'profile' | 'rush' | 'rushShare'>): SpanWeights {
  const { profile, multiplier } = season;
  const targetShares = season.targetShares ?? null;
  if (profile === null && multiplier === null && targetShares === null) return plainWeights(span, season.delta);
  const findings: Finding[] = [];
  if (profile) for (const key of calendarKeys) if ((profile.cells[key]?.value ?? null) === null) findings.push(missingInput(paths.profile, key));
  if (profile && sumsToZero(profile)) findings.push({ code: 'profile-zero', severity: 'error', place: `${paths.profile}@01`, values: {} });
  const weights: (number | null)[] = [];
  for (let year = span.first; year <= span.last; year += 1) {
    const plain: (number | null)[] = [];
    for (let index = year * 12; index < year * 12 + 12; index += 1) {
      plain.push(monthWeight(index, season));
      if (multiplier?.cells[monthAt(index)]?.value === null) findings.push(missingInput(paths.rush, monthAt(index)));
    }
    for (const weight of targeted(plain, year, targetShares, paths.rushShare, findings)) weights.push(weight);
  }
  return { values: normalised(weights), findings };
}

/** The numbers of known months. */
export function valuesOf(known: readonly KnownMonth[]): readonly (number | null)[] {
  const values: (number | null)[] = [];
  for (const cell of known) values.push(cell === null ? null : cell.value);
  return values;
}

function fullYear(known: readonly KnownMonth[], from: number): AnnualInput | null {
  let sum = 0;
  let state: CellState = 'actual';
  for (let at = from; at < from + 12; at += 1) {
    const cell = known[at] ?? null;
    if (cell === null || cell.value === null) return null;
    sum += cell.value;
    state = weakerState(state, cell.state);
  }
  return { value: sum, state };
}

/** Splits the annual figures of a span over its months. `method` is a position in splitMethods. */
export function splitSpan(
  span: YearSpan,
  typed: readonly AnnualInput[],
  indicator: readonly (number | null)[],
  known: readonly KnownMonth[],
  method: number | null,
  places: SplitPlaces,
): SpanSplit {
  const findings: Finding[] = [];
  const annual: AnnualInput[] = [];
  const totals: (number | null)[] = [];
  let hasBroken = false;
  for (const [at, given] of typed.entries()) {
    const year = span.first + at;
    const whole = fullYear(known, at * 12);
    const broken = brokenMonth(known, at * 12);
    if (broken !== null) {
      hasBroken = true;
      const month = monthAt(span.first * 12 + broken);
      findings.push(known[broken]?.value === null ? missingInput(places.monthly, month) : { code: 'month-negative', severity: 'error', place: `${places.monthly}@${month}`, values: { month } });
    }
    if (whole !== null && whole.value !== null && given.value !== null && Math.abs(whole.value - given.value) > tolerance * Math.max(1, Math.abs(given.value))) {
      findings.push({ code: 'annual-replaced-by-actuals', severity: 'warning', place: `${places.annual}@${year}`, values: { typed: given.value, sum: whole.value, year } });
    }
    const stands = whole ?? given;
    const isNegative = stands.value !== null && stands.value < 0;
    if (isNegative) findings.push({ code: 'annual-negative', severity: 'error', place: `${places.annual}@${year}`, values: { year, annual: stands.value } });
    annual.push(stands);
    totals.push(isNegative || broken !== null ? null : stands.value);
  }

  const none = noneKnown(span);
  const values = known === none ? none : valuesOf(known);
  const split = benchmark(indicator, totals, values, splitMethods[method ?? 0] ?? 'auto');
  split.problems.forEach((problem, at) => {
    if (problem === null || problem === 'input-missing') return;
    const year = span.first + at;
    const ofYear = known.slice(at * 12, at * 12 + 12).filter((cell) => cell !== null);
    const sum = ofYear.reduce((total, cell) => total + (cell?.value ?? 0), 0);
    findings.push({ code: problemCodes[problem], severity: 'error', place: `${places.annual}@${year}`, values: { year, annual: totals[at] ?? 0, known: sum, months: ofYear.length } });
  });
  // Where a year has a problem of its own, that is what its finding says; only a series that could be split is worth this one.
  if (split.fallback !== null && split.problems.every((problem) => problem === null)) {
    findings.push({ code: 'denton-fallback', severity: 'info', place: `${places.method}@all`, values: { reason: split.fallback, line: places.line } });
  }

  const states: CellState[] = [];
  for (let year = 0; year < annual.length; year += 1) {
    const ofFree = weakerState(annual[year]?.state ?? 'forecast', 'estimate');
    for (let at = year * 12; at < year * 12 + 12; at += 1) states.push(known[at]?.state ?? ofFree);
  }
  // A month whose cell holds no number that can be stays missing even where the others could be told.
  const told = hasBroken ? split.values.map((value, at) => (known[at] && (values[at] ?? -1) < 0 ? null : value)) : split.values;
  return { months: { values: told, states }, annual, findings };
}
