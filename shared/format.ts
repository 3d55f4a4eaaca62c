/** Numbers and dates as people read them. Missing and non-finite numbers are words, never NaN. */
import type { Language } from './messages/phrase.ts';
import type { NumberFormat } from './tables/table.ts';

const missing: Readonly<Record<Language, string>> = { en: 'n.a.', zh: '暂缺' };
const minus = '−';
const formatters = new Map<number, Intl.NumberFormat>();

function formatter(decimals: number): Intl.NumberFormat {
  const known = formatters.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formatters.set(decimals, made);
  return made;
}

/** A number with thousands separators and a true minus; percent shows a ratio times 100 with its sign. */
export function formatNumber(value: number | null, format: NumberFormat, language: Language): string {
  if (value === null || !Number.isFinite(value)) return missing[language];
  const scaled = format.percent === true ? value * 100 : value;
  const text = formatter(format.decimals).format(Math.abs(scaled));
  const zero = !/[1-9]/.test(text);
  const sign = zero ? '' : scaled < 0 ? minus : format.signed === true ? '+' : '';
  return `${sign}${text}${format.percent === true ? '%' : ''}`;
}

/** A number with its unit; a missing one is the word alone. */
export function formatQuantity(value: number | null, format: NumberFormat, unit: string, language: Language): string {
  const text = formatNumber(value, format, language);
  return value === null || !Number.isFinite(value) || unit === '' ? text : `${text} ${unit}`;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const longMonthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "2025-09" as "Sep 2025" or "2025年9月". */
export function formatMonth(month: string, language: Language): string {
  const number = Number(month.slice(5, 7));
  return language === 'zh' ? `${month.slice(0, 4)}年${number}月` : `${monthNames[number - 1] ?? ''} ${month.slice(0, 4)}`;
}

const chineseQuarters = ['一', '二', '三', '四'];

/** "2025-Q1" as "Q1 2025" or "2025年一季度". */
function formatQuarter(period: string, language: Language): string {
  const number = period.slice(6);
  return language === 'zh' ? `${period.slice(0, 4)}年${chineseQuarters[Number(number) - 1] ?? ''}季度` : `Q${number} ${period.slice(0, 4)}`;
}

/** A month as formatMonth writes it, a quarter likewise; a year, or any other period, as it is. */
export function formatPeriod(period: string, language: Language): string {
  if (/^\d{4}-Q[1-4]$/.test(period)) return formatQuarter(period, language);
  return /^\d{4}-\d{2}$/.test(period) ? formatMonth(period, language) : period;
}

/** "2025-09" as "September 2025" or "2025年9月", for sentences. */
export function formatMonthLong(month: string, language: Language): string {
  const number = Number(month.slice(5, 7));
  return language === 'zh' ? formatMonth(month, language) : `${longMonthNames[number - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** A run of months: "May – Dec 2026" or "2026年5月–12月"; one month or another period as formatPeriod writes it. */
export function formatRun(from: string, until: string, language: Language): string {
  if (from === until) return formatPeriod(from, language);
  const year = from.slice(0, 4) === until.slice(0, 4);
  if (language === 'zh') return `${formatPeriod(from, 'zh')}–${year ? formatPeriod(until, 'zh').slice(5) : formatPeriod(until, 'zh')}`;
  return `${year ? formatPeriod(from, 'en').slice(0, 3) : formatPeriod(from, 'en')} – ${formatPeriod(until, 'en')}`;
}

/** The same for sentences: "May to December 2026", "November 2024 to February 2025", "2026年5月至12月". */
export function formatRunLong(from: string, until: string, language: Language): string {
  const long = (month: string): string => (/^\d{4}-\d{2}$/.test(month) ? formatMonthLong(month, language) : month);
  if (from === until) return long(from);
  const year = from.slice(0, 4) === until.slice(0, 4);
  if (language === 'zh') return `${long(from)}至${year ? long(until).slice(5) : long(until)}`;
  return `${year ? long(from).slice(0, -5) : long(from)} to ${long(until)}`;
}

/** The letter or number under a month of a chart's axis. */
export function formatMonthInitial(month: string, language: Language): string {
  const number = Number(month.slice(5, 7));
  return language === 'zh' ? String(number) : (monthNames[number - 1] ?? '').slice(0, 1);
}

/** "2025-05-29" as "29 May 2025" or "2025年5月29日". */
export function formatDate(date: string, language: Language): string {
  const day = Number(date.slice(8, 10));
  return language === 'zh' ? `${formatMonth(date, language)}${day}日` : `${day} ${formatMonth(date, language)}`;
}

/** A size in bytes as "812 kB" or "1.4 MB", in thousands. */
export function formatBytes(bytes: number, language: Language): string {
  const steps = [
    { from: 1e9, unit: 'GB', decimals: 1 },
    { from: 1e6, unit: 'MB', decimals: 1 },
    { from: 0, unit: 'kB', decimals: 0 },
  ] as const;
  const { from, unit, decimals } = steps.find((step) => bytes >= step.from) ?? steps[2];
  return `${formatNumber(bytes / (from || 1e3), { decimals }, language)} ${unit}`;
}
