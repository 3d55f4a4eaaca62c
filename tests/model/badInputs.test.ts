/** Bad input one by one: each is a named finding at its cell, and the rest of the balance is computed. */
import { describe, expect, it } from 'vitest';
import { findingText } from '../../shared/messages/findings.ts';
import { problemText } from '../../shared/messages/problems.ts';
import type { Balance, MonthlyQuantity } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import type { Overlay, Series, Workbook } from '../../shared/model/workbook.ts';
import { annual, driver, monthly, profile, scalar, scenario, smallWorkbook } from '../support/computable.ts';

const plain: Readonly<Record<string, Series>> = {
  'sectors/one/volume': annual(2024, [1200], 'unit'),
  'sectors/one/intensity': annual(2024, [1000], 'kgPerUnit'),
  'sectors/one/profile': profile([6, 4, 8, 8, 9, 9, 8, 8, 9, 10, 10, 11]),
  'supply/capacity': scalar(1500, 'tPerMonth'),
  'material/miningQuota': annual(2024, [2700], 't'),
  'material/smeltingQuota': annual(2024, [2540], 't'),
};
const text = { en: 'Plant', zh: '工厂' };
const plant = { expansions: { plant: { name: text, order: 0, start: '2024-06' as Month } } };
const stack = { a: { name: text, order: 1, balancing: false }, b: { name: text, order: 2, balancing: false }, rest: { name: text, order: 3, balancing: true } };
const inStack = 'sectors/one/technologies/';
const shares = (a: number, b: number): Readonly<Record<string, Series>> => ({
  [`${inStack}a/share`]: annual(2024, [a], 'ratio'),
  [`${inStack}b/share`]: annual(2024, [b], 'ratio'),
  [`${inStack}a/mass`]: scalar(1000, 'kgPerUnit'),
  [`${inStack}b/mass`]: scalar(500, 'kgPerUnit'),
  [`${inStack}rest/mass`]: scalar(0, 'kgPerUnit'),
});
/** What no file and no cell takes, a difference of a scenario can still come to. */
const adding = (path: string, periods: readonly string[], value: number): Partial<Workbook> => {
  const overlay: Overlay = { path, periods, op: 'add', value };
  return { scenarios: { base: scenario(null, { bad: overlay }) } };
};
const withYear = (year: number): Partial<Workbook> => ({ sectors: { one: driver, rest: { kind: 'residual', name: text, order: 2, baseYear: year, profileIs: 'net' } } });

const supply = (balance: Balance): MonthlyQuantity => balance.supply;
const exported = (balance: Balance): MonthlyQuantity => balance.exports;
const demand = (balance: Balance): MonthlyQuantity => balance.sectors.one?.demand ?? { values: [], states: [] };
const residual = (balance: Balance): MonthlyQuantity => balance.sectors.rest?.demand ?? { values: [], states: [] };
const gap = (balance: Balance): MonthlyQuantity => balance.gap;

type Bad = {
  readonly series?: Readonly<Record<string, Series>>;
  readonly change?: Partial<Workbook>;
  readonly code: Balance['findings'][number]['code'];
  readonly place: string;
  /** What is computed all the same, and what cannot be. */
  readonly still: readonly ((balance: Balance) => MonthlyQuantity)[];
  readonly missing?: (balance: Balance) => MonthlyQuantity;
};

