/** Looking for a text: the hits over all grids of the scenario, and going from one to the next. */
import { useMemo, useState } from 'react';
import type { Language } from '../shared/messages/phrase.ts';
import type { ScenarioId, Workbook } from '../shared/model/workbook.ts';
import { findCells, type FoundCell } from '../shared/tables/findCells.ts';
import { createFinder, type Finder } from './store/finder.ts';
import type { Places } from './store/places.ts';
import type { Preferences } from './store/preferences.ts';
import { useStore, type Store } from './store/store.ts';
import { tabs, type TabTable } from './views/chooseTables.ts';
import { gridRows, placeInRow } from './views/gridRows.ts';
import type { GridPlace } from './views/placeOf.ts';

type Parts = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly language: Language;
  readonly tab: Preferences['tab'];
  readonly places: Store<Places>;
  /** The same function as long as the grids are the same. */
  readonly tables: () => readonly TabTable[];
  /** `focus`: the grid takes the focus; else it stays where it is. */
  arrive(place: GridPlace, focus: boolean): void;
};

export type FinderControl = {
  readonly finder: Finder;
  readonly hits: number;
  open(): void;
  close(): void;
  query(text: string): void;
  step(by: 1 | -1, focus: boolean): void;
};

type Hit = FoundCell<Preferences['tab']>;

export function useFinder({ workbook, scenario, language, tab, places, tables, arrive }: Parts): FinderControl {
  const [store] = useState(createFinder);
  const finder = useStore(store);
  const search = (): readonly Hit[] => findCells(workbook, scenario, tables(), finder.query, language);
  // While the bar is closed nothing is counted.
  const counted = finder.open ? finder.query : '';
  const hits = useMemo(() => findCells(workbook, scenario, counted === '' ? [] : tables(), counted, language), [counted, workbook, scenario, language, tables]);
  const placeOfHit = (hit: Hit): GridPlace | null => {
    if (hit.columnId !== null) return { ...hit, columnId: hit.columnId };
    const row = gridRows(workbook, tables(), true).find((one) => one.table.id === hit.table && one.row.id === hit.rowId);
    return row ? placeInRow(row, null, places.get().selections[hit.table]?.active.columnId, workbook.asOf.slice(0, 7)) : null;
  };
  return {
    finder,
    hits: hits.length,
    open: () => store.set({ ...store.get(), open: true, asked: finder.asked + 1 }),
    close() {
      store.set({ ...store.get(), open: false });
      const { active, selections } = places.get();
      const selection = selections[active];
      if (selection) arrive({ tab, table: active, ...selection.active }, true);
    },
    query: (text) => store.set({ ...store.get(), query: text, at: -1 }),
    step(by, focus) {
      const found = finder.open ? hits : search();
      if (found.length === 0) return;
      // The first step leads to what the tab in view holds, or the tabs after it.
      const inView = found.findIndex((hit) => tabs.indexOf(hit.tab) >= tabs.indexOf(tab));
      const next = finder.at >= 0 ? finder.at + by : by > 0 ? Math.max(0, inView) : (inView < 0 ? found.length : inView) - 1;
      const at = (next + found.length) % found.length;
      const hit = found[at];
      const place = hit ? placeOfHit(hit) : null;
      store.set({ ...store.get(), at });
      if (place) arrive(place, focus);
    },
  };
}
