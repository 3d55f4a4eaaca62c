/**
 * The workbook day by day: on which days something became known, and what the gap looked like on each (method, section 9
 * "vintage"). A day is seen with the figures known by then, under the assumptions of the newest vintage of that day or before it.
 */
import { computeBalance } from '../model/computeBalance.ts';
import { memoize } from '../model/memoize.ts';
import type { IsoDate } from '../model/period.ts';
import type { CellAddress, ScenarioId, VintageId, Workbook } from '../model/workbook.ts';
import type { View } from './bridgeVintages.ts';

export type KnownDay = {
  readonly date: IsoDate;
  /** The numbers that became known on the day, by path and period. */
  readonly cells: readonly CellAddress[];
  /** The vintage of the day, whose assumptions hold from then on. */
  readonly vintage: VintageId | null;
};

type Vintages = Pick<Workbook, 'vintages'>;

/** The newest vintage of a day or before it; of two of one day the later id, so that the choice is always the same. */
function vintageOn({ vintages }: Vintages, date: IsoDate): VintageId | null {
  let newest: VintageId | null = null;
  for (const id of Object.keys(vintages).sort()) {
    const asOf = vintages[id]?.asOf ?? '';
    if (asOf <= date && (newest === null || asOf >= (vintages[newest]?.asOf ?? ''))) newest = id;
  }
  return newest;
}

const daysOf = memoize((series: Workbook['series'], vintages: Workbook['vintages']): readonly KnownDay[] => {
  const cells = new Map<IsoDate, CellAddress[]>();
  const at = (date: IsoDate): CellAddress[] => {
    const list = cells.get(date) ?? [];
    cells.set(date, list);
    return list;
  };
  for (const path of Object.keys(series).sort()) {
    for (const [period, { known }] of Object.entries(series[path]?.cells ?? {})) if (known !== undefined) at(known).push({ path, period });
  }
  for (const { asOf } of Object.values(vintages)) at(asOf);
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, list]) => {
      const held = vintageOn({ vintages }, date);
      return { date, cells: list, vintage: held !== null && vintages[held]?.asOf === date ? held : null };
    });
});

/** Every day on which a number became known or a vintage was taken, the first day first. */
export function knownDays({ series, vintages }: Pick<Workbook, 'series' | 'vintages'>): readonly KnownDay[] {
  return daysOf(series, vintages);
}

/** What is seen on a day, as a bridge asks for it. */
export function viewOn(workbook: Vintages, date: IsoDate): View {
  return { asOf: date, vintage: vintageOn(workbook, date) };
}

/** The workbook as it was seen on a day; the same object for the same day. */
export const asSeenOn = memoize((workbook: Workbook, date: IsoDate): Workbook => ({ ...workbook, ...viewOn(workbook, date) }), 128);

/** The gap by month of the horizon as it was seen on a day, t; null where nothing could be worked out. */
export function gapSeenOn(workbook: Workbook, scenario: ScenarioId, date: IsoDate): readonly (number | null)[] | null {
  const balance = computeBalance(asSeenOn(workbook, date), scenario);
  return balance.ok && balance.value.gap.values.some((value) => value !== null) ? balance.value.gap.values : null;
}

/**
 * The days from the first on which there is a gap. What is known only grows, so the first is found by halving; a day on which
 * a gap is missing all the same stays in the list, and says so where it is shown.
 */
export const daysWithGap = memoize((workbook: Workbook, scenario: ScenarioId): readonly KnownDay[] => {
  const days = knownDays(workbook);
  let [first, end] = [0, days.length];
  while (first < end) {
    const middle = Math.floor((first + end) / 2);
    const day = days[middle];
    if (day && gapSeenOn(workbook, scenario, day.date) !== null) end = middle;
    else first = middle + 1;
  }
  return days.slice(first);
});

/** Of each month the last day, and every day of a vintage: as many as can be told apart in one picture. */
export function successiveDays(days: readonly KnownDay[]): readonly KnownDay[] {
  return days.filter(({ date, vintage }, at) => vintage !== null || days[at + 1]?.date.slice(0, 7) !== date.slice(0, 7));
}
