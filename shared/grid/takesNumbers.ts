/** Whether a number may be entered into a cell at all: into an input, or into a longer period that spreads it over its months. */
import type { TableCell } from '../tables/table.ts';

export function takesNumbers(cell: TableCell | undefined): boolean {
  return cell?.edit?.kind === 'input' || cell?.edit?.kind === 'spread';
}
