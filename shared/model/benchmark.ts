/**
 * Months from annual figures and an indicator, over whole calendar years (method, section 1 "Keeping annual totals exact";
 * settled points 9, 11, 40; worked cases M07, M08).
 *
 *   proportional    x_m = (X_y - known) * i_m / sum of i over the free months of year y
 *   denton          see denton.ts; chosen for more than one year, and given up for the whole series where it has no answer
 *
 * x in the unit of the annual figures. Weights and lead-shifted volumes both come here, each with its own decision.
 */
import { denton, type DentonProblem } from './denton.ts';
import { finite } from './finite.ts';

export type SplitMethod = 'auto' | 'proportional' | 'denton';

/** What is wrong with one year; its free months are missing, the other years stand. */
export type SplitProblem = 'input-missing' | 'year-to-date-above-annual' | 'profile-sum-zero' | 'profile-negative';

export type Benchmarked = {
  /** One entry per month of the years, known months as given. */
  readonly values: readonly (number | null)[];
  readonly used: 'proportional' | 'denton';
  /** Why Denton was asked for and not used; null where it was used or not asked for. */
  readonly fallback: DentonProblem | null;
  /** One entry per year. */
  readonly problems: readonly (SplitProblem | null)[];
};

const tolerance = 1e-9;

/** What the free months of one year share, and the sum of their weights; only of use without a problem. */
type YearRest = { readonly left: number; readonly weight: number; readonly problem: SplitProblem | null };

const nothing: YearRest = { left: 0, weight: 0, problem: null };

function without(problem: SplitProblem): YearRest {
  return { ...nothing, problem };
}

/** The year whose January is at position `from`. */
function yearRest(indicator: readonly (number | null)[], annual: number | null, known: readonly (number | null)[], from: number): YearRest {
  let held = 0;
  let free = 0;
  let weight = 0;
  let problem: SplitProblem | null = null;
  for (let at = from; at < from + 12; at += 1) {
    const value = known[at] ?? null;
    if (value !== null) {
      held += value;
      continue;
    }
    free += 1;
    const share = indicator[at] ?? null;
    if (share === null || !Number.isFinite(share)) problem ??= 'input-missing';
    else if (share < 0) problem ??= 'profile-negative';
    else weight += share;
  }
  if (free === 0) return nothing;
  if (annual === null || !Number.isFinite(annual)) return without('input-missing');
  if (problem !== null) return without(problem);
  const rest = annual - held;
  if (rest < -tolerance * Math.abs(annual)) return without('year-to-date-above-annual');
  const left = rest <= tolerance * Math.abs(annual) && weight === 0 ? 0 : Math.max(0, rest);
  return left > 0 && weight === 0 ? without('profile-sum-zero') : { left, weight, problem: null };
}

/** Every year for itself: its free months in proportion to the indicator, missing where the year has a problem. */
function proportional(indicator: readonly (number | null)[], known: readonly (number | null)[], years: readonly YearRest[]): readonly (number | null)[] {
  const values: (number | null)[] = [];
  for (let at = 0; at < years.length * 12; at += 1) {
    const { left, weight, problem } = years[Math.floor(at / 12)] ?? nothing;
    const value = known[at] ?? null;
    if (value !== null || problem !== null) values.push(value);
    else values.push(weight === 0 ? 0 : finite(left * ((indicator[at] ?? 0) / weight)));
  }
  return values;
}

/**
 * Splits annual figures over the twelve months of each year, known months held and annual sums exact. A year with a problem
 * leaves its free months missing; no computed month is negative. A fully known year ignores its annual figure.
 */
export function benchmark(
  indicator: readonly (number | null)[],
  annual: readonly (number | null)[],
  known: readonly (number | null)[],
  method: SplitMethod,
): Benchmarked {
  const years = annual.map((total, year) => yearRest(indicator, total, known, year * 12));
  const problems = years.map((year) => year.problem);
  const asked = method === 'denton' || (method === 'auto' && annual.length > 1);
  const smooth = asked ? denton(indicator, annual, known) : null;
  if (smooth !== null && smooth.problem === null) return { values: smooth.values, used: 'denton', fallback: null, problems };
  return { values: proportional(indicator, known, years), used: 'proportional', fallback: smooth?.problem ?? null, problems };
}
