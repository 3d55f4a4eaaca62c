/** Cumulative releases and target shares as inputs of a workbook: what they make of its months, and what they contradict. */
import { describe, expect, it } from 'vitest';
import { addsUp, type TraceTerm } from '../../shared/analysis/trace.ts';
import { traceCell } from '../../shared/analysis/traceCell.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Balance, Finding, MonthlyQuantity } from '../../shared/model/balance.ts';
import type { IsoDate } from '../../shared/model/period.ts';
import type { Series, Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { annual, monthly, profile, scalar, scenario, smallWorkbook } from '../support/computable.ts';

const weights = [6, 4, 8, 8, 9, 9, 8, 8, 9, 10, 10, 11];

/** One use of 1,200 units of 5 kg in 2024; releases stand at positions of the year. */
function workbook(series: Readonly<Record<string, Series>>, change: Partial<Workbook> = {}): Workbook {
  return smallWorkbook(
    1,
    {
      'sectors/one/volume': annual(2024, [1200], 'unit'),
      'sectors/one/intensity': annual(2024, [5], 'kgPerUnit'),
      'sectors/one/profile': profile(weights),
      ...series,
    },
    change,
  );
}

const at = (entries: Readonly<Record<number, number>>): (number | null)[] => Array.from({ length: 12 }, (_, month) => entries[month + 1] ?? null);
const units = (entries: Readonly<Record<number, number>>): Series => monthly(2024, at(entries), 'unit');
const tonnes = (entries: Readonly<Record<number, number>>): Series => monthly(2024, at(entries), 't');

function balanceOf(of: Workbook, id = 'base'): Balance {
  const result = computeBalance(of, id);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function volumeOf(balance: Balance): MonthlyQuantity {
  const volume = balance.sectors.one?.volume;
  if (!volume) throw new Error('The use has no volume.');
  return volume;
}

const about = (balance: Balance, path: string): readonly Finding[] => balance.findings.filter(({ place }) => place?.startsWith(path));

function terms(term: TraceTerm): readonly TraceTerm[] {
  return [term, ...term.children.flatMap(terms)];
}

describe('January and February released together', () => {
  const balance = balanceOf(workbook({ 'sectors/one/volumeCumulative': units({ 2: 150 }) }, { asOf: '2024-02-29' as IsoDate }));
  it('share the figure by their weights, as estimates', () => {
    const { values, states } = volumeOf(balance);
    expectClose(values[0], 90);
    expectClose(values[1], 60);
    expect(states.slice(0, 3)).toEqual(['estimate', 'estimate', 'forecast']);
  });
  it('leave the rest of the year to the other months', () => {
    expectClose(volumeOf(balance).values[2], ((1200 - 150) * 8) / 90);
    expect(about(balance, 'sectors/one/volumeCumulative')).toEqual([]);
  });
  it('reach the balance through demand', () => {
    expectClose(balance.sectors.one?.demand.values[0], 0.45);
  });
});

describe('a year so far', () => {
  it('gives the month that is missing, and a month with a figure of its own keeps it', () => {
    const balance = balanceOf(workbook({ 'sectors/one/volumeCumulative': units({ 2: 150, 4: 330 }), 'sectors/one/volumeMonthly': units({ 2: 70, 3: 100 }) }));
    const { values, states } = volumeOf(balance);
    expect(values.slice(0, 4)).toEqual([80, 70, 100, 80]);
    expect(states.slice(0, 4)).toEqual(['estimate', 'actual', 'actual', 'estimate']);
  });
  it('counts as known for the rest of the year in the mode run rate', () => {
    const balance = balanceOf(workbook({ 'sectors/one/volumeCumulative': units({ 6: 660 }), 'sectors/one/actualsMode': scalar(1, 'choice') }));
    expectClose(balance.sectors.one?.years['2024']?.volume.value, 660 / 0.44);
  });
  it('explains a month that it tells', () => {
    const of = workbook({ 'sectors/one/volumeCumulative': units({ 2: 150, 4: 330 }), 'sectors/one/volumeMonthly': units({ 3: 100 }) });
    const balance = balanceOf(of);
    const one = traceCell(of, 'base', balance, 'sectors/one/volumeMonthly', '2024-04');
    expect(one?.children.map(({ role, value }) => [role, value])).toEqual([['plus', 330], ['minus', 150], ['minus', 100]]);
    const shared = traceCell(of, 'base', balance, 'sectors/one/volumeMonthly', '2024-01');
    expect(shared?.children.map(({ role }) => role)).toEqual(['plus', 'times']);
    for (const month of balance.months) {
      const gap = traceCell(of, 'base', balance, 'gap', month);
      for (const term of gap ? terms(gap) : []) expect(addsUp(term), `${month} ${term.label.en}`).toBe(true);
    }
  });
});

describe('a release of each line', () => {
  it('of demand is shared as the volume with its lead shares it', () => {
    const { values, states } = balanceOf(workbook({ 'sectors/one/demandCumulative': tonnes({ 3: 1.8 }) })).sectors.one?.demand ?? { values: [], states: [] };
    expectClose(values[0], 0.6);
    expectClose(values[1], 0.4);
    expectClose(values[2], 0.8);
    expect(states[0]).toBe('estimate');
  });
  it('of other domestic use', () => {
    const balance = balanceOf(workbook({ 'sectors/rest/demandCumulative': tonnes({ 1: 500 }) }));
    expect(balance.sectors.rest?.demand.values[0]).toBe(500);
  });
  it('of exports is shared as the events let the base pass', () => {
    const balance = balanceOf(workbook({ 'exports/cumulative': tonnes({ 4: 500 }), 'exports/monthly': tonnes({ 1: 140 }) }));
    expect(balance.exportsDetail.exports.values.slice(0, 5)).toEqual([140, 120, 120, 120, 100]);
    expect(balance.exportsDetail.exports.states.slice(0, 2)).toEqual(['actual', 'estimate']);
  });
  it('of output, a survey said for the whole, counts as known in every mode', () => {
    const survey = { ...tonnes({ 2: 2000 }), coverage: 1.25 };
    for (const mode of [0, 3]) {
      const balance = balanceOf(workbook({ 'supply/outputCumulative': survey, 'supply/mode': scalar(mode, 'choice'), 'supply/holidayFactor': scalar(0) }));
      expectClose(balance.supply.values[0], (1600 * 31) / 60);
      expectClose(balance.supply.values[1], (1600 * 29) / 60);
      expect(balance.supply.states[0]).toBe('estimate');
    }
  });
});

describe('the as-of date', () => {
  const known = (date: string): Series => {
    const series = units({ 2: 150 });
    return { ...series, cells: { '2024-02': { value: 150, state: 'actual', known: date as IsoDate } } };
  };
  it('hides a release as it hides any other number', () => {
    const { values } = volumeOf(balanceOf(workbook({}, { asOf: '2024-03-17' as IsoDate })));
    expect(volumeOf(balanceOf(workbook({ 'sectors/one/volumeCumulative': known('2024-03-18') }, { asOf: '2024-03-17' as IsoDate }))).values).toEqual(values);
    expectClose(volumeOf(balanceOf(workbook({ 'sectors/one/volumeCumulative': known('2024-03-18') }, { asOf: '2024-03-18' as IsoDate }))).values[0], 90);
  });
  it('of a scenario: a release assumed there is the scenario’s own', () => {
    const overlay = { path: 'sectors/one/volumeCumulative', periods: ['2024-02'], op: 'set' as const, value: 200 };
    const of = workbook({}, { scenarios: { base: scenario(null), child: scenario('base', { release: overlay }) } });
    expectClose(volumeOf(balanceOf(of, 'child')).values[0], 120);
    expectClose(volumeOf(balanceOf(of)).values[0], 72);
  });
});

describe('a release that contradicts is a finding at its cell, and the other months are computed', () => {
  it.each([
    ['falls below the one before', { 'sectors/one/volumeCumulative': units({ 2: 150, 4: 120 }) }, 'cumulative-falls', '2024-04'],
    ['leaves less than its months have', { 'sectors/one/volumeCumulative': units({ 3: 150 }), 'sectors/one/volumeMonthly': units({ 1: 160 }) }, 'months-above-cumulative', '2024-03'],
    ['differs from all its months', { 'sectors/one/volumeCumulative': units({ 1: 150 }), 'sectors/one/volumeMonthly': units({ 1: 160 }) }, 'months-off-cumulative', '2024-01'],
    ['has no weights to be shared by', { 'sectors/one/volumeCumulative': units({ 2: 150 }), 'sectors/one/profile': profile([0, 0, ...weights.slice(2)]) }, 'release-not-split', '2024-02'],
  ])('it %s', (_name, series, code, month) => {
    const balance = balanceOf(workbook(series));
    expect(about(balance, 'sectors/one/volumeCumulative').map((finding) => [finding.code, finding.place])).toEqual([[code, `sectors/one/volumeCumulative@${month}`]]);
    expect(volumeOf(balance).values.every((value) => value !== null)).toBe(true);
    expectClose(volumeOf(balance).values.reduce<number>((sum, value) => sum + (value ?? 0), 0), 1200);
  });
  it('not for a revision within half a per cent', () => {
    expect(about(balanceOf(workbook({ 'sectors/one/volumeCumulative': units({ 1: 160.7 }), 'sectors/one/volumeMonthly': units({ 1: 160 }) })), 'sectors/one/volumeCumulative')).toEqual([]);
  });
});

describe('a target share', () => {
  it('is what its month takes of the year, whatever the profile and the multiplier say', () => {
    const { values } = volumeOf(balanceOf(workbook({ 'sectors/one/rushShare': monthly(2024, at({ 12: 0.3, 11: 0.1 }), 'ratio'), 'sectors/one/rush': monthly(2024, at({ 12: 5 }), 'weight') })));
    expectClose(values[11], 360);
    expectClose(values[10], 120);
    expectClose(values[0], (720 * 6) / 79);
  });
  it('of other domestic use', () => {
    const { values } = balanceOf(workbook({ 'sectors/rest/rushShare': monthly(2024, at({ 6: 0.5 }), 'ratio') })).sectors.rest?.demand ?? { values: [] };
    expectClose(values[5], values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / 2);
  });
  it.each([
    ['that leaves nothing', { 11: 0.5, 12: 0.5 }, weights, 'shares-not-below-one', '2024-11'],
    ['of a month without weight', { 12: 0.3 }, [...weights.slice(0, 11), 0], 'weight-zero', '2024-12'],
  ])('%s is left out with a finding at its cell', (_name, shares, own, reason, month) => {
    const balance = balanceOf(workbook({ 'sectors/one/rushShare': monthly(2024, at(shares), 'ratio'), 'sectors/one/profile': profile(own) }));
    expect(about(balance, 'sectors/one/rushShare')).toMatchObject([{ code: 'rush-share-invalid', place: `sectors/one/rushShare@${month}`, values: { reason } }]);
    expectClose(volumeOf(balance).values[0], (1200 * 6) / own.reduce((sum, weight) => sum + weight, 0));
  });
});
