import type { GridApi, IRowNode } from 'ag-grid-community';
import type { TableRow } from '../../shared/tables/table.ts';
import { differInCells } from './reuseRows.ts';

/** Shows a row in the place of the one before; only the cells that are other objects where nothing else changed. */
function showRow(node: IRowNode<TableRow> | undefined, before: TableRow | undefined, row: TableRow): void {
  if (row === before) return;
  if (before && differInCells(before, row)) node?.updateData(row);
  else node?.setData(row);
}

/** Shows new rows: in place where only numbers changed, which leaves the grid's own order and scroll alone, and of those only the cells that are other objects. */
export function updateRows(api: GridApi<TableRow>, before: readonly TableRow[], after: TableRow[]): void {
  const samePlaces = before.length === after.length && after.every((row, at) => row.id === before[at]?.id && row.kind === before[at]?.kind);
  if (!samePlaces) return api.setGridOption('rowData', after);
  after.forEach((row, at) => showRow(api.getRowNode(row.id), before[at], row));
}

/** Shows these total rows at the lower edge, in place where they stand there already. True where one came or went. */
export function updateTwins(api: GridApi<TableRow>, after: TableRow[]): boolean {
  const nodes = Array.from({ length: api.getPinnedBottomRowCount() }, (_, at) => api.getPinnedBottomRow(at));
  const samePlaces = nodes.length === after.length && after.every((row, at) => row.id === nodes[at]?.data?.id);
  if (samePlaces) after.forEach((row, at) => showRow(nodes[at], nodes[at]?.data, row));
  else api.setGridOption('pinnedBottomRowData', after);
  return !samePlaces;
}
