/** The text of one cell on the clipboard: its number in full, or its words. A missing number is an empty text. */
import { takesNumbers } from '../grid/takesNumbers.ts';
import type { Language } from '../messages/phrase.ts';
import type { TableCell, TableRow } from '../tables/table.ts';

/** Fifteen significant digits, as many as a spreadsheet keeps; per cent with its sign. */
function numberText(value: number, percent: boolean): string {
  return `${Number(value.toPrecision(15))}${percent ? '%' : ''}`;
}

/** Words that a spreadsheet would run as a formula get a space before them. */
export function harmless(text: string): string {
  return /^[=+\-@]/.test(text) ? ` ${text}` : text;
}

/** The number of a cell as it stands on the clipboard, per cent as "12.5%"; null where the cell shows words or nothing. */
export function copiedNumber(row: TableRow, cell: TableCell): { readonly text: string; readonly exact: number } | null {
  const { value, choices } = cell;
  if (value === null || choices !== undefined || !Number.isFinite(value)) return null;
  if ((cell.unit ?? row.unit) === 'percent') return { text: numberText(value, true), exact: value / 100 };
  const ratio = (cell.format ?? row.format).percent === true;
  return { text: numberText(ratio ? value * 100 : value, ratio), exact: value };
}

export function copyText(row: TableRow, cell: TableCell | undefined, language: Language): string {
  if (cell === undefined) return '';
  const number = copiedNumber(row, cell);
  if (number) return number.text;
  // The word of an input without a value stands for nothing: it is shown, not copied.
  if (cell.text === undefined || (cell.role !== 'label' && cell.choices === undefined && takesNumbers(cell))) return '';
  return harmless(cell.text[language]);
}
