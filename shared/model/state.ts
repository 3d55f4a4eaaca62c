/** States of cells: what a computed cell inherits from its terms. */
import type { CellState } from './workbook.ts';

const rank: Readonly<Record<CellState, number>> = { actual: 0, estimate: 1, forecast: 2 };

/** The weaker of two states: forecast, else estimate, else actual. */
export function weakerState(a: CellState, b: CellState): CellState {
  return rank[b] > rank[a] ? b : a;
}

/** The weakest of some states; actual where there is none. */
export function weakestState(...states: readonly CellState[]): CellState {
  return states.reduce(weakerState, 'actual');
}
