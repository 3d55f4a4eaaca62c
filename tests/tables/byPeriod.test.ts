import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allTables } from '../../renderer/views/chooseTables.ts';
import { commands } from '../../shared/commands/registry.ts';
import { phrase } from '../../shared/messages/phrase.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { liesIn, periodOfMonth, spansOf, type Periodicity } from '../../shared/periodicity.ts';
import { byPeriod } from '../../shared/tables/byPeriod.ts';
import { spreadEdit } from '../../shared/tables/spreadEdit.ts';
import type { Aggregate, Table, TableCell, TableRow } from '../../shared/tables/table.ts';
import { expectClose } from '../support/close.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const shipped = shippedWorkbook();

function tablesOf(workbook: Workbook, scenario = 'base'): readonly Table[] {
  const balance = computeBalance(workbook, scenario);
  if (!balance.ok) throw new Error(balance.problem.code);
  return allTables(workbook, scenario, balance.value).map(({ table }) => table);
}

function rowOf(tables: readonly Table[], table: string, id: string, periodicity: Periodicity): TableRow {
  const found = tables.find((one) => one.id === table);
  const row = found && byPeriod(found, periodicity).rows.find((one) => one.id === id);
  if (!row) throw new Error(`No row ${id} in ${table}.`);
  return row;
}

const valueAt = (row: TableRow, column: string): number => row.cells[column]?.value ?? Number.NaN;

/** A table of one row over some months. */
function small(values: readonly (number | null)[], start: string, row: Partial<TableRow> = {}): Table {
  const months = values.map((_, at) => {
    const index = Number(start.slice(0, 4)) * 12 + Number(start.slice(5)) - 1 + at;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
  const cells = Object.fromEntries(months.map((month, at): [string, TableCell] => [month, { value: values[at] ?? null, role: 'computed', state: 'forecast' }]));
  return {
    id: 'small',
    columns: [{ id: 'label', title: phrase('x', 'x'), kind: 'label', width: 1 }, ...months.map((month) => ({ id: month, title: phrase(month, month), kind: 'period' as const, period: month, width: 1 }))],
    rows: [{ id: 'row', kind: 'row', label: phrase('x', 'x'), format: { decimals: 0 }, cells, ...row }],
  };
}

describe('a monthly table by quarters and years', () => {
  const tables = tablesOf(shipped);

  it('sums flows, takes the end of stocks and the mean of rates, the same as the months and the years say', () => {
    const months = rowOf(tables, 'balance', 'gap', 'months');
    const quarters = rowOf(tables, 'balance', 'gap', 'quarters');
    expectClose(valueAt(quarters, '2025-Q2'), valueAt(months, '2025-04') + valueAt(months, '2025-05') + valueAt(months, '2025-06'));
    expectClose(valueAt(rowOf(tables, 'balance', 'gap', 'years'), '2025'), valueAt(months, '2025'));
    for (const id of ['cumulativeGap', 'inventory', 'coverDays']) {
      expectClose(valueAt(rowOf(tables, 'balance', id, 'quarters'), '2025-Q2'), valueAt(rowOf(tables, 'balance', id, 'months'), '2025-06'));
    }
    const price = rowOf(tables, 'price', 'price/cost', 'months');
    expectClose(valueAt(rowOf(tables, 'price', 'price/cost', 'quarters'), '2025-Q1'), (valueAt(price, '2025-01') + valueAt(price, '2025-02') + valueAt(price, '2025-03')) / 3);
  });

  it('weighs the operating rate by capacity and the share that passes by the base', () => {
    const rate = valueAt(rowOf(tables, 'supply', 'operating-rate', 'years'), '2025');
    expectClose(rate, (valueAt(rowOf(tables, 'supply', 'supply/outputMonthly', 'years'), '2025') / valueAt(rowOf(tables, 'supply', 'capacity', 'years'), '2025')) * 100);
  });

  it('has a column per period, whole years closed by their total, the forecast shaded as its months', () => {
    const balance = tables.find(({ id }) => id === 'balance');
    if (!balance) throw new Error('No balance.');
    const quarters = byPeriod(balance, 'quarters').columns;
    expect(quarters.slice(0, 7).map(({ id }) => id)).toEqual(['label', 'unit', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024']);
    expect(quarters.find(({ id }) => id === '2025-Q1')?.forecast).toBe(false);
    expect(quarters.find(({ id }) => id === '2025-Q2')?.forecast).toBe(true);
    expect(byPeriod(balance, 'years').columns.map(({ id }) => id)).toEqual(['label', 'unit', '2024', '2025', '2026']);
    expect(byPeriod(balance, 'months')).toBe(balance);
    const drivers = tables.find(({ id }) => id === 'drivers');
    expect(drivers && byPeriod(drivers, 'quarters')).toBe(drivers);
  });

  it('a missing month is missing in its sum and mean, never zero; a period that is not whole says so', () => {
    for (const aggregate of ['sum', 'mean'] as const) expect(byPeriod(small([1, null, 3], '2025-01', { aggregate }), 'quarters').rows[0]?.cells['2025-Q1']?.value).toBeNull();
    expect(byPeriod(small([1, null, 3], '2025-01', { aggregate: 'last' }), 'quarters').rows[0]?.cells['2025-Q1']?.value).toBe(3);
    const partial = byPeriod(small([1, 2], '2024-11'), 'years').columns[1];
    expect(partial).toMatchObject({ id: '2024-part', period: '2024', title: { en: '2024 (11–12)' } });
  });

  it('quarters of any row add up to its years', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 12, maxLength: 12 }), fc.constantFrom<Aggregate>('sum', 'last', 'mean'), (values, aggregate) => {
        const table = small(values, '2025-01', { aggregate });
        const quarter = (at: number): number => byPeriod(table, 'quarters').rows[0]?.cells[`2025-Q${at}`]?.value ?? Number.NaN;
        const year = byPeriod(table, 'years').rows[0]?.cells['2025']?.value ?? Number.NaN;
        const all = [1, 2, 3, 4].map(quarter);
        const expected = aggregate === 'last' ? (all[3] ?? 0) : all.reduce((sum, value) => sum + value, 0) / (aggregate === 'mean' ? 4 : 1);
        expect(Math.abs(year - expected)).toBeLessThanOrEqual(1e-6);
      }),
    );
  });

  it('knows which periods lie in which', () => {
    expect(periodOfMonth('2025-06', 'quarters')).toBe('2025-Q2');
    expect(liesIn('2025-06', '2025-Q2')).toBe(true);
    expect(liesIn('2025-Q2', '2025')).toBe(true);
    expect(liesIn('2025', '2025-Q2')).toBe(false);
    expect(liesIn('2024-06', '2025-Q2')).toBe(false);
    expect(spansOf(['2024-12', '2025-01', '2025-02', '2025-03'], 'quarters').map(({ period, whole }) => [period, whole])).toEqual([['2024-Q4', false], ['2025-Q1', true]]);
  });
});

