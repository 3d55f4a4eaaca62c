/** Where a selection stands after its grid was switched between months, quarters and years: the same row, the period that holds it or lies in it. */
import { columnOfPeriod } from '../search/columnOfPeriod.ts';
import type { Table } from '../tables/table.ts';
import { selectCell } from './select.ts';
import type { GridSelection } from './selection.ts';

/** Null where the row is gone, or the column was no period. */
export function selectionInPeriods(table: Table, { active: { rowId, columnId } }: GridSelection): GridSelection | null {
  const column = columnOfPeriod(table, columnId.replace(/-part$/, ''));
  return column && table.rows.some(({ id }) => id === rowId) ? selectCell({ rowId, columnId: column.id }) : null;
}
