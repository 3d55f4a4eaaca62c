import { describe, expect, it } from 'vitest';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { inputsOf } from '../../shared/model/inputs.ts';
import { knownAt } from '../../shared/model/knownAt.ts';
import type { IsoDate } from '../../shared/model/period.ts';
import { chainOfScenario } from '../../shared/model/resolve.ts';
import type { Cell, Claim, Overlay, Series, Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { annual, monthly, scenario, smallWorkbook } from '../support/computable.ts';

const day = (text: string): IsoDate => text as IsoDate;

function known(series: Series, dates: Readonly<Record<string, string>>): Series {
  const cells = Object.entries(series.cells).map(([period, cell]): [string, Cell] => [period, { ...cell, ...(dates[period] === undefined ? {} : { known: day(dates[period]) }) }]);
  return { ...series, cells: Object.fromEntries(cells) };
}

function claim(value: number, date: string, change: Partial<Claim> = {}): Claim {
  return { metric: { en: 'x', zh: 'x' }, path: 'sectors/one/volume', period: '2025', value, unit: 'unit', state: 'forecast', source: 's', locator: 'p. 1', known: day(date), ...change };
}

describe('a series as it was known', () => {
  const series = known(annual(2024, [100, 200], 'unit'), { '2025': '2025-06-30' });
  it('is the same object where nothing is hidden', () => {
    expect(knownAt(series, 'sectors/one/volume', day('2025-06-30'), {})).toBe(series);
  });
  it('loses an annual figure that became known later, and the figure is absent, not zero', () => {
    const before = knownAt(series, 'sectors/one/volume', day('2025-06-29'), {});
    expect(Object.keys(before.cells)).toEqual(['2024']);
    expect(knownAt(series, 'sectors/one/volume', day('2025-06-29'), {})).toEqual(before);
  });
  it('falls back to the newest claim for the cell that was known, in the unit of the series', () => {
    const claims: Workbook['claims'] = {
      early: claim(150, '2025-01-01'),
      newest: claim(0.18, '2025-05-01', { unit: 'thousandUnits' }),
      later: claim(999, '2025-06-30'),
      otherYear: claim(888, '2025-06-01', { period: '2024' }),
      otherPath: claim(777, '2025-06-01', { path: 'sectors/two/volume' }),
      otherUnit: claim(666, '2025-02-01', { unit: 't' }),
    };
    const cell = knownAt(series, 'sectors/one/volume', day('2025-06-29'), claims).cells['2025'];
    expectClose(cell?.value, 180);
    expect(cell?.known).toBe('2025-05-01');
    expect(cell?.locator).toBe('p. 1');
  });
  it('takes no claim in another basis, scope or coverage', () => {
    const tonnes: Series = { ...known(annual(2025, [5], 't'), { '2025': '2025-06-30' }), basis: 'blank' };
    const claims = { finished: claim(4, '2025-01-01', { unit: 't', basis: 'finished' }) };
    expect(knownAt(tonnes, 'sectors/one/volume', day('2025-02-01'), claims).cells).toEqual({});
  });
});

describe('the balance at an as-of date', () => {
  const volume = annual(2024, [1000, 1200], 'unit');
  const months = known(monthly(2024, [50, 60, 70], 'unit'), { '2024-01': '2024-02-10', '2024-02': '2024-03-10', '2024-03': '2024-04-10' });
  const at = (asOf: string): Workbook =>
    smallWorkbook(2, { 'sectors/one/volume': volume, 'sectors/one/intensity': annual(2024, [1000, 1000], 'kgPerUnit'), 'sectors/one/volumeMonthly': months }, { asOf: day(asOf) });
  it('computes a month that was not published yet', () => {
    const early = computeBalance(at('2024-03-15'), 'base');
    const late = computeBalance(at('2024-04-15'), 'base');
    if (!early.ok || !late.ok) throw new Error('No balance.');
    expectClose(early.value.sectors['one']?.volume?.values[1], 60);
    expect(early.value.sectors['one']?.volume?.values[2]).not.toBe(70);
    expectClose(late.value.sectors['one']?.volume?.values[2], 70);
    const year = early.value.sectors['one']?.volume?.values.slice(0, 12).reduce<number>((sum, value) => sum + (value ?? 0), 0);
    expectClose(year, 1000);
  });
  it('lets an overlay act on a cell whose actual is hidden', () => {
    const overlay: Overlay = { path: 'sectors/one/volumeMonthly', periods: ['2024-03'], op: 'set', value: 90 };
    const scenarios = { base: scenario(null), child: scenario('base', { overlay }) };
    const march = (asOf: string): number | null | undefined => {
      const balance = computeBalance({ ...at(asOf), scenarios }, 'child');
      return balance.ok ? balance.value.sectors['one']?.volume?.values[2] : undefined;
    };
    expectClose(march('2024-03-15'), 90);
    expectClose(march('2024-04-15'), 70);
  });
  it('solves the lock on what was known', () => {
    const series = { 'sectors/one/volume': volume, 'sectors/one/demand': known(annual(2024, [500, 600], 't'), { '2025': '2025-12-01' }) };
    const sectors = smallWorkbook(2, series).sectors;
    const one = sectors['one'];
    if (one?.kind !== 'driver') throw new Error('No driver.');
    const workbook = smallWorkbook(2, series, { asOf: day('2025-05-01'), sectors: { ...sectors, one: { ...one, yields: { 2024: 'intensity', 2025: 'intensity' } } } });
    const balance = computeBalance(workbook, 'base');
    if (!balance.ok) throw new Error('No balance.');
    expectClose(balance.value.sectors['one']?.years['2024']?.intensity.value, 500);
    expect(balance.value.sectors['one']?.years['2025']?.intensity.value).toBeNull();
    expect(balance.value.findings.map((finding) => finding.place)).toContain('sectors/one/demand@2025');
  });
});

describe('a vintage', () => {
  const overlay = (value: number, op: Overlay['op'] = 'set'): Overlay => ({ path: 'sectors/one/intensity', periods: ['2025'], op, value });
  const made = smallWorkbook(
    2,
    { 'sectors/one/volume': annual(2024, [1000, 1000], 'unit'), 'sectors/one/intensity': annual(2024, [1000, 1000], 'kgPerUnit') },
    {
      vintages: { may: { name: { en: 'May', zh: '5月' }, asOf: day('2025-05-29'), overlays: { held: overlay(800), wish: { path: 'sectors/one/volume', periods: ['2024'], op: 'set', value: 5 } } } },
      scenarios: { base: scenario(null), child: scenario('base', { own: overlay(2, 'mul') }), typed: scenario('child', { own: overlay(700) }) },
    },
  );
  const actual2024 = { ...made, series: { ...made.series, 'sectors/one/volume': { ...annual(2024, [1000, 1000], 'unit'), cells: { '2024': { value: 1000, state: 'actual' as const }, '2025': { value: 1000, state: 'forecast' as const } } } } };
  const intensity = (workbook: Workbook, id: string): number | null | undefined => {
    const balance = computeBalance(workbook, id);
    return balance.ok ? balance.value.sectors['one']?.years['2025']?.intensity.value : undefined;
  };
  it('stands directly above the root and under every difference of a scenario', () => {
    const workbook = { ...actual2024, vintage: 'may' };
    expectClose(intensity(workbook, 'base'), 800);
    expectClose(intensity(workbook, 'child'), 1600);
    expectClose(intensity(workbook, 'typed'), 700);
    expectClose(intensity({ ...workbook, vintage: null }, 'child'), 2000);
  });
  it('leaves an actual as it is, and the root the root', () => {
    const workbook = { ...actual2024, vintage: 'may' };
    const balance = computeBalance(workbook, 'base');
    if (!balance.ok) throw new Error('No balance.');
    expectClose(balance.value.sectors['one']?.years['2024']?.volume.value, 1000);
    const chain = chainOfScenario(workbook, 'base');
    if (!chain.ok) throw new Error('No chain.');
    const inputs = inputsOf(workbook, chain.value);
    expect(inputs.isRoot).toBe(true);
    const cell = inputs.cell('sectors/one/intensity', '2025');
    expect(cell && 'origin' in cell ? cell.origin : null).toBe('inherited');
    expect(chainOfScenario(workbook, 'typed')).toBe(chainOfScenario(workbook, 'typed'));
  });
  it('is refused by its name where it does not exist', () => {
    const refused = computeBalance({ ...made, vintage: 'gone' }, 'base');
    expect(refused.ok ? null : refused.problem.code).toBe('unknown-vintage');
  });
});
