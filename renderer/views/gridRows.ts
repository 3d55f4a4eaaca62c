/** Every row of every grid by name, for those who go to one, and the cell in which they arrive. */
import type { Phrase } from '../../shared/messages/phrase.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { columnOfPeriod } from '../../shared/search/columnOfPeriod.ts';
import { groupsOfRows } from '../../shared/tables/rowGroups.ts';
import { rowName } from '../../shared/tables/rowName.ts';
import type { Table, TableRow } from '../../shared/tables/table.ts';
import type { TabTable } from './chooseTables.ts';
import type { GridPlace } from './placeOf.ts';

export type GridRow = TabTable & { readonly id: string; readonly row: TableRow; readonly name: Phrase };

/** The rows of Sources repeat every number, so they are asked for. */
export function gridRows(workbook: Workbook, tables: readonly TabTable[], withSources = false): readonly GridRow[] {
  return tables
    .filter(({ tab }) => withSources || tab !== 'sources')
    .flatMap(({ tab, table }) => {
      const groups = groupsOfRows(table.rows);
      return table.rows.flatMap((row, at) => (row.kind === 'group' ? [] : [{ tab, table, row, id: `row:${table.id}:${row.id}`, name: rowName(workbook, row, groups[at] ?? null) }]));
    });
}

function firstColumn(table: Table, row: TableRow): string | undefined {
  return table.columns.find(({ id, kind }) => kind !== 'label' && kind !== 'unit' && row.cells[id])?.id;
}

/** The cell of a row in a period, else in the column that was last used in its grid, else in the as-of month. */
export function placeInRow({ tab, table, row }: GridRow, period: string | null, kept: string | undefined, asOfMonth: string): GridPlace | null {
  const asked = period === null ? undefined : columnOfPeriod(table, period);
  const usable = (id: string | undefined): string | undefined => (id !== undefined && row.cells[id] ? id : undefined);
  const columnId = asked?.id ?? usable(kept) ?? usable(columnOfPeriod(table, asOfMonth)?.id) ?? firstColumn(table, row);
  return columnId === undefined ? null : { tab, table: table.id, rowId: row.id, columnId };
}
