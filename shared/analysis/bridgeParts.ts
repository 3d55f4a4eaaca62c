/** What differs between the two sides of a bridge, as parts that can be taken one by one, and how parts are put together. */
import { bridgeWords } from '../messages/bridge.ts';
import type { Phrase } from '../messages/phrase.ts';
import { ok, type Result } from '../result.ts';
import { exactLimit } from './shapley.ts';

/** One thing that differs. */
export type BridgePart = {
  readonly id: string;
  readonly name: Phrase;
  /** What it belongs to, and goes together with where neither means anything alone: an uplift of demand and its payback. */
  readonly within?: { readonly id: string; readonly name: Phrase };
};

/** The outcome with the changes of the parts in the set made and the others not, t; or why there is none. */
export type BridgeOutcome = (isIn: readonly boolean[]) => Result<number>;

/** Each set is computed once, however often it is asked for. */
export function rememberOutcomes(outcome: BridgeOutcome): BridgeOutcome {
  const known = new Map<string, Result<number>>();
  return (isIn) => {
    const key = isIn.map((one) => (one ? '1' : '0')).join('');
    const before = known.get(key);
    if (before) return before;
    const value = outcome(isIn);
    known.set(key, value);
    return value;
  };
}

export type Parts = { readonly parts: readonly BridgePart[]; readonly outcome: BridgeOutcome };

/** The id of what was too small to be a part of its own. */
export const othersId = 'others';

/** Parts put together: `places[part]` is where each of the former parts stands among the new ones. */
function together(shown: readonly BridgePart[], places: readonly number[], outcome: BridgeOutcome): Parts {
  return { parts: shown, outcome: (isIn) => outcome(places.map((place) => isIn[place] === true)) };
}

/** Every part of the named groups is its group. */
export function mergeGroups({ parts, outcome }: Parts, groups: ReadonlySet<string>): Parts {
  const shown: BridgePart[] = [];
  const places = parts.map((part) => {
    const as: BridgePart = part.within && groups.has(part.within.id) ? part.within : part;
    const known = shown.findIndex(({ id }) => id === as.id);
    if (known >= 0) return known;
    shown.push(as);
    return shown.length - 1;
  });
  return together(shown, places, outcome);
}

/**
 * Parts that mean something alone. Where a part by itself has no outcome, its group goes as one. Fails where one of the two
 * sides has none.
 */
export function meaningfulParts(all: Parts): Result<Parts> {
  const { parts, outcome } = all;
  for (const side of [false, true]) {
    const value = outcome(parts.map(() => side));
    if (!value.ok) return value;
  }
  const groups = new Set<string>();
  parts.forEach(({ within }, part) => {
    if (!within || groups.has(within.id)) return;
    if (!outcome(parts.map((_, other) => other === part)).ok) groups.add(within.id);
  });
  return ok(groups.size === 0 ? all : mergeGroups(all, groups));
}

/** At most ten parts: the nine that do most by themselves stay, and the others become one, all of them or none. */
export function gatherSmall(all: Parts): Result<Parts> {
  const { parts, outcome } = all;
  if (parts.length <= exactLimit) return ok(all);
  const none = outcome(parts.map(() => false));
  if (!none.ok) return none;
  const effects: { readonly part: number; readonly size: number }[] = [];
  for (let part = 0; part < parts.length; part += 1) {
    const alone = outcome(parts.map((_, other) => other === part));
    if (!alone.ok) return alone;
    effects.push({ part, size: Math.abs(alone.value - none.value) });
  }
  const kept = [...effects]
    .sort((a, b) => b.size - a.size || a.part - b.part)
    .slice(0, exactLimit - 1)
    .map(({ part }) => part)
    .sort((a, b) => a - b);
  const place = new Map(kept.map((part, at) => [part, at]));
  const shown = [...kept.flatMap((part) => parts[part] ?? []), { id: othersId, name: bridgeWords.others }];
  return ok(together(shown, parts.map((_, part) => place.get(part) ?? kept.length), outcome));
}

/** Some of the parts, the others left unmade. */
export function partsAt({ parts, outcome }: Parts, places: readonly number[]): Parts {
  return {
    parts: places.flatMap((place) => parts[place] ?? []),
    outcome: (isIn) => {
      const full = parts.map(() => false);
      places.forEach((place, at) => {
        full[place] = isIn[at] === true;
      });
      return outcome(full);
    },
  };
}
