/**
 * The bridge: why one gap is not another (method, section 8). A bridge has a start, an end, and steps that lead from one to the
 * other without a residual (relative 1e-9). This file evaluates sets of changes and attributes; which changes there are, and
 * what a set of them comes to, is said by bridgeScenarios.ts, bridgeVintages.ts and bridgePeriods.ts.
 *
 * Exact means every set. Where the outcome is a sum to which separate parts of the model contribute,
 *
 *   v(S) = v(none) + sum over components g of (v(S and g) - v(none)),
 *
 * the attribution within each component is the attribution in the whole, and only the sets of each component are evaluated.
 * That the sum holds is tried on the whole set and on drawn ones; where it does not, every set of all parts is evaluated.
 */
import type { Phrase } from '../messages/phrase.ts';
import { fail, ok, type Result } from '../result.ts';
import { gatherSmall, meaningfulParts, mergeGroups, othersId, partsAt, rememberOutcomes, type BridgePart, type Parts } from './bridgeParts.ts';
import { generatorName, randomOf, stateOfSeed } from './random.ts';
import { sampledSteps } from './sampledSteps.ts';
import { exactShapley } from './shapley.ts';

export type BridgeStep = {
  readonly id: string;
  readonly name: Phrase;
  /** t of blanks; below zero it deepens a shortage. */
  readonly contribution: number;
  /** Where the step was sampled. */
  readonly standardError?: number;
};

export type BridgeMethod =
  /** `gathered` says how many of what differs are together in one of the parts. */
  | { readonly kind: 'exact'; readonly parts: number; readonly outcomes: number; readonly gathered?: number }
  | { readonly kind: 'sampled'; readonly parts: number; readonly orders: number; readonly generator: string; readonly seed: number }
  | { readonly kind: 'additive' };

export type Bridge = {
  /** t of blanks over the months of the bridge. */
  readonly from: number;
  readonly to: number;
  /** The largest first; what was put together comes last. */
  readonly steps: readonly BridgeStep[];
  /** What the steps leave unexplained: rounding. */
  readonly residual: number;
  readonly method: BridgeMethod;
};

/** The part of the model that a part belongs to, where the gap is a sum over such parts; all in one where it is not. */
export type ComponentOf = (part: BridgePart) => string;

export type BridgeOptions = {
  /** Sampled orders, in pairs of an order and its reverse, instead of every set; for any number of parts. */
  readonly sampled?: { readonly pairs: number; readonly seed: number };
  /** Told as outcomes are computed. */
  onProgress?(done: number, total: number): void;
};

/** Steps by size; those put together stand at the end whatever their size. */
function ordered(steps: readonly BridgeStep[]): readonly BridgeStep[] {
  const rank = ({ id }: BridgeStep): number => (id === othersId ? 1 : 0);
  return [...steps].sort((a, b) => rank(a) - rank(b) || Math.abs(b.contribution) - Math.abs(a.contribution) || (a.id < b.id ? -1 : 1));
}

export function closedBridge(from: number, to: number, steps: readonly BridgeStep[], method: BridgeMethod): Bridge {
  const explained = steps.reduce((sum, { contribution }) => sum + contribution, 0);
  return { from, to, steps: ordered(steps), residual: to - from - explained, method };
}

type Progress = { advance(): void };

function progressOf(total: number, { onProgress }: BridgeOptions): Progress {
  let done = 0;
  return {
    advance() {
      done += 1;
      if (done % 64 === 0 || done === total) onProgress?.(done, total);
    },
  };
}

function everyOutcome({ parts, outcome }: Parts, progress: Progress): Result<readonly number[]> {
  const outcomes: number[] = [];
  for (let mask = 0; mask < 1 << parts.length; mask += 1) {
    const value = outcome(parts.map((_, part) => (mask & (1 << part)) !== 0));
    if (!value.ok) return value;
    outcomes.push(value.value);
    progress.advance();
  }
  return ok(outcomes);
}

function stepsOf(parts: readonly BridgePart[], contributions: readonly number[]): readonly BridgeStep[] {
  return parts.map(({ id, name }, part) => ({ id, name, contribution: contributions[part] ?? 0 }));
}

/** How many parts became one with others, over all components. */
function gatheredOf(all: readonly Pick<Parts, 'parts'>[], few: readonly Pick<Parts, 'parts'>[]): number {
  return all.reduce((sum, { parts }, at) => {
    const kept = few[at]?.parts.length ?? parts.length;
    return sum + (parts.length > kept ? parts.length - kept + 1 : 0);
  }, 0);
}

function exactMethod(parts: number, outcomes: number, gathered: number): BridgeMethod {
  return { kind: 'exact', parts, outcomes, ...(gathered === 0 ? {} : { gathered }) };
}

