import { describe, expect, it } from 'vitest';
import { chooseTables } from '../../renderer/views/chooseTables.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { byPeriod } from '../../shared/tables/byPeriod.ts';
import { groupsOfRows } from '../../shared/tables/rowGroups.ts';
import { showRows, unitsFor, type TableDisplay } from '../../shared/tables/showRows.ts';
import type { Table, TableRow } from '../../shared/tables/table.ts';
import { fullDecimals } from '../../shared/tables/fullDecimals.ts';
import { expectClose } from '../support/close.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const balance = computeBalance(workbook, 'base');
if (!balance.ok) throw new Error(balance.problem.code);
const [drivers] = chooseTables('drivers', workbook, 'base', balance.value);
const [, monthly] = chooseTables('monthly', workbook, 'base', balance.value);
if (!drivers || !monthly) throw new Error('No tables.');

const plain: TableDisplay = { rows: {}, folded: [], filter: '' };
function rowOf(table: Table, id: string): TableRow {
  const row = table.rows.find((one) => one.id === id);
  if (!row) throw new Error(`No row ${id}.`);
  return row;
}

describe('rows as one likes to read them', () => {
  it('changes nothing but the signs of groups where nothing is liked', () => {
    const shown = showRows(drivers, plain);
    expect(shown.rows.map(({ id }) => id)).toEqual(drivers.rows.map(({ id }) => id));
    expect(rowOf(shown, 'sectors/nev/volume')).toBe(rowOf(drivers, 'sectors/nev/volume'));
    expect(rowOf(shown, 'sectors/nev').folded).toBe(false);
  });

  it('shows another unit with as many digits, leaves changes in per cent alone, and takes typing in it', () => {
    const shown = rowOf(showRows(drivers, { ...plain, rows: { 'sectors/nev/demand': { unit: 'kt' }, 'sectors/nev/volume': { unit: 'wanVehicles' } } }), 'sectors/nev/demand');
    expect(shown).toMatchObject({ unit: 'kt', format: { decimals: 3 } });
    expectClose(shown.cells['2025']?.value, 75);
    expect(shown.cells['2025-yoy']?.value).toBe(rowOf(drivers, 'sectors/nev/demand').cells['2025-yoy']?.value);
    expect(shown.cells['2025']?.edit).toEqual(rowOf(drivers, 'sectors/nev/demand').cells['2025']?.edit);
  });

  it('turns the months of a period into the unit too', () => {
    const quarters = byPeriod(monthly, 'quarters');
    const shown = rowOf(showRows(quarters, { ...plain, rows: { 'sectors/nev/volumeMonthly': { unit: 'wanVehicles' } } }), 'sectors/nev/volumeMonthly').cells['2026-Q3'];
    const before = rowOf(quarters, 'sectors/nev/volumeMonthly').cells['2026-Q3'];
    if (shown?.edit?.kind !== 'spread' || before?.edit?.kind !== 'spread') throw new Error('No spread.');
    expectClose(shown.value, (before.value ?? 0) * 100);
    expectClose(shown.edit.parts[0]?.value, (before.edit.parts[0]?.value ?? 0) * 100);
  });

  it('offers units of the same kind only, and ignores another', () => {
    expect(unitsFor(rowOf(drivers, 'sectors/nev/demand'))).toEqual(['t', 'kt', 'wanTonnes']);
    expect(unitsFor(rowOf(drivers, 'sectors/nev/volume'))).toEqual(['vehicle', 'millionVehicles', 'wanVehicles']);
    const wrong = showRows(drivers, { ...plain, rows: { 'sectors/nev/demand': { unit: 'GW' } } });
    expect(rowOf(wrong, 'sectors/nev/demand')).toBe(rowOf(drivers, 'sectors/nev/demand'));
  });

  it('shows the decimals one asked for', () => {
    expect(rowOf(showRows(drivers, { ...plain, rows: { 'sectors/nev/demand': { decimals: 2 } } }), 'sectors/nev/demand').format.decimals).toBe(2);
  });

  it('folds a group and says so; a filter finds rows by their group in either language and looks into folded ones', () => {
    const folded = showRows(drivers, { ...plain, folded: ['sectors/nev'] });
    expect(folded.rows.some(({ id }) => id === 'sectors/nev/volume')).toBe(false);
    expect(rowOf(folded, 'sectors/nev').folded).toBe(true);
    expect(folded.rows.some(({ id }) => id === 'sectors/wind/volume')).toBe(true);
    for (const filter of ['nev intensity', '新能源 单耗']) {
      expect(showRows(drivers, { ...plain, folded: ['sectors/nev'], filter }).rows.map(({ id }) => id)).toEqual(['sectors/nev', 'sectors/nev/intensity']);
    }
    expect(showRows(drivers, { ...plain, filter: 'nothing like it' }).rows).toEqual([]);
  });

  it('knows to which group a row belongs', () => {
    const groups = groupsOfRows(drivers.rows);
    expect(groups[drivers.rows.findIndex(({ id }) => id === 'sectors/nev/demand')]?.id).toBe('sectors/nev');
    expect(groups[drivers.rows.findIndex(({ id }) => id === 'named-uses')]).toBeNull();
  });

  it.each([
    [4.192286193404136, 10],
    [75000, 0],
    [0.1 + 0.2, 1],
    [17.89, 2],
    [-1234.5, 1],
    [0, 0],
    [Number.NaN, 0],
  ])('%f is shown in full with %i decimals', (value, decimals) => {
    expect(fullDecimals(value)).toBe(decimals);
  });
});
