/** What the grids of inputs say: units, words of choices, refusals with their reason, and choices as people type them. */
import { describe, expect, it } from 'vitest';
import { chooseTables } from '../../renderer/views/chooseTables.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { parseChoice } from '../../shared/tables/parseChoice.ts';
import type { Choice, TableCell, TableRow } from '../../shared/tables/table.ts';
import { expectClose } from '../support/close.ts';
import { fullWorkbook } from '../support/fullWorkbook.ts';

type Tab = Parameters<typeof chooseTables>[0];

function rowOf(tab: Tab, id: string, workbook: Workbook = fullWorkbook(), scenario: ScenarioId = 'base'): TableRow {
  const balance = computeBalance(workbook, scenario);
  if (!balance.ok) throw new Error(balance.problem.code);
  const row = chooseTables(tab, workbook, scenario, balance.value)
    .flatMap((table) => table.rows)
    .find((one) => one.id === id);
  if (!row) throw new Error(`No row ${id} on ${tab}.`);
  return row;
}

function cellOf(tab: Tab, id: string, column: string, workbook?: Workbook, scenario?: ScenarioId): TableCell {
  const cell = rowOf(tab, id, workbook, scenario).cells[column];
  if (!cell) throw new Error(`No cell ${column} in ${id}.`);
  return cell;
}

function withCell(path: string, period: string, value: number, kind: 'scalar' | 'annual' | 'monthly', unit: 'choice' | 'ratio'): Workbook {
  const workbook = fullWorkbook();
  return { ...workbook, series: { ...workbook.series, [path]: { kind, unit, cells: { [period]: { value, state: 'forecast' } } } } };
}

describe('technologies of a sector', () => {
  it('shows shares in per cent and gives the balancing one what they leave, which refuses and says why', () => {
    expectClose(cellOf('drivers', 'sectors/nev/technologies/induction/share', '2025').value ?? NaN, 5);
    const balancing = cellOf('drivers', 'sectors/nev/technologies/permanentMagnet/share', '2025');
    expectClose(balancing.value ?? NaN, 95);
    expect(balancing.edit?.kind === 'refused' && balancing.edit.reason.en).toMatch(/other technologies leave/);
  });
  it('weighs a motor as its sector does', () => {
    expect(rowOf('drivers', 'sectors/nev/technologies/induction/mass').unit).toBe('kgPerVehicle');
    expect(rowOf('drivers', 'sectors/wind/technologies/directDrive/mass').unit).toBe('kgPerMW');
  });
});

describe('choices and switches', () => {
  it('says the word of a choice in both languages and offers them all', () => {
    const cell = cellOf('monthly', 'sectors/nev/assumptions', 'actualsMode', withCell('sectors/nev/actualsMode', 'all', 1, 'scalar', 'choice'));
    expect(cell.text).toEqual({ en: 'run rate', zh: '按进度外推' });
    expect(cell.choices?.map((choice) => choice.label.en)).toEqual(['hold annual', 'run rate', 'blend']);
    expect(cell.edit).toEqual({ kind: 'input', address: { path: 'sectors/nev/actualsMode', period: 'all' } });
  });
  it('says yes or no for a switch, and stays quiet about what nobody typed', () => {
    const cell = cellOf('exports', 'events/easing/active', 'all');
    expect(cell).toMatchObject({ value: 0, text: { en: 'no', zh: '否' }, quiet: true });
  });
  it.each<readonly [string, number | string]>([
    ['r', 1],
    ['Run', 1],
    ['2', 1],
    ['２', 1],
    ['按', 1],
    ['blend', 2],
    ['保持全年', 0],
    ['1', 0],
    ['0', 'choice-unreadable'],
    ['x', 'choice-unreadable'],
    ['  ', 'number-empty'],
  ])('reads "%s" among the modes of the remaining months', (text, expected) => {
    const { choices = [] } = cellOf('monthly', 'sectors/nev/assumptions', 'actualsMode');
    const parsed = parseChoice(text, choices);
    expect(parsed.ok ? parsed.value : parsed.problem.code).toBe(expected);
  });
  it.each<readonly [string, number]>([
    ['y', 1],
    ['1', 1],
    ['no', 0],
    ['0', 0],
    ['是', 1],
  ])('reads "%s" in a switch', (text, expected) => {
    const { choices = [] } = cellOf('balance', 'balance/rationByPriority', 'all');
    expect(parseChoice(text, choices)).toEqual({ ok: true, value: expected });
  });
  it('refuses what several words begin with, and names them in both languages', () => {
    const choices: readonly Choice[] = [
      { value: 0, key: '1', label: { en: 'orders', zh: '订单' } },
      { value: 1, key: '2', label: { en: 'operating rates', zh: '开工率' } },
    ];
    const parsed = parseChoice('o', choices);
    if (parsed.ok) throw new Error('It was taken.');
    expect(problemText(parsed.problem).en).toContain('1 orders, 2 operating rates');
    expect(problemText(parsed.problem).zh).toContain('1 订单、2 开工率');
  });
});

describe('months', () => {
  it('shows a calendar month in every year, at one address', () => {
    const row = rowOf('monthly', 'sectors/nev/profile');
    expect(row.cells['2025-03']?.edit).toEqual({ kind: 'input', address: { path: 'sectors/nev/profile', period: '03' } });
    expect(row.cells['2026-03']?.edit).toEqual(row.cells['2025-03']?.edit);
    expect(row.cells['2026-03']?.value).toBe(row.cells['2025-03']?.value);
  });
  it('shows a dash where an optional input was not typed, and n.a. where a needed one is missing', () => {
    const { 'supply/output': _output, ...series } = fullWorkbook().series;
    expect(cellOf('exports', 'exports/cap', '2025-07')).toMatchObject({ value: null, text: { en: '–' }, quiet: true });
    const missing = cellOf('supply', 'supply/output', '2025', { ...fullWorkbook(), series });
    expect(missing.value).toBeNull();
    expect(missing.text).toBeUndefined();
  });
  it('says what decides the month, and refuses to be told', () => {
    const cell = cellOf('supply', 'binding', '2026-06');
    expect(cell.text).toEqual({ en: 'plan', zh: '计划' });
    expect(cell.edit?.kind).toBe('refused');
  });
});

describe('scenarios and events', () => {
  it('locks an actual in a scenario with the reason', () => {
    const workbook = fullWorkbook();
    const month = Object.entries(workbook.series['exports/monthly']?.cells ?? {}).find(([, cell]) => cell.state === 'actual' && (cell.known ?? '') <= workbook.asOf)?.[0] ?? '';
    const cell = cellOf('exports', 'exports/monthly', month, workbook, 'fastLicences');
    expect(cell.edit?.kind === 'refused' && cell.edit.reason.en).toMatch(/published figure/);
  });
  it('offers a level only to an easing, a curve only to a restriction', () => {
    expect(rowOf('exports', 'events/easing/level').unit).toBe('percent');
    expect(() => rowOf('exports', 'events/easing/steepness')).toThrow('No row');
    expect(() => rowOf('exports', 'events/restriction/level')).toThrow('No row');
  });
  it('shows both readings of other domestic use beside the switch', () => {
    const rows = ['if-blank', 'if-finished'].map((name) => cellOf('balance', `otherDomestic/${name}`, 'all'));
    for (const cell of rows) expect(cell.value).toBeGreaterThan(0);
    expect(rows[0]?.value).toBeGreaterThan(rows[1]?.value ?? Infinity);
  });
});
