/**
 * Months and years as the workbook writes them. A month is "YYYY-MM"; text order is time order.
 * Inside the computation a month is a number (year x 12 + month - 1) so that arithmetic is arithmetic.
 */
export type Month = string & { readonly __month: true };
export type IsoDate = string & { readonly __isoDate: true };

export type Horizon = { readonly start: Month; readonly end: Month };

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isMonth(text: string): text is Month {
  return monthPattern.test(text);
}

/** True for a date that exists in the calendar: 2025-02-29 does not. */
export function isIsoDate(text: string): text is IsoDate {
  const match = datePattern.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

const monthNames = new Map<number, Month>();

/** The month at an index. Written once for each, because every look at a monthly series asks for its key. */
export function monthAt(index: number): Month {
  const known = monthNames.get(index);
  if (known !== undefined) return known;
  const month = `${String(yearOf(index)).padStart(4, '0')}-${calendarKey(index)}` as Month;
  monthNames.set(index, month);
  return month;
}

/** The calendar year of a month index. */
export function yearOf(index: number): number {
  return Math.floor(index / 12);
}

/** The month of the year of a month index, 1 to 12. */
export function calendarMonth(index: number): number {
  return (((index % 12) + 12) % 12) + 1;
}

/** The months of the year as keys of a twelve-number series. */
export const calendarKeys = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

/** The key of a month in a twelve-number series: "01" to "12". */
export function calendarKey(index: number): string {
  return calendarKeys[calendarMonth(index) - 1] ?? '';
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Days of the month at an index. */
export function daysAt(index: number): number {
  return daysInMonth(yearOf(index), calendarMonth(index));
}

/** Days since 1970-01-01 of a calendar date (Gregorian), without asking any clock. */
export function dayNumber(year: number, month: number, day: number): number {
  // Howard Hinnant's civil-from-days arithmetic: years begin in March so that the leap day comes last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function dateDayNumber(date: IsoDate): number {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

export function firstDayNumber(index: number): number {
  return dayNumber(yearOf(index), calendarMonth(index), 1);
}

/** The month in which a date lies. */
export function monthOfDate(date: IsoDate): Month {
  return date.slice(0, 7) as Month;
}

/** The months of a horizon in order. */
export function monthsOf(horizon: Horizon): readonly Month[] {
  const months: Month[] = [];
  for (let index = monthIndex(horizon.start); index <= monthIndex(horizon.end); index += 1) months.push(monthAt(index));
  return months;
}

/** The calendar years that a horizon meets, in order. */
export function yearsOf(horizon: Horizon): readonly number[] {
  const years: number[] = [];
  for (let year = yearOf(monthIndex(horizon.start)); year <= yearOf(monthIndex(horizon.end)); year += 1) years.push(year);
  return years;
}
