/** The gap over a range of months, which is what a bridge explains. */
import type { Balance } from '../model/balance.ts';
import type { Month } from '../model/period.ts';
import type { LocalText } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';

/** From and to are both part of it. */
export type MonthRange = { readonly from: Month; readonly to: Month };

/** The months of a calendar year. */
export function rangeOfYear(year: number): MonthRange {
  return { from: `${year}-01` as Month, to: `${year}-12` as Month };
}

/** The sum of the gap, t; fails with `bridge-value-missing` at the first month that has none. */
export function gapSum(balance: Pick<Balance, 'months' | 'gap'>, { from, to }: MonthRange, name: LocalText): Result<number> {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < balance.months.length; at += 1) {
    const month = balance.months[at] ?? '';
    if (month < from || month > to) continue;
    const value = balance.gap.values[at] ?? null;
    if (value === null) return fail('bridge-value-missing', { place: month, values: { month, name: name.en, nameZh: name.zh } });
    sum += value;
    count += 1;
  }
  return count === 0 ? fail('bridge-value-missing', { place: from, values: { month: from, name: name.en, nameZh: name.zh } }) : ok(sum);
}
