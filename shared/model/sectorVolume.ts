/**
 * The volume of a driver sector by year and month (method, section 1 "Actuals + remaining months" and "Subsidy lever";
 * settled points 7, 9, 11, 31, 40; worked cases M05, M08, M30).
 *
 *   X_y   the annual figure, or with 1 to 11 known months what the sector's mode makes of it (yearToDate.ts)
 *   V0_m  X_y split over the months, known months held (splitSpan.ts)
 *   V_m   V0_m with the subsidy (subsidy.ts), known months put back
 *   V_y   sum of V_m where a subsidy acts, else X_y
 *
 * In the unit of the volume. The subsidy acts on the plan path before the known months come back, so what a known month
 * would have gained or paid back is already in its figure.
 */
import type { Finding, FindingCode, MonthlyQuantity, RemainingMonths } from './balance.ts';
import type { HolidayLoss } from './calendar.ts';
import { yieldingMember } from './drivers.ts';
import { missingInput } from './inputs.ts';
import { remember } from './remember.ts';
import type { AnnualInput } from './monthlySplit.ts';
import { overlayFindings } from './overlayFindings.ts';
import { actualsModes } from './paths.ts';
import { isMonth, monthAt, monthIndex } from './period.ts';
import { releasedMonths } from './releasedMonths.ts';
import type { ResolvedSeries } from './resolve.ts';
import { type SectorPaths, type YearSpan } from './sectorDemand.ts';
import { knownInSpan, repeatsProfile, spanWeights, splitSpan, valuesOf, type KnownMonth } from './splitSpan.ts';
import { weakerState } from './state.ts';
import { subsidyPath, type SubsidyPath } from './subsidy.ts';
import type { DriverSector, SeriesPath } from './workbook.ts';
import { yearToDate } from './yearToDate.ts';

export type VolumeResult = {
  readonly annual: readonly AnnualInput[];
  readonly months: MonthlyQuantity;
  /** What each mode makes of a year with 1 to 11 known months; null in the other years. */
  readonly remaining: readonly (RemainingMonths | null)[];
  /** Known months with what cumulative releases add; null where no release is typed. */
  readonly released: ResolvedSeries | null;
  readonly findings: readonly Finding[];
};

/** Beyond this change on the same months of the year before, the implied remainder of a year is worth a finding. */
const extremeGrowth = 0.5;

/** How one year stands between its typed figure and its known months. */
type YearChoice = { readonly annual: AnnualInput; readonly isPartial: boolean };

export function ofYear<T>(line: readonly T[], at: number): readonly T[] {
  return line.slice(at * 12, at * 12 + 12);
}

/** True for a year of which 1 to 11 months have a number. */
export function isPartlyKnown(known: readonly KnownMonth[], at: number): boolean {
  let count = 0;
  for (let month = at * 12; month < at * 12 + 12; month += 1) if ((known[month]?.value ?? null) !== null) count += 1;
  return count > 0 && count < 12;
}

/** The annual figure of each year by the sector's mode; a year without known months, or with all of them, keeps what was typed. */
export function chooseAnnuals(
  typed: readonly AnnualInput[],
  weights: readonly (number | null)[],
  known: readonly KnownMonth[],
  mode: number | null,
  span: YearSpan,
  place: SeriesPath,
  findings: Finding[],
): readonly YearChoice[] {
  const name = actualsModes[mode ?? 0] ?? 'holdAnnual';
  return typed.map((prior, at) => {
    const isPartial = isPartlyKnown(known, at);
    if (!isPartial || name === 'holdAnnual') return { annual: prior, isPartial };
    const choice = yearToDate(prior.value, valuesOf(ofYear(known, at)), ofYear(weights, at), []).choices[name];
    if (choice.annual === null && prior.value !== null) {
      findings.push({ code: 'run-rate-untold', severity: 'error', place: `${place}@${span.first + at}`, values: { year: span.first + at, mode: name } });
    }
    return { annual: { value: choice.annual, state: weakerState(prior.state, 'estimate') }, isPartial };
  });
}

/** The remaining months of each partly known year in every mode, beside the same months of the year before. */
export function remainingOf(
  typed: readonly AnnualInput[],
  weights: readonly (number | null)[],
  known: readonly KnownMonth[],
  path: readonly (number | null)[],
  choices: readonly YearChoice[],
): readonly (RemainingMonths | null)[] {
  return choices.map(({ isPartial }, at) => {
    if (!isPartial) return null;
    const { choices: told } = yearToDate(typed[at]?.value ?? null, valuesOf(ofYear(known, at)), ofYear(weights, at), at === 0 ? [] : ofYear(path, at - 1));
    return { holdAnnual: told.holdAnnual, runRate: told.runRate, blend: told.blend };
  });
}

/** The finding for a remainder that nobody would plan, in the mode that is chosen. */
export function extremeFindings(remaining: readonly (RemainingMonths | null)[], mode: number | null, span: YearSpan, place: SeriesPath): readonly Finding[] {
  const name = actualsModes[mode ?? 0] ?? 'holdAnnual';
  const findings: Finding[] = [];
  remaining.forEach((year, at) => {
    const growth = year?.[name].impliedGrowth ?? null;
    if (growth === null || Math.abs(growth) <= extremeGrowth) return;
    findings.push({ code: 'implied-growth-extreme', severity: 'warning', place: `${place}@${span.first + at}`, values: { year: span.first + at, growth, mode: name } });
  });
  return findings;
}

