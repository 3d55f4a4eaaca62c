/**
 * Remembers results of a pure function by the identity of its arguments. Documents are immutable and share structure, so an
 * untouched sector arrives as the same objects and is not computed again.
 *
 * Results are kept with the first argument, an object, and go when it goes. Choose as the first argument what tells the calls
 * apart best (a sector, a series): the last results of each such object are compared one by one.
 */
export function memoize<Key extends object, Rest extends readonly unknown[], T>(compute: (key: Key, ...rest: Rest) => T, capacity = 32): (key: Key, ...rest: Rest) => T {
  type Entry = { readonly rest: Rest; readonly result: T };
  const entriesOf = new WeakMap<Key, Entry[]>();
  return (key: Key, ...rest: Rest): T => {
    const entries = entriesOf.get(key);
    if (entries !== undefined) for (const entry of entries) if (sameItems(entry.rest, rest)) return entry.result;
    const result = compute(key, ...rest);
    if (entries === undefined) entriesOf.set(key, [{ rest, result }]);
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
