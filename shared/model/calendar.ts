/**
 * Chinese New Year and effective days (method, section 1 "Chinese New Year"; settled points 2 and 3; worked case M06).
 *
 *   lost days of a month  L_m = sum over its days of the window weight: days -10..-1 0.6, 0..+6 1.0, +7..+15 0.3
 *   effective days            = days_m - delta * L_m
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

/** The parts of the window by distance from New Year's Day, first and last day in it, each with the share of a working day that is lost. */
export const holidayWindow = [
  { part: 'before', first: -10, last: -1, weight: 0.6 },
  { part: 'feast', first: 0, last: 6, weight: 1 },
  { part: 'after', first: 7, last: 15, weight: 0.3 },
] as const;

export type HolidayPart = (typeof holidayWindow)[number]['part'];

/** How many days of each part of the window lie in the month at an index, and what each of them loses. */
export function windowDays(index: number): readonly { readonly part: HolidayPart; readonly days: number; readonly weight: number }[] {
  const date = newYearDays[yearOf(index)];
  if (date === undefined) return holidayWindow.map(({ part, weight }) => ({ part, days: 0, weight }));
  const start = firstDayNumber(index) - dateDayNumber(date as IsoDate);
  const end = start + daysAt(index) - 1;
  return holidayWindow.map(({ part, first, last, weight }) => ({ part, days: Math.max(0, Math.min(end, last) - Math.max(start, first) + 1), weight }));
}

const lostDaysCache = new Map<number, number>();

/** Lost days of the month at an index, 0 in months the window does not touch. */
export function lostDays(index: number): number {
  const cached = lostDaysCache.get(index);
  if (cached !== undefined) return cached;
  let lost = 0;
  for (const { days, weight } of windowDays(index)) lost += days * weight;
  lostDaysCache.set(index, lost);
  return lost;
}

/** Days of the month less delta times its lost days. */
export function effectiveDays(index: number, delta: number): number {
  return daysAt(index) - delta * lostDays(index);
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

