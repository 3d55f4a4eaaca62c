/** Where the user stands in the grids: the selection of each, the one in use, and whether the terms behind it are shown. */
import { selectCell } from '../../shared/grid/select.ts';
import type { CellRef, GridSelection } from '../../shared/grid/selection.ts';
import { createStore, type Store } from './store.ts';

export type Places = {
  /** The grid in use, by its id. */
  readonly active: string;
  readonly selections: Readonly<Record<string, GridSelection>>;
  readonly explaining: boolean;
  /** What is being written about the selected cells. */
  readonly annotating: 'comment' | 'source' | 'terms' | null;
  /** The text by which the rows of a tab are filtered, by tab; without an entry the filter is closed. */
  readonly filters: Readonly<Record<string, string>>;
  /** Counts the times that the filter was asked for. */
  readonly filterAsked: number;
  /** Counts the times that a search led to a cell: each time its grid takes the focus. */
  readonly arrivals: number;
};

export function createPlaces(): Store<Places> {
  return createStore<Places>({ active: 'drivers', selections: { drivers: selectCell({ rowId: 'sectors/nev/intensity', columnId: '2025' }) }, explaining: false, annotating: null, filters: {}, filterAsked: 0, arrivals: 0 });
}

/** Takes over what is selected in a grid. The explanation closes with the cell it explained. */
export function selectRanges(places: Store<Places>, table: string, selection: GridSelection): void {
  const { selections, explaining, active } = places.get();
  const before = selections[table]?.active;
  const stays = active === table && before?.rowId === selection.active.rowId && before.columnId === selection.active.columnId;
  places.set({ ...places.get(), active: table, selections: { ...selections, [table]: selection }, explaining: explaining && stays, annotating: null });
}

/** Selects one cell of a grid. */
export function selectPlace(places: Store<Places>, table: string, at: CellRef): void {
  selectRanges(places, table, selectCell(at));
}

/** Selects a cell and lets its grid take the focus. */
export function arriveAt(places: Store<Places>, table: string, at: CellRef): void {
  selectPlace(places, table, at);
  places.set({ ...places.get(), arrivals: places.get().arrivals + 1 });
}
