/**
 * Remembers results of a pure function by the identity of its arguments. Documents are immutable and share structure, so an
 * untouched sector arrives as the same objects and is not computed again.
 *
 * Results are kept with the first argument, an object, and go when it goes. Choose as the first argument what tells the calls
 * apart best (a sector, a series): the last results of each such object are compared one by one.
 */
export function memoize<Key extends object, Rest extends readonly unknown[], T>(compute: (key: Key, ...rest: Rest) => T, capacity = 32): (key: Key, ...rest: Rest) => T {
  return memoizeIn(new WeakMap<Key, Entry<Rest, T>[]>(), compute, capacity);
}

/** A result with the arguments after the first. */
export type Entry<Rest extends readonly unknown[], T> = { readonly rest: Rest; readonly result: T };

/** The same with results kept elsewhere. */
export function memoizeIn<Key extends object, Rest extends readonly unknown[], T>(
  kept: { get(key: Key): Entry<Rest, T>[] | undefined; set(key: Key, entries: Entry<Rest, T>[]): unknown },
  compute: (key: Key, ...rest: Rest) => T,
  capacity: number,
): (key: Key, ...rest: Rest) => T {
  return (key: Key, ...rest: Rest): T => {
    const entries = kept.get(key);
    if (entries !== undefined) for (const entry of entries) if (sameItems(entry.rest, rest)) return entry.result;
    const result = compute(key, ...rest);
    if (entries === undefined) kept.set(key, [{ rest, result }]);
    else {
      entries.unshift({ rest, result });
      if (entries.length > capacity) entries.pop();
    }
    return result;
  };
}

/** True for lists of the same items in the same order, told apart by identity. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!Object.is(a[at], b[at])) return false;
  return true;
}
