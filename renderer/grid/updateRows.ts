import type { GridApi } from 'ag-grid-community';
import type { TableRow } from '../../shared/tables/table.ts';

/** Shows new rows: in place where only numbers changed, which leaves the grid's own order and scroll alone. */
export function updateRows(api: GridApi<TableRow>, before: readonly TableRow[], after: TableRow[]): void {
  const samePlaces = before.length === after.length && after.every((row, at) => row.id === before[at]?.id && row.kind === before[at]?.kind);
  if (!samePlaces) return api.setGridOption('rowData', after);
  after.forEach((row, at) => {
    if (row !== before[at]) api.getRowNode(row.id)?.setData(row);
  });
}
