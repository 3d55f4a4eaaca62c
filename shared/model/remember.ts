/**
 * Remembers what the model computes by the identity of its arguments, as memoize.ts does, but with the document as a whole and not
 * with each of its parts: one look at a weak map for a balance instead of one for every part of it, which is what a balance from
 * nothing would spend most on.
 *
 * A document is known by its horizon, an object that its edits share. What belongs to it goes when it goes. While it stays, what no
 * balance has asked for in the last two rounds is dropped, so that a long day of edits does not fill the memory.
 */
import { memoizeIn, type Entry } from './memoize.ts';

type Book = Map<object, unknown>;
/** What was asked for in this round and in the one before, by shelf. `asked` counts the balances of this round. */
type Memory = { now: Book[]; before: Book[]; asked: number };

const memories = new WeakMap<object, Memory>();
let owner: object | null = null;
let memory: Memory = { now: [], before: [], asked: 0 };

/** How many balances make a round, besides two for each scenario of the document. */
const shortestRound = 32;

/** From now on what is computed is kept with a document, which is known by its horizon. To be said before each balance. */
export function rememberFor(horizon: object, scenarios: number): void {
  if (owner !== horizon) {
    owner = horizon;
    const known = memories.get(horizon);
    memory = known ?? { now: [], before: [], asked: 0 };
    if (known === undefined) memories.set(horizon, memory);
  }
  memory.asked += 1;
  if (memory.asked <= shortestRound + 2 * scenarios) return;
  memory.before = memory.now;
  memory.now = [];
  memory.asked = 1;
}

/** A place in the memory of every document. */
export type Shelf<Key extends object, T> = { readonly get: (key: Key) => T | undefined; readonly set: (key: Key, kept: T) => void };

let shelves = 0;

/** A shelf of its own; what is taken from it stays for another round. */
export function shelf<Key extends object, T>(): Shelf<Key, T> {
  const at = shelves;
  shelves += 1;
  const set = (key: Key, kept: T): void => {
    (memory.now[at] ??= new Map()).set(key, kept);
  };
  const get = (key: Key): T | undefined => {
    const now = memory.now[at]?.get(key);
    if (now !== undefined) return now as T;
    const before = memory.before[at]?.get(key);
    if (before !== undefined) set(key, before as T);
    return before as T | undefined;
  };
  return { get, set };
}

/** `compute` with a memory for the document; the arguments are told apart as in memoize. */
export function remember<Key extends object, Rest extends readonly unknown[], T>(compute: (key: Key, ...rest: Rest) => T, capacity = 32): (key: Key, ...rest: Rest) => T {
  return memoizeIn(shelf<Key, Entry<Rest, T>[]>(), compute, capacity);
}
