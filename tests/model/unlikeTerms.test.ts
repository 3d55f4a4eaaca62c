/** Masses of unlike basis, scope or coverage are added only by a recorded conversion, on every line of the balance. */
import { describe, expect, it } from 'vitest';
import { traceCell } from '../../shared/analysis/traceCell.ts';
import { addsUp, type TraceTerm } from '../../shared/analysis/trace.ts';
import { findingText } from '../../shared/messages/findings.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { Month } from '../../shared/model/period.ts';
import type { Series, Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { annual, monthly, scalar, smallWorkbook } from '../support/computable.ts';

const eta = 0.7133105802047781;
const plain: Readonly<Record<string, Series>> = {
  'sectors/one/volume': annual(2024, [1000], 'unit'),
  'sectors/one/intensity': annual(2024, [1000], 'kgPerUnit'),
  'supply/output': { ...annual(2024, [10_000], 't'), scope: 'sintered' },
  'supply/capacity': scalar(1500, 'tPerMonth'),
  'supply/holidayFactor': scalar(0),
};
const twelve = (value: number): Series => monthly(2024, Array.from({ length: 12 }, () => value), 't');
const all = { scope: 'all-permanent-magnets' } as const;
const survey = { scope: 'sample-survey' } as const;

function balanceOf(series: Readonly<Record<string, Series>>, change: Partial<Workbook> = {}): Balance {
  const result = computeBalance(smallWorkbook(1, { ...plain, ...series }, change), 'base');
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const plant = { expansions: { plant: { name: { en: 'Plant', zh: '工厂' }, order: 0, start: '2024-01' as Month } } };

/** What reads the path: a number of the balance that is its own typed number times the factor, and one that is not touched. */
type Line = readonly [path: string, series: Series, first: (balance: Balance) => number | null | undefined, partner: string, change: Partial<Workbook>];
const lines: readonly Line[] = [
  ['exports/monthly', twelve(100), (balance) => balance.exportsDetail.exports.values[3], 'supply/output', {}],
  ['exports/cumulative', monthly(2024, [100], 't'), (balance) => balance.exportsDetail.exports.values[0], 'supply/output', {}],
  ['exports/baseYear', { ...twelve(100), kind: 'calendarMonth', cells: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [String(at + 1).padStart(2, '0'), { value: 100, state: 'actual' as const }])) }, (balance) => balance.exportsDetail.base.values[3], 'supply/output', {}],
  ['supply/magnetImports', annual(2024, [1200 * eta], 't'), (balance) => balance.imports.values[3], 'supply/output', {}],
  ['supply/outputMonthly', twelve(100), (balance) => balance.supply.values[3], 'supply/output', {}],
  ['supply/outputCumulative', monthly(2024, [100], 't'), (balance) => balance.supply.values[0], 'supply/output', {}],
  ['supply/capacity', scalar(100, 'tPerMonth'), (balance) => balance.capacity.values[3], 'supply/output', {}],
  ['expansions/plant/tonnes', scalar(100, 'tPerMonth'), (balance) => (balance.capacity.values[3] ?? Number.NaN) - 1500, 'supply/capacity', plant],
];

