/**
 * A total over periods of which some stay as they are: what the others share by the proportions in which they stand.
 *
 *   free total = total - sum of pinned;   x_i = free total * w_i / sum of w
 *   w_i: the number that stands there, where those numbers have a sum above zero; else the weight, else equal
 */
import { plainNumber } from '../commands/plainNumber.ts';
import { fail, ok, type Result } from '../result.ts';

export type SpreadPart = {
  /** What stands there now, in the unit of the total; null where nothing does. */
  readonly value: number | null;
  readonly pinned: boolean;
  /** The share of a profile, for parts that have no numbers to go by. */
  readonly weight?: number;
};

function weightsOf(free: readonly SpreadPart[], anew: boolean): readonly number[] {
  const usable = (weights: readonly number[]): boolean => weights.every((weight) => Number.isFinite(weight) && weight >= 0) && weights.some((weight) => weight > 0);
  const standing = free.map(({ value }) => value ?? 0);
  const profile = free.map(({ weight }) => weight ?? 0);
  if (!anew && usable(standing)) return standing;
  return usable(profile) ? profile : free.map(() => 1);
}

/**
 * One number for each part, pinned ones unchanged. `anew` leaves out what stands there and goes by the weights, else equally.
 * Problems: spread-all-pinned where no part is free, spread-below-pinned where the pinned ones alone exceed the total.
 */
export function spreadTotal(total: number, parts: readonly SpreadPart[], anew = false): Result<readonly number[]> {
  const free = parts.filter(({ pinned }) => !pinned);
  if (!Number.isFinite(total)) return fail('value-not-finite');
  if (free.length === 0) return fail('spread-all-pinned');
  const held = parts.reduce((sum, { pinned, value }) => sum + (pinned ? (value ?? 0) : 0), 0);
  const rest = total - held;
  if (total >= 0 && rest < -1e-9 * Math.max(1, Math.abs(total))) return fail('spread-below-pinned', { values: { total: plainNumber(total), pinned: plainNumber(held) } });
  const weights = weightsOf(free, anew);
  // Scaled by the largest, so that the sum of very large weights stays finite.
  const largest = Math.max(...weights);
  const sum = weights.reduce((all, weight) => all + weight / largest, 0);
  let next = 0;
  return ok(
    parts.map(({ pinned, value }) => {
      if (pinned) return value ?? 0;
      const share = (weights[next++] ?? 0) / largest / sum;
      return (total >= 0 ? Math.max(0, rest) : rest) * share;
    }),
  );
}
