/** The cells of a table that can be selected, by position: the rows and columns that hold values, in the order in which they are seen. */
import type { Table, TableCell, TableColumn, TableRow } from '../tables/table.ts';
import { valueColumns, type CellRange, type CellRef } from './selection.ts';

export type Lattice = {
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  readonly rowIndex: ReadonlyMap<string, number>;
  readonly columnIndex: ReadonlyMap<string, number>;
  /** Positions of rows with a group's head right above them: like an empty row it ends a block of filled cells. */
  readonly heads: ReadonlySet<number>;
};

/** A rectangle by positions, inclusive. */
export type Bounds = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

function indexOf(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map(({ id }, at) => [id, at]));
}

export function latticeOf(table: Table): Lattice {
  const rows: TableRow[] = [];
  const heads = new Set<number>();
  for (const row of table.rows) {
    if (row.kind === 'group') heads.add(rows.length);
    else rows.push(row);
  }
  const columns = valueColumns(table);
  return { rows, columns, rowIndex: indexOf(rows), columnIndex: indexOf(columns), heads };
}

/** The cell at a position; positions beyond an edge stand for the edge. Null in a table without cells. */
export function refAt(lattice: Lattice, row: number, column: number): CellRef | null {
  const clamp = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at));
  const foundRow = lattice.rows[clamp(row, lattice.rows.length)];
  const foundColumn = lattice.columns[clamp(column, lattice.columns.length)];
  return foundRow && foundColumn ? { rowId: foundRow.id, columnId: foundColumn.id } : null;
}

/** The position of a cell; null where its row or column is no longer there. */
export function positionOf({ rowIndex, columnIndex }: Lattice, { rowId, columnId }: CellRef): { readonly row: number; readonly column: number } | null {
  const row = rowIndex.get(rowId);
  const column = columnIndex.get(columnId);
  return row === undefined || column === undefined ? null : { row, column };
}

/** Null where a corner is no longer there. */
export function boundsOf(lattice: Lattice, { from, to }: CellRange): Bounds | null {
  const a = positionOf(lattice, from);
  const b = positionOf(lattice, to);
  if (!a || !b) return null;
  return { top: Math.min(a.row, b.row), bottom: Math.max(a.row, b.row), left: Math.min(a.column, b.column), right: Math.max(a.column, b.column) };
}

/** A cell that shows a number or a word of its own; n.a. and the dash of an input that nobody typed are empty. */
export function isFilled(cell: TableCell | undefined): boolean {
  if (cell === undefined || cell.role === 'blank') return false;
  return cell.value !== null || (cell.text !== undefined && cell.quiet !== true);
}

export function isFilledAt({ rows, columns }: Lattice, row: number, column: number): boolean {
  const id = columns[column]?.id;
  return id !== undefined && isFilled(rows[row]?.cells[id]);
}
