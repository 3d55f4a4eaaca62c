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

/**
 * Solves the tridiagonal system over the free months for every right-hand side at once: down the months and back up. A known
 * month (the pinned one counts as known, with ratio 0) ends one stretch of free months and gives its ratio to the next.
 */
function eliminate(task: Task, isFree: Uint8Array, ratios: Float64Array, years: readonly number[], lines: Float64Array): void {
  const { perYear, count, indicator } = task;
  const width = years.length + 1;
  const pivots = new Float64Array(count);
  const position = new Int32Array(task.rest.length);
  years.forEach((year, at) => {
    position[year] = at + 1;
  });
  for (let month = 0; month < count; month += 1) {
    if (isFree[month] !== 1) continue;
    const line = month * width;
    const own = position[Math.floor(month / perYear)] ?? 0;
    lines[line + own] = indicator[month] ?? 0;
    let pivot = (month > 0 ? 1 : 0) + (month < count - 1 ? 1 : 0);
    if (month > 0 && isFree[month - 1] === 1) {
      pivot -= 1 / (pivots[month - 1] ?? 1);
      for (let at = 0; at <= own; at += 1) lines[line + at] = (lines[line + at] ?? 0) + (lines[line - width + at] ?? 0);
    } else if (month > 0) lines[line] = (lines[line] ?? 0) + (ratios[month - 1] ?? 0);
    if (month < count - 1 && isFree[month + 1] === 0) lines[line] = (lines[line] ?? 0) + (ratios[month + 1] ?? 0);
    for (let at = 0; at <= own; at += 1) lines[line + at] = (lines[line + at] ?? 0) / pivot;
    pivots[month] = pivot;
  }
  for (let month = count - 2; month >= 0; month -= 1) {
    if (isFree[month] !== 1 || isFree[month + 1] !== 1) continue;
    const line = month * width;
    const pivot = pivots[month] ?? 1;
    for (let at = 0; at < width; at += 1) lines[line + at] = (lines[line + at] ?? 0) + (lines[line + width + at] ?? 0) / pivot;
  }
}

/** The multipliers of the years, and the level of the pinned month after them where one is pinned. */
function multipliers(task: Task, isFree: Uint8Array, years: readonly number[], lines: Float64Array, pinned: boolean): readonly number[] | null {
  const { perYear, indicator, rest } = task;
  const width = years.length + 1;
  const size = pinned ? width : years.length;
  const matrix: number[][] = [];
  const right: number[] = [];
  const last: number[] = [];
  for (const year of years) {
    const row = new Array<number>(size).fill(0);
    let left = rest[year] ?? 0;
    let whole = 0;
    for (let month = year * perYear; month < (year + 1) * perYear; month += 1) {
      const weight = indicator[month] ?? 0;
      whole += weight;
      if (isFree[month] !== 1) continue;
      const line = month * width;
      left -= weight * (lines[line] ?? 0);
      for (let at = 0; at < years.length; at += 1) row[at] = (row[at] ?? 0) - weight * (lines[line + at + 1] ?? 0);
    }
    if (pinned) row[years.length] = whole;
    last.push(whole);
    matrix.push(row);
    right.push(left);
  }
  if (pinned) {
    matrix.push([...last, 0]);
    right.push(0);
  }
  return solveLinear(matrix, right);
}

/** The ratios r of all free months, by month; null where the precision of numbers does not suffice. */
function freeRatios(task: Task): Float64Array | null {
  const { count, indicator, known, rest } = task;
  const ratios = new Float64Array(count);
  const isFree = new Uint8Array(count);
  const pinned = known.every((value) => value === null);
  for (let month = 0; month < count; month += 1) {
    const value = known[month] ?? null;
    if (value !== null) ratios[month] = value / (indicator[month] ?? 1);
    else if (!pinned || month > 0) isFree[month] = 1;
  }
  const years: number[] = [];
  for (let year = 0; year < rest.length; year += 1) if (rest[year] !== null) years.push(year);

  // One line per month: the answer to the known neighbours, then to a unit multiplier of each year.
  const width = years.length + 1;
  const lines = new Float64Array(count * width);
  eliminate(task, isFree, ratios, years, lines);
  const solved = multipliers(task, isFree, years, lines, pinned);
  if (solved === null) return null;
  const level = pinned ? (solved[years.length] ?? 0) : 0;
  if (pinned) ratios[0] = level;
  for (let month = 0; month < count; month += 1) {
    if (isFree[month] !== 1) continue;
    const line = month * width;
    let ratio = (lines[line] ?? 0) + level;
    for (let at = 0; at < years.length; at += 1) ratio -= (solved[at] ?? 0) * (lines[line + at + 1] ?? 0);
    ratios[month] = ratio;
  }
  return ratios;
}

/** Turns ratios into months whose annual sums hold to the last digits. */
function months(task: Task, ratios: Float64Array): DentonResult {
  const { perYear, indicator, known, rest, scale } = task;
  const values = known.map((value, month) => value ?? (ratios[month] ?? 0) * (indicator[month] ?? 0));
  for (let month = 0; month < values.length; month += 1) {
    const value = values[month] ?? Number.NaN;
    if (!Number.isFinite(value)) return no('singular');
    if (known[month] !== null || value >= 0) continue;
    if (value < -zeroTolerance * (scale[Math.floor(month / perYear)] ?? 0)) return no('negative-month');
    values[month] = 0;
  }
  for (let year = 0; year < rest.length; year += 1) {
    const target = rest[year] ?? null;
    if (target === null) continue;
    let sum = 0;
    for (let month = year * perYear; month < (year + 1) * perYear; month += 1) if (known[month] === null) sum += values[month] ?? 0;
    if (Math.abs(sum - target) > sumTolerance * (scale[year] ?? 0)) return no('singular');
    if (sum <= 0) continue;
    const factor = Math.max(0, target) / sum;
    for (let month = year * perYear; month < (year + 1) * perYear; month += 1) {
      if (known[month] === null) values[month] = (values[month] ?? 0) * factor;
    }
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
  const held = Array.from({ length: count }, (_, month) => known[month] ?? null);
  if (held.some((value) => value !== null && !Number.isFinite(value))) return no('input-missing');
  if (held.every((value) => value !== null)) return { values: held.map((value) => value ?? 0), problem: null };

  const plain: number[] = [];
  for (let month = 0; month < count; month += 1) {
    const value = indicator[month] ?? null;
    if (value === null || !Number.isFinite(value)) return no('input-missing');
    if (value <= 0) return no('zero-indicator');
    plain.push(value);
  }
  const mean = plain.reduce((sum, value) => sum + value / count, 0);
  const rest: (number | null)[] = [];
  const scale: number[] = [];
  for (let year = 0; year < annual.length; year += 1) {
    const ofYear = held.slice(year * perYear, (year + 1) * perYear);
    if (ofYear.every((value) => value !== null)) {
      rest.push(null);
      scale.push(0);
      continue;
    }
    const total = annual[year] ?? null;
    if (total === null || !Number.isFinite(total)) return no('input-missing');
    scale.push(Math.abs(total));
    const left = ofYear.reduce<number>((sum, value) => sum - (value ?? 0), total);
    if (left < -zeroTolerance * Math.abs(total)) return no('negative-month');
    rest.push(left);
  }
  const task: Task = { perYear, count, indicator: plain.map((value) => value / mean), known: held, rest, scale };
  const ratios = freeRatios(task);
  return ratios === null ? no('singular') : months(task, ratios);
}
