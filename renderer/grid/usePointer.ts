/**
 * Selecting by mouse: a click, Shift and Ctrl, labels and heads for whole rows and columns, dragging, and scrolling on while
 * the pointer is held beyond an edge.
 */
import { useEffect, useRef, type MouseEvent, type RefObject } from 'react';
import type { GridApi } from 'ag-grid-community';
import type { Lattice } from '../../shared/grid/lattice.ts';
import { addCell, extendTo, lastRange, selectCell, selectLines } from '../../shared/grid/select.ts';
import type { CellRef, GridSelection } from '../../shared/grid/selection.ts';
import type { TableRow } from '../../shared/tables/table.ts';
import { cellAt, pinnedWidth, type Box } from './gridGeometry.ts';
import type { SelectionKeys } from './useSelection.ts';

type Parts = {
  readonly wrapper: RefObject<HTMLDivElement | null>;
  readonly api: GridApi<TableRow> | null;
  readonly lattice: Lattice;
  readonly head: number;
  readonly keys: SelectionKeys;
  view(): Box;
  scrollBy(left: number, top: number): void;
  reveal(at: CellRef): void;
};

/** What a press on the grid met. */
export type Pressed = { readonly kind: 'cell'; readonly at: CellRef } | { readonly kind: 'row'; readonly id: string } | { readonly kind: 'column'; readonly id: string } | { readonly kind: 'corner' };

type Held = { readonly shift: boolean; readonly add: boolean };

/** Pixels beyond an edge to pixels scrolled in one frame. */
function speed(beyond: number): number {
  return Math.sign(beyond) * Math.min(40, Math.abs(beyond) / 3);
}

function beyond(at: number, start: number, end: number): number {
  return at < start ? at - start : at > end ? at - end : 0;
}

export function pressedOn(target: EventTarget | null, lattice: Lattice): Pressed | null {
  if (!(target instanceof Element) || target.closest('.ag-header-cell-resize')) return null;
  const head = target.closest('.ag-header-cell')?.getAttribute('col-id');
  if (head !== null && head !== undefined) return lattice.columnIndex.has(head) ? { kind: 'column', id: head } : { kind: 'corner' };
  const columnId = target.closest('.ag-cell')?.getAttribute('col-id');
  const rowId = target.closest('.ag-row')?.getAttribute('row-id');
  if (rowId === null || rowId === undefined || columnId === null || columnId === undefined || !lattice.rowIndex.has(rowId)) return null;
  return lattice.columnIndex.has(columnId) ? { kind: 'cell', at: { rowId, columnId } } : { kind: 'row', id: rowId };
}

export type PointerSelection = {
  /** Selects what was pressed and follows the pointer until it is released. */
  press(pressed: Pressed, event: MouseEvent): void;
  /** Follows the pointer until it is released; the callback is given the cell under it. */
  follow(event: MouseEvent, onCell: (at: CellRef) => void, onEnd?: (event: globalThis.MouseEvent) => void): void;
};

export function usePointer({ wrapper, api, lattice, head, keys, view, scrollBy, reveal }: Parts): PointerSelection {
  const stopFollowing = useRef<(() => void) | null>(null);
  useEffect(() => () => stopFollowing.current?.(), []);

  const follow: PointerSelection['follow'] = (event, onCell, onEnd) => {
    const frame = wrapper.current?.getBoundingClientRect();
    if (!api || !frame) return;
    const point = { x: event.clientX - frame.left, y: event.clientY - frame.top - head };
    let last = '';
    let scrolling = 0;
    const tell = (): void => {
      const { left, top, width, height } = view();
      const pinned = pinnedWidth(api);
      const x = Math.max(pinned, Math.min(width - 1, point.x)) + left;
      const y = Math.max(0, Math.min(height - 1, point.y)) + top;
      const at = cellAt(api, x, y, (id) => lattice.columnIndex.has(id));
      const key = at ? `${at.rowId}\n${at.columnId}` : '';
      if (at && key !== last) onCell(at);
      last = key;
    };
    const scroll = (): void => {
      const { width, height } = view();
      const right = speed(beyond(point.x, pinnedWidth(api), width - 4));
      const down = speed(beyond(point.y, 0, height - 4));
      scrolling = right === 0 && down === 0 ? 0 : requestAnimationFrame(scroll);
      if (scrolling === 0) return;
      scrollBy(right, down);
      tell();
    };
    const onMove = (moved: globalThis.MouseEvent): void => {
      point.x = moved.clientX - frame.left;
      point.y = moved.clientY - frame.top - head;
      tell();
      if (scrolling === 0) scroll();
    };
    const stop = (): void => {
      cancelAnimationFrame(scrolling);
      window.removeEventListener('mousemove', onMove);
      window.removeEventListener('mouseup', onUp);
      stopFollowing.current = null;
    };
    const onUp = (released: globalThis.MouseEvent): void => {
      stop();
      onEnd?.(released);
    };
    stopFollowing.current?.();
    stopFollowing.current = stop;
    window.addEventListener('mousemove', onMove);
    window.addEventListener('mouseup', onUp);
  };

  const selectPressed = (pressed: Pressed, before: GridSelection | null, { shift, add }: Held): GridSelection | null => {
    if (pressed.kind === 'corner') return selectLines(lattice, before, 'all');
    if (pressed.kind === 'cell') {
      if (shift && before) return extendTo(before, pressed.at);
      return add && before ? addCell(before, pressed.at) : selectCell(pressed.at);
    }
    const id = (at: 'rowId' | 'columnId'): string => (shift && before ? before.active[at] : pressed.id);
    return selectLines(lattice, before, pressed.kind === 'row' ? { rows: [id('rowId'), pressed.id] } : { columns: [id('columnId'), pressed.id] }, add);
  };

  return {
    follow,
    press(pressed, event) {
      const next = selectPressed(pressed, keys.current(), { shift: event.shiftKey, add: event.ctrlKey || event.metaKey });
      if (!next) return;
      keys.set(next);
      if (pressed.kind === 'corner') return;
      follow(event, (at) => {
        const now = keys.current();
        if (!now) return;
        const { from, to } = lastRange(now);
        if (pressed.kind === 'cell') keys.set(extendTo(now, at));
        else if (pressed.kind === 'row') keys.set({ ...now, ranges: [...now.ranges.slice(0, -1), { from, to: { rowId: at.rowId, columnId: to.columnId } }] });
        else keys.set({ ...now, ranges: [...now.ranges.slice(0, -1), { from, to: { rowId: to.rowId, columnId: at.columnId } }] });
      }, () => pressed.kind === 'cell' && reveal(pressed.at));
    },
  };
}
