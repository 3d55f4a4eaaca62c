/**
 * Magnets are bought before the product is finished (method, section 1 "Demand timing"; settled point 10).
 *
 *   i_m = sum over j of g_j V_(m+j)      g >= 0, sum of g = 1; past the last calendar year V_m = V_(m-12)
 *
 * i, in the unit of the volume, is only an indicator: benchmarked to the year's demand it gives the months of demand, so
 * the lead moves demand between months and never between the totals of years. The intensity does not enter.
 */
import { finite } from './finite.ts';

/** `weights-not-one`: used after dividing by their sum; `weights-invalid`: none, a missing or negative one, or all zero. */
export type LeadProblem = 'weights-not-one' | 'weights-invalid';

export type LeadIndicator = { readonly values: readonly (number | null)[]; readonly problem: LeadProblem | null };

const tolerance = 1e-9;

/**
 * The weights g of a lead in months, from g_0 on: a lead of 2 is all of it two months ahead, a lead of half a month half in
 * the month itself and half in the next. Null for a negative or unreasonable lead (over 12 months).
 */
export function leadWeights(months: number): readonly number[] | null {
  if (!(months >= 0 && months <= 12)) return null;
  const whole = Math.floor(months);
  const part = months - whole;
  const weights: number[] = [];
  for (let ahead = 0; ahead < whole; ahead += 1) weights.push(0);
  weights.push(1 - part);
  if (part > 0) weights.push(part);
  return weights;
}

/** The volume of a month of the whole years, or past them of the same calendar month of the last year. */
function volumeAt(volume: readonly (number | null)[], month: number): number | null {
  let at = month;
  while (at >= volume.length) at -= 12;
  return volume[at] ?? null;
}

/**
 * The lead-shifted volume of every month. `volume` covers whole calendar years. A missing volume makes missing each month
 * that looks at it; a weight of zero does not look.
 */
export function leadIndicator(volume: readonly (number | null)[], weights: readonly (number | null)[]): LeadIndicator {
  let sum = 0;
  for (const weight of weights) sum += weight === null || !(weight >= 0) ? Number.NaN : weight;
  if (!(sum > 0 && Number.isFinite(sum))) return { values: volume.map(() => null), problem: 'weights-invalid' };
  const isOne = Math.abs(sum - 1) <= tolerance;
  const values = volume.map((_, month) => {
    let total = 0;
    for (let ahead = 0; ahead < weights.length; ahead += 1) {
      const weight = weights[ahead] ?? 0;
      if (weight === 0) continue;
      const value = volumeAt(volume, month + ahead);
      if (value === null) return null;
      total += (weight / sum) * value;
    }
    return finite(total);
  });
  return { values, problem: isOne ? null : 'weights-not-one' };
}
