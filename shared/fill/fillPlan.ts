/** What a fill or a time tool would change, and how a list of numbers for cells becomes such a plan. */
import type { CellChange } from '../commands/setCells.ts';
import type { Overwritten } from '../clipboard/planPaste.ts';
import { isDerivedColumn } from '../clipboard/alignColumns.ts';
import { cellWriter, lockOf, type CellWriter } from '../grid/cellWriter.ts';
import type { CellRef, SelectedCell } from '../grid/selection.ts';
import type { Phrase } from '../messages/phrase.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';

export type FillContext = { readonly workbook: Workbook; readonly scenario: ScenarioId };

export type FillPlan = {
  /** In the stored units, ready for setCells. */
  readonly changes: readonly CellChange[];
  /** Cells that take no number; `at` is null where the reason holds for the whole. */
  readonly refused: readonly { readonly at: CellRef | null; readonly reason: Phrase }[];
  /** Published figures of the workbook itself that would be replaced. */
  readonly overwritten: readonly Overwritten[];
};

/** A number for a cell, in the unit the cell is shown in; null empties it. A reason stands where there is none. */
export type CellNumber = { readonly place: SelectedCell; readonly value: number | null } | { readonly place: SelectedCell; readonly reason: Phrase };

export function refusedPlan(reason: Phrase): FillPlan {
  return { changes: [], refused: [{ at: null, reason }], overwritten: [] };
}

/** True for a cell that a series runs through: no total, no change, no blank place of a group. */
export function isOnSeries({ column, cell }: SelectedCell): boolean {
  return cell !== undefined && cell.role !== 'label' && !isDerivedColumn(column);
}

export function planNumbers({ workbook, scenario }: FillContext, numbers: readonly CellNumber[]): FillPlan {
  const locked = lockOf(workbook, scenario);
  if (locked !== null) return refusedPlan(locked);
  const writer: CellWriter = cellWriter(workbook, scenario);
  const changes = new Map<string, CellChange>();
  const refused: { at: CellRef; reason: Phrase }[] = [];
  const overwritten: Overwritten[] = [];
  for (const number of numbers) {
    const { row, column, cell } = number.place;
    const at: CellRef = { rowId: row.id, columnId: column.id };
    const written = 'reason' in number ? ({ kind: 'refused', reason: number.reason } as const) : writer.write(row, cell, number.value);
    if (written.kind === 'refused') refused.push({ at, reason: written.reason });
    if (written.kind !== 'change') continue;
    // A calendar month stands in the columns of every year: its first number counts.
    const open = written.changes.filter((change) => !changes.has(`${change.path}@${change.period}`));
    for (const change of open) changes.set(`${change.path}@${change.period}`, change);
    if (written.published !== null && open.length > 0) overwritten.push({ at, before: written.published });
  }
  return { changes: [...changes.values()], refused, overwritten };
}