describe('a number typed into a period', () => {
  const typed = (workbook: Workbook, scenario: string, table: string, id: string, periodicity: Periodicity, column: string, value: number): Workbook => {
    const row = rowOf(tablesOf(workbook, scenario), table, id, periodicity);
    const cell = row.cells[column];
    if (cell?.edit?.kind !== 'spread') throw new Error(`${column} takes no number.`);
    const changes = spreadEdit(workbook, scenario, row, cell, cell.edit, value);
    if (!changes.ok) throw new Error(changes.problem.code);
    const after = commands.setCells.run(workbook, { scenario, changes: changes.value, act: 'spread' });
    if (!after.ok) throw new Error(after.problem.code);
    return after.value;
  };

  const scenarios = Object.keys(shipped.scenarios);
  const child = scenarios.find((id) => shipped.scenarios[id]?.parent !== null) ?? '';

  it.each([
    ['base', 'years', '2026', 21],
    ['base', 'quarters', '2026-Q3', 5],
    [child, 'years', '2025', 18],
    [child, 'quarters', '2025-Q4', 6],
  ] as const)('is its total afterwards, and published months stay (%s, %s, %s)', (scenario, periodicity, period, value) => {
    const id = 'sectors/nev/volumeMonthly';
    const before = rowOf(tablesOf(shipped, scenario), 'monthly', id, 'months');
    const after = typed(shipped, scenario, 'monthly', id, periodicity, period, value);
    const months = rowOf(tablesOf(after, scenario), 'monthly', id, 'months');
    expectClose(valueAt(rowOf(tablesOf(after, scenario), 'monthly', id, periodicity), period), value);
    for (const [month, cell] of Object.entries(before.cells)) if (cell.state === 'actual' && month.length === 7) expect(valueAt(months, month)).toBe(cell.value);
    expect(before.cells['2025-04']?.state).toBe('actual');
  });

  it('leaves a typed month alone while another can take the difference, and moves them all where all are typed', () => {
    const id = 'sectors/nev/volumeMonthly';
    const pinned = commands.setCells.run(shipped, { scenario: 'base', changes: [{ path: id, period: '2026-08', value: 1_000_000 }], act: 'paste' });
    if (!pinned.ok) throw new Error(pinned.problem.code);
    const once = typed(pinned.value, 'base', 'monthly', id, 'quarters', '2026-Q3', 5);
    const months = rowOf(tablesOf(once), 'monthly', id, 'months');
    expectClose(valueAt(months, '2026-08'), 1);
    expectClose(valueAt(months, '2026-07') + valueAt(months, '2026-09'), 4);
    const twice = typed(once, 'base', 'monthly', id, 'quarters', '2026-Q3', 6);
    expectClose(valueAt(rowOf(tablesOf(twice), 'monthly', id, 'months'), '2026-08'), 1.2);
    expect(() => typed(pinned.value, 'base', 'monthly', id, 'quarters', '2026-Q3', 0.9)).toThrow('spread-below-pinned');
  });

  it('is refused where every month refuses, and where a later figure is held that nobody knows yet', () => {
    const reason = phrase('Published.', '已公布。');
    const row = small([1, 2, 3], '2025-01');
    const refusing = { ...row, rows: row.rows.map((one) => ({ ...one, cells: Object.fromEntries(Object.entries(one.cells).map(([id, cell]) => [id, { ...cell, edit: { kind: 'refused' as const, reason } }])) })) };
    expect(byPeriod(refusing, 'quarters').rows[0]?.cells['2025-Q1']?.edit).toEqual({ kind: 'refused', reason });
    expect(() => typed(shipped, 'base', 'monthly', 'sectors/nev/volumeMonthly', 'years', '2025', 18)).toThrow('cell-not-yet-known');
  });

  it('is the mean where the cell shows one, in the unit it shows', () => {
    const after = typed(shipped, 'base', 'supply', 'supply/multiplier', 'quarters', '2026-Q3', 1.1);
    expectClose(valueAt(rowOf(tablesOf(after), 'supply', 'supply/multiplier', 'quarters'), '2026-Q3'), 1.1);
    const uplift = typed(shipped, 'base', 'monthly', 'sectors/nev/subsidyUplift', 'quarters', '2026-Q3', 12);
    expectClose(valueAt(rowOf(tablesOf(uplift), 'monthly', 'sectors/nev/subsidyUplift', 'quarters'), '2026-Q3'), 12);
  });
});
