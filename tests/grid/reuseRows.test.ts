import { describe, expect, it } from 'vitest';
import { reuseRows } from '../../renderer/grid/reuseRows.ts';
import type { TableRow } from '../../shared/tables/table.ts';
import { drawTable } from './grids.ts';

const rows = (): readonly TableRow[] => drawTable(['1 2', '3 .']).rows;

/** Rows whose second one has another first cell. */
function withCell(cell: TableRow['cells'][string]): readonly TableRow[] {
  return rows().map((row, at) => (at === 1 ? { ...row, cells: { ...row.cells, c0: cell } } : row));
}

describe('reuseRows', () => {
  it('keeps every object of rows that say the same', () => {
    const before = rows();
    const kept = reuseRows(before, rows());
    expect(kept.every((row, at) => row === before[at])).toBe(true);
  });
  it('gives the new object of a row in which anything is another: a number, a field more, a field less', () => {
    const base = { value: 3, role: 'input', state: 'forecast' } as const;
    const before = withCell({ ...base, noted: true });
    for (const cell of [{ ...base, value: 4, noted: true }, { ...base, noted: true, flagged: true }, base, { ...base, noted: true, edit: { kind: 'input', address: { path: 'a', period: '2025' } } } as const]) {
      const after = withCell(cell);
      const kept = reuseRows(before, after);
      expect([kept[0] === before[0], kept[1] === after[1]]).toEqual([true, true]);
    }
  });
  it('follows the new order and leaves out what is gone', () => {
    const before = rows();
    expect(reuseRows(before, [...rows()].reverse())).toEqual([before[1], before[0]]);
    expect(reuseRows(before, rows().slice(1))[0]).toBe(before[1]);
  });
});
