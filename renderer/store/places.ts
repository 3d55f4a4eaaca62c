/** Where the user stands in the grids: the selection of each, the one in use, and whether the terms behind it are shown. */
import type { Selection } from '../grid/moveSelection.ts';
import { createStore, type Store } from './store.ts';

export type Places = {
  /** The grid in use, by its id. */
  readonly active: string;
  readonly selections: Readonly<Record<string, Selection>>;
  readonly explaining: boolean;
  /** Counts the times that a search led to a cell: each time its grid takes the focus. */
  readonly arrivals: number;
};

export function createPlaces(): Store<Places> {
  return createStore<Places>({ active: 'drivers', selections: { drivers: { rowId: 'sectors/nev/intensity', columnId: '2025' } }, explaining: false, arrivals: 0 });
}

/** Selects a cell of a grid; the explanation closes with the cell it explained. */
export function selectPlace(places: Store<Places>, table: string, selection: Selection): void {
  const { selections, arrivals } = places.get();
  places.set({ arrivals, active: table, selections: { ...selections, [table]: selection }, explaining: false });
}

/** Selects a cell and lets its grid take the focus. */
export function arriveAt(places: Store<Places>, table: string, selection: Selection): void {
  selectPlace(places, table, selection);
  places.set({ ...places.get(), arrivals: places.get().arrivals + 1 });
}
