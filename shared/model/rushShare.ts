/**
 * A month that must take a given share of its year (method, section 1 "Monthly split"; settled points 3 and 36).
 *
 *   R_M = s_M / (1 - sum of s) * (sum of the untargeted weights) / w_M        dimensionless; R = 1 where no share is asked
 *
 * Several target shares in one year are solved together: with these multipliers w_M R_M is the share s_M of the year's
 * sum, whatever the other months are.
 */
import { finite } from './finite.ts';

/**
 * `share-negative`; `shares-not-below-one`: the targets leave nothing for the other months; `weight-zero`: a targeted month,
 * or all the others together, have no weight to scale; `weights-invalid`: a weight is missing or negative.
 */
export type RushProblem = 'share-negative' | 'shares-not-below-one' | 'weight-zero' | 'weights-invalid';

export type RushMultipliers =
  | { readonly multipliers: readonly number[]; readonly problem: null }
  | { readonly multipliers: null; readonly problem: RushProblem };

function no(problem: RushProblem): RushMultipliers {
  return { multipliers: null, problem };
}

/**
 * The multipliers of one calendar year. `weights` are those without any rush; `shares` has a target (0 to below 1) or null
 * for each month.
 */
export function rushMultipliers(weights: readonly (number | null)[], shares: readonly (number | null)[]): RushMultipliers {
  let target = 0;
  let rest = 0;
  let targeted = false;
  for (let month = 0; month < weights.length; month += 1) {
    const weight = weights[month] ?? null;
    if (weight === null || !Number.isFinite(weight) || weight < 0) return no('weights-invalid');
    const share = shares[month] ?? null;
    if (share === null) {
      rest += weight;
      continue;
    }
    if (!(share >= 0)) return no('share-negative');
    if (share > 0 && weight === 0) return no('weight-zero');
    targeted = true;
    target += share;
  }
  if (!targeted) return { multipliers: weights.map(() => 1), problem: null };
  if (!(target < 1)) return no('shares-not-below-one');
  if (rest === 0) return no('weight-zero');
  const multipliers: number[] = [];
  for (let month = 0; month < weights.length; month += 1) {
    const share = shares[month] ?? null;
    const weight = weights[month] ?? 0;
    const multiplier = share === null ? 1 : share === 0 ? 0 : finite(((share / (1 - target)) * rest) / weight);
    if (multiplier === null) return no('weight-zero');
    multipliers.push(multiplier);
  }
  return { multipliers, problem: null };
}
