/**
 * A subsidy brings sales forward and some of them are missing later (method, section 1 "Subsidy lever"; settled point 7;
 * worked case M30).
 *
 *   V_m = V0_m (1 + u_m) - pi * sum of (V0 u) * b_m        sum of b = 1, 0 <= pi <= 1, in the unit of the volume
 *
 * Net addition = gross x (1 - pi) where the whole payback lies in computed months; a part after them is reported as outside.
 * The annual volume is then the sum of the path, so totals move.
 */
import { finite } from './finite.ts';

/**
 * `negative-month`: the payback exceeds what a month has, which is then missing; `payback-not-one`: the profile was used
 * after dividing by its sum; `payback-invalid`: no profile with a positive sum, a negative or missing entry, or a fraction
 * outside 0 to 1, so the path is missing; `input-missing`: a volume under an uplift, or an uplift, is missing.
 */
export type SubsidyProblem = 'negative-month' | 'payback-not-one' | 'payback-invalid' | 'input-missing';

export type SubsidyPath = {
  readonly path: readonly (number | null)[];
  /** Sum of V0 u, brought forward or won; null when unknown. */
  readonly gross: number | null;
  /** Path less V0 over the computed months. */
  readonly net: number | null;
  /** Payback that falls after the last computed month. */
  readonly outside: number | null;
  readonly problem: SubsidyProblem | null;
  /** The first month (position) the problem is about, where it is about one. */
  readonly at: number | null;
};

const tolerance = 1e-9;

/**
 * The path of a volume under a subsidy. `base` and `uplift` have one entry per month of the whole years (uplift 0.2 is +20%,
 * negative uplifts are allowed); `payback` counts months from the same beginning and may reach past the last of them.
 */
export function subsidyPath(
  base: readonly (number | null)[],
  uplift: readonly (number | null)[],
  fraction: number | null,
  payback: readonly (number | null)[],
): SubsidyPath {
  let gross = 0;
  let missingAt: number | null = null;
  for (let month = 0; month < base.length; month += 1) {
    const volume = base[month] ?? null;
    const rate = month < uplift.length ? (uplift[month] ?? null) : 0;
    if (rate === 0) continue;
    if (volume === null || rate === null) missingAt ??= month;
    else gross += volume * rate;
  }
  const grossKnown = missingAt === null ? finite(gross) : null;
  let profileSum = 0;
  for (const weight of payback) profileSum += weight === null || !(weight >= 0) ? Number.NaN : weight;
  const none = fraction === 0 || grossKnown === 0;
  const validFraction = fraction !== null && fraction >= 0 && fraction <= 1;
  if (!validFraction || (!none && !(profileSum > 0 && Number.isFinite(profileSum)))) {
    return { path: base.map(() => null), gross: grossKnown, net: null, outside: null, problem: 'payback-invalid', at: null };
  }

  const paid = (month: number): number | null => {
    const weight = none ? 0 : (payback[month] ?? 0) / profileSum;
    if (weight === 0) return 0;
    return grossKnown === null ? null : fraction * grossKnown * weight;
  };
  const path: (number | null)[] = [];
  let net: number | null = 0;
  let negativeAt: number | null = null;
  for (let month = 0; month < base.length; month += 1) {
    const volume = base[month] ?? null;
    const rate = month < uplift.length ? (uplift[month] ?? null) : 0;
    const back = paid(month);
    const value = volume === null || rate === null || back === null ? null : finite(volume * (1 + rate) - back);
    const negative = volume !== null && value !== null && value < -tolerance * Math.abs(volume);
    if (negative) negativeAt ??= month;
    if (volume === null || value === null || negative) {
      path.push(null);
      net = null;
      continue;
    }
    const kept = Math.max(0, value);
    path.push(kept);
    if (net !== null) net += kept - volume;
  }
  let outside: number | null = 0;
  for (let month = base.length; month < payback.length; month += 1) {
    const back = paid(month);
    outside = outside === null || back === null ? null : outside + back;
  }
  const notOne = !none && Math.abs(profileSum - 1) > tolerance;
  const problem: SubsidyProblem | null = negativeAt !== null ? 'negative-month' : missingAt !== null ? 'input-missing' : notOne ? 'payback-not-one' : null;
  return { path, gross: grossKnown, net, outside, problem, at: negativeAt ?? missingAt };
}
