/** The grids of a tab as they are shown: by months, quarters or years. */
import type { Balance } from '../../shared/model/balance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import type { Periodicity } from '../../shared/periodicity.ts';
import { byPeriod } from '../../shared/tables/byPeriod.ts';
import type { Table } from '../../shared/tables/table.ts';
import type { Preferences } from '../store/preferences.ts';
import { chooseTables, tabs, type TabTable } from './chooseTables.ts';

export function shownTables(tab: Preferences['tab'], workbook: Workbook, scenario: ScenarioId, balance: Balance, periodicity: Periodicity): readonly Table[] {
  return chooseTables(tab, workbook, scenario, balance).map((table) => byPeriod(table, periodicity));
}

/** The grids of every tab, with their tab. */
export function allShownTables(workbook: Workbook, scenario: ScenarioId, balance: Balance, periodicity: Periodicity): readonly TabTable[] {
  return tabs.flatMap((tab) => shownTables(tab, workbook, scenario, balance, periodicity).map((table) => ({ tab, table })));
}
