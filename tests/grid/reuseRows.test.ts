import { expect, test } from 'vitest';
import { differInCells, reuseRows } from '../../renderer/grid/reuseRows.ts';
import { buildDriversTable } from '../../shared/tables/driversTable.ts';
import { commands } from '../../shared/commands/registry.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { TableRow } from '../../shared/tables/table.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

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
