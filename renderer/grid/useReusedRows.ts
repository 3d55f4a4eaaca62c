import { useState } from 'react';
import type { TableRow } from '../../shared/tables/table.ts';
import { reuseRows } from './reuseRows.ts';

/** Remembers the rows it was last asked for. It is a memory and not a state, so that new rows do not draw the grid twice. */
function createRowMemory(first: readonly TableRow[]): (rows: readonly TableRow[]) => TableRow[] {
  let held = { rows: first, reused: [...first] };
  return (rows) => {
    if (rows !== held.rows) held = { rows, reused: reuseRows(held.reused, rows) };
    return held.reused;
  };
}

/** The rows, each the very object it was before where it says the same. */
export function useReusedRows(rows: readonly TableRow[]): TableRow[] {
  const [remember] = useState(() => createRowMemory(rows));
  return remember(rows);
}
