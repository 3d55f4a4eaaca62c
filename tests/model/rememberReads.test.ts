import { describe, expect, it } from 'vitest';
import { inputsOf, type Inputs } from '../../shared/model/inputs.ts';
import { rememberReads } from '../../shared/model/rememberReads.ts';
import { chainOfScenario } from '../../shared/model/resolve.ts';
import type { Series, Workbook } from '../../shared/model/workbook.ts';
import { scalar, scenario, smallWorkbook } from '../support/computable.ts';

const rate = 'exports/releaseRate';
const share = 'exports/controlledShare';
const workbook = smallWorkbook(1, { [rate]: scalar(0.1) });
const key = {};

function inputs(of: Workbook, id = 'base'): Inputs {
  const chain = chainOfScenario(of, id);
  if (!chain.ok) throw new Error(chain.problem.code);
  return inputsOf(of, chain.value);
}

function withSeries(of: Workbook, path: string, series: Series): Workbook {
  return { ...of, series: { ...of.series, [path]: series } };
}

/** A computation that reads two paths, one of which has no series yet, and counts how often it is asked. */
function counted(): { readonly run: (of: Inputs) => number; readonly count: () => number } {
  let count = 0;
  const remembered = rememberReads((of: Inputs, _key: object) => {
    count += 1;
    return (of.cell(rate, 'all')?.value ?? 0) + (of.series(share)?.cells['all']?.value ?? 0);
  });
  return { run: (of) => remembered(of, key), count: () => count };
}

describe('a computation that is remembered by its reads', () => {
  it('is not made again for an edit that it did not read', () => {
    const { run, count } = counted();
    run(inputs(workbook));
    expect(run(inputs(withSeries(workbook, 'supply/holidayFactor', scalar(0.3))))).toBe(0.1);
    expect(count()).toBe(1);
  });

  it('is made again where a series that it read is another, was none, or is hidden by the as-of date', () => {
    const { run } = counted();
    run(inputs(workbook));
    expect(run(inputs(withSeries(workbook, rate, scalar(0.2))))).toBe(0.2);
    expect(run(inputs(withSeries(workbook, share, scalar(0.5))))).toBe(0.6);
    const late: Series = { ...scalar(0.2), cells: { all: { value: 0.2, state: 'estimate', known: workbook.asOf } } };
    const hidden = { ...withSeries(workbook, rate, late), asOf: '2026-01-01' as Workbook['asOf'] };
    expect(run(inputs({ ...hidden, asOf: workbook.asOf }))).toBe(0.2);
    expect(run(inputs(hidden))).toBe(0.05);
  });

  it('is made again where another claim stands in for a number that was not known', () => {
    const { run } = counted();
    const late: Series = { ...scalar(0.2), cells: { all: { value: 0.2, state: 'estimate', known: workbook.asOf } } };
    const hidden = { ...withSeries(workbook, rate, late), asOf: '2026-01-01' as Workbook['asOf'] };
    const claimed = (value: number): Workbook => ({
      ...hidden,
      claims: { one: { path: rate, period: 'all', metric: { en: 'x', zh: 'x' }, value, unit: late.unit, source: 's', locator: 'p. 1', state: 'estimate', known: hidden.asOf } },
    });
    expect([run(inputs(claimed(0.3))), run(inputs(claimed(0.4))), run(inputs(hidden))]).toEqual([0.3, 0.4, 0.05]);
  });

  it('is kept for each scenario by itself', () => {
    const overlay = { path: rate, periods: [], op: 'set', value: 0.4 } as const;
    const both = { ...workbook, scenarios: { base: scenario(null), high: scenario('base', { typed: overlay }) } };
    const { run, count } = counted();
    expect([run(inputs(both)), run(inputs(both, 'high')), run(inputs(both)), run(inputs(both, 'high'))]).toEqual([0.1, 0.4, 0.1, 0.4]);
    expect(count()).toBe(2);
  });

  it('hands what it read to the computation around it, also when it is not made again', () => {
    const inner = counted();
    const outer = rememberReads((of: Inputs, _key: object) => inner.run(of) * 10);
    inner.run(inputs(workbook));
    expect(outer(inputs(workbook), key)).toBe(1);
    expect(outer(inputs(withSeries(workbook, rate, scalar(0.3))), key)).toBe(3);
  });
});
