/**
 * Months, quarters and years as they stand over columns: 2025-01, 2025/1, Jan-25, January 2025, 2025年1月, 2025Q1, 1Q25, 2025年一季度,
 * 2025, 2025E. The key is "2025-01", "2025-Q1" or "2025".
 */
import { plainText } from '../tables/numberText.ts';

const monthWords = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longWords = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const chineseNumbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

function fullYear(text: string): number | null {
  const year = Number(text);
  if (text.length === 2) return 2000 + year;
  return text.length === 4 && year >= 1900 && year <= 2100 ? year : null;
}

export function monthKey(year: number | null, month: number): string | null {
  return year === null || !Number.isInteger(month) || month < 1 || month > 12 ? null : `${year}-${String(month).padStart(2, '0')}`;
}

function quarterKey(year: number | null, quarter: number): string | null {
  return year === null || !Number.isInteger(quarter) || quarter < 1 || quarter > 4 ? null : `${year}-Q${quarter}`;
}

function wordMonth(word: string): number {
  const lower = word.toLowerCase().replace(/\.$/, '');
  const short = monthWords.indexOf(lower === 'sept' ? 'sep' : lower);
  return (short >= 0 ? short : longWords.indexOf(lower)) + 1;
}

function chineseMonth(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : chineseNumbers.indexOf(text) + 1;
}

/** 1 to 12 for a month without its year ("1月", "一月", "Jan", "M1"); null for anything else. */
export function readBareMonth(text: string): number | null {
  const plain = plainText(text);
  const month = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/.exec(plain)?.[1];
  const found = month !== undefined ? chineseMonth(month) : /^[A-Za-z]+\.?$/.test(plain) ? wordMonth(plain) : Number(/^M(\d{1,2})$/i.exec(plain)?.[1] ?? 0);
  return found >= 1 && found <= 12 ? found : null;
}

type Reader = readonly [RegExp, (parts: readonly string[]) => string | null];

const readers: readonly Reader[] = [
  [/^(\d{4})[-/](\d{1,2})$/, ([year = '', month]) => monthKey(fullYear(year), Number(month))],
  [/^(\d{4})\.(\d{2})$/, ([year = '', month]) => monthKey(fullYear(year), Number(month))],
  // A day of its own makes a date and no head; the first of the month is how spreadsheets write the month.
  [/^(\d{4})[-/.](\d{1,2})[-/.]0?1(?:[ T]0?0:00(?::00)?)?$/, ([year = '', month]) => monthKey(fullYear(year), Number(month))],
  [/^(\d{2}|\d{4}) ?年 ?(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月份?(?:0?1日)?$/, ([year = '', month = '']) => monthKey(fullYear(year), chineseMonth(month))],
  [/^([A-Za-z]+\.?)[-/ ,']*(\d{2}|\d{4})$/, ([word = '', year = '']) => monthKey(fullYear(year), wordMonth(word))],
  [/^(\d{2}|\d{4})[-/ ]([A-Za-z]+)$/, ([year = '', word = '']) => monthKey(fullYear(year), wordMonth(word))],
  [/^0?1[-/ ]([A-Za-z]{3,})[-/ ](\d{2}|\d{4})$/, ([word = '', year = '']) => monthKey(fullYear(year), wordMonth(word))],
  [/^(\d{4})M(\d{1,2})$/i, ([year = '', month]) => monthKey(fullYear(year), Number(month))],
  [/^(\d{4})[-/ ]?Q([1-4])$/i, ([year = '', quarter]) => quarterKey(fullYear(year), Number(quarter))],
  [/^Q([1-4])[-/ ']*(\d{2}|\d{4})$/i, ([quarter, year = '']) => quarterKey(fullYear(year), Number(quarter))],
  [/^([1-4])Q[-/ ']?(\d{2}|\d{4})$/i, ([quarter, year = '']) => quarterKey(fullYear(year), Number(quarter))],
  [/^(\d{2}|\d{4})年?第?([1-4一二三四])季度?$/, ([year = '', quarter = '']) => quarterKey(fullYear(year), chineseMonth(quarter))],
  [/^(?:FY|CY)?(\d{4})(?:[AEF]| ?年(?:全年|合计)?)?$/i, ([year = '']) => (fullYear(year) === null ? null : year)],
];

/** The period that one head names by itself; null for any other text. */
export function readMonthHead(text: string): string | null {
  const plain = plainText(text);
  for (const [pattern, read] of readers) {
    const match = pattern.exec(plain);
    const key = match ? read(match.slice(1)) : null;
    if (key !== null) return key;
  }
  return null;
}
