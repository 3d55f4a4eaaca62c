import type { GridApi } from 'ag-grid-community';
import type { TableRow } from '../../shared/tables/table.ts';
import { differInCells } from './reuseRows.ts';

/** Shows new rows: in place where only numbers changed, which leaves the grid's own order and scroll alone, and of those only the cells that are other objects. */
export function updateRows(api: GridApi<TableRow>, before: readonly TableRow[], after: TableRow[]): void {
  const samePlaces = before.length === after.length && after.every((row, at) => row.id === before[at]?.id && row.kind === before[at]?.kind);
  if (!samePlaces) return api.setGridOption('rowData', after);
  after.forEach((row, at) => {
    const old = before[at];
    if (row === old) return;
    const node = api.getRowNode(row.id);
    if (old && differInCells(old, row)) node?.updateData(row);
    else node?.setData(row);
  });
}
