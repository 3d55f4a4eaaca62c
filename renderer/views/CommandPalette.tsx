/** The command palette (actions, scenarios, tabs, rows) and going to a cell: one search over two lists. */
import { useMemo } from 'react';
import { isActionId, type ActionId, type Situation } from '../../shared/actions.ts';
import { formatNumber } from '../../shared/format.ts';
import { keyText } from '../../shared/keys.ts';
import { palette as say } from '../../shared/messages/palette.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { actionEntries, rankEntries, type PaletteEntry } from '../../shared/search/paletteEntries.ts';
import { takePeriod } from '../../shared/search/takePeriod.ts';
import { keyPlatform } from '../host/keyPlatform.ts';
import type { Places } from '../store/places.ts';
import type { Preferences } from '../store/preferences.ts';
import type { Store } from '../store/store.ts';
import { tabs, type TabTable } from './chooseTables.ts';
import { gridRows, placeInRow, type GridRow } from './gridRows.ts';
import type { GridPlace } from './placeOf.ts';
import { SearchDialog, type SearchItem } from './SearchDialog.tsx';

type Props = {
  readonly mode: 'palette' | 'goTo';
  readonly workbook: Workbook;
  readonly tables: readonly TabTable[];
  readonly situation: Situation;
  readonly preferences: Store<Preferences>;
  readonly places: Store<Places>;
  readonly language: Language;
  onAction(id: ActionId): void;
  onScenario(id: ScenarioId): void;
  onPlace(place: GridPlace): void;
  onClose(): void;
};

/** How many choices the palette remembers. */
const remembered = 8;

function valueText({ table, row }: GridRow, place: GridPlace | null, language: Language): string {
  const cell = place && row.cells[place.columnId];
  if (!cell || !place) return '';
  const column = table.columns.find(({ id }) => id === place.columnId);
  const text = cell.text?.[language] ?? formatNumber(cell.value, cell.format ?? row.format, language);
  return column?.period === undefined ? text : `${column.period}   ${text}`;
}

export function CommandPalette({ mode, workbook, tables, situation, preferences, places, language, onAction, onScenario, onPlace, onClose }: Props) {
  const rows = useMemo(() => new Map(gridRows(workbook, tables).map((row) => [row.id, row])), [workbook, tables]);
  const rowEntries = useMemo(() => [...rows.values()].map(({ id, name, tab }): PaletteEntry => ({ id, label: name, detail: workbench.tabs[tab], onlySearched: true })), [rows]);
  const others = useMemo((): readonly PaletteEntry[] => {
    const scenarios = Object.entries(workbook.scenarios).sort(([, a], [, b]) => a.order - b.order);
    return [
      ...actionEntries(situation),
      ...scenarios.map(([id, scenario]): PaletteEntry => ({ id: `scenario:${id}`, label: scenario.name, detail: say.scenario })),
      ...tabs.map((id): PaletteEntry => ({ id: `tab:${id}`, label: workbench.tabs[id], detail: say.tab })),
    ];
  }, [workbook, situation]);
  const asOfMonth = workbook.asOf.slice(0, 7);
  const placeFor = (row: GridRow, period: string | null): GridPlace | null => placeInRow(row, period, places.get().selections[row.table.id]?.active.columnId, asOfMonth);

  const find = (query: string): readonly SearchItem[] => {
    const taken = takePeriod(query);
    const { recent } = preferences.get();
    if (mode === 'palette') {
      const entries = rankEntries([...others, ...rowEntries], taken.period === null ? query : taken.rest, recent, language);
      return entries.map((entry) => ({ ...entry, ...(entry.key === undefined ? {} : { aside: keyText(entry.key, keyPlatform) }) }));
    }
    const { active, selections } = places.get();
    // Before a name is typed: the row one stands in, then the grid's others.
    const here = `row:${active}:${selections[active]?.active.rowId ?? ''}`;
    const all = rowEntries.map(({ id, label, detail }): PaletteEntry => ({ id, label, detail }));
    return rankEntries(all, taken.rest, [here], language).map((entry) => {
      const row = rows.get(entry.id);
      return { ...entry, aside: row ? valueText(row, placeFor(row, taken.period), language) : '' };
    });
  };
  const onPick = ({ id }: SearchItem, query: string): void => {
    const { recent } = preferences.get();
    const rest = id.slice(id.indexOf(':') + 1);
    if (mode === 'palette') preferences.set({ ...preferences.get(), recent: [id, ...recent.filter((other) => other !== id)].slice(0, remembered) });
    onClose();
    const row = rows.get(id);
    const place = row ? placeFor(row, takePeriod(query).period) : null;
    const tab = tabs.find((one) => id === `tab:${one}`);
    if (place) onPlace(place);
    else if (tab) preferences.set({ ...preferences.get(), view: 'workbench', tab });
    else if (id.startsWith('scenario:')) onScenario(rest);
    else if (isActionId(rest)) onAction(rest);
  };
  const complete = (query: string, item: SearchItem): string => {
    const { period } = takePeriod(query);
    return period === null ? `${item.label[language]} ` : `${item.label[language]} ${period}`;
  };
  const goes = mode === 'goTo';
  return (
    <SearchDialog
      title={goes ? say.goTitle : say.title}
      ask={goes ? say.goAsk : say.ask}
      hint={goes ? say.goHint : say.hint}
      language={language}
      find={find}
      {...(goes ? { complete } : {})}
      onPick={onPick}
      onClose={onClose}
    />
  );
}
