/** Selected cells for the clipboard: tab-separated text and a table that Excel and LibreOffice read in any locale, numbers in full. */
import { cellsOfRange, type CellRange, type SelectedCell } from '../grid/selection.ts';
import type { Language } from '../messages/phrase.ts';
import { unitNames } from '../messages/units.ts';
import { isDerivedColumn } from './alignColumns.ts';
import { copiedNumber, copyText, harmless } from './copyText.ts';
import type { Table, TableColumn, TableRow } from '../tables/table.ts';

export type FormattedBlock = { readonly text: string; readonly html: string };

type Piece = { readonly text: string; readonly exact?: number; readonly derived?: boolean; readonly head?: true };

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>');
}

function tag({ text, exact, derived, head }: Piece): string {
  const name = head === true ? 'th' : 'td';
  const number = exact === undefined ? '' : ` sdval="${exact}" sdnum="1033;"`;
  return `<${name}${derived === true ? ' data-derived="1"' : ''}${number}>${escaped(text)}</${name}>`;
}

/** Excel reads the numbers of a table by these separators, whatever its own locale. */
const separators = '<style>table{mso-displayed-decimal-separator:"\\.";mso-displayed-thousand-separator:"\\,"}</style>';

/** Ranges over the same rows stand beside each other, ranges over the same columns below each other; null for any others. */
function together(table: Table, ranges: readonly CellRange[]): readonly (readonly SelectedCell[])[] | null {
  const blocks = ranges.map((range) => cellsOfRange(table, range)).filter((block) => block.length > 0);
  const [first] = blocks;
  if (!first) return null;
  const rowsOf = (block: typeof first): string => block.map((cells) => cells[0]?.row.id ?? '').join('\n');
  const columnsOf = (block: typeof first): string => (block[0] ?? []).map(({ column }) => column.id).join('\n');
  if (blocks.every((block) => columnsOf(block) === columnsOf(first))) return blocks.flat();
  return blocks.every((block) => rowsOf(block) === rowsOf(first)) ? first.map((_, at) => blocks.flatMap((block) => block[at] ?? [])) : null;
}

function headOf(column: TableColumn, language: Language): string {
  return column.period !== undefined && (column.kind === 'period' || column.kind === 'total') ? column.period : column.title[language];
}

function unitOf(row: TableRow, language: Language): string {
  return (row.unitLabel ?? (row.unit === undefined ? undefined : unitNames[row.unit]))?.[language] ?? '';
}

/** Null where the ranges make no block. With headers, the periods stand above and each row's name and unit before it. */
export function formatBlock(table: Table, ranges: readonly CellRange[], { headers, language }: { readonly headers: boolean; readonly language: Language }): FormattedBlock | null {
  const cells = together(table, ranges);
  const [first] = cells ?? [];
  if (!cells || !first || first.length === 0) return null;
  const body = cells.map((row) =>
    row.map(({ row: own, column, cell }): Piece => {
      const number = cell ? copiedNumber(own, cell) : null;
      return { text: copyText(own, cell, language), ...(number ? { exact: number.exact } : {}), derived: isDerivedColumn(column) };
    }),
  );
  const head = (text: string): Piece => ({ text, head: true });
  const above: readonly Piece[] = [head(''), head(''), ...first.map(({ column }) => ({ ...head(headOf(column, language)), derived: isDerivedColumn(column) }))];
  const before = (at: number): readonly Piece[] => {
    const row = cells[at]?.[0]?.row;
    return row ? [head(harmless(row.label[language])), head(unitOf(row, language))] : [];
  };
  const rows = headers ? [above, ...body.map((row, at) => [...before(at), ...row])] : body;
  const lines = rows.map((row) => row.map(({ text }) => quoted(text)).join('\t'));
  // A line break at the end closes the last row: an empty one needs its own, or it would not be there.
  const end = lines.length > 1 && lines.at(-1) === '' ? '\r\n' : '';
  return {
    text: lines.join('\r\n') + end,
    html: `<meta charset="utf-8">${separators}<table>${rows.map((row) => `<tr>${row.map(tag).join('')}</tr>`).join('')}</table>`,
  };
}
