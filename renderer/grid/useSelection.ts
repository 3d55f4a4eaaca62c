/** What keys do to the selection. The chain of Tab, Tab, Enter comes back to the column in which it began. */
import { useEffect, useRef } from 'react';
import { positionOf, type Lattice } from '../../shared/grid/lattice.ts';
import { movedFrom, type Move } from '../../shared/grid/moves.ts';
import { extendSelection, lastRange, selectCell, selectedCount, selectLines, walkSelection, widenSelection } from '../../shared/grid/select.ts';
import type { CellRef, GridSelection } from '../../shared/grid/selection.ts';

type Parts = {
  readonly lattice: Lattice;
  readonly selection: GridSelection | null;
  /** Whether the grid stands. */
  readonly ready: boolean;
  /** The number of rows in view. */
  page(): number;
  onSelect(selection: GridSelection): void;
  reveal(at: CellRef): void;
};

export type SelectionKeys = {
  /** The selection as it is this very moment, drawn or not. */
  current(): GridSelection | null;
  /** Selects without scrolling there. */
  set(next: GridSelection): void;
  move(move: Move, extend: boolean): void;
  next(along: 'rows' | 'columns', back: boolean): void;
  lines(lines: 'rows' | 'columns' | 'all'): void;
};

export function useSelection({ lattice, selection, ready, page, onSelect, reveal }: Parts): SelectionKeys {
  const latest = useRef(selection);
  const seen = useRef<CellRef | null>(null);
  const chainColumn = useRef<string | null>(null);
  useEffect(() => {
    latest.current = selection;
    if (!ready || !selection) return;
    // A cell selected elsewhere, by a click on a bar of a chart or by a search, may lie out of view.
    const { rowId, columnId } = selection.active;
    if (seen.current?.rowId !== rowId || seen.current.columnId !== columnId) reveal(selection.active);
    seen.current = selection.active;
  }, [selection, ready, reveal]);

  const take = (next: GridSelection, chain: string | null = null): void => {
    chainColumn.current = chain;
    latest.current = next;
    seen.current = next.active;
    onSelect(next);
  };
  const go = (next: GridSelection, at: CellRef, chain: string | null = null): void => {
    take(next, chain);
    reveal(at);
  };

  return {
    current: () => latest.current,
    set: (next) => take(next),
    move(move, extend) {
      const before = latest.current;
      if (!before) return;
      if (extend) {
        const next = extendSelection(lattice, before, move, page());
        go(next, lastRange(next).to);
        return;
      }
      const target = movedFrom(lattice, before.active, move, page());
      if (target) go(selectCell(target), target);
    },
    next(along, back) {
      const before = latest.current;
      if (!before) return;
      if (selectedCount(lattice, before) > 1) {
        const next = walkSelection(lattice, before, along, back);
        return go(next, next.active);
      }
      const chain = chainColumn.current;
      const { active } = before;
      const start = along === 'columns' && chain !== null && positionOf(lattice, { ...active, columnId: chain }) ? { ...active, columnId: chain } : active;
      const target = movedFrom(lattice, start, { by: 'step', to: along === 'rows' ? (back ? 'left' : 'right') : back ? 'up' : 'down' }, 1);
      if (target) go(selectCell(target), target, along === 'rows' ? (chain ?? active.columnId) : null);
    },
    lines(lines) {
      const before = latest.current;
      const next = lines === 'all' ? selectLines(lattice, before, 'all') : before && widenSelection(lattice, before, lines);
      if (next) take(next);
    },
  };
}
