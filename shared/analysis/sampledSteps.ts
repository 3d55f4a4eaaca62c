/** The steps of a bridge by sampled orders, from the outcome of every set that an order comes by. */
import type { Problem, Result } from '../result.ts';
import { ok } from '../result.ts';
import type { BridgeStep } from './bridge.ts';
import type { Parts } from './bridgeParts.ts';
import { randomOf, stateOfSeed } from './random.ts';
import { sampledShapley } from './shapley.ts';

export type SampledSteps = { readonly from: number; readonly to: number; readonly steps: readonly BridgeStep[] };

/** `pairs` of an order and its reverse, drawn by the seed. `advance` is told of each step of an order. Fails as an outcome does. */
export function sampledSteps(parts: Parts['parts'], outcome: Parts['outcome'], pairs: number, seed: number, advance: () => void): Result<SampledSteps> {
  const problems: Problem[] = [];
  const evaluate = (isIn: readonly boolean[]): number | null => {
    const computed = outcome(isIn);
    advance();
    if (computed.ok) return computed.value;
    problems.push(computed.problem);
    return null;
  };
  const from = outcome(parts.map(() => false));
  if (!from.ok) return from;
  const to = outcome(parts.map(() => true));
  if (!to.ok) return to;
  const sampled = sampledShapley(parts.length, pairs, randomOf(stateOfSeed(seed)), evaluate);
  const [problem] = problems;
  if (problem) return { ok: false, problem };
  const steps = parts.map(
    ({ id, name }, part): BridgeStep => ({ id, name, contribution: sampled?.contributions[part] ?? 0, standardError: sampled?.standardErrors[part] ?? 0 }),
  );
  return ok({ from: from.value, to: to.value, steps });
}
