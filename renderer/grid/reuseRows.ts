/** Keeps the objects of rows that did not change, so that the grid paints only those that did. */
import type { TableRow } from '../../shared/tables/table.ts';

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null;
}

/** True when two plain values say the same, whatever objects they are. Field by field without a list of them: a grid has tens of thousands. */
function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  let more = 0;
  for (const key in a) {
    if (!saysTheSame(a[key], b[key]) || (a[key] === undefined && !Object.hasOwn(b, key))) return false;
    more += 1;
  }
  for (const _ in b) more -= 1;
  return more === 0;
}

/** The new rows in their order, each the old object where it says the same. */
export function reuseRows(before: readonly TableRow[], after: readonly TableRow[]): TableRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.map((row) => {
    const old = known.get(row.id);
    return old !== undefined && saysTheSame(old, row) ? old : row;
  });
}
