/**
 * Remembers what a computation made of a scenario's inputs until one of the series that it asked for is another. An edit changes
 * one series of the workbook; whatever did not read it is found again by one look at each of its inputs, without being computed.
 *
 * Series are told apart by identity, as memoize.ts does with arguments. Besides series a computation may ask the inputs for what
 * is in their frame; anything else that it needs must be among its arguments.
 */
import { recordReads, sameReads, type Inputs, type Reads } from './inputs.ts';
import { sameItems } from './memoize.ts';
import { shelf } from './remember.ts';

type Entry<Args, T> = { readonly frame: Inputs['frame']; readonly args: Args; readonly reads: Reads; readonly result: T };

/** How many scenarios are remembered for each key. */
const capacity = 32;

/** `compute` with a memory. Results are kept with the key, an object that goes with what is computed (a sector, a span), one for each scenario. */
export function rememberReads<Key extends object, Args extends readonly unknown[], T>(
  compute: (inputs: Inputs, key: Key, ...args: Args) => T,
): (inputs: Inputs, key: Key, ...args: Args) => T {
  const kept = shelf<Key, Entry<Args, T>[]>();
  return (inputs: Inputs, key: Key, ...args: Args): T => {
    const entries = kept.get(key);
    const at = entries?.findIndex((entry) => sameItems(entry.frame, inputs.frame) && sameItems(entry.args, args)) ?? -1;
    const before = entries?.[at];
    if (before !== undefined && sameReads(before.reads, inputs)) return before.result;
    const { result, reads } = recordReads(() => compute(inputs, key, ...args));
    const { asOf, claims } = inputs.workbook;
    const entry: Entry<Args, T> = { frame: inputs.frame, args, reads: { day: asOf, claims, all: reads }, result };
    if (entries === undefined) kept.set(key, [entry]);
    else if (at >= 0) entries[at] = entry;
    else {
      entries.unshift(entry);
      if (entries.length > capacity) entries.pop();
    }
    return result;
  };
}
