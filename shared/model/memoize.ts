/**
 * Remembers the last results of a pure function by the identity of its arguments. Documents are immutable and share
 * structure, so an untouched sector arrives as the same objects and is not computed again.
 */
export function memoize<Args extends readonly unknown[], T>(compute: (...args: Args) => T, capacity = 16): (...args: Args) => T {
  const entries: { readonly args: Args; readonly result: T }[] = [];
  return (...args: Args): T => {
    for (const entry of entries) {
      if (entry.args.length === args.length && entry.args.every((arg, at) => Object.is(arg, args[at]))) return entry.result;
    }
    const result = compute(...args);
    entries.unshift({ args, result });
    if (entries.length > capacity) entries.pop();
    return result;
  };
}
