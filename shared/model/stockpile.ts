/**
 * Stockpiling abroad, and its unwinding (method, section 2; settled point 17).
 *
 *   stockpile_m = what is typed for the month, finished t, positive = extra exports, not subject to approval
 *   unwind:      - (sum of what is typed) * base_m / sum of base,   over the months after the last typed one that are not known
 *
 * With unwind the stockpile of the whole path sums to zero: what was bought early is not bought later.
 */
import { finite } from './finite.ts';

/** `unwind-no-months`: nothing lies after the last typed month; `unwind-no-base`: those months have no base to spread over. */
export type StockpileReason = 'unwind-no-months' | 'unwind-no-base';

export type StockpileLine = { readonly values: readonly (number | null)[]; readonly reason: StockpileReason | null };

/**
 * The stockpile by month, finished t, zero where nothing is typed. `known` marks months with an actual, which take no part in
 * the unwinding; `end` is the position after the last month that may. When it cannot be unwound the typed months are null.
 */
export function stockpileLine(typed: readonly (number | null)[], base: readonly (number | null)[], known: readonly boolean[], unwind: boolean, end: number): StockpileLine {
  const amounts = base.map((_, at) => typed[at] ?? 0);
  let total = 0;
  let last = -1;
  amounts.forEach((value, at) => {
    if (value === 0) return;
    total += value;
    last = at;
  });
  if (!unwind || last < 0) return { values: amounts, reason: null };
  const blocked = (reason: StockpileReason): StockpileLine => ({ values: amounts.map((value) => (value === 0 ? 0 : null)), reason });
  let weight = 0;
  let free = 0;
  for (let at = last + 1; at < Math.min(end, base.length); at += 1) {
    if (known[at] === true) continue;
    free += 1;
    weight += base[at] ?? Number.NaN;
  }
  if (free === 0) return blocked('unwind-no-months');
  if (!(weight > 0)) return blocked('unwind-no-base');
  const values: (number | null)[] = [...amounts];
  for (let at = last + 1; at < Math.min(end, base.length); at += 1) {
    if (known[at] !== true) values[at] = finite((-total * (base[at] ?? 0)) / weight);
  }
  return { values, reason: null };
}
