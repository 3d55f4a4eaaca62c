/** Keeps the objects of rows that did not change, so that the grid paints only those that did. */
import type { TableRow } from '../../shared/tables/table.ts';

/** True when two plain values say the same, whatever objects they are. */
function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const before = Object.entries(a);
  const after: Readonly<Record<string, unknown>> = { ...b };
  return before.length === Object.keys(after).length && before.every(([key, value]) => Object.hasOwn(after, key) && saysTheSame(value, after[key]));
}

/** The new rows in their order, each the old object where it says the same. */
export function reuseRows(before: readonly TableRow[], after: readonly TableRow[]): TableRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.map((row) => {
    const old = known.get(row.id);
    return old !== undefined && saysTheSame(old, row) ? old : row;
  });
}
