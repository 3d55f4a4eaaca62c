/**
 * What another program put on the clipboard, as rows of cells. The plain text is the truth: tab-separated, with quotes around
 * cells that hold tabs, line breaks or quotes. The HTML only adds what the text cannot say: see htmlCells.ts.
 */
import type { DecimalSeparator } from '../tables/numberText.ts';
import { readHtmlCells } from './htmlCells.ts';

export type ClipboardCell = {
  readonly text: string;
  /** The number in full where the text is a rounded one. */
  readonly exact?: number;
  /** Our own copy marked it as computed from the cells beside it: a total, a change. */
  readonly derived?: true;
  /** The source marked it as a head of a column or a row. */
  readonly head?: true;
};

export type ClipboardBlock = {
  /** All rows are of one length. */
  readonly rows: readonly (readonly ClipboardCell[])[];
  /** The decimal separator that the source names; null where it names none. */
  readonly decimal: DecimalSeparator | null;
};

/** Where the quote that opens at a place closes its cell; -1 where it does not. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    const next = text[at + 1];
    if (next !== '"') return next === undefined || next === '\t' || next === '\n' || next === '\r' ? at : -1;
  }
  return -1;
}

/** The cells of quoted tab-separated text. A quote that does not open a cell, or is never closed, is a character like others. */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const body = text.replace(/^\uFEFF/, '').replace(/\0+$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  const add = (cell: string): void => {
    rows.at(-1)?.push(cell);
  };
  for (;;) {
    const closing = body[at] === '"' ? closingQuote(body, at) : -1;
    let end = closing + 1;
    if (closing >= 0) {
      add(body.slice(at + 1, closing).replaceAll('""', '"').replaceAll('\r\n', '\n'));
    } else {
      end = at;
      while (end < body.length && body[end] !== '\t' && body[end] !== '\n' && body[end] !== '\r') end += 1;
      add(body.slice(at, end));
    }
    if (end >= body.length) break;
    at = end + (body.startsWith('\r\n', end) ? 2 : 1);
    if (body[end] !== '\t') {
      // The line break at the end closes the last row and begins none.
      if (at >= body.length) break;
      rows.push([]);
    }
  }
  return rows;
}

/** An empty clipboard is one empty cell; rows are made equally long. */
export function parseClipboard({ text, html = '' }: { readonly text: string; readonly html?: string }): ClipboardBlock {
  const rows = parseTsv(text);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const { decimal, rows: marks } = readHtmlCells(html);
  // Marks that do not fit the text belong to something else.
  const fits = marks.length === rows.length && marks.every((row) => row.length <= width);
  return {
    decimal,
    rows: rows.map((row, r) => Array.from({ length: width }, (_, c): ClipboardCell => ({ text: row[c] ?? '', ...(fits ? (marks[r]?.[c] ?? {}) : {}) }))),
  };
}
