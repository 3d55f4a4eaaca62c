/** The grid in use as it is shown, with its selection: what an action on rows or cells is about. */
import type { GridSelection } from '../../shared/grid/selection.ts';
import type { Table } from '../../shared/tables/table.ts';
import { createStore, type Store } from './store.ts';

export type GridInUse = { readonly table: Table; readonly selection: GridSelection };

export function createGridInUse(): Store<GridInUse | null> {
  return createStore<GridInUse | null>(null);
}
