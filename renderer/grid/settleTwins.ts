/** Shows and hides the twins of totals in the grid itself, as what is in view asks for it. */
import type { GridApi } from 'ag-grid-community';
import type { TableRow } from '../../shared/tables/table.ts';
import { columnTwin, rowTwins, twinId, type Line, type Stretch } from './twins.ts';
import { updateTwins } from './updateRows.ts';

export type Totals = { readonly columns: readonly string[]; readonly rows: readonly string[] };

type Api = GridApi<TableRow>;

function columnLines(api: Api, ids: readonly string[]): readonly Line[] {
  return ids.flatMap((id): Line[] => {
    const column = api.getColumn(id);
    const start = column?.getLeft();
    return !column || start === null || start === undefined ? [] : [{ id, start, end: start + column.getActualWidth() }];
  });
}

function rowLines(api: Api, ids: readonly string[]): readonly Line[] {
  return ids.flatMap((id): Line[] => {
    const node = api.getRowNode(id);
    const start = node?.rowTop;
    return !node || start === null || start === undefined ? [] : [{ id, start, end: start + (node.rowHeight ?? 0) }];
  });
}

/** What of the scrolled content is in view; `null` where nothing is to be held. True where a twin came or went. */
export function settleTwins(api: Api, { columns, rows }: Totals, view: { readonly across: Stretch; readonly down: Stretch } | null): boolean {
  const wide = api.getDisplayedCenterColumns().reduce((sum, column) => sum + column.getActualWidth(), 0);
  const last = api.getDisplayedRowAtIndex(api.getDisplayedRowCount() - 1);
  const high = (last?.rowTop ?? 0) + (last?.rowHeight ?? 0);
  const column = view && columnTwin(columnLines(api, columns), wide, view.across);
  const wanted = column === null ? null : twinId(column);
  const shown = api.getDisplayedRightColumns()[0]?.getColId() ?? null;
  if (wanted !== shown) {
    api.applyColumnState({ state: [...(shown === null ? [] : [{ colId: shown, hide: true }]), ...(wanted === null ? [] : [{ colId: wanted, hide: false }])] });
  }
  const ids = view ? rowTwins(rowLines(api, rows), high, view.down) : [];
  const isMoved = updateTwins(api, ids.flatMap((id) => api.getRowNode(id)?.data ?? []));
  return isMoved || wanted !== shown;
}
