/** Where a move of the keyboard leads from a cell, as in a spreadsheet: group heads are stepped over, edges hold. */
import { isFilledAt, positionOf, refAt, type Lattice } from './lattice.ts';
import type { CellRef } from './selection.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** "edge" is Ctrl with an arrow: to the end of the filled block, else to the next filled cell, else to the edge of the table. */
export type Move = { readonly by: 'step' | 'edge' | 'page'; readonly to: Direction } | { readonly by: 'rowStart' | 'rowEnd' | 'first' | 'last' };

const steps: Readonly<Record<Direction, readonly [number, number]>> = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] };

type Position = { readonly row: number; readonly column: number };

function edgeFrom(lattice: Lattice, start: Position, to: Direction): Position {
  const [down, right] = steps[to];
  const inside = ({ row, column }: Position): boolean => row >= 0 && column >= 0 && row < lattice.rows.length && column < lattice.columns.length;
  const next = ({ row, column }: Position): Position => ({ row: row + down, column: column + right });
  const filled = ({ row, column }: Position): boolean => isFilledAt(lattice, row, column);
  /** A head stands between a row and the one above it. */
  const touches = (from: Position): boolean => down === 0 || !lattice.heads.has(down > 0 ? from.row + 1 : from.row);
  let at = start;
  if (filled(at) && inside(next(at)) && touches(at) && filled(next(at))) {
    while (inside(next(at)) && touches(at) && filled(next(at))) at = next(at);
    return at;
  }
  while (inside(next(at))) {
    at = next(at);
    if (filled(at)) return at;
  }
  return at;
}

/** `page` is the number of rows in view. Null where the cell is no longer there or the table is empty. */
export function movedFrom(lattice: Lattice, start: CellRef, move: Move, page: number): CellRef | null {
  const at = positionOf(lattice, start);
  if (!at) return refAt(lattice, 0, 0);
  const last = { row: lattice.rows.length - 1, column: lattice.columns.length - 1 };
  switch (move.by) {
    case 'rowStart':
      return refAt(lattice, at.row, 0);
    case 'rowEnd':
      return refAt(lattice, at.row, last.column);
    case 'first':
      return refAt(lattice, 0, 0);
    case 'last':
      return refAt(lattice, last.row, last.column);
    case 'edge': {
      const { row, column } = edgeFrom(lattice, at, move.to);
      return refAt(lattice, row, column);
    }
    default: {
      const [down, right] = steps[move.to];
      const by = move.by === 'page' ? Math.max(1, page) : 1;
      return refAt(lattice, at.row + down * by, at.column + right * by);
    }
  }
}
