/** The grids of a tab as they are shown: by months, quarters or years, in the units and decimals one likes, without what is folded or filtered out. */
import type { Balance } from '../../shared/model/balance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { byPeriod } from '../../shared/tables/byPeriod.ts';
import { showRows } from '../../shared/tables/showRows.ts';
import type { Table } from '../../shared/tables/table.ts';
import type { Preferences } from '../store/preferences.ts';
import { chooseTables, tabs, type TabTable } from './chooseTables.ts';

type Liked = Pick<Preferences, 'periodicity' | 'rows' | 'folded'>;

const noRows = {};

/** Every row of a tab's grids, in the units and decimals that are liked. */
function wholeTables(tab: Preferences['tab'], workbook: Workbook, scenario: ScenarioId, balance: Balance, { periodicity, rows }: Omit<Liked, 'folded'>): readonly Table[] {
  return chooseTables(tab, workbook, scenario, balance).map((table) => showRows(byPeriod(table, periodicity), { rows: rows[table.id] ?? noRows, folded: [], filter: '' }));
}

/** The grids of a tab without folded rows and those that the filter leaves out. */
export function shownTables(tab: Preferences['tab'], workbook: Workbook, scenario: ScenarioId, balance: Balance, liked: Liked, filter: string): readonly Table[] {
  return chooseTables(tab, workbook, scenario, balance).map((table) => showRows(byPeriod(table, liked.periodicity), { rows: liked.rows[table.id] ?? noRows, folded: liked.folded[table.id] ?? [], filter }));
}

/** Every row of every tab, for those who look for one, with its tab. */
export function allShownTables(workbook: Workbook, scenario: ScenarioId, balance: Balance, liked: Omit<Liked, 'folded'>): readonly TabTable[] {
  return tabs.flatMap((tab) => wholeTables(tab, workbook, scenario, balance, liked).map((table) => ({ tab, table })));
}
