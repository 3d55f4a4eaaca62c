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
import { cellAt, heldTotals, pinnedWidth, type Box } from './gridGeometry.ts';
import { placeId } from './twins.ts';
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
  const idOf = (name: string, attribute: string): string | null => {
    const id = target.closest(name)?.getAttribute(attribute);
    return id === null || id === undefined ? null : placeId(id);
  };
  const head = idOf('.ag-header-cell', 'col-id');
  if (head !== null) return lattice.columnIndex.has(head) ? { kind: 'column', id: head } : { kind: 'corner' };
  const columnId = idOf('.ag-cell', 'col-id');
  const rowId = idOf('.ag-row', 'row-id');
  if (rowId === null || columnId === null || !lattice.rowIndex.has(rowId)) return null;
  return lattice.columnIndex.has(columnId) ? { kind: 'cell', at: { rowId, columnId } } : { kind: 'row', id: rowId };
}

/** Which of the totals that are held at an edge an element belongs to. */
function heldAt(target: EventTarget | null): { readonly right: boolean; readonly below: boolean } {
  const lies = (name: string): boolean => target instanceof Element && target.closest(name) !== null;
  return { right: lies('.ag-grid-pinned-right-cells, .selection-right'), below: lies('.ag-grid-pinned-bottom-rows') };
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
    // Dragged from elsewhere, a held total is an edge beyond which the grid scrolls, as it does in a sheet with frozen panes.
    const began = heldAt(event.target);
    const edges = (): { readonly right: number; readonly bottom: number } => {
      const { width, height } = view();
      const held = heldTotals(api);
      return { right: width - (began.right ? 0 : held.width), bottom: height - (began.below ? 0 : held.height) };
    };
    const cellUnder = (): CellRef | null => {
      const { left, top } = view();
      const { right, bottom } = edges();
      const held = heldTotals(api);
      const x = Math.max(pinnedWidth(api), Math.min(right - 1, point.x));
      const y = Math.max(0, Math.min(bottom - 1, point.y));
      const at = cellAt(api, x + left, y + top, (id) => lattice.columnIndex.has(id));
      const row = began.below ? held.rows.find(({ end }) => y < bottom - held.height + end && y >= bottom - held.height) : undefined;
      return at && { rowId: row?.id ?? at.rowId, columnId: began.right && held.column && x >= right - held.width ? held.column.id : at.columnId };
    };
    let last = '';
    let scrolling = 0;
    const tell = (): void => {
      const at = cellUnder();
      const key = at ? `${at.rowId}\n${at.columnId}` : '';
      if (at && key !== last) onCell(at);
      last = key;
    };
    const scroll = (): void => {
      const edge = edges();
      const right = speed(beyond(point.x, pinnedWidth(api), edge.right - 4));
      const down = speed(beyond(point.y, 0, edge.bottom - 4));
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
      const { right, below } = heldAt(event.target);
      const isHeld = right || below;
      follow(event, (at) => {
        const now = keys.current();
        if (!now) return;
        const { from, to } = lastRange(now);
        if (pressed.kind === 'cell') keys.set(extendTo(now, at));
        else if (pressed.kind === 'row') keys.set({ ...now, ranges: [...now.ranges.slice(0, -1), { from, to: { rowId: at.rowId, columnId: to.columnId } }] });
        else keys.set({ ...now, ranges: [...now.ranges.slice(0, -1), { from, to: { rowId: to.rowId, columnId: at.columnId } }] });
      }, () => pressed.kind === 'cell' && !isHeld && reveal(pressed.at));
    },
  };
}
