/**
 * Growth as a check and as a lever (method, section 7 "Checks" and section 8; settled points 30, 33, 35; worked cases M02,
 * M25).
 *
 *   implied growth = value / base - 1;   ok up to 1.0 percentage point from the stated growth, beyond it fail
 *   overlay:  L'_t = L'_(t-1) * (L_t / L_(t-1) + sum of points_t / 100)
 *
 * Levels in any unit; growth as a ratio (0.29 is +29%), points in percentage points. A year without points keeps its own
 * growth on the rebuilt level.
 */
import { finite } from './finite.ts';

export type GrowthCheck = {
  readonly implied: number;
  /** Implied less stated. */
  readonly difference: number;
  readonly status: 'ok' | 'fail';
  /** What the value would be if the stated growth is right, and the base if the value is. */
  readonly valueIfGrowthRight: number;
  readonly baseIfValueRight: number | null;
};

/** The largest difference of implied and stated growth that rounding explains: 1.0 percentage point (settled point 33). */
export const growthThreshold = 0.01;

/** Compares stated growth with what base and value imply; null where one is missing or the base is not above zero. */
export function checkGrowth(base: number | null, value: number | null, stated: number | null, threshold = growthThreshold): GrowthCheck | null {
  if (base === null || value === null || stated === null || !(base > 0)) return null;
  const implied = finite(value / base - 1);
  const valueIfGrowthRight = finite(base * (1 + stated));
  if (implied === null || valueIfGrowthRight === null) return null;
  const difference = implied - stated;
  // A difference of exactly the threshold is ok, whatever the last binary digit says.
  const status = Math.abs(difference) <= threshold + 1e-12 ? 'ok' : 'fail';
  return { implied, difference, status, valueIfGrowthRight, baseIfValueRight: levelBefore(value, stated) };
}

/** The level from which a level grew; null when missing or when everything was lost. */
export function levelBefore(level: number | null, growth: number | null): number | null {
  return level === null || growth === null || growth <= -1 ? null : finite(level / (1 + growth));
}

/** Percentage points on the growth of some years; `years` are positions in the levels, empty for every year but the first. */
export type GrowthOverlay = { readonly years: readonly number[]; readonly points: number };

/**
 * `first-year`: there is no year before to grow from; `from-zero`: the year before is zero; `level-missing`: a level is
 * missing. In these three the overlay does nothing in that year. `negative-level`: more than everything is lost; the level
 * and what grows from it are missing.
 */
export type GrowthProblem = 'first-year' | 'from-zero' | 'level-missing' | 'negative-level';

export type RebuiltLevels = {
  readonly levels: readonly (number | null)[];
  /** One entry per year. */
  readonly problems: readonly (GrowthProblem | null)[];
};

function pointsOf(overlays: readonly GrowthOverlay[], year: number): number | null {
  let sum = 0;
  let touched = false;
  for (const overlay of overlays) {
    const meant = overlay.years.length === 0 ? year > 0 : overlay.years.includes(year);
    if (!meant) continue;
    touched = true;
    sum += overlay.points;
  }
  return touched ? sum : null;
}

/**
 * Levels after the growth overlays of one layer, on what the layers before left. Points that fall on one year add up. With
 * no overlay the levels are the same numbers.
 */
export function applyGrowth(levels: readonly (number | null)[], overlays: readonly GrowthOverlay[]): RebuiltLevels {
  const rebuilt: (number | null)[] = [];
  const problems: (GrowthProblem | null)[] = [];
  // The rebuilt level over the level before: a year that cannot be linked to the one before it starts again at 1.
  let factor: number | null = 1;
  for (let year = 0; year < levels.length; year += 1) {
    const level = levels[year] ?? null;
    const before = year === 0 ? null : (levels[year - 1] ?? null);
    const points = pointsOf(overlays, year);
    const linked = level !== null && before !== null && before !== 0;
    let problem: GrowthProblem | null = null;
    if (!linked) {
      factor = 1;
      if (points !== null) problem = year === 0 ? 'first-year' : before === 0 ? 'from-zero' : 'level-missing';
      rebuilt.push(level);
    } else if (factor === null) {
      rebuilt.push(null);
    } else {
      const previous: number = before * factor;
      const value: number | null = points === null ? level * factor : finite(previous * (level / before + points / 100));
      if (value !== null && value < 0 && level >= 0) {
        problem = 'negative-level';
        factor = null;
        rebuilt.push(null);
      } else {
        rebuilt.push(value);
        // From a level of zero nothing can be scaled; the next year starts again by itself.
        factor = value === null ? null : level === 0 ? 1 : value / level;
      }
    }
    problems.push(problem);
  }
  return { levels: rebuilt, problems };
}
