/** What is selected in a grid, by the ids of rows and columns, and the cells in it. */
import type { Table, TableCell, TableColumn, TableRow } from '../tables/table.ts';

export type CellRef = { readonly rowId: string; readonly columnId: string };
/** A rectangle by its two corners, inclusive, by row and column ids of the table. */
export type CellRange = { readonly from: CellRef; readonly to: CellRef };
/** The active cell, and the ranges; the last range is the one that Shift extends; active lies in it. */
export type GridSelection = { readonly active: CellRef; readonly ranges: readonly CellRange[] };

export type SelectedCell = { readonly row: TableRow; readonly column: TableColumn; readonly cell: TableCell | undefined };

/** The columns of a table that hold values: its labels and units are names. */
export function valueColumns(table: Table): readonly TableColumn[] {
  return table.columns.filter(({ kind }) => kind !== 'label' && kind !== 'unit');
}

function between<T extends { readonly id: string }>(list: readonly T[], from: string, to: string): readonly T[] {
  const a = list.findIndex(({ id }) => id === from);
  const b = list.findIndex(({ id }) => id === to);
  return a < 0 || b < 0 ? [] : list.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** The cells of a range, row by row; label and unit columns are left out. Empty where a corner is no longer there. */
export function cellsOfRange(table: Table, range: CellRange): readonly (readonly SelectedCell[])[] {
  const columns = between(table.columns, range.from.columnId, range.to.columnId).filter(({ kind }) => kind !== 'label' && kind !== 'unit');
  return between(table.rows, range.from.rowId, range.to.rowId).map((row) => columns.map((column) => ({ row, column, cell: row.cells[column.id] })));
}
