/**
 * Several years of months at once, without a step in January (method, section 1 "Keeping annual totals exact" (ii);
 * settled points 9, 11; worked case M08): proportional first-difference Denton with Cholette's start.
 *
 *   minimise  sum over t of (x_t / i_t - x_(t-1) / i_(t-1))^2    subject to    sum of x_t over year y = X_y
 *
 * x in the unit of the annual figures X, i any positive indicator. Known months are substituted, never added as equality
 * rows, which would make the system singular as soon as a year is fully known.
 *
 * With r_t = x_t / i_t the conditions of the minimum are T r + A' lambda = c and A r = b. T is tridiagonal (-1, 2, -1 over
 * the free months, c their known neighbours), A holds the indicator of the free months of each year, b what the year has
 * left. Each column of A' is one tridiagonal solve, and the multipliers come from a dense system with one row per year:
 * the work grows with months x years. Without any known month T is singular (r may shift as a whole), so the first month is
 * pinned and its level r_p becomes one more unknown, whose row says that the multipliers do no net work: sum of lambda_y
 * A_y = 0.
 *
 * Inside, numbers stand in typed arrays that every solution uses again, with NaN for what is not known; lists with null, which
 * the rest of the model works with, come in and go out.
 */
import { solveLinear } from './linearSystem.ts';

/**
 * Why there is no solution. `negative-month`: the smoothest path would go below zero; `zero-indicator`: some month has no
 * positive indicator; `singular`: the indicator is too uneven for the precision of numbers; `input-missing`: a month has no
 * indicator or a year with free months no annual figure.
 */
export type DentonProblem = 'negative-month' | 'zero-indicator' | 'singular' | 'input-missing';

export type DentonResult =
  | { readonly values: readonly number[]; readonly problem: null }
  | { readonly values: null; readonly problem: DentonProblem };

function no(problem: DentonProblem): DentonResult {
  return { values: null, problem };
}

/** How far an annual sum may be off before it is corrected, and how far below zero a month may be by rounding alone. */
const sumTolerance = 1e-6;
const zeroTolerance = 1e-9;

/** The numbers of one solution, written over by the next: nothing of it is handed out. */
type Work = {
  readonly months: number;
  readonly years: number;
  /** Indicator over its mean, and the known months with NaN for the free ones. */
  readonly indicator: Float64Array;
  readonly known: Float64Array;
  /** r of all months, known ones from the start. */
  readonly ratios: Float64Array;
  /** What the neighbours of a month give it. */
  readonly given: Float64Array;
  /** The pivots of T by elimination down the months; 0 in a month that is not free, which ends one stretch of free months. */
  readonly pivots: Float64Array;
  /** T r = given, and a column of A' for every year, months after each other. */
  readonly held: Float64Array;
  readonly columns: Float64Array;
  /** What each year has left for its free months, NaN for a fully known year, and the size of its figure, against which rounding is judged. */
  readonly rest: Float64Array;
  readonly scale: Float64Array;
  /** The system of the multipliers (linearSystem.ts). */
  readonly rows: Float64Array;
};

function workFor(months: number, years: number): Work {
  const line = (count: number): Float64Array => new Float64Array(count);
  return {
    months,
    years,
    indicator: line(months),
    known: line(months),
    ratios: line(months),
    given: line(months),
    pivots: line(months),
    held: line(months),
    columns: line(months * years),
    rest: line(years),
    scale: line(years),
    rows: line((years + 1) * (years + 2)),
  };
}

let spare = workFor(36, 3);

/** Solves T x = right, down the months and back up; `right` counts from `from` to before `to` and is zero elsewhere. Zero where no month is free. */
function solveTridiagonal(pivots: Float64Array, right: Float64Array, from: number, to: number, solution: Float64Array, offset: number, count: number): void {
  let above = 0;
  for (let month = 0; month < count; month += 1) {
    const pivot = pivots[month] ?? 0;
    const own = month >= from && month < to ? (right[month] ?? 0) : 0;
    above = pivot === 0 ? 0 : (own + above) / pivot;
    solution[offset + month] = above;
  }
  let below = 0;
  for (let month = count - 1; month >= 0; month -= 1) {
    const pivot = pivots[month] ?? 0;
    below = pivot === 0 ? 0 : (solution[offset + month] ?? 0) + below / pivot;
    solution[offset + month] = below;
  }
}

/** The multipliers of the years with free months, in the last places of the rows, and after them the level of the pinned month; false where they cannot be told. */
function solveMultipliers({ indicator, known, held, columns, rest, rows }: Work, perYear: number, count: number, years: number, open: number, pinned: boolean): boolean {
  const size = open + (pinned ? 1 : 0);
  const width = size + 1;
  let row = 0;
  for (let year = 0; year < years; year += 1) {
    let left = rest[year] ?? Number.NaN;
    if (Number.isNaN(left)) continue;
    const first = year * perYear;
    let whole = 0;
    for (let month = first; month < first + perYear; month += 1) {
      whole += indicator[month] ?? 0;
      if (isFree(known, month, pinned)) left -= (indicator[month] ?? 0) * (held[month] ?? 0);
    }
    for (let column = 0; column < open; column += 1) {
      let sum = 0;
      for (let month = first; month < first + perYear; month += 1) if (isFree(known, month, pinned)) sum -= (indicator[month] ?? 0) * (columns[column * count + month] ?? 0);
      rows[row * width + column] = sum;
    }
    if (pinned) {
      rows[row * width + open] = whole;
      rows[open * width + row] = whole;
    }
    rows[row * width + size] = left;
    row += 1;
  }
  if (pinned) {
    rows[open * width + open] = 0;
    rows[open * width + size] = 0;
  }
  return solveLinear(rows, size);
}

