/** How selections come about and change: one cell, a corner that moves, whole rows and columns, several ranges, the walk inside. */
import { boundsOf, positionOf, refAt, type Bounds, type Lattice } from './lattice.ts';
import { movedFrom, type Move } from './moves.ts';
import type { CellRange, CellRef, GridSelection } from './selection.ts';

export function selectCell(at: CellRef): GridSelection {
  return { active: at, ranges: [{ from: at, to: at }] };
}

/** The range that Shift extends. */
export function lastRange({ active, ranges }: GridSelection): CellRange {
  return ranges.at(-1) ?? { from: active, to: active };
}

function withLast(selection: GridSelection, range: CellRange): GridSelection {
  return { active: selection.active, ranges: [...selection.ranges.slice(0, -1), range] };
}

/** Moves the far corner. A range of whole rows keeps its columns while it grows in rows, and the other way round. */
export function extendSelection(lattice: Lattice, selection: GridSelection, move: Move, page: number): GridSelection {
  const { active } = selection;
  const { from, to } = lastRange(selection);
  const vertical = 'to' in move ? move.to === 'up' || move.to === 'down' : false;
  // An edge is looked for along the row or the column of the active cell.
  const start = 'to' in move ? (vertical ? { rowId: to.rowId, columnId: active.columnId } : { rowId: active.rowId, columnId: to.columnId }) : to;
  const target = movedFrom(lattice, start, move, page);
  if (!target) return selection;
  if (!('to' in move)) return withLast(selection, { from: active, to: target });
  return withLast(
    selection,
    vertical
      ? { from: { rowId: active.rowId, columnId: from.columnId }, to: { rowId: target.rowId, columnId: to.columnId } }
      : { from: { rowId: from.rowId, columnId: active.columnId }, to: { rowId: to.rowId, columnId: target.columnId } },
  );
}

/** Shift and a click, or dragging: from the active cell to the given one. */
export function extendTo(selection: GridSelection, to: CellRef): GridSelection {
  return withLast(selection, { from: selection.active, to });
}

/** Ctrl and a click. */
export function addCell(selection: GridSelection, at: CellRef): GridSelection {
  return { active: at, ranges: [...selection.ranges, { from: at, to: at }] };
}

/** Which whole lines are meant: all columns of rows, all rows of columns, or everything. */
export type Lines = { readonly rows: readonly [string, string] } | { readonly columns: readonly [string, string] } | 'all';

/** Whole rows or columns; the active cell stays in its own column or row, so that nothing scrolls away. `add` keeps the ranges there are. */
export function selectLines(lattice: Lattice, selection: GridSelection | null, lines: Lines, add = false): GridSelection | null {
  const first = refAt(lattice, 0, 0);
  const last = refAt(lattice, lattice.rows.length - 1, lattice.columns.length - 1);
  if (!first || !last) return null;
  const before = selection && positionOf(lattice, selection.active) ? selection.active : first;
  const kept = add ? (selection?.ranges ?? []) : [];
  if (lines === 'all') return { active: before, ranges: [{ from: first, to: last }] };
  if ('rows' in lines) {
    const [from, to] = lines.rows;
    return { active: { rowId: from, columnId: before.columnId }, ranges: [...kept, { from: { rowId: from, columnId: first.columnId }, to: { rowId: to, columnId: last.columnId } }] };
  }
  const [from, to] = lines.columns;
  return { active: { rowId: before.rowId, columnId: from }, ranges: [...kept, { from: { rowId: first.rowId, columnId: from }, to: { rowId: last.rowId, columnId: to } }] };
}

/** Shift+Space and Ctrl+Space: the lines through the last range, the active cell staying where it is. */
export function widenSelection(lattice: Lattice, selection: GridSelection, lines: 'rows' | 'columns'): GridSelection {
  const { from, to } = lastRange(selection);
  const first = refAt(lattice, 0, 0);
  const last = refAt(lattice, lattice.rows.length - 1, lattice.columns.length - 1);
  if (!first || !last) return selection;
  return withLast(
    selection,
    lines === 'rows'
      ? { from: { rowId: from.rowId, columnId: first.columnId }, to: { rowId: to.rowId, columnId: last.columnId } }
      : { from: { rowId: first.rowId, columnId: from.columnId }, to: { rowId: last.rowId, columnId: to.columnId } },
  );
}

/** The number of cells, each counted as often as ranges cover it. */
export function selectedCount(lattice: Lattice, { ranges }: GridSelection): number {
  return ranges.reduce((sum, range) => {
    const bounds = boundsOf(lattice, range);
    return bounds ? sum + (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1) : sum;
  }, 0);
}

export function isSelected(lattice: Lattice, { ranges }: GridSelection, at: CellRef): boolean {
  const place = positionOf(lattice, at);
  return ranges.some((range) => {
    const bounds = boundsOf(lattice, range);
    return place !== null && bounds !== null && place.row >= bounds.top && place.row <= bounds.bottom && place.column >= bounds.left && place.column <= bounds.right;
  });
}

/** The selection as far as its rows and columns are still there; null where the active cell is gone. */
export function standingSelection(lattice: Lattice, selection: GridSelection): GridSelection | null {
  if (!positionOf(lattice, selection.active)) return null;
  if (selection.ranges.every((range) => boundsOf(lattice, range))) return selection;
  const ranges = selection.ranges.filter((range) => boundsOf(lattice, range));
  return ranges.length === 0 ? selectCell(selection.active) : { ...selection, ranges };
}

function size({ top, bottom, left, right }: Bounds): { readonly rows: number; readonly columns: number } {
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

/**
 * Enter and Tab inside a selection of more than one cell: Enter goes down the columns, Tab along the rows, from range to range
 * and round again. The range that holds the active cell is turned to the end of the list, which leaves their order as it is.
 */
export function walkSelection(lattice: Lattice, selection: GridSelection, along: 'rows' | 'columns', back: boolean): GridSelection {
  const bounds = boundsOf(lattice, lastRange(selection));
  const at = positionOf(lattice, selection.active);
  if (!bounds || !at) return selection;
  const { rows, columns } = size(bounds);
  const row = at.row - bounds.top;
  const column = at.column - bounds.left;
  const place = (along === 'rows' ? row * columns + column : column * rows + row) + (back ? -1 : 1);
  const turned = place >= 0 && place < rows * columns ? selection.ranges : back ? [...selection.ranges.slice(-1), ...selection.ranges.slice(0, -1)] : [...selection.ranges.slice(1), ...selection.ranges.slice(0, 1)];
  const target = turned === selection.ranges ? bounds : boundsOf(lattice, turned.at(-1) ?? lastRange(selection));
  if (!target) return selection;
  const next = size(target);
  const count = next.rows * next.columns;
  const index = turned === selection.ranges ? place : back ? count - 1 : 0;
  const [down, right] = along === 'rows' ? [Math.floor(index / next.columns), index % next.columns] : [index % next.rows, Math.floor(index / next.rows)];
  const active = refAt(lattice, target.top + down, target.left + right);
  return active ? { active, ranges: turned } : selection;
}
