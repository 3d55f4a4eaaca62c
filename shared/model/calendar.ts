/**
 * Chinese New Year and effective days (method, section 1 "Chinese New Year"; settled points 2 and 3; worked case M06).
 *
 *   lost days of a month  L_m = sum over its days of the window weight: days -10..-1 0.6, 0..+6 1.0, +7..+15 0.3
 *   effective days            = days_m - delta * L_m
 *
 * The window is an input like others (calendar/...); what is said above is its default.
 */
import { daysAt, dateDayNumber, firstDayNumber, yearOf, type IsoDate } from './period.ts';

/** Day 0 of the window in each year. Published astronomical calendar; a year outside it is an error of the workbook. */
const newYearDays: Readonly<Record<number, string>> = {
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
  2031: '2031-01-23',
  2032: '2032-02-11',
  2033: '2033-01-31',
  2034: '2034-02-19',
  2035: '2035-02-08',
  2036: '2036-01-28',
  2037: '2037-02-15',
  2038: '2038-02-04',
  2039: '2039-01-24',
  2040: '2040-02-12',
};

export const calendarYears = { first: 2020, last: 2040 } as const;

/** True when the table knows the Chinese New Year of every year from first to last. */
export function hasCalendar(firstYear: number, lastYear: number): boolean {
  return firstYear >= calendarYears.first && lastYear <= calendarYears.last;
}

export type HolidayPart = 'before' | 'feast' | 'after';

/** The parts of the window by distance from New Year's Day, first and last day in it, each with the share of a working day that is lost. */
export type HolidayWindow = readonly { readonly part: HolidayPart; readonly first: number; readonly last: number; readonly weight: number }[];

/** Length of each part in days and what each of its days loses, 0 to 1. */
export type WindowShape = Readonly<Record<HolidayPart, { readonly days: number; readonly weight: number }>>;

export const standardShape: WindowShape = { before: { days: 10, weight: 0.6 }, feast: { days: 7, weight: 1 }, after: { days: 9, weight: 0.3 } };

function windowOf({ before, feast, after }: WindowShape): HolidayWindow {
  return [
    { part: 'before', first: -before.days, last: -1, weight: before.weight },
    { part: 'feast', first: 0, last: feast.days - 1, weight: feast.weight },
    { part: 'after', first: feast.days, last: feast.days + after.days - 1, weight: after.weight },
  ];
}

export const standardWindow = windowOf(standardShape);

/** What a row feels of the holiday: delta of the standard window, or of one of the analyst's own. */
export type HolidayLoss = number | { readonly delta: number; readonly window: HolidayWindow };

/** Windows and losses by what they are made of, so that the same numbers are the same object and results are remembered. */
const windows = new Map<string, HolidayWindow>([[JSON.stringify(standardShape), standardWindow]]);
const losses = new WeakMap<HolidayWindow, Map<number, HolidayLoss>>();
const mostWindows = 64;

/** The window of a shape; days are whole. */
export function holidayWindow({ before, feast, after }: WindowShape): HolidayWindow {
  const whole = (one: WindowShape[HolidayPart]): WindowShape[HolidayPart] => ({ days: Math.round(one.days), weight: one.weight });
  const shape = { before: whole(before), feast: whole(feast), after: whole(after) };
  const key = JSON.stringify(shape);
  const known = windows.get(key);
  if (known !== undefined) return known;
  const made = windowOf(shape);
  if (windows.size < mostWindows) windows.set(key, made);
  return made;
}

/** A row's delta in a window; a plain number in the standard one. */
export function holidayLoss(delta: number, window: HolidayWindow): HolidayLoss {
  if (window === standardWindow) return delta;
  const ofWindow = losses.get(window) ?? new Map<number, HolidayLoss>();
  losses.set(window, ofWindow);
  const made = ofWindow.get(delta) ?? { delta, window };
  if (ofWindow.size < mostWindows) ofWindow.set(delta, made);
  return made;
}

/** How many days of each part of the window lie in the month at an index, and what each of them loses. */
export function windowDays(index: number, window: HolidayWindow = standardWindow): readonly { readonly part: HolidayPart; readonly days: number; readonly weight: number }[] {
  const date = newYearDays[yearOf(index)];
  if (date === undefined) return window.map(({ part, weight }) => ({ part, days: 0, weight }));
  const start = firstDayNumber(index) - dateDayNumber(date as IsoDate);
  const end = start + daysAt(index) - 1;
  return window.map(({ part, first, last, weight }) => ({ part, days: Math.max(0, Math.min(end, last) - Math.max(start, first) + 1), weight }));
}

const lostInStandard = new Map<number, number>();
const lostInOthers = new WeakMap<HolidayWindow, Map<number, number>>();

/** Lost days by month index, as far as they were asked for; nearly every window is the standard one. */
function lostIn(window: HolidayWindow): Map<number, number> {
  if (window === standardWindow) return lostInStandard;
  const known = lostInOthers.get(window) ?? new Map<number, number>();
  lostInOthers.set(window, known);
  return known;
}

/** Lost days of the month at an index, 0 in months the window does not touch. */
export function lostDays(index: number, window: HolidayWindow = standardWindow): number {
  const known = lostIn(window);
  const before = known.get(index);
  if (before !== undefined) return before;
  let lost = 0;
  for (const { days, weight } of windowDays(index, window)) lost += days * weight;
  known.set(index, lost);
  return lost;
}

/** Days of the month less delta times its lost days. */
export function effectiveDays(index: number, loss: HolidayLoss): number {
  return typeof loss === 'number' ? daysAt(index) - loss * lostDays(index) : daysAt(index) - loss.delta * lostDays(index, loss.window);
}

/**
 * The delta at which a month-on-month ratio of two flat months is explained by the holiday alone:
 * (days_b - delta L_b) / (days_a - delta L_a) = ratio. Worked case M06: NEV January and February 2024 give 0.727.
 */
export function holidayFactorFromRatio(indexA: number, indexB: number, ratio: number): number | null {
  const denominator = ratio * lostDays(indexA) - lostDays(indexB);
  if (denominator === 0) return null;
  return (ratio * daysAt(indexA) - daysAt(indexB)) / denominator;
}

