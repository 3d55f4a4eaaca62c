/**
 * Which column of a table each column of a pasted block belongs to, where the block brings no heads. Grids hold totals and
 * changes between the months or years; a block from elsewhere seldom does. A block that has them is placed as it stands, any
 * other steps over them, so that January never lands on a total.
 */
import type { TableColumn, TableRow } from '../tables/table.ts';
import { plainText, readNumberText } from '../tables/numberText.ts';
import type { ClipboardCell } from './parseClipboard.ts';

export type Alignment = {
  /** By column of the block: its column of the table, null outside of it, or 'leave' for a total that is computed anew. */
  readonly columns: readonly (TableColumn | null | 'leave')[];
  /** Columns of totals were stepped over though the block does not say so itself. */
  readonly steppedOver: boolean;
};

/** A total or a change: computed from the columns beside it. */
export function isDerivedColumn({ kind }: TableColumn): boolean {
  return kind === 'total' || kind === 'change';
}

function numberIn(cell: ClipboardCell | undefined): number | null {
  return cell ? (cell.exact ?? readNumberText(cell.text, '.')?.value ?? null) : null;
}

/** True where a column of the block can be what the table computes there: its own number, the sum of the months before it, or per cent. */
function looksDerived(rows: readonly (readonly ClipboardCell[])[], at: number, column: TableColumn, targets: readonly TableRow[]): boolean {
  return rows.every((row, r) => {
    const text = plainText(row[at]?.text ?? '');
    if (text === '' || column.kind === 'change') return text === '' || text.endsWith('%');
    const total = numberIn(row[at]);
    const shown = targets[r]?.cells[column.id]?.value ?? null;
    if (total !== null && shown !== null && Math.abs(total - shown) <= 1e-9 * Math.abs(shown)) return true;
    const before = row.slice(Math.max(0, at - 12), at).map(numberIn);
    if (total === null || before.length < 12 || before.includes(null)) return false;
    const sum = before.reduce<number>((all, value) => all + (value ?? 0), 0);
    // Twelve rounded months differ from their rounded total by as much as their rounding.
    return Math.abs(sum - total) <= Math.max(7, 1e-6 * Math.abs(total));
  });
}

/** `columns` and `targets` are those of the table from where the block begins. */
export function alignColumns(rows: readonly (readonly ClipboardCell[])[], columns: readonly TableColumn[], targets: readonly TableRow[]): Alignment {
  const width = rows[0]?.length ?? 0;
  const places = Array.from({ length: width }, (_, at) => at);
  const marked = places.map((at) => rows.some((row) => row[at]?.derived === true));
  const asItStands = places.map((at) => columns[at] ?? null);
  const [first] = columns;
  // Whoever begins on a total means it, and is told that it is computed.
  if (first === undefined || isDerivedColumn(first)) return { columns: asItStands, steppedOver: false };
  const hit = asItStands.flatMap((column, at) => (column !== null && isDerivedColumn(column) ? [{ column, at }] : []));
  const unmarked = !marked.includes(true);
  if (unmarked && hit.length === 0) return { columns: asItStands, steppedOver: false };
  if (unmarked && hit.every(({ column, at }) => looksDerived(rows, at, column, targets))) {
    return { columns: asItStands.map((column) => (column !== null && isDerivedColumn(column) ? 'leave' : column)), steppedOver: false };
  }
  const open = columns.filter((column) => !isDerivedColumn(column));
  let next = 0;
  return { columns: marked.map((derived) => (derived ? 'leave' : (open[next++] ?? null))), steppedOver: unmarked };
}
