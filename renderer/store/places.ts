/** Where the user stands in the grids: the selection of each, the one in use, and whether the terms behind it are shown. */
import type { Selection } from '../grid/moveSelection.ts';
import { createStore, type Store } from './store.ts';

export type Places = {
  /** The grid in use, by its id. */
  readonly active: string;
  readonly selections: Readonly<Record<string, Selection>>;
  readonly explaining: boolean;
};

export function createPlaces(): Store<Places> {
  return createStore<Places>({ active: 'drivers', selections: { drivers: { rowId: 'sectors/nev/intensity', columnId: '2025' } }, explaining: false });
}

/** Selects a cell of a grid; the explanation closes with the cell it explained. */
export function selectPlace(places: Store<Places>, table: string, selection: Selection): void {
  const { selections } = places.get();
  places.set({ active: table, selections: { ...selections, [table]: selection }, explaining: false });
}
