/**
 * A line of heads over a block. What a single head does not say, its line does: bare months under a row of years, dates written
 * day or month first, and the serial numbers of a spreadsheet. Null where the line is no line of heads.
 */
import { dayNumber, monthAt, monthIndex, type Month } from '../model/period.ts';
import { plainText } from '../tables/numberText.ts';
import { monthKey, readBareMonth, readMonthHead } from './readMonthHead.ts';

/** By column: the period, or null where the head says none (a label, a unit, an empty cell). */
export type HeadRow = readonly (string | null)[];

/** True where the keys, gaps left out, are months that follow each other. */
function followOn(keys: readonly (string | null)[]): boolean {
  const months = keys.flatMap((key) => (key === null ? [] : [monthIndex(key as Month)]));
  return months.length >= 2 && months.every((month, at) => at === 0 || month === (months[at - 1] ?? 0) + 1);
}

const isBlank = (text: string): boolean => plainText(text) === '';

/** Serial day numbers of spreadsheets (45658 is 1 January 2025), each the first or the last day of its month. */
function serialMonths(texts: readonly string[]): HeadRow | null {
  const epoch = dayNumber(1899, 12, 30);
  const keys = texts.map((text): string | null | undefined => {
    if (isBlank(text)) return null;
    const serial = /^\d{5}$/.test(plainText(text)) ? Number(plainText(text)) : Number.NaN;
    if (!(serial >= 36526 && serial <= 73050)) return undefined;
    const guess = Math.floor((serial + epoch) / 30.436875) + 1970 * 12;
    for (let index = guess - 1; index <= guess + 1; index += 1) {
      const first = dayNumber(Math.floor(index / 12), (index % 12) + 1, 1);
      const next = dayNumber(Math.floor((index + 1) / 12), ((index + 1) % 12) + 1, 1);
      if (serial + epoch === first || serial + epoch === next - 1) return monthAt(index);
    }
    return undefined;
  });
  const labels = keys.findIndex((key) => key !== undefined && key !== null);
  const known = keys.map((key, at) => (at < labels ? null : key));
  if (labels < 0 || known.includes(undefined)) return null;
  const row = known.map((key) => key ?? null);
  return followOn(row) ? row : null;
}

/** The last day of each month: 2025-01-31, 2025-02-28 ... */
function monthEnds(texts: readonly string[]): HeadRow | null {
  const keys = texts.map((text) => {
    const date = /^(\d{4})[-/.年](\d{1,2})[-/.月]\d{1,2}日?$/.exec(plainText(text));
    return date ? monthKey(Number(date[1]), Number(date[2])) : null;
  });
  return texts.every((text, at) => keys[at] !== null || !/\d/.test(text)) && followOn(keys) ? keys : null;
}

/** 1/1/2025, 2/1/2025 ...: the order of day and month is the one in which the months follow each other. */
function dateMonths(texts: readonly string[]): HeadRow | null {
  const dates = texts.map((text) => /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(plainText(text)));
  if (texts.some((text, at) => !isBlank(text) && dates[at] === null && /\d/.test(text))) return null;
  for (const part of [1, 2] as const) {
    const keys = dates.map((date) => (date ? monthKey(Number(date[3]?.padStart(4, '20')), Number(date[part])) : null));
    if (keys.every((key, at) => key !== null || dates[at] === null) && followOn(keys)) return keys;
  }
  return null;
}

/**
 * Reads the first line or two of a block. `length` says how many lines the heads take. `bare` marks months without any year,
 * given as "01" to "12".
 */
export function readHeadRow(lines: readonly (readonly string[])[]): { readonly heads: HeadRow; readonly length: 1 | 2; readonly bare: boolean } | null {
  const [first = [], second = []] = lines;
  const own = first.map(readMonthHead);
  // A number among years is a value: two years that follow each other, and nothing else, are heads.
  const years = own.filter((key) => key !== null && /^\d{4}$/.test(key));
  const others = own.filter((key) => key !== null && !/^\d{4}$/.test(key));
  const bareBelow = second.map(readBareMonth);
  if (bareBelow.some((month) => month !== null) && others.length === 0 && years.length > 0) {
    let year = '';
    const heads = bareBelow.map((month, at) => {
      year = own[at] ?? year;
      return month === null || year === '' ? null : monthKey(Number(year), month);
    });
    return heads.some((key) => key !== null) ? { heads, length: 2, bare: false } : null;
  }
  if (others.length > 0 && noStrayNumbers(first, own)) return { heads: own, length: 1, bare: false };
  const inOrder = years.length >= 2 && years.every((year, at) => at === 0 || Number(year) === Number(years[at - 1]) + 1);
  if (inOrder && noStrayNumbers(first, own)) return { heads: own, length: 1, bare: false };
  const byLine = serialMonths(first) ?? dateMonths(first) ?? monthEnds(first);
  if (byLine) return { heads: byLine, length: 1, bare: false };
  const bare = first.map(readBareMonth);
  const count = bare.filter((month) => month !== null).length;
  if (count >= 1 && noStrayNumbers(first, bare)) return { heads: bare.map((month) => (month === null ? null : String(month).padStart(2, '0'))), length: 1, bare: true };
  return null;
}

/** A line of heads holds no numbers but its periods. */
function noStrayNumbers(texts: readonly string[], keys: readonly unknown[]): boolean {
  return texts.every((text, at) => keys[at] !== null || !/^[\s+\-−(（¥$]*[\d.,]+[%)）]*\s*$/.test(plainText(text)) || isBlank(text));
}
