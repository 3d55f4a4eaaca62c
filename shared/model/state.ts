/** States of cells: what a computed cell inherits from its terms. */
import type { CellState } from './workbook.ts';

/** The weaker of two states: forecast, else estimate, else actual. */
export function weakerState(a: CellState, b: CellState): CellState {
  if (a === 'forecast' || b === 'forecast') return 'forecast';
  return a === 'estimate' || b === 'estimate' ? 'estimate' : 'actual';
}

/** The weakest of some states; actual where there is none. */
export function weakestState(...states: readonly CellState[]): CellState {
  let weakest: CellState = 'actual';
  for (const state of states) weakest = weakerState(weakest, state);
  return weakest;
}
