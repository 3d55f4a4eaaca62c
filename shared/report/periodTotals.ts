/** Months with a total after each whole quarter, half and year that is shown. Totals are made from unrounded parts. */
import type { Language } from '../messages/phrase.ts';
import { formatMonth } from '../format.ts';
import { reportMessages as say } from '../messages/report.ts';
import type { MonthlyQuantity } from '../model/balance.ts';
import { weakestState } from '../model/state.ts';
import type { CellState } from '../model/workbook.ts';
import type { ShownMonth } from './reportContext.ts';

export type ShownPeriod = { readonly kind: 'month' | 'quarter' | 'half' | 'year'; readonly label: string; readonly places: readonly number[]; readonly months: readonly string[] };

export const markOf: Readonly<Record<CellState, string>> = { actual: '', estimate: 'e', forecast: 'f' };

/** The periods in the order in which a table lists them. */
export function shownPeriods(shown: readonly ShownMonth[], language: Language): readonly ShownPeriod[] {
  return shown.flatMap(({ month }, place): ShownPeriod[] => {
    const year = month.slice(0, 4);
    const number = Number(month.slice(5));
    const back = (count: number, kind: ShownPeriod['kind'], label: string): ShownPeriod[] => {
      if (number % count !== 0 || place + 1 < count) return [];
      const part = shown.slice(place + 1 - count, place + 1);
      return [{ kind, label, places: part.map(({ at }) => at), months: part.map((one) => one.month) }];
    };
    return [
      ...back(1, 'month', formatMonth(month, language)),
      ...back(3, 'quarter', say.quarter(year, number / 3)[language]),
      ...back(6, 'half', say.half(year, number / 6)[language]),
      ...back(12, 'year', say.wholeYear(year)[language]),
    ];
  });
}

/** The sum of some months; of a level their last one. Null when one that is needed is missing. */
export function periodTotal({ values }: MonthlyQuantity, places: readonly number[], isLevel = false): number | null {
  if (isLevel) return values[places.at(-1) ?? -1] ?? null;
  return places.reduce<number | null>((sum, at) => {
    const value = values[at] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

export function periodState({ states }: MonthlyQuantity, places: readonly number[]): CellState {
  return weakestState(...places.map((at) => states[at] ?? 'forecast'));
}

/** Below this share of a number two vintages of it say the same. */
const sameWithin = 1e-9;

/**
 * True where a number of the past reads otherwise than in the vintage before: revised. What was a forecast then, or is one now, was never
 * published as what had happened.
 */
export function isRevised(now: MonthlyQuantity, before: MonthlyQuantity | null | undefined, places: readonly number[], isLevel = false): boolean {
  if (!before || periodState(now, places) === 'forecast' || periodState(before, places) === 'forecast') return false;
  const [is, was] = [periodTotal(now, places, isLevel), periodTotal(before, places, isLevel)];
  return is !== null && was !== null && Math.abs(is - was) > sameWithin * Math.max(1, Math.abs(was));
}

export const revisedMark = 'r';
