/** Where a move leads from a cell: group rows, labels and units are stepped over, edges hold. */
import type { Table } from '../../shared/tables/table.ts';
import type { Move } from './gridKeys.ts';

export type Selection = { readonly rowId: string; readonly columnId: string };

export function moveSelection(table: Table, selection: Selection, step: Move): Selection | null {
  const rows = table.rows.filter((one) => one.kind !== 'group');
  const ids = table.columns.filter((column) => column.kind !== 'label' && column.kind !== 'unit').map((column) => column.id);
  const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));
  let r = Math.max(0, rows.findIndex((one) => one.id === selection.rowId));
  let c = Math.max(0, ids.indexOf(selection.columnId));
  if (step === 'rowStart') c = 0;
  else if (step === 'rowEnd') c = ids.length - 1;
  else if (step === 'top') r = 0;
  else if (step === 'bottom') r = rows.length - 1;
  else {
    r = clamp(r + step.rows, rows.length);
    c = clamp(c + step.columns, ids.length);
  }
  const target = rows[r];
  const columnId = ids[c];
  return target && columnId !== undefined ? { rowId: target.id, columnId } : null;
}
