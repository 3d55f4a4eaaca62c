import { describe, expect, it, test } from 'vitest';
import { differInCells, reuseRows } from '../../renderer/grid/reuseRows.ts';
import { buildDriversTable } from '../../shared/tables/driversTable.ts';
import { commands } from '../../shared/commands/registry.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { TableRow } from '../../shared/tables/table.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { drawTable } from './grids.ts';

const rowsOf = (workbook: Workbook): readonly TableRow[] => buildDriversTable(workbook, 'base', done(computeBalance(workbook, 'base'))).rows;
const workbook = shippedWorkbook();
const before = rowsOf(workbook);
const edited = rowsOf(done(commands.setDriver.run(workbook, { scenario: 'base', sector: 'nev', member: 'intensity', year: 2025, value: 3.9 })));

test('what comes out says what went in, whatever objects it is made of', () => {
  expect(reuseRows(before, edited)).toEqual(edited);
  expect(reuseRows(edited, before)).toEqual(before);
});

test('rows without a change are the old ones; in the others only the cells that changed are new', () => {
  const reused = reuseRows(before, edited);
  const fresh = reused.filter((row, at) => row !== before[at]).map(({ id }) => id);
  expect(fresh).toContain('sectors/nev/intensity');
  expect(fresh).not.toContain('sectors/nev/volume');
  const at = before.findIndex(({ id }) => id === 'sectors/nev/intensity');
  const [old, now] = [before[at]?.cells ?? {}, reused[at]?.cells ?? {}];
  expect(now['2025']).not.toBe(old['2025']);
  expect(now['2024']).toBe(old['2024']);
  for (const [place, row] of reused.entries()) {
    const former = before[place];
    if (former && row !== former) expect(differInCells(former, row), row.id).toBe(true);
  }
});

test('a row that is shown with other decimals is new as a whole, because its cells look otherwise', () => {
  const [old] = before.filter(({ id }) => id === 'sectors/nev/intensity');
  if (!old) throw new Error('The table has no such row.');
  const row: TableRow = { ...old, format: { decimals: 7 } };
  const [reused] = reuseRows([old], [row]);
  expect(reused).toBe(row);
  expect(differInCells(old, row)).toBe(false);
});

test('a field that comes or goes is a change', () => {
  const [row] = before;
  if (!row) throw new Error('The table has no row.');
  const { label, ...rest } = row;
  const other: TableRow = { ...rest, label: { ...label }, indent: 2 };
  expect(reuseRows([row], [other])[0]).toEqual(other);
  expect(reuseRows([other], [row])[0]).toEqual(row);
});

const drawn = (): readonly TableRow[] => drawTable(['1 2', '3 .']).rows;

/** Rows whose second one has another first cell. */
function withCell(cell: TableRow['cells'][string]): readonly TableRow[] {
  return drawn().map((row, at) => (at === 1 ? { ...row, cells: { ...row.cells, c0: cell } } : row));
}

describe('rows of another table', () => {
  it('keep every object where they say the same', () => {
    const old = drawn();
    const kept = reuseRows(old, drawn());
    expect(kept.every((row, at) => row === old[at])).toBe(true);
  });
  it('are new where anything is another: a number, a field more, a field less', () => {
    const base = { value: 3, role: 'input', state: 'forecast' } as const;
    const old = withCell({ ...base, noted: true });
    for (const cell of [{ ...base, value: 4, noted: true }, { ...base, noted: true, flagged: true }, base, { ...base, noted: true, edit: { kind: 'input', address: { path: 'a', period: '2025' } } } as const]) {
      const after = withCell(cell);
      const kept = reuseRows(old, after);
      expect(kept).toEqual(after);
      expect([kept[0] === old[0], kept[1] === old[1]]).toEqual([true, false]);
    }
  });
  it('follow the new order, and what is gone is left out', () => {
    const old = drawn();
    expect(reuseRows(old, [...drawn()].reverse())).toEqual([old[1], old[0]]);
    expect(reuseRows(old, drawn().slice(1))[0]).toBe(old[1]);
  });
});
