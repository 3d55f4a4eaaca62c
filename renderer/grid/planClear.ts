/** What clearing the selected cells would change: inputs only. Computed cells among them have nothing of their own and stay. */
import { cellWriter } from '../../shared/grid/cellWriter.ts';
import { cellsOfRange, type GridSelection } from '../../shared/grid/selection.ts';
import type { CellChange } from '../../shared/commands/setCells.ts';
import type { Table } from '../../shared/tables/table.ts';
import type { GridWork } from './gridWork.ts';
import type { CellPlan } from './usePlans.ts';

const keyOf = ({ path, period }: CellChange): string => `${path}@${period}`;

export function planClear(table: Table, { ranges }: GridSelection, { workbook, scenario }: Pick<GridWork, 'workbook' | 'scenario'>): CellPlan {
  const writer = cellWriter(workbook, scenario);
  const changes = new Map<string, CellChange>();
  const overwritten: CellPlan['overwritten'][number][] = [];
  for (const { row, column, cell } of ranges.flatMap((range) => cellsOfRange(table, range)).flat()) {
    const written = writer.write(row, cell, null);
    if (written.kind !== 'change') continue;
    const isNew = written.changes.some((change) => !changes.has(keyOf(change)));
    if (written.published !== null && isNew) overwritten.push({ at: { rowId: row.id, columnId: column.id }, before: written.published });
    for (const change of written.changes) changes.set(keyOf(change), change);
  }
  return { changes: [...changes.values()], refused: [], overwritten };
}