function isFree(known: Float64Array, month: number, pinned: boolean): boolean {
  return Number.isNaN(known[month] ?? 0) && (!pinned || month > 0);
}

/** Finds the ratios r of all months; false where the precision of numbers does not suffice. */
function solveRatios(work: Work, perYear: number, count: number, years: number, pinned: boolean): boolean {
  const { indicator, known, ratios, given, pivots, held, columns, rest, rows } = work;
  for (let month = 0; month < count; month += 1) ratios[month] = Number.isNaN(known[month] ?? 0) ? 0 : (known[month] ?? 0) / (indicator[month] ?? 1);
  let above = 0;
  for (let month = 0; month < count; month += 1) {
    // A known month gives its ratio to its neighbours.
    given[month] = (month > 0 ? (ratios[month - 1] ?? 0) : 0) + (month < count - 1 ? (ratios[month + 1] ?? 0) : 0);
    const neighbours = (month > 0 ? 1 : 0) + (month < count - 1 ? 1 : 0);
    above = isFree(known, month, pinned) ? neighbours - (above === 0 ? 0 : 1 / above) : 0;
    pivots[month] = above;
  }
  solveTridiagonal(pivots, given, 0, count, held, 0, count);
  let open = 0;
  for (let year = 0; year < years; year += 1) {
    if (Number.isNaN(rest[year] ?? Number.NaN)) continue;
    solveTridiagonal(pivots, indicator, year * perYear, (year + 1) * perYear, columns, open * count, count);
    open += 1;
  }
  if (!solveMultipliers(work, perYear, count, years, open, pinned)) return false;
  const size = open + (pinned ? 1 : 0);
  const level = pinned ? (rows[open * (size + 1) + size] ?? 0) : 0;
  for (let month = 0; month < count; month += 1) {
    if (!isFree(known, month, pinned)) continue;
    let ratio = (held[month] ?? 0) + level;
    for (let column = 0; column < open; column += 1) ratio -= (rows[column * (size + 1) + size] ?? 0) * (columns[column * count + month] ?? 0);
    ratios[month] = ratio;
  }
  if (pinned) ratios[0] = level;
  return true;
}

/** Turns ratios into months whose annual sums hold to the last digits. */
function monthsOf({ indicator, known, ratios, rest, scale }: Work, perYear: number, count: number): DentonResult {
  const values: number[] = [];
  for (let month = 0; month < count; month += 1) {
    const held = known[month] ?? 0;
    if (!Number.isNaN(held)) {
      values.push(held);
      continue;
    }
    const value = (ratios[month] ?? 0) * (indicator[month] ?? 0);
    if (!Number.isFinite(value)) return no('singular');
    if (value < -zeroTolerance * (scale[Math.floor(month / perYear)] ?? 0)) return no('negative-month');
    values.push(Math.max(0, value));
  }
  for (let first = 0; first < count; first += perYear) {
    const year = first / perYear;
    const target = rest[year] ?? Number.NaN;
    if (Number.isNaN(target)) continue;
    let sum = 0;
    for (let month = first; month < first + perYear; month += 1) if (Number.isNaN(known[month] ?? 0)) sum += values[month] ?? 0;
    if (Math.abs(sum - target) > sumTolerance * (scale[year] ?? 0)) return no('singular');
    if (sum <= 0) continue;
    const factor = Math.max(0, target) / sum;
    for (let month = first; month < first + perYear; month += 1) if (Number.isNaN(known[month] ?? 0)) values[month] = (values[month] ?? 0) * factor;
  }
  return { values, problem: null };
}

/**
 * Months of whole years whose ratio to the indicator changes as little as possible from month to month, with exact annual
 * sums. `annual` has one figure per year, `indicator` and `known` one entry per month; null in `known` is a month to
 * compute, a number stays as it is. A fully known year needs no annual figure and ignores one. Where there is no
 * solution the caller splits the whole series proportionally and says why.
 */
export function denton(
  indicator: readonly (number | null)[],
  annual: readonly (number | null)[],
  known: readonly (number | null)[],
  perYear = 12,
): DentonResult {
  const years = annual.length;
  const count = years * perYear;
  if (spare.months < count || spare.years < years) spare = workFor(Math.max(spare.months, count), Math.max(spare.years, years));
  const work = spare;
  let free = 0;
  for (let month = 0; month < count; month += 1) {
    const value = known[month] ?? null;
    if (value === null) free += 1;
    else if (!Number.isFinite(value)) return no('input-missing');
    work.known[month] = value ?? Number.NaN;
  }
  if (free === 0) return { values: Array.from(work.known.subarray(0, count)), problem: null };

  let mean = 0;
  for (let month = 0; month < count; month += 1) {
    const value = indicator[month] ?? null;
    if (value === null || !Number.isFinite(value)) return no('input-missing');
    if (value <= 0) return no('zero-indicator');
    mean += value / count;
    work.indicator[month] = value;
  }
  for (let month = 0; month < count; month += 1) work.indicator[month] = (work.indicator[month] ?? 0) / mean;
  for (let year = 0; year < years; year += 1) {
    let taken = 0;
    let isFull = true;
    for (let month = year * perYear; month < (year + 1) * perYear; month += 1) {
      const value = known[month] ?? null;
      if (value === null) isFull = false;
      else taken += value;
    }
    const total = isFull ? 0 : (annual[year] ?? null);
    if (total === null || !Number.isFinite(total)) return no('input-missing');
    if (!isFull && total - taken < -zeroTolerance * Math.abs(total)) return no('negative-month');
    work.rest[year] = isFull ? Number.NaN : total - taken;
    work.scale[year] = Math.abs(total);
  }
  return solveRatios(work, perYear, count, years, free === count) ? monthsOf(work, perYear, count) : no('singular');
}
