/** Finds the period in what is typed to go somewhere: "nev intensity 2025-03" is the row "nev intensity" and the month 2025-03. */
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export type PeriodQuery = { readonly rest: string; /** "2025-03", "2025-Q1" or "2025"; null where none is named. */ readonly period: string | null };

const month = (year: string, number: number): string | null => (number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : null);
const whole = (year: string): string => (year.length === 2 ? `20${year}` : year);
const monthOfName = (name: string): number => monthNames.indexOf(name.slice(0, 3)) + 1;

/** In this order: what names more comes first. Each must stand by itself. */
const forms: readonly (readonly [RegExp, (parts: readonly string[]) => string | null])[] = [
  [/(?<![\w.])(\d{4})\s*(?:年|-)?\s*(?:q|第)\s*([1-4])\s*季?度?(?!\w)/i, ([, year = '', quarter = '']) => `${year}-Q${quarter}`],
  [/(?<!\w)q([1-4])[\s-]*(\d{4})(?!\w)/i, ([, quarter = '', year = '']) => `${year}-Q${quarter}`],
  [/(?<![\w.])(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:\s*月)?(?!\w)/, ([, year = '', number = '']) => month(year, Number(number))],
  [/(?<!\w)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s-]*(\d{4}|\d{2})(?!\w)/i, ([, name = '', year = '']) => month(whole(year), monthOfName(name.toLowerCase()))],
  [/(?<![\w.])(\d{4})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?!\w)/i, ([, year = '', name = '']) => month(year, monthOfName(name.toLowerCase()))],
  [/(?<![\w.])(\d{4})\s*年?(?!\w)/, ([, year = '']) => year],
];

export function takePeriod(query: string): PeriodQuery {
  const text = query.normalize('NFKC');
  for (const [form, read] of forms) {
    const match = form.exec(text);
    const period = match ? read(match) : null;
    if (match && period !== null) return { rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(/\s+/g, ' ').trim(), period };
  }
  return { rest: text.trim(), period: null };
}
