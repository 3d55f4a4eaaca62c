/** States of cells: what a computed cell inherits from its terms. */
import type { CellState } from './workbook.ts';

const rank: Readonly<Record<CellState, number>> = { actual: 0, estimate: 1, forecast: 2 };

/** The weakest of some states: forecast, else estimate, else actual. */
export function weakestState(...states: readonly CellState[]): CellState {
  let weakest: CellState = 'actual';
  for (const state of states) if (rank[state] > rank[weakest]) weakest = state;
  return weakest;
}
