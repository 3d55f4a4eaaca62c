/**
 * Where each cell of a pasted block goes. A block with a line of periods goes to the columns of those periods; any other goes to
 * where it is pasted, repeated where the selection is a multiple of it, one value into the whole selection.
 */
import { cellsOfRange, valueColumns, type CellRange, type CellRef, type GridSelection } from '../grid/selection.ts';
import { pasteRefusals } from '../messages/clipboard.ts';
import { languages, type Phrase } from '../messages/phrase.ts';
import type { Table, TableColumn, TableRow } from '../tables/table.ts';
import { plainText } from '../tables/numberText.ts';
import { alignColumns, isDerivedColumn } from './alignColumns.ts';
import { decimalOf } from './decimalEvidence.ts';
import type { ClipboardCell } from './parseClipboard.ts';
import { readCell } from './readCell.ts';
import { readHeadRow, type HeadRow } from './readHeadRow.ts';
import { readMonthHead } from './readMonthHead.ts';

export type Placed = { readonly cell: ClipboardCell; readonly row: TableRow; readonly column: TableColumn };
export type Unplaced = { readonly cell: ClipboardCell; readonly at: CellRef | null; readonly reason: Phrase };
export type Placement = {
  readonly placed: readonly Placed[];
  readonly unplaced: readonly Unplaced[];
  readonly shape: { readonly rows: number; readonly columns: number };
  readonly monthAware: boolean;
  /** The heads were months without a year: it was taken from the columns. */
  readonly bareMonths: boolean;
  readonly steppedOver: boolean;
};

type Rows = readonly (readonly ClipboardCell[])[];
type Target = { readonly rows: readonly TableRow[]; readonly columns: readonly TableColumn[]; readonly height: number; readonly width: number };

/** The rows and columns from the upper left corner of a range on, and its size. */
function targetOf(table: Table, range: CellRange): Target | null {
  const cells = cellsOfRange(table, range);
  const corner = cells[0]?.[0];
  if (!corner) return null;
  const columns = valueColumns(table);
  return {
    rows: table.rows.slice(table.rows.indexOf(corner.row)),
    columns: columns.slice(columns.indexOf(corner.column)),
    height: cells.length,
    width: cells[0]?.length ?? 0,
  };
}

/** The period that a column stands for, in the form of readMonthHead. */
function periodOf(column: TableColumn): string | null {
  return column.period === undefined ? null : readMonthHead(column.period);
}

/** Months without a year begin in the year of the first column and go on from there. */
function withYears(heads: HeadRow, columns: readonly TableColumn[]): HeadRow {
  let year = Number(columns.map((column) => column.period ?? '').find((period) => /^\d{4}/.test(period))?.slice(0, 4) ?? Number.NaN);
  let before = 0;
  return heads.map((month) => {
    if (month === null || !Number.isFinite(year)) return null;
    if (Number(month) <= before) year += 1;
    before = Number(month);
    return `${year}-${month}`;
  });
}

type Heads = {
  readonly heads: HeadRow;
  /** The words of the line, for the columns that stand for no period. */
  readonly titles: readonly string[];
  readonly length: number;
  readonly bare: boolean;
};

/** The line of periods over a block, where the table has columns of periods at all. */
function headsOf(rows: Rows, table: Table, target: Target): Heads | null {
  const read = readHeadRow(rows.slice(0, 2).map((row) => row.map(({ text }) => text)));
  if (!read || !valueColumns(table).some((column) => periodOf(column) !== null)) return null;
  // Dates may stand in a column of notes: heads have numbers below them.
  if (!rows.slice(read.length).some((row) => row.some((cell, at) => (read.heads[at] ?? null) !== null && isNumber(cell)))) return null;
  const titles = (rows[read.length - 1] ?? []).map(({ text }) => plainText(text));
  return { ...read, titles, ...(read.bare ? { heads: withYears(read.heads, target.columns) } : {}) };
}

const isBlank = ({ text }: ClipboardCell): boolean => plainText(text) === '';
const isNumber = (cell: ClipboardCell): boolean => readCell(cell, decimalOf(cell.text) ?? '.').kind === 'number';

/** How often a block of one size stands in a selection of another: 1 where it is no multiple. */
function times(selected: number, size: number): number {
  return size > 0 && selected > size && selected % size === 0 ? selected / size : 1;
}

