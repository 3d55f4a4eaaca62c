/** Keeps the objects of rows and cells that did not change, so that the grid paints only those that did. */
import type { TableRow } from '../../shared/tables/table.ts';

/** True when two plain values say the same, whatever objects they are. Thousands are compared with every edit, so no list is made of them. */
function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  let left = 0;
  for (const key in b) if (Object.hasOwn(b, key)) left += 1;
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !saysTheSame(Reflect.get(a, key), Reflect.get(b, key))) return false;
    left -= 1;
  }
  return left === 0;
}

/** The old row with the new cells, each the old object where it says the same; the new row where more than its cells is new. */
function reuseCells(old: TableRow, row: TableRow): TableRow {
  if (!saysTheSame({ ...old, cells: null }, { ...row, cells: null })) return row;
  const cells = Object.entries(row.cells).map(([id, cell]) => {
    const before = old.cells[id];
    return [id, before !== undefined && saysTheSame(before, cell) ? before : cell] as const;
  });
  return { ...old, cells: Object.fromEntries(cells) };
}

/** Whether nothing but cells is another object: then no cell looks otherwise than before that is still the same object. */
export function differInCells(before: TableRow, after: TableRow): boolean {
  const { cells: _, ...rest } = after;
  return Object.keys(before).length === Object.keys(after).length && Object.entries(rest).every(([name, value]) => Reflect.get(before, name) === value);
}

/** The new rows in their order, each the old object where it says the same, else with the old cells where those do. */
export function reuseRows(before: readonly TableRow[], after: readonly TableRow[]): TableRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.map((row) => {
    const old = known.get(row.id);
    if (old === undefined) return row;
    return saysTheSame(old, row) ? old : reuseCells(old, row);
  });
}
