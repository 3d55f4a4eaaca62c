/**
 * Where cells stand, from what the grid knows of its rows and columns: nothing here makes the browser lay the page out.
 * Coordinates are those of the scrolled content, from the left edge of the pinned columns and the top of the first row.
 */
import type { GridApi } from 'ag-grid-community';
import type { CellRange, CellRef } from '../../shared/grid/selection.ts';
import type { TableRow } from '../../shared/tables/table.ts';
import { placeId, type Line } from './twins.ts';

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

type Api = GridApi<TableRow>;

/** The width of the labels, which do not scroll. */
export function pinnedWidth(api: Api): number {
  return api.getDisplayedLeftColumns().reduce((sum, column) => sum + column.getActualWidth(), 0);
}

/** The totals that are held at the edges, by what they repeat; places are those inside of the right and the lower edge. */
export type Held = { readonly column: Line | null; readonly rows: readonly Line[]; readonly width: number; readonly height: number };

export function heldTotals(api: Api): Held {
  const [right] = api.getDisplayedRightColumns();
  const width = right?.getActualWidth() ?? 0;
  const rows = Array.from({ length: api.getPinnedBottomRowCount() }, (_, at) => api.getPinnedBottomRow(at)).flatMap((node): Line[] => {
    const start = node?.rowTop ?? 0;
    return node?.id === undefined ? [] : [{ id: placeId(node.id), start, end: start + (node.rowHeight ?? 0) }];
  });
  return { column: right ? { id: placeId(right.getColId()), start: 0, end: width } : null, rows, width, height: rows.at(-1)?.end ?? 0 };
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

/**
 * A range as it is seen: in its place, and once more wherever a total of it is held at an edge. `corner` lies where the right
 * edge and the lower one meet, and `end` says where the lower right corner of the range is to be seen.
 */
export type Pieces = { readonly body: Box; readonly right: readonly Box[]; readonly bottom: readonly Box[]; readonly corner: readonly Box[]; readonly end: 'body' | 'right' | 'bottom' | 'corner' };

/** Null where a row or a column is not shown. */
export function piecesOfRange(api: Api, range: CellRange, held: Held): Pieces | null {
  const body = boxOfRange(api, range);
  if (!body) return null;
  const holds = ({ start, end }: Span, from: number, length: number): boolean => start >= from && end <= from + length;
  const place = held.column && columnSpan(api, held.column.id);
  const isRight = place !== null && holds(place, body.left, body.width);
  const rows = held.rows.flatMap((line) => {
    const own = rowSpan(api, line.id);
    return own && holds(own, body.top, body.height) ? [{ line, isLast: own.end === body.top + body.height }] : [];
  });
  const endsRight = isRight && place.end === body.left + body.width;
  const endsBelow = rows.some(({ isLast }) => isLast);
  const across = ({ line: { start, end } }: { readonly line: Line }, left: number, width: number): Box => ({ left, top: start, width, height: end - start });
  return {
    body,
    right: isRight ? [{ ...body, left: 0, width: held.width }] : [],
    bottom: rows.map((row) => across(row, body.left, body.width)),
    corner: isRight ? rows.map((row) => across(row, 0, held.width)) : [],
    end: endsBelow ? (endsRight ? 'corner' : 'bottom') : endsRight ? 'right' : 'body',
  };
}

/** What the scroll bars take at the right and lower edge at most. */
const scrollBar = 16;

/** True where two cells stand in full view in their place, beside the labels and clear of held totals and scroll bars. */
export function isInFullView(api: Api, range: CellRange, view: Box): boolean {
  const box = boxOfRange(api, range);
  if (!box) return false;
  const { width, height } = heldTotals(api);
  const isAcross = box.left >= view.left + pinnedWidth(api) && box.left + box.width <= view.left + view.width - scrollBar - width;
  return isAcross && box.top >= view.top && box.top + box.height <= view.top + view.height - scrollBar - height;
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
