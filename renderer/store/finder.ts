/** What is being looked for in the grids, kept while tabs and scenarios change. */
import { createStore, type Store } from './store.ts';

export type Finder = {
  readonly open: boolean;
  /** Counts the times that the bar was asked for: each time its field takes the focus. */
  readonly asked: number;
  readonly query: string;
  /** The hit that was gone to last; -1 before the first. */
  readonly at: number;
};

export function createFinder(): Store<Finder> {
  return createStore<Finder>({ open: false, asked: 0, query: '', at: -1 });
}
