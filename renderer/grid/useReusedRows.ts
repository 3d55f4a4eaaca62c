import { useState } from 'react';
import type { TableRow } from '../../shared/tables/table.ts';
import { reuseRows } from './reuseRows.ts';

/** The rows, each the very object it was before where it says the same. */
export function useReusedRows(rows: readonly TableRow[]): TableRow[] {
  const [held, hold] = useState(() => ({ rows, reused: [...rows] }));
  if (held.rows === rows) return held.reused;
  const reused = reuseRows(held.reused, rows);
  hold({ rows, reused });
  return reused;
}