/** The column of a head, by its period, else by its title; a title that several columns bear is that of their changes. */
function columnFinder(table: Table): (head: string | null, title: string) => TableColumn | undefined {
  const byPeriod = new Map<string, TableColumn>();
  const byTitle = new Map<string, TableColumn>();
  for (const column of valueColumns(table)) {
    const period = periodOf(column);
    if (period !== null) byPeriod.set(period, column);
    else for (const language of languages) byTitle.set(plainText(column.title[language]), column);
  }
  return (head, title) => (head === null ? byTitle.get(title) : byPeriod.get(head));
}

function placeByPeriod(body: Rows, { heads, titles }: Heads, table: Table, target: Target): Pick<Placement, 'placed' | 'unplaced' | 'shape'> {
  const find = columnFinder(table);
  const firstOf = new Map<string, number>();
  heads.forEach((head, at) => head !== null && !firstOf.has(head) && firstOf.set(head, at));
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  const again = times(target.height, body.length);
  for (let r = 0; r < body.length * again; r += 1) {
    const row = target.rows[r];
    body[r % body.length]?.forEach((cell, c) => {
      const head = heads[c] ?? null;
      // Names and units stand before the numbers; a number that no period stands over is not guessed at.
      if (cell.head === true || cell.derived === true || (head === null ? !isNumber(cell) : isBlank(cell))) return;
      const column = find(head, titles[c] ?? '');
      if (head === null && column !== undefined && isDerivedColumn(column)) return;
      if (column === undefined) unplaced.push({ cell, at: null, reason: pasteRefusals.monthNotHere });
      else if (head !== null && firstOf.get(head) !== c) unplaced.push({ cell, at: row ? { rowId: row.id, columnId: column.id } : null, reason: pasteRefusals.monthTwice });
      else if (row === undefined) unplaced.push({ cell, at: null, reason: pasteRefusals.outside });
      else placed.push({ cell, row, column });
    });
  }
  return { placed, unplaced, shape: { rows: body.length * again, columns: heads.filter((head) => head !== null).length } };
}

function placeAsItStands(rows: Rows, target: Target): Pick<Placement, 'placed' | 'unplaced' | 'shape' | 'steppedOver'> {
  const width = rows[0]?.length ?? 0;
  const down = times(target.height, rows.length);
  const across = times(target.width, width);
  // A repeated block fills the selection as it is; only a single one steps over totals.
  const single = across === 1;
  const aligned = single ? alignColumns(rows, target.columns, target.rows) : null;
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  for (let r = 0; r < rows.length * down; r += 1) {
    const row = target.rows[r];
    for (let c = 0; c < width * across; c += 1) {
      const cell = rows[r % rows.length]?.[c % width];
      const column = aligned ? aligned.columns[c] : target.columns[c];
      if (cell === undefined || column === 'leave') continue;
      if (row !== undefined && column !== null && column !== undefined) placed.push({ cell, row, column });
      else if (!isBlank(cell)) unplaced.push({ cell, at: null, reason: pasteRefusals.outside });
    }
  }
  return { placed, unplaced, shape: { rows: rows.length * down, columns: width * across }, steppedOver: aligned?.steppedOver === true };
}

/** A block without the lines and columns that its source marks as heads and in which no period stands. */
function withoutHeads(rows: Rows): Rows {
  const body = rows.filter((row) => !row.every(({ head }) => head === true));
  const kept = (body[0] ?? []).map((_, c) => !body.every((row) => row[c]?.head === true));
  return kept.includes(false) ? body.map((row) => row.filter((_, c) => kept[c])) : body;
}

export function placeBlock(table: Table, { ranges }: GridSelection, rows: Rows): Placement {
  const parts = ranges.flatMap((range): Placement[] => {
    const target = targetOf(table, range);
    if (!target) return [];
    const known = headsOf(rows, table, target);
    if (!known) return [{ ...placeAsItStands(withoutHeads(rows), target), monthAware: false, bareMonths: false }];
    return [{ ...placeByPeriod(rows.slice(known.length), known, table, target), monthAware: true, bareMonths: known.bare, steppedOver: false }];
  });
  return {
    placed: parts.flatMap(({ placed }) => placed),
    unplaced: parts.flatMap(({ unplaced }) => unplaced),
    shape: parts.at(-1)?.shape ?? { rows: 0, columns: 0 },
    monthAware: parts.some(({ monthAware }) => monthAware),
    bareMonths: parts.some(({ bareMonths }) => bareMonths),
    steppedOver: parts.some(({ steppedOver }) => steppedOver),
  };
}
