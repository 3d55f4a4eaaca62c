/**
 * Where cells stand, from what the grid knows of its rows and columns: nothing here makes the browser lay the page out.
 * Coordinates are those of the scrolled content, from the left edge of the pinned columns and the top of the first row.
 */
import type { GridApi } from 'ag-grid-community';
import type { CellRange, CellRef } from '../../shared/grid/selection.ts';
import type { TableRow } from '../../shared/tables/table.ts';

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

type Api = GridApi<TableRow>;

/** The width of the columns that do not scroll. */
export function pinnedWidth(api: Api): number {
  return api.getDisplayedLeftColumns().reduce((sum, column) => sum + column.getActualWidth(), 0);
}

type Span = { readonly start: number; readonly end: number };

function columnSpan(api: Api, id: string): Span | null {
  const column = api.getColumn(id);
  const left = column?.getLeft();
  if (!column || left === null || left === undefined) return null;
  const start = left + (column.isPinnedLeft() ? 0 : pinnedWidth(api));
  return { start, end: start + column.getActualWidth() };
}

function rowSpan(api: Api, id: string): Span | null {
  const node = api.getRowNode(id);
  const top = node?.rowTop;
  if (!node || top === null || top === undefined) return null;
  return { start: top, end: top + (node.rowHeight ?? 0) };
}

/** Null where a row or a column is not shown. */
export function boxOfRange(api: Api, { from, to }: CellRange): Box | null {
  const columns = [columnSpan(api, from.columnId), columnSpan(api, to.columnId)];
  const rows = [rowSpan(api, from.rowId), rowSpan(api, to.rowId)];
  const [a, b] = columns;
  const [c, d] = rows;
  if (!a || !b || !c || !d) return null;
  const left = Math.min(a.start, b.start);
  const top = Math.min(c.start, d.start);
  return { left, top, width: Math.max(a.end, b.end) - left, height: Math.max(c.end, d.end) - top };
}

export function boxOfCell(api: Api, at: CellRef): Box | null {
  return boxOfRange(api, { from: at, to: at });
}

/** What the scroll bars take at the right and lower edge at most. */
const scrollBar = 16;

/** True where two cells stand in full view, beside the pinned columns and clear of the scroll bars. */
export function isInFullView(api: Api, range: CellRange, view: Box): boolean {
  const box = boxOfRange(api, range);
  if (!box) return false;
  const isAcross = box.left >= view.left + pinnedWidth(api) && box.left + box.width <= view.left + view.width - scrollBar;
  return isAcross && box.top >= view.top && box.top + box.height <= view.top + view.height - scrollBar;
}

/** The position of the displayed row at a height; the first or last one beyond the edges. */
function rowIndexAt(api: Api, y: number): number {
  let low = 0;
  let high = Math.max(0, api.getDisplayedRowCount() - 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((api.getDisplayedRowAtIndex(middle)?.rowTop ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The cell at a point, or the nearest one that holds values: a group's head stands for the row above it. Null in a grid without cells. */
export function cellAt(api: Api, x: number, y: number, isValueColumn: (id: string) => boolean): CellRef | null {
  const pinned = pinnedWidth(api);
  let columnId: string | null = null;
  for (const column of api.getDisplayedCenterColumns()) {
    if (!isValueColumn(column.getColId())) continue;
    if (columnId !== null && pinned + (column.getLeft() ?? 0) > x) break;
    columnId = column.getColId();
  }
  const start = rowIndexAt(api, y);
  const isValueRow = (at: number): boolean => {
    const data = api.getDisplayedRowAtIndex(at)?.data;
    return data !== undefined && data.kind !== 'group';
  };
  let index = start;
  while (index >= 0 && !isValueRow(index)) index -= 1;
  if (index < 0) {
    index = start;
    while (index < api.getDisplayedRowCount() && !isValueRow(index)) index += 1;
  }
  const rowId = api.getDisplayedRowAtIndex(index)?.data?.id;
  return rowId === undefined || columnId === null ? null : { rowId, columnId };
}
