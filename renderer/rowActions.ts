/** Actions on the rows in use: decimals, folded groups, the filter. Preferences change, never the workbook. */
import { cellsOfRange } from '../shared/grid/selection.ts';
import type { UnitId } from '../shared/model/unit.ts';
import { groupsOfRows } from '../shared/tables/rowGroups.ts';
import { mostDecimals, type RowDisplay } from '../shared/tables/showRows.ts';
import type { TableRow } from '../shared/tables/table.ts';
import type { GridInUse } from './store/gridInUse.ts';
import type { Places } from './store/places.ts';
import type { Preferences } from './store/preferences.ts';
import type { Store } from './store/store.ts';
import { selectPlace } from './store/places.ts';

type Parts = { readonly preferences: Store<Preferences>; readonly places: Store<Places>; readonly inUse: Store<GridInUse | null> };

export type RowActions = {
  /** One decimal more or less for every selected row. */
  changeDecimals(by: 1 | -1): void;
  /** Null: the unit of the workbook again. */
  chooseUnit(table: string, row: string, unit: UnitId | null): void;
  /** Folds or opens a group of a table; without a name the one that the selected row belongs to. */
  toggleGroup(table?: string, group?: string): void;
  unfoldAll(): void;
  /** Opens the filter of the tab, or gives its field the focus. */
  openFilter(): void;
  setFilter(tab: Preferences['tab'], text: string | null): void;
};

export function rowActions({ preferences, places, inUse }: Parts): RowActions {
  const display = (table: string, changes: Readonly<Record<string, RowDisplay>>): void => {
    const { rows } = preferences.get();
    const before = rows[table] ?? {};
    const changed = Object.fromEntries(Object.entries(changes).map(([id, change]) => [id, { ...before[id], ...change }]));
    preferences.set({ ...preferences.get(), rows: { ...rows, [table]: { ...before, ...changed } } });
  };
  const fold = (table: string, groups: readonly string[]): void => preferences.set({ ...preferences.get(), folded: { ...preferences.get().folded, [table]: [...groups] } });
  const setFilter = (tab: Preferences['tab'], text: string | null): void => {
    const { [tab]: _before, ...others } = places.get().filters;
    places.set({ ...places.get(), filters: text === null ? others : { ...others, [tab]: text } });
  };
  return {
    changeDecimals(by) {
      const used = inUse.get();
      if (!used) return;
      const selected = new Map<string, TableRow>(used.selection.ranges.flatMap((range) => cellsOfRange(used.table, range).flatMap(([first]) => (first && first.row.kind !== 'group' ? [[first.row.id, first.row] as const] : []))));
      const decimals = (row: TableRow): number => Math.max(0, Math.min(mostDecimals, row.format.decimals + by));
      display(used.table.id, Object.fromEntries([...selected].map(([id, row]) => [id, { decimals: decimals(row) }])));
    },
    chooseUnit: (table, row, unit) => display(table, { [row]: { unit: unit ?? undefined, decimals: undefined } }),
    toggleGroup(tableId, groupId) {
      const used = inUse.get();
      const table = tableId ?? used?.table.id;
      const rows = used?.table.rows ?? [];
      const own = groupsOfRows(rows)[rows.findIndex(({ id }) => id === used?.selection.active.rowId)]?.id;
      const group = groupId ?? own;
      if (table === undefined || group === undefined) return;
      const folded = preferences.get().folded[table] ?? [];
      const isFolded = folded.includes(group);
      fold(table, isFolded ? folded.filter((id) => id !== group) : [...folded, group]);
      // The row that was selected is hidden now; the next one in view takes the selection.
      if (isFolded || group !== own || !used || used.table.id !== table) return;
      const groups = groupsOfRows(rows);
      const from = rows.findIndex(({ id }) => id === used.selection.active.rowId);
      const stays = (at: number): boolean => rows[at]?.kind !== 'group' && groups[at]?.id !== group;
      const next = rows.findIndex((_, at) => at > from && stays(at));
      const target = rows[next >= 0 ? next : rows.findLastIndex((_, at) => at < from && stays(at))];
      if (target) selectPlace(places, table, { rowId: target.id, columnId: used.selection.active.columnId });
    },
    unfoldAll() {
      const used = inUse.get();
      if (used) fold(used.table.id, []);
    },
    openFilter() {
      const { tab } = preferences.get();
      const { filters, filterAsked } = places.get();
      places.set({ ...places.get(), filters: { ...filters, [tab]: filters[tab] ?? '' }, filterAsked: filterAsked + 1 });
    },
    setFilter,
  };
}
