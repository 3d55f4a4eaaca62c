/** Which grids a tab shows: an assumptions grid above, where there is one, and the months below. */
import type { Balance } from '../../shared/model/balance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { buildBalanceTable, buildStockAssumptionsTable } from '../../shared/tables/balanceTables.ts';
import { buildDriversTable } from '../../shared/tables/driversTable.ts';
import { buildExportAssumptionsTable, buildExportsTable } from '../../shared/tables/exportsTables.ts';
import { buildMonthlyAssumptionsTable, buildMonthlyTable } from '../../shared/tables/monthlyTable.ts';
import { buildPriceAssumptionsTable, buildPriceTable } from '../../shared/tables/priceTables.ts';
import { buildSourcesTable } from '../../shared/tables/sourcesTable.ts';
import { buildSupplyAssumptionsTable, buildSupplyTable } from '../../shared/tables/supplyTables.ts';
import type { Table } from '../../shared/tables/table.ts';
import type { Preferences } from '../store/preferences.ts';

export type TabTable = { readonly tab: Preferences['tab']; readonly table: Table };

/** The tabs in their order; Sources last, because it repeats every number. */
export const tabs: readonly Preferences['tab'][] = ['drivers', 'monthly', 'exports', 'supply', 'balance', 'price', 'sources'];

export function chooseTables(tab: Preferences['tab'], workbook: Workbook, scenario: ScenarioId, balance: Balance): readonly Table[] {
  switch (tab) {
    case 'drivers':
      return [buildDriversTable(workbook, scenario, balance)];
    case 'monthly':
      return [buildMonthlyAssumptionsTable(workbook, scenario, balance), buildMonthlyTable(workbook, scenario, balance)];
    case 'exports':
      return [buildExportAssumptionsTable(workbook, scenario), buildExportsTable(workbook, scenario, balance)];
    case 'supply':
      return [buildSupplyAssumptionsTable(workbook, scenario, balance), buildSupplyTable(workbook, scenario, balance)];
    case 'balance':
      return [buildStockAssumptionsTable(workbook, scenario, balance), buildBalanceTable(workbook, balance)];
    case 'price':
      return [buildPriceAssumptionsTable(workbook, scenario), buildPriceTable(workbook, scenario, balance)];
    case 'sources':
      return [buildSourcesTable(workbook)];
  }
}

/** Every grid of a scenario with its tab. */
export function allTables(workbook: Workbook, scenario: ScenarioId, balance: Balance): readonly TabTable[] {
  return tabs.flatMap((tab) => chooseTables(tab, workbook, scenario, balance).map((table) => ({ tab, table })));
}