const bad: Readonly<Record<string, Bad>> = {
  'a profile that sums to zero': { series: { 'sectors/one/profile': profile(new Array<number>(12).fill(0)) }, code: 'profile-zero', place: 'sectors/one/profile@01', still: [supply, exported], missing: demand },
  'a quota profile that sums to zero': { series: { 'material/quotaProfile': profile(new Array<number>(12).fill(0)) }, code: 'quota-profile-invalid', place: 'material/quotaProfile@01', still: [supply, demand, gap] },
  'a rush multiplier of zero in every month': { series: { 'sectors/one/rush': monthly(2024, new Array<number>(12).fill(0), 'weight') }, code: 'profile-sum-zero', place: 'sectors/one/volume@2024', still: [supply, exported], missing: demand },
  'shares above one': { series: shares(0.7, 0.5), change: { sectors: { one: { ...driver, technologies: stack } } }, code: 'balancing-share-negative', place: `${inStack}rest/share@2024`, still: [supply, exported] },
  'target shares that leave nothing': { series: { 'sectors/one/rushShare': monthly(2024, [0.6, 0.6], 'ratio') }, code: 'rush-share-invalid', place: 'sectors/one/rushShare@2024-01', still: [supply, demand, gap] },
  'a published month outside the horizon': { series: { 'sectors/one/volumeMonthly': monthly(2030, [100, 100], 'unit') }, code: 'actual-outside-horizon', place: 'sectors/one/volumeMonthly@2030-01', still: [supply, demand, gap] },
  'a published year outside the horizon': { series: { 'supply/output': annual(2023, [9000, 10_000], 't', 'actual') }, code: 'actual-outside-horizon', place: 'supply/output@2023', still: [supply, demand, gap] },
  'a base year outside the horizon': { change: withYear(2022), code: 'residual-base-outside', place: 'sectors/rest/demand@2022', still: [supply, demand, exported], missing: residual },
  'a negative annual volume': { change: adding('sectors/one/volume', ['2024'], -5000), code: 'annual-negative', place: 'sectors/one/volume@2024', still: [supply, exported], missing: demand },
  'a negative known month of volume': { series: { 'sectors/one/volumeMonthly': monthly(2024, [80], 'unit', 'estimate') }, change: adding('sectors/one/volumeMonthly', ['2024-01'], -100), code: 'month-negative', place: 'sectors/one/volumeMonthly@2024-01', still: [supply, exported], missing: demand },
  'a negative known month of demand': { series: { 'sectors/one/demandMonthly': monthly(2024, [80], 't', 'estimate') }, change: adding('sectors/one/demandMonthly', ['2024-01'], -100), code: 'month-negative', place: 'sectors/one/demandMonthly@2024-01', still: [supply, exported], missing: demand },
  'a cumulative figure that falls': { series: { 'sectors/one/volumeCumulative': monthly(2024, [100, 90], 'unit') }, code: 'cumulative-falls', place: 'sectors/one/volumeCumulative@2024-02', still: [supply, demand, gap] },
  'a yield of nothing': { series: { 'basis/finishedYield': scalar(0) }, code: 'yield-out-of-range', place: 'basis/finishedYield@all', still: [supply, demand], missing: exported },
  'a yield above one': { series: { 'basis/finishedYield': scalar(1.2) }, code: 'yield-out-of-range', place: 'basis/finishedYield@all', still: [supply, demand], missing: exported },
  'a yield of the chain above one': { change: adding('material/magnetYield', ['all'], 0.2), code: 'yield-out-of-range', place: 'material/magnetYield@all', still: [supply, demand, gap] },
  'less oxide than the metal holds': { series: { 'material/oxidePerMetal': scalar(1.1) }, code: 'ratio-below-stoichiometry', place: 'material/oxidePerMetal@all', still: [supply, demand, gap] },
  'a ramp before its start': { series: { 'expansions/plant/tonnes': scalar(100, 'tPerMonth') }, change: { ...plant, ...adding('expansions/plant/delay', ['all'], -2) }, code: 'expansion-delay-negative', place: 'expansions/plant/delay@all', still: [supply, demand, gap], missing: (balance) => balance.capacity },
  'a ramp without months': { series: { 'expansions/plant/tonnes': scalar(100, 'tPerMonth') }, change: { ...plant, ...adding('expansions/plant/ramp', ['all'], -1) }, code: 'expansion-ramp-not-positive', place: 'expansions/plant/ramp@all', still: [supply, demand, gap], missing: (balance) => balance.capacity },
  'a survey that covers nothing': { series: { 'supply/surveyCoverage': scalar(0) }, code: 'survey-coverage-not-positive', place: 'supply/surveyCoverage@all', still: [supply, demand, gap], missing: (balance) => balance.capacity },
  'quotas in unlike units': {
    series: { 'material/smeltingQuota': { ...annual(2024, [50], 't'), basis: 'prnd-metal' }, 'material/oxidePerMetal': { ...scalar(1), cells: { all: { value: null, state: 'forecast' } } } },
    code: 'basis-mismatch',
    place: 'material/smeltingQuota@2024',
    still: [supply, demand, gap],
  },
};

function balanceOf({ series, change }: Pick<Bad, 'series' | 'change'>): Balance {
  const result = computeBalance(smallWorkbook(1, { ...plain, ...series }, change), 'base');
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const isTold = ({ values }: MonthlyQuantity): boolean => values.length === 12 && values.every((value) => value !== null);

it('the workbook without any of it has no error', () => {
  const balance = balanceOf({});
  expect(balance.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const line of [supply, exported, demand, residual, gap]) expect(isTold(line(balance))).toBe(true);
});

describe.each(Object.entries(bad))('%s', (_name, one) => {
  const balance = balanceOf(one);
  it('is one finding at its cell, which says what to do in both languages', () => {
    const found = balance.findings.filter(({ code }) => code === one.code);
    expect(found.map(({ place }) => place)).toEqual([one.place]);
    const said = found[0] && findingText(found[0]);
    for (const sentence of [said?.en, said?.zh]) expect(sentence).toMatch(/[.。]$/);
  });
  it('leaves the rest of the balance', () => {
    for (const line of one.still) expect(isTold(line(balance))).toBe(true);
    if (one.missing) expect(isTold(one.missing(balance))).toBe(false);
  });
});

describe('a cycle of parents', () => {
  const workbook = smallWorkbook(1, plain, { scenarios: { base: scenario(null), left: scenario('right'), right: scenario('left') } });
  it('is a problem of its scenarios with its name in it; every other scenario is computed', () => {
    for (const id of ['left', 'right']) {
      const result = computeBalance(workbook, id);
      expect(result.ok ? null : [result.problem.code, result.problem.place]).toEqual(['scenario-cycle', id]);
      if (!result.ok) expect(problemText(result.problem).en).toContain(id);
    }
    const base = computeBalance(workbook, 'base');
    expect(base.ok && isTold(base.value.gap)).toBe(true);
  });
});

it('a month outside the horizon that nobody knew yet is not told', () => {
  const later = { ...monthly(2030, [100], 'unit'), cells: { '2030-01': { value: 100, state: 'actual' as const, known: '2030-02-01' as IsoDate } } };
  expect(balanceOf({ series: { 'sectors/one/volumeMonthly': later } }).findings.map(({ code }) => code)).not.toContain('actual-outside-horizon');
});
