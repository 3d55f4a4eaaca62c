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

type Task = {
  readonly perYear: number;
  readonly count: number;
  /** Indicator over its mean, one per month. */
  readonly indicator: readonly number[];
  readonly known: readonly (number | null)[];
  /** What each year has left for its free months; null for a fully known year. */
  readonly rest: readonly (number | null)[];
  /** The size of each annual figure, against which rounding is judged. */
  readonly scale: readonly number[];
};

/** The pivots of T by elimination down the months; 0 in a month that is not free, which ends one stretch of free months. */
function pivotsOf(isFree: readonly boolean[]): readonly number[] {
  const pivots: number[] = [];
  let above = 0;
  for (let month = 0; month < isFree.length; month += 1) {
    const neighbours = (month > 0 ? 1 : 0) + (month < isFree.length - 1 ? 1 : 0);
    above = isFree[month] === true ? neighbours - (above === 0 ? 0 : 1 / above) : 0;
    pivots.push(above);
  }
  return pivots;
}

/** Solves T x = right, down the months and back up; `right` counts from `from` to before `to` and is zero elsewhere. Zero where no month is free. */
function solveTridiagonal(pivots: readonly number[], right: readonly number[], from: number, to: number): readonly number[] {
  const solution: number[] = [];
  let above = 0;
  for (let month = 0; month < pivots.length; month += 1) {
    const pivot = pivots[month] ?? 0;
    const own = month >= from && month < to ? (right[month] ?? 0) : 0;
    above = pivot === 0 ? 0 : (own + above) / pivot;
    solution.push(above);
  }
  let below = 0;
  for (let month = pivots.length - 1; month >= 0; month -= 1) {
    const pivot = pivots[month] ?? 0;
    below = pivot === 0 ? 0 : (solution[month] ?? 0) + below / pivot;
    solution[month] = below;
  }
  return solution;
}

/** The multipliers of the years, and the level of the pinned month after them where one is pinned. */
function multipliers(task: Task, isFree: readonly boolean[], years: readonly number[], held: readonly number[], columns: readonly (readonly number[])[], pinned: boolean): readonly number[] | null {
  const { perYear, indicator, rest } = task;
  const matrix: number[][] = [];
  const right: number[] = [];
  const wholes: number[] = [];
  for (const year of years) {
    const first = year * perYear;
    let whole = 0;
    let left = rest[year] ?? 0;
    for (let month = first; month < first + perYear; month += 1) {
      whole += indicator[month] ?? 0;
      if (isFree[month] === true) left -= (indicator[month] ?? 0) * (held[month] ?? 0);
    }
    const row: number[] = [];
    for (const column of columns) {
      let sum = 0;
      for (let month = first; month < first + perYear; month += 1) if (isFree[month] === true) sum -= (indicator[month] ?? 0) * (column[month] ?? 0);
      row.push(sum);
    }
    if (pinned) row.push(whole);
    wholes.push(whole);
    matrix.push(row);
    right.push(left);
  }
  if (pinned) {
    matrix.push([...wholes, 0]);
    right.push(0);
  }
  return solveLinear(matrix, right);
}

