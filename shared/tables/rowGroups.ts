/** Which group of a table a row belongs to: the group row above it, as long as the rows below are indented. */
import type { TableRow } from './table.ts';

/** One entry per row: the row of its group; null for a group row itself and for a row of none. */
export function groupsOfRows(rows: readonly TableRow[]): readonly (TableRow | null)[] {
  let group: TableRow | null = null;
  return rows.map((row) => {
    if (row.kind === 'group') {
      group = row;
      return null;
    }
    if ((row.indent ?? 0) === 0) group = null;
    return group;
  });
}
