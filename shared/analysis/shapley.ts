/**
 * Shapley attribution of a change to what brought it about (method, section 8 "Bridge"; worked cases M19, M20).
 *
 *   phi_i = sum over sets S without i of |S|! (n - |S| - 1)! / n! * (v(S + i) - v(S))
 *
 * v(S) is the outcome with the changes in S made and the others not. The parts add up to v(all) - v(none) and do not depend on
 * any order. Exactly, every set is evaluated once; by permutations, each sampled order gives one increment per part, and the
 * standard error is that of their mean. Sets are bit masks: bit i stands for part i.
 */
import type { Random } from './random.ts';

/** Above this many parts the sets are too many to evaluate each. */
export const exactLimit = 10;

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** |S|! (n - |S| - 1)! / n! by the size of S. */
function weightsOf(parts: number): readonly number[] {
  const weights: number[] = [];
  for (let size = 0; size < parts; size += 1) weights.push(size === 0 ? 1 / parts : ((weights[size - 1] ?? 0) * size) / (parts - size));
  return weights;
}

/** The contribution of each part, from the outcome of every set: `outcomes[mask]`, 2^parts of them. */
export function exactShapley(parts: number, outcomes: readonly number[]): readonly number[] {
  const weights = weightsOf(parts);
  const contributions = Array.from({ length: parts }, () => 0);
  for (let mask = 0; mask < outcomes.length; mask += 1) {
    const weight = weights[bitCount(mask)] ?? 0;
    const without = outcomes[mask] ?? 0;
    for (let part = 0; part < parts; part += 1) {
      if ((mask & (1 << part)) !== 0) continue;
      contributions[part] = (contributions[part] ?? 0) + weight * ((outcomes[mask | (1 << part)] ?? 0) - without);
    }
  }
  return contributions;
}

export type SampledShapley = { readonly contributions: readonly number[]; readonly standardErrors: readonly number[] };

function shuffle(order: number[], random: Random): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
}

/**
 * The same by sampled orders, each followed by its reverse, for any number of parts; `isIn[part]` says what is in the set. The
 * mean of a pair is one observation, so that the two halves of a pair do not pass for independent. Null where an outcome is.
 */
export function sampledShapley(parts: number, pairs: number, random: Random, outcome: (isIn: readonly boolean[]) => number | null): SampledShapley | null {
  const sums = Array.from({ length: parts }, () => 0);
  const squares = Array.from({ length: parts }, () => 0);
  const order = Array.from({ length: parts }, (_, part) => part);
  const none = outcome(order.map(() => false));
  if (none === null) return null;
  for (let pair = 0; pair < pairs; pair += 1) {
    shuffle(order, random);
    const observed = Array.from({ length: parts }, () => 0);
    for (const one of [order, [...order].reverse()]) {
      const isIn = one.map(() => false);
      let before = none;
      for (const part of one) {
        isIn[part] = true;
        const after = outcome(isIn);
        if (after === null) return null;
        observed[part] = (observed[part] ?? 0) + (after - before) / 2;
        before = after;
      }
    }
    observed.forEach((value, part) => {
      sums[part] = (sums[part] ?? 0) + value;
      squares[part] = (squares[part] ?? 0) + value * value;
    });
  }
  const contributions = sums.map((sum) => sum / pairs);
  const standardErrors = contributions.map((mean, part) =>
    pairs < 2 ? 0 : Math.sqrt(Math.max(0, (squares[part] ?? 0) / pairs - mean * mean) / (pairs - 1)),
  );
  return { contributions, standardErrors };
}
