/** Widths of a grid's columns, as large as the grid is drawn: the user's where there is one, else the table's own, stretched where the pane leaves room. */
import type { TableColumn } from '../../shared/tables/table.ts';

/** Beyond this a number stands too far from its neighbour to be read across. */
const mostStretch = 1.7;
const scrollBar = 12;

export function fitColumns(columns: readonly TableColumn[], widths: Readonly<Record<string, number>>, available: number, scale: number): { key: string; newWidth: number }[] {
  const given = (column: TableColumn): number | undefined => widths[column.id];
  const fixed = columns.reduce((sum, column) => sum + (given(column) ?? 0), 0);
  const free = columns.reduce((sum, column) => sum + (given(column) === undefined ? column.width : 0), 0);
  const stretch = free > 0 ? Math.max(1, Math.min(mostStretch, ((available - scrollBar) / scale - fixed) / free)) : 1;
  return columns.map((column) => ({ key: column.id, newWidth: Math.floor((given(column) ?? column.width * stretch) * scale) }));
}