describe.each([...lines])('%s', (...[path, series, first, partner, change]: Line) => {
  it('in the terms of the balance is taken as it is, tagged or not', () => {
    for (const tags of [{}, { scope: 'sintered' as const, coverage: 1 }]) expectClose(first(balanceOf({ [path]: { ...series, ...tags } }, change)), 100);
  });
  it('of another scope is an error with both names, at its first cell, and the demand is still computed', () => {
    const balance = balanceOf({ [path]: { ...series, ...all } }, change);
    const finding = balance.findings.find(({ code }) => code === 'scope-mismatch');
    expect(finding).toMatchObject({ severity: 'error', place: `${path}@${Object.keys(series.cells).sort()[0] ?? ''}`, values: { first: path, second: partner } });
    const text = finding && findingText(finding);
    for (const name of [path, partner]) for (const said of [text?.en, text?.zh]) expect(said).toContain(name);
    // A release that cannot be read is as one that was not published; the model tells its months.
    if (!path.endsWith('umulative')) expect(Number.isFinite(first(balance))).toBe(false);
    expect(balance.sectors.one?.demand.values.every((value) => value !== null)).toBe(true);
  });
  it('is converted where the share between the scopes is recorded', () => {
    expectClose(first(balanceOf({ [path]: { ...series, ...all }, 'basis/sinteredShare': scalar(0.92) }, change)), 92);
  });
  it('is said for the whole by its coverage, and a survey without one is an error', () => {
    expectClose(first(balanceOf({ [path]: { ...series, ...survey, coverage: 0.8 } }, change)), 125);
    // Capacity has a coverage input of its own, which stands by default.
    if (path === 'supply/capacity') return;
    expect(balanceOf({ [path]: { ...series, ...survey } }, change).findings.map(({ code }) => code)).toContain('scope-mismatch');
  });
});

describe('capacity and expansions', () => {
  it('of one survey share its coverage; an expansion that says otherwise is taken at its word', () => {
    const surveyed = { 'supply/capacity': { ...scalar(1500, 'tPerMonth'), ...survey }, 'supply/surveyCoverage': scalar(1.25) };
    const capacity = (expansion: Series): number | null | undefined => balanceOf({ ...surveyed, 'expansions/plant/tonnes': expansion }, plant).capacity.values[3];
    expectClose(capacity(scalar(100, 'tPerMonth')), 1600 / 1.25);
    expectClose(capacity({ ...scalar(100, 'tPerMonth'), ...survey }), 1600 / 1.25);
    expectClose(capacity({ ...scalar(100, 'tPerMonth'), scope: 'sintered' }), 1200 + 100);
    expect(capacity({ ...scalar(100, 'tPerMonth'), ...all })).toBeNull();
  });
});

describe('quotas', () => {
  const quotas = { 'material/miningQuota': annual(2024, [270], 't'), 'material/smeltingQuota': annual(2024, [254], 't') };
  const primary = (series: Readonly<Record<string, Series>>): number | null | undefined => balanceOf({ ...quotas, ...series }).material?.primary.values[0];
  const oxidePerReo = 0.22 * 0.97;
  it('in unlike units are compared in REO', () => {
    expectClose(primary({}), (254 / 12) * oxidePerReo);
    expectClose(primary({ 'material/miningQuota': { ...annual(2024, [50], 't'), basis: 'prnd-oxide' } }), 50 / 12);
  });
  it('are an error with both names where no yield says how', () => {
    const series = { ...quotas, 'material/miningQuota': { ...annual(2024, [50], 't'), basis: 'prnd-oxide' as const }, 'material/separationYield': { ...scalar(1), cells: { all: { value: null, state: 'forecast' as const } } } };
    const finding = balanceOf(series).findings.find(({ code }) => code === 'basis-mismatch');
    expect(finding).toMatchObject({ place: 'material/miningQuota@2024', values: { first: 'material/miningQuota', second: 'material/smeltingQuota', firstBasis: 'prnd-oxide', secondBasis: 'reo' } });
    expect(balanceOf(series).gap.values.every((value) => value !== null)).toBe(true);
  });
});

describe('a converted month', () => {
  const workbook = smallWorkbook(1, { ...plain, 'exports/monthly': { ...twelve(100), ...all }, 'basis/sinteredShare': scalar(0.92) });
  it('says what it was converted by', () => {
    const result = computeBalance(workbook, 'base');
    if (!result.ok) throw new Error(result.problem.code);
    const gap = traceCell(workbook, 'base', result.value, 'gap', '2024-04');
    const terms = (term: TraceTerm): readonly TraceTerm[] => [term, ...term.children.flatMap(terms)];
    const found = gap === null ? [] : terms(gap);
    expect(found.every(addsUp)).toBe(true);
    expect(found.find(({ label }) => label.en === 'Conversion of terms')?.value).toBeCloseTo(1 / 0.92, 12);
  });
});
