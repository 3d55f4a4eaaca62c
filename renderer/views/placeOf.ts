/** Where a click in a chart leads: the tab, the grid and the row that hold the number. */
import type { SectorId, Workbook } from '../../shared/model/workbook.ts';
import type { Preferences } from '../store/preferences.ts';

export type GridPlace = { readonly tab: Preferences['tab']; readonly table: string; readonly rowId: string };

/** The place of a month's "gap", "supply", "exports", or demand of the sector with that id. */
export function placeOf(workbook: Pick<Workbook, 'sectors'>, row: SectorId): GridPlace {
  switch (row) {
    case 'gap':
      return { tab: 'balance', table: 'balance', rowId: 'gap' };
    case 'supply':
      return { tab: 'supply', table: 'supply', rowId: 'supply/outputMonthly' };
    case 'exports':
      return { tab: 'exports', table: 'exports', rowId: 'exports/monthly' };
    default:
      return Object.hasOwn(workbook.sectors, row) ? { tab: 'monthly', table: 'monthly', rowId: `sectors/${row}/demandMonthly` } : { tab: 'balance', table: 'balance', rowId: 'gap' };
  }
}