/** Every set of up to ten parts. */
function exactBridge(all: Parts, options: BridgeOptions): Result<Bridge> {
  const few = gatherSmall(all);
  if (!few.ok) return few;
  const { parts } = few.value;
  const total = 1 << parts.length;
  const outcomes = everyOutcome(few.value, progressOf(total, options));
  if (!outcomes.ok) return outcomes;
  const steps = stepsOf(parts, exactShapley(parts.length, outcomes.value));
  const method = exactMethod(parts.length, total, gatheredOf([all], [few.value]));
  return ok(closedBridge(outcomes.value[0] ?? 0, outcomes.value[total - 1] ?? 0, steps, method));
}

/** How many drawn sets try whether the components add up, and the seed that draws them. */
const trials = 8;
const trialSeed = 1;

/** The bridge by components; null where they do not add up. */
function separateBridge(all: Parts, componentOf: ComponentOf, options: BridgeOptions): Result<Bridge | null> {
  const places = new Map<string, number[]>();
  all.parts.forEach((part, at) => {
    const component = componentOf(part);
    const list = places.get(component);
    if (list) list.push(at);
    else places.set(component, [at]);
  });
  if (places.size < 2) return ok(null);
  const wholes = [...places.values()].map((list) => partsAt(all, list));
  const components: Parts[] = [];
  for (const whole of wholes) {
    const few = gatherSmall(whole);
    if (!few.ok) return few;
    components.push(few.value);
  }
  const total = components.reduce((sum, { parts }) => sum + (1 << parts.length), 0) + trials + 1;
  const progress = progressOf(total, options);
  const steps: BridgeStep[] = [];
  let start = 0;
  for (const component of components) {
    const outcomes = everyOutcome(component, progress);
    if (!outcomes.ok) return outcomes;
    start = outcomes.value[0] ?? 0;
    steps.push(...stepsOf(component.parts, exactShapley(component.parts.length, outcomes.value)));
  }
  const random = randomOf(stateOfSeed(trialSeed));
  let end = 0;
  for (let trial = 0; trial <= trials; trial += 1) {
    const isIn = all.parts.map(() => trial === trials || random.uniform() < 0.5);
    const value = all.outcome(isIn);
    if (!value.ok) return value;
    let expected = start;
    for (const list of places.values()) {
      const alone = all.outcome(isIn.map((one, at) => one && list.includes(at)));
      if (!alone.ok) return alone;
      expected += alone.value - start;
    }
    if (Math.abs(expected - value.value) > 1e-9 * Math.max(1, Math.abs(start), Math.abs(value.value))) return ok(null);
    end = value.value;
    progress.advance();
  }
  // Small parts of several components are one step of the bridge.
  const others = steps.filter(({ id }) => id === othersId);
  const [first] = others;
  const together = first === undefined ? [] : [{ ...first, contribution: others.reduce((sum, { contribution }) => sum + contribution, 0) }];
  const shown = [...steps.filter(({ id }) => id !== othersId), ...together];
  return ok(closedBridge(start, end, shown, exactMethod(shown.length, total, gatheredOf(wholes, components))));
}

function sampledBridge({ parts, outcome }: Parts, pairs: number, seed: number, options: BridgeOptions): Result<Bridge> {
  const progress = progressOf(2 * pairs * parts.length, options);
  const sampled = sampledSteps(parts, outcome, pairs, seed, progress.advance);
  if (!sampled.ok) return sampled;
  const { from, to, steps } = sampled.value;
  return ok(closedBridge(from, to, steps, { kind: 'sampled', parts: parts.length, orders: 2 * pairs, generator: generatorName, seed }));
}

function attributed(all: Parts, componentOf: ComponentOf | null, options: BridgeOptions): Result<Bridge> {
  if (options.sampled) return sampledBridge(all, Math.max(1, options.sampled.pairs), options.sampled.seed, options);
  const separate = componentOf === null ? ok(null) : separateBridge(all, componentOf, options);
  if (!separate.ok) return separate;
  return separate.value === null ? exactBridge(all, options) : ok(separate.value);
}

/**
 * The bridge over some parts. Exact up to ten parts, or ten in each component; of more, the nine largest stay and the others are
 * one. Sampled where that is asked for. Parts that have no outcome alone go with their group. Fails as an outcome of the two
 * sides does, and with `bridge-nothing-differs` without parts.
 */
export function buildBridge(all: Parts, componentOf: ComponentOf | null = null, options: BridgeOptions = {}): Result<Bridge> {
  if (all.parts.length === 0) return fail('bridge-nothing-differs');
  const alone = meaningfulParts({ ...all, outcome: rememberOutcomes(all.outcome) });
  if (!alone.ok) return alone;
  const first = attributed(alone.value, componentOf, options);
  if (first.ok || first.problem.code !== 'bridge-value-missing') return first;
  // Some larger set still has no outcome: only whole groups are left to tell apart.
  const groups = new Set(alone.value.parts.flatMap(({ within }) => within?.id ?? []));
  return groups.size === 0 ? first : attributed(mergeGroups(alone.value, groups), componentOf, options);
}