/** The ratios r of all months; null where the precision of numbers does not suffice. */
function solvedRatios(task: Task): readonly number[] | null {
  const { perYear, count, indicator, known, rest } = task;
  const pinned = known.every((value) => value === null);
  const isFree: boolean[] = [];
  const ratios: number[] = [];
  for (let month = 0; month < count; month += 1) {
    const value = known[month] ?? null;
    isFree.push(value === null && (!pinned || month > 0));
    ratios.push(value === null ? 0 : value / (indicator[month] ?? 1));
  }
  // A known month gives its ratio to its neighbours.
  const given = ratios.map((_, month) => (month > 0 ? (ratios[month - 1] ?? 0) : 0) + (month < count - 1 ? (ratios[month + 1] ?? 0) : 0));
  const pivots = pivotsOf(isFree);
  const held = solveTridiagonal(pivots, given, 0, count);
  const years: number[] = [];
  for (let year = 0; year < rest.length; year += 1) if (rest[year] !== null) years.push(year);
  const columns = years.map((year) => solveTridiagonal(pivots, indicator, year * perYear, (year + 1) * perYear));

  const solved = multipliers(task, isFree, years, held, columns, pinned);
  if (solved === null) return null;
  const level = pinned ? (solved[years.length] ?? 0) : 0;
  for (let month = 0; month < count; month += 1) if (isFree[month] === true) ratios[month] = (held[month] ?? 0) + level;
  columns.forEach((column, at) => {
    const multiplier = solved[at] ?? 0;
    for (let month = 0; month < count; month += 1) if (isFree[month] === true) ratios[month] = (ratios[month] ?? 0) - multiplier * (column[month] ?? 0);
  });
  if (pinned) ratios[0] = level;
  return ratios;
}

/** Turns ratios into months whose annual sums hold to the last digits. */
function months(task: Task, ratios: readonly number[]): DentonResult {
  const { perYear, count, indicator, known, rest, scale } = task;
  const values: number[] = [];
  for (let month = 0; month < count; month += 1) {
    const held = known[month] ?? null;
    const value = held ?? (ratios[month] ?? 0) * (indicator[month] ?? 0);
    if (!Number.isFinite(value)) return no('singular');
    if (held === null && value < -zeroTolerance * (scale[Math.floor(month / perYear)] ?? 0)) return no('negative-month');
    values.push(held === null ? Math.max(0, value) : value);
  }
  for (let year = 0; year < rest.length; year += 1) {
    const target = rest[year] ?? null;
    if (target === null) continue;
    let sum = 0;
    for (let month = year * perYear; month < (year + 1) * perYear; month += 1) if (known[month] === null) sum += values[month] ?? 0;
    if (Math.abs(sum - target) > sumTolerance * (scale[year] ?? 0)) return no('singular');
    if (sum <= 0) continue;
    const factor = Math.max(0, target) / sum;
    for (let month = year * perYear; month < (year + 1) * perYear; month += 1) if (known[month] === null) values[month] = (values[month] ?? 0) * factor;
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
  const count = annual.length * perYear;
  const held: (number | null)[] = [];
  let isOpen = false;
  for (let month = 0; month < count; month += 1) {
    const value = known[month] ?? null;
    if (value === null) isOpen = true;
    else if (!Number.isFinite(value)) return no('input-missing');
    held.push(value);
  }
  if (!isOpen) return { values: held.map((value) => value ?? 0), problem: null };

  let mean = 0;
  for (let month = 0; month < count; month += 1) {
    const value = indicator[month] ?? null;
    if (value === null || !Number.isFinite(value)) return no('input-missing');
    if (value <= 0) return no('zero-indicator');
    mean += value / count;
  }
  const weights: number[] = [];
  for (let month = 0; month < count; month += 1) weights.push((indicator[month] ?? 0) / mean);
  const rest: (number | null)[] = [];
  const scale: number[] = [];
  for (let year = 0; year < annual.length; year += 1) {
    let taken = 0;
    let isFull = true;
    for (let month = year * perYear; month < (year + 1) * perYear; month += 1) {
      const value = held[month] ?? null;
      if (value === null) isFull = false;
      else taken += value;
    }
    const total = isFull ? 0 : (annual[year] ?? null);
    if (total === null || !Number.isFinite(total)) return no('input-missing');
    if (!isFull && total - taken < -zeroTolerance * Math.abs(total)) return no('negative-month');
    rest.push(isFull ? null : total - taken);
    scale.push(Math.abs(total));
  }
  const task: Task = { perYear, count, indicator: weights, known: held, rest, scale };
  const ratios = solvedRatios(task);
  return ratios === null ? no('singular') : months(task, ratios);
}
