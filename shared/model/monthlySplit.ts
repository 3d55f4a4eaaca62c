/**
 * Annual to monthly (method, section 1 "Monthly split" and "Keeping annual totals exact" (i); settled points 3, 9, 11;
 * worked case M07).
 *
 *   w_m = S_m * (days_m - delta L_m) / days_m * R_m      net profile; without a profile S_m = days_m
 *   w_m = S_m * R_m                                      gross profile, which already contains the holiday
 *   x_m = X_year * w_m / sum of w                        and, with known months, the rest takes X_year less their sum
 */
import type { Finding, MonthlyQuantity } from './balance.ts';
import { effectiveDays, type HolidayLoss } from './calendar.ts';
import { calendarKey, daysAt, monthAt } from './period.ts';
import type { ResolvedCell, ResolvedSeries } from './resolve.ts';
import { weakerState } from './state.ts';
import type { Cell, CellState } from './workbook.ts';

export type Season = {
  /** Twelve weights; null means the days of the month. */
  readonly profile: ResolvedSeries | null;
  readonly profileIs: 'net' | 'gross';
  /** Monthly multipliers; a missing month counts 1. */
  readonly multiplier: ResolvedSeries | null;
  /** Months that must take a given share of their year (rushShare.ts). */
  readonly targetShares?: ResolvedSeries | null;
  /** How much of the Chinese New Year loss the row feels, 0 to 1. */
  readonly delta: HolidayLoss;
};

/** Weight of the month at an index; null where the profile has no number for it. */
export function monthWeight(index: number, season: Season): number | null {
  const days = daysAt(index);
  let weight: number = days;
  if (season.profile) {
    const cell = season.profile.cells[calendarKey(index)];
    if (!cell || cell.value === null) return null;
    weight = cell.value;
  }
  if (season.profileIs === 'net' || !season.profile) weight *= effectiveDays(index, season.delta) / days;
  const multiplier = season.multiplier?.cells[monthAt(index)];
  if (multiplier) {
    if (multiplier.value === null) return null;
    weight *= multiplier.value;
  }
  return weight;
}

export type AnnualInput = { readonly value: number | null; readonly state: CellState };

export type SplitYear = {
  readonly values: readonly (number | null)[];
  readonly states: readonly CellState[];
  /** The annual figure after the known months: their sum where all twelve are known, else as given. */
  readonly annual: AnnualInput;
  readonly findings: readonly Finding[];
};

const tolerance = 1e-9;

const monthsOfYear: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const noneKnown: readonly null[] = monthsOfYear.map(() => null);

function finding(code: Finding['code'], severity: Finding['severity'], place: string, values: Finding['values']): Finding {
  return { code, severity, place, values };
}

/**
 * Splits one calendar year over its twelve months, mode "hold annual": known months stay, the others share what is left by
 * weight. Known months above the annual figure leave the others missing, with a finding; no month is ever negative.
 */
export function splitYear(
  year: number,
  annual: AnnualInput,
  weights: readonly (number | null)[],
  known: readonly (Cell | ResolvedCell | null)[],
  place: string,
): SplitYear {
  const findings: Finding[] = [];
  let knownCount = 0;
  let knownState: CellState = 'actual';
  let knownSum: number | null = 0;
  let freeWeight: number | null = 0;
  for (let month = 0; month < 12; month += 1) {
    const cell = known[month] ?? null;
    const weight = weights[month] ?? null;
    if (cell) {
      knownCount += 1;
      knownState = weakerState(knownState, cell.state);
      knownSum = knownSum === null || cell.value === null ? null : knownSum + cell.value;
    } else freeWeight = freeWeight === null || weight === null ? null : freeWeight + weight;
  }
  const allKnown = knownCount === 12;
  let total = annual;
  if (allKnown && knownSum !== null) {
    total = { value: knownSum, state: knownState };
    if (annual.value !== null && Math.abs(knownSum - annual.value) > tolerance * Math.max(1, Math.abs(annual.value))) {
      findings.push(finding('annual-replaced-by-actuals', 'warning', `${place}@${year}`, { typed: annual.value, sum: knownSum, year }));
    }
  }
  let rest: number | null = total.value === null || knownSum === null ? null : total.value - knownSum;
  if (rest !== null && total.value !== null && !allKnown && rest < -tolerance * Math.max(1, Math.abs(total.value))) {
    findings.push(finding('year-to-date-above-annual', 'error', `${place}@${year}`, { year, annual: total.value, known: knownSum ?? 0, months: knownCount }));
    rest = null;
  }
  if (!allKnown && rest !== null && rest > 0 && freeWeight !== null && freeWeight <= 0) {
    findings.push(finding('profile-sum-zero', 'error', `${place}@${year}`, { year }));
    rest = null;
  }
  const values: (number | null)[] = [];
  const states: CellState[] = [];
  const freeState = weakerState(total.state, 'estimate');
  for (let month = 0; month < 12; month += 1) {
    const cell = known[month] ?? null;
    const weight = weights[month] ?? null;
    if (cell) {
      values.push(cell.value);
      states.push(cell.state);
      continue;
    }
    states.push(freeState);
    if (rest === null || weight === null || freeWeight === null) values.push(null);
    else values.push(freeWeight === 0 ? 0 : (Math.max(0, rest) * weight) / freeWeight);
  }
  return { values, states, annual: total, findings };
}

/** Joins years of twelve months to one monthly quantity. */
export function joinYears(years: readonly SplitYear[]): MonthlyQuantity {
  const values: (number | null)[] = [];
  const states: CellState[] = [];
  for (const year of years) {
    values.push(...year.values);
    states.push(...year.states);
  }
  return { values, states };
}

/** The twelve weights of a calendar year. */
export function yearWeights(year: number, season: Season): readonly (number | null)[] {
  return monthsOfYear.map((month) => monthWeight(year * 12 + month, season));
}

/** The known cells of a calendar year, null where a month has none. */
export function knownMonths(year: number, series: ResolvedSeries | null): readonly (Cell | ResolvedCell | null)[] {
  return series === null ? noneKnown : monthsOfYear.map((month) => series.cells[monthAt(year * 12 + month)] ?? null);
}

/**
 * Integers for display that add up to the rounded total: the largest remainders are rounded up, compared after rounding to
 * 1e-9, ties to the earlier month; the total rounds half away from zero (settled point 12). Worked case M07.
 */
export function roundToTotal(values: readonly number[]): readonly number[] {
  const sum = values.reduce((a, b) => a + b, 0);
  const target = Math.sign(sum) * Math.floor(Math.abs(sum) + 0.5 + tolerance);
  const floors = values.map((value) => Math.floor(value + tolerance));
  const missing = target - floors.reduce((a, b) => a + b, 0);
  const order = values
    .map((value, at) => ({ at, remainder: Math.round((value - (floors[at] ?? 0)) * 1e9) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const result = [...floors];
  for (const { at } of order.slice(0, Math.max(0, missing))) result[at] = (result[at] ?? 0) + 1;
  return result;
}
