/** How an action reaches the grid in use: the grid puts its handler here while it is the one, and App asks it first. */
import type { ActionId } from '../../shared/actions.ts';
import { createStore, type Store } from './store.ts';

/** `run` is false for an action that the grid leaves to the application. */
export type GridHandler = { run(id: ActionId): boolean };

export type GridActions = Store<GridHandler | null>;

export function createGridActions(): GridActions {
  return createStore<GridHandler | null>(null);
}
