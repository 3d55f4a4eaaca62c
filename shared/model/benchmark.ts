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

type YearSplit = { readonly values: readonly (number | null)[]; readonly problem: SplitProblem | null };

function proportionalYear(indicator: readonly (number | null)[], annual: number | null, known: readonly (number | null)[]): YearSplit {
  if (known.every((value) => value !== null)) return { values: known, problem: null };
  const without = (problem: SplitProblem): YearSplit => ({ values: known, problem });
  if (annual === null || !Number.isFinite(annual)) return without('input-missing');
  let rest = annual;
  let free = 0;
  for (let month = 0; month < known.length; month += 1) {
    const value = known[month] ?? null;
    if (value !== null) {
      rest -= value;
      continue;
    }
    const weight = indicator[month] ?? null;
    if (weight === null || !Number.isFinite(weight)) return without('input-missing');
    if (weight < 0) return without('profile-negative');
    free += weight;
  }
  if (rest < -tolerance * Math.abs(annual)) return without('year-to-date-above-annual');
  const left = rest <= tolerance * Math.abs(annual) && free === 0 ? 0 : Math.max(0, rest);
  if (left > 0 && free === 0) return without('profile-sum-zero');
  return {
    values: known.map((value, month) => value ?? (free === 0 ? 0 : finite(left * ((indicator[month] ?? 0) / free)))),
    problem: null,
  };
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
  const years = annual.map((total, year) => {
    const months = Array.from({ length: 12 }, (_, month) => year * 12 + month);
    return proportionalYear(months.map((at) => indicator[at] ?? null), total, months.map((at) => known[at] ?? null));
  });
  const problems = years.map((year) => year.problem);
  const asked = method === 'denton' || (method === 'auto' && annual.length > 1);
  const smooth = asked ? denton(indicator, annual, known) : null;
  if (smooth !== null && smooth.problem === null) return { values: smooth.values, used: 'denton', fallback: null, problems };
  return { values: years.flatMap((year) => year.values), used: 'proportional', fallback: smooth?.problem ?? null, problems };
}