type Subsidy = { readonly uplift: ResolvedSeries; readonly fraction: number | null; readonly profile: ResolvedSeries | null };

/** The monthly numbers of a series from the first month of the span to its last own month, 0 where no cell stands. */
function monthsFrom(span: YearSpan, series: ResolvedSeries | null): readonly (number | null)[] {
  const first = span.first * 12;
  let end = (span.last + 1) * 12;
  for (const period of Object.keys(series?.cells ?? {})) if (isMonth(period)) end = Math.max(end, monthIndex(period) + 1);
  return Array.from({ length: end - first }, (_, at) => {
    const cell = series?.cells[monthAt(first + at)];
    return cell ? cell.value : 0;
  });
}

const subsidyCodes: Readonly<Record<'negative-month' | 'payback-not-one' | 'payback-invalid', FindingCode>> = {
  'negative-month': 'subsidy-negative-month',
  'payback-not-one': 'payback-not-one',
  'payback-invalid': 'payback-invalid',
};

function subsidyFinding({ problem, at }: SubsidyPath, span: YearSpan, paths: SectorPaths): Finding | null {
  if (problem === null) return null;
  const month = monthAt(span.first * 12 + (at ?? 0));
  // A missing volume has a finding of its own; what is told here is where the subsidy needs it.
  if (problem === 'input-missing') return missingInput(paths.subsidyUplift, month);
  const place = problem === 'negative-month' ? `${paths.volumeMonthly}@${month}` : problem === 'payback-invalid' ? `${paths.subsidyPayback}@all` : paths.paybackProfile;
  return { code: subsidyCodes[problem], severity: problem === 'payback-not-one' ? 'warning' : 'error', place, values: { month } };
}

/** The volume with its subsidy: the subsidised plan path, known months put back, and the annual figures as its sums. */
function subsidised(
  plan: MonthlyQuantity,
  annual: readonly AnnualInput[],
  known: readonly KnownMonth[],
  subsidy: Subsidy,
  span: YearSpan,
  paths: SectorPaths,
  findings: Finding[],
): { readonly months: MonthlyQuantity; readonly annual: readonly AnnualInput[] } {
  const moved = subsidyPath(plan.values, monthsFrom(span, subsidy.uplift).slice(0, plan.values.length), subsidy.fraction, monthsFrom(span, subsidy.profile));
  const finding = subsidyFinding(moved, span, paths);
  if (finding) findings.push(finding);
  const values = moved.path.map((value, at) => (known[at] ? (plan.values[at] ?? null) : value));
  const sums = annual.map((figure, at): AnnualInput => {
    const sum = ofYear(values, at).reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
    return { value: sum, state: figure.state };
  });
  return { months: { values, states: plan.states }, annual: sums };
}

/** The volume of a driver sector, apart from its demand, so that an edit of the intensity leaves it as it is. */
export const sectorVolume = remember(
  (
    sector: DriverSector,
    paths: SectorPaths,
    span: YearSpan,
    volume: ResolvedSeries,
    knownSeries: ResolvedSeries | null,
    cumulative: ResolvedSeries | null,
    mode: number | null,
    method: number | null,
    uplift: ResolvedSeries | null,
    payback: number | null,
    paybackProfile: ResolvedSeries | null,
    profile: ResolvedSeries | null,
    multiplier: ResolvedSeries | null,
    targetShares: ResolvedSeries | null,
    delta: HolidayLoss,
  ): VolumeResult => {
    const weights = spanWeights(span, { profile, profileIs: sector.profileIs, multiplier, targetShares, delta }, paths);
    const released = releasedMonths(span, knownSeries, cumulative, weights.values, 'counts', paths.volumeCumulative);
    const findings: Finding[] = [...weights.findings, ...released.findings, ...overlayFindings(paths.volume, volume)];
    const known = knownInSpan(span, released.series);
    const typed = span.years.map((year): AnnualInput => {
      const cell = volume.cells[String(year)];
      return { value: cell?.value ?? null, state: cell?.state ?? 'forecast' };
    });
    const choices = chooseAnnuals(typed, weights.values, known, mode, span, paths.volume, findings);
    const split = splitSpan(span, choices.map((choice) => choice.annual), weights.values, known, method, {
      annual: paths.volume,
      monthly: paths.volumeMonthly,
      method: paths.splitMethod,
      line: 'volume',
    });
    findings.push(...split.findings.filter((finding) => !repeatsProfile(weights, finding)));
    split.annual.forEach(({ value }, at) => {
      const year = span.first + at;
      if (value === null && typed[at]?.value === null) findings.push(missingInput(yieldingMember(sector, year) === 'volume' ? paths.demand : paths.volume, String(year)));
    });
    const hasSubsidy = uplift !== null && Object.values(uplift.cells).some((cell) => cell.value !== 0);
    const { months, annual } = hasSubsidy
      ? subsidised(split.months, split.annual, known, { uplift, fraction: payback, profile: paybackProfile }, span, paths, findings)
      : split;
    const remaining = remainingOf(typed, weights.values, known, months.values, choices);
    findings.push(...extremeFindings(remaining, mode, span, paths.volume));
    return { annual, months, remaining, released: cumulative === null ? null : released.series, findings };
  },
);
