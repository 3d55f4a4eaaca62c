/**
 * The sentence over the gap chart. Rules, the first that holds speaks:
 *   1. a lasting change of sign after the as-of month: the gap takes the other sign and keeps it at least three months;
 *   2. the largest shortage of the shown months;
 *   3. the as-of year's gap against the year before;
 *   4. the measure alone, where too much is missing to say more.
 */
import { formatMonthLong, formatNumber } from '../format.ts';
import { chartMessages as say } from '../messages/charts.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import type { Balance } from '../model/balance.ts';
import { yearTotal } from '../model/computeBalance.ts';
import type { Workbook } from '../model/workbook.ts';

const lasting = 3;

type Turn = { readonly short: boolean; readonly from: number; readonly to: number };

/** The first change of sign from `start` on that lasts, and how long it lasts; null when there is none. */
export function lastingTurn(gap: readonly (number | null)[], start: number): Turn | null {
  for (let at = Math.max(1, start); at < gap.length; at += 1) {
    const now = gap[at] ?? null;
    const before = gap[at - 1] ?? null;
    if (now === null || before === null || now === 0 || Math.sign(now) === Math.sign(before)) continue;
    let to = at;
    while (to + 1 < gap.length && Math.sign(gap[to + 1] ?? 0) === Math.sign(now)) to += 1;
    if (to - at + 1 >= lasting) return { short: now < 0, from: at, to };
  }
  return null;
}

function both(month: string): Phrase {
  return phrase(formatMonthLong(month, 'en'), formatMonthLong(month, 'zh'));
}

function kilotonnes(tonnes: number, signed = false): string {
  return formatNumber(tonnes / 1000, { decimals: 1, signed }, 'en');
}

/** What the shown months of the gap say, in both languages. */
export function gapTitle(workbook: Pick<Workbook, 'asOf' | 'shownFrom'>, balance: Balance): Phrase {
  const gap = balance.gap.values;
  const asOf = balance.months.findIndex((month) => month >= workbook.asOf.slice(0, 7));
  const turn = asOf < 0 ? null : lastingTurn(gap, asOf + 1);
  const from = turn ? balance.months[turn.from] : undefined;
  const to = turn ? balance.months[turn.to] : undefined;
  if (turn && from !== undefined && to !== undefined) return say.turn(turn.short, both(from), both(to));
  let worst = -1;
  balance.months.forEach((month, at) => {
    const value = gap[at] ?? null;
    if (month < workbook.shownFrom || value === null || value >= 0) return;
    if (worst < 0 || value < (gap[worst] ?? 0)) worst = at;
  });
  const worstMonth = balance.months[worst];
  if (worstMonth !== undefined) return say.largest(both(worstMonth), kilotonnes(-(gap[worst] ?? 0)));
  const year = Number(workbook.asOf.slice(0, 4));
  const now = yearTotal(balance, balance.gap, year);
  const before = yearTotal(balance, balance.gap, year - 1);
  return now === null || before === null ? say.neutral : say.againstLastYear(String(year), kilotonnes(now, true), kilotonnes(before, true));
}

/** In kt: less would read 0.0. */
const visible = 0.05;

/** One line for the ghost: how far the last edit moved the gap of a year, or of the first other one that it moved where that year stays. */
export function ghostLine(before: Balance, after: Balance, year: number, edit: Phrase): Phrase {
  const moved = (of: number): number | null => {
    const was = yearTotal(before, before.gap, of);
    const is = yearTotal(after, after.gap, of);
    return was === null || is === null ? null : is - was;
  };
  const years = [year, ...new Set(after.months.map((month) => Number(month.slice(0, 4))))];
  const told = years.find((of) => Math.abs(moved(of) ?? 0) / 1000 >= visible) ?? year;
  const change = moved(told);
  return change === null ? edit : say.ghost(String(told), kilotonnes(change, true), edit);
}
