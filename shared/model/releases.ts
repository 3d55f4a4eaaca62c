/**
 * Published figures that cover several months at once: January and February together, or the year so far (method, section 1
 * "Chinese New Year", section 2 "months vs published cumulative"; worked case M04).
 *
 *   block of months after the last release:   B = cumulative - cumulative before
 *   a month of it without its own figure:     x_m = (B - known months of the block) * w_m / sum of w over such months
 *
 * In the unit of the release. A figure found this way is an estimate, never an actual. January and February together are a
 * year so far whose first release comes in February.
 */
import { finite } from './finite.ts';

/**
 * `months-above-cumulative`: the known months of a block exceed it; `cumulative-falls`: a release lies below the one before;
 * `identity-broken`: a block whose months are all known differs from their sum by more than the tolerance;
 * `weights-invalid`: a weight is missing or negative, or the months to fill have none together. The months that such a
 * block leaves open are missing.
 */
export type ReleaseProblem = 'months-above-cumulative' | 'cumulative-falls' | 'identity-broken' | 'weights-invalid';

/** The months after one release up to and including the next, positions 0 to 11. */
export type ReleaseBlock = {
  readonly from: number;
  readonly to: number;
  /** The release less the one before. */
  readonly total: number;
  /** Known months less the total where every month is known; null where some are filled. */
  readonly residual: number | null;
  readonly problem: ReleaseProblem | null;
};

export type ReleasedMonths = {
  readonly values: readonly (number | null)[];
  /** True where the value was found from a release: an estimate. */
  readonly estimated: readonly boolean[];
  readonly blocks: readonly ReleaseBlock[];
};

/** Rounding of published tonnes: an identity of customs figures holds within 2 t (worked case M04). */
export const identityTolerance = 2;

function fillBlock(from: number, to: number, total: number, values: (number | null)[], estimated: boolean[], weights: readonly (number | null)[], tolerance: number): ReleaseBlock {
  let known = 0;
  let free = 0;
  let open = 0;
  for (let month = from; month <= to; month += 1) {
    const value = values[month] ?? null;
    if (value === null) {
      open += 1;
      const weight = weights[month] ?? null;
      free += weight === null || !(weight >= 0) ? Number.NaN : weight;
    } else known += value;
  }
  if (open === 0) {
    const residual = known - total;
    return { from, to, total, residual, problem: Math.abs(residual) > tolerance ? 'identity-broken' : null };
  }
  const done = (problem: ReleaseProblem | null): ReleaseBlock => ({ from, to, total, residual: null, problem });
  if (total < -tolerance) return done('cumulative-falls');
  const rest = total - known;
  if (rest < -tolerance) return done('months-above-cumulative');
  const left = Math.max(0, rest);
  // One open month needs no weight: the whole rest is its own.
  if (open > 1 && !(free > 0 && Number.isFinite(free))) return done('weights-invalid');
  for (let month = from; month <= to; month += 1) {
    if (values[month] !== null) continue;
    values[month] = open === 1 ? left : finite(left * ((weights[month] ?? 0) / free));
    estimated[month] = true;
  }
  return done(null);
}

/**
 * The months of one calendar year from releases for the year so far. `cumulative` holds the release through each month,
 * `known` the months published on their own (they win), `weights` the seasonal weights; null where there is none. Months
 * after the last release stay as they are. `tolerance` is in the unit of the releases.
 */
export function decumulate(
  cumulative: readonly (number | null)[],
  known: readonly (number | null)[],
  weights: readonly (number | null)[],
  tolerance = identityTolerance,
): ReleasedMonths {
  const values: (number | null)[] = [];
  const estimated: boolean[] = [];
  for (let month = 0; month < 12; month += 1) {
    values.push(known[month] ?? null);
    estimated.push(false);
  }
  const blocks: ReleaseBlock[] = [];
  let before = 0;
  let from = 0;
  for (let to = 0; to < 12; to += 1) {
    const release = cumulative[to] ?? null;
    if (release === null || !Number.isFinite(release)) continue;
    blocks.push(fillBlock(from, to, release - before, values, estimated, weights, tolerance));
    before = release;
    from = to + 1;
  }
  return { values, estimated, blocks };
}
