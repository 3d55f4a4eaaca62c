/** The inputs behind a selection: each once, months of a longer period by month. */
import type { CellAddress } from '../model/workbook.ts';
import type { Table, TableCell } from '../tables/table.ts';
import { cellsOfRange, type GridSelection } from './selection.ts';

/** The inputs that a cell stands for; none where it is computed or refuses. */
export function addressesOfCell(cell: TableCell | undefined): readonly CellAddress[] {
  if (cell?.edit?.kind === 'input') return [cell.edit.address];
  return cell?.edit?.kind === 'spread' ? cell.edit.parts.map(({ path, period }) => ({ path, period })) : [];
}

export function selectedAddresses(table: Table, selection: GridSelection): readonly CellAddress[] {
  const found = new Map<string, CellAddress>();
  for (const range of selection.ranges) {
    for (const { cell } of cellsOfRange(table, range).flat()) {
      for (const address of addressesOfCell(cell)) found.set(`${address.path}@${address.period}`, address);
    }
  }
  return [...found.values()];
}
