/** Where a click on a number leads: the tab, the grid, the row and the column that hold it. The grids themselves are the map. */
import type { Balance } from '../../shared/model/balance.ts';
import type { CellAddress, ScenarioId, SectorId, Workbook } from '../../shared/model/workbook.ts';
import { columnOfPeriod } from '../../shared/search/columnOfPeriod.ts';
import type { Table } from '../../shared/tables/table.ts';
import type { Preferences } from '../store/preferences.ts';
import { allTables } from './chooseTables.ts';

export type GridPlace = { readonly tab: Preferences['tab']; readonly table: string; readonly rowId: string; readonly columnId: string };

/** The address of what a chart shows in a month: "gap", "supply", "exports", or the demand of the sector with that id. */
export function addressOfBand(workbook: Pick<Workbook, 'sectors'>, band: SectorId, month: string): CellAddress {
  if (Object.hasOwn(workbook.sectors, band)) return { path: `sectors/${band}/demandMonthly`, period: month };
  return { path: band === 'supply' ? 'supply/outputMonthly' : band === 'exports' ? 'exports/monthly' : 'gap', period: month };
}

type CellPlace = { readonly rowId: string; readonly columnId: string };

/** A cell that takes the input of that address, or the row of that name in the column of that period. */
function cellIn(table: Table, { path, period }: CellAddress): CellPlace | null {
  for (const row of table.rows) {
    if (row.id === `${path}@${period}`) return { rowId: row.id, columnId: 'value' };
    if (row.id === path && row.cells[period]) return { rowId: row.id, columnId: period };
    for (const [columnId, { edit }] of Object.entries(row.cells)) {
      if (edit?.kind === 'input' && edit.address.path === path && edit.address.period === period) return { rowId: row.id, columnId };
    }
  }
  return null;
}

/** The cell of an input or a result; where only its row is shown, the row's number in that period, else its first; null where no grid has it. */
export function placeOf(workbook: Workbook, scenario: ScenarioId, balance: Balance, address: CellAddress): GridPlace | null {
  const grids = allTables(workbook, scenario, balance);
  for (const { tab, table } of grids) {
    const cell = cellIn(table, address);
    if (cell) return { tab, table: table.id, ...cell };
  }
  for (const { tab, table } of grids) {
    const row = table.rows.find(({ id, kind }) => id === address.path && kind !== 'group');
    const asked = columnOfPeriod(table, address.period);
    const column = row && (asked && row.cells[asked.id] ? asked : table.columns.find(({ id, kind }) => kind === 'period' && row.cells[id]));
    if (row && column) return { tab, table: table.id, rowId: row.id, columnId: column.id };
  }
  return null;
}
