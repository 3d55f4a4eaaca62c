/** What is said of consecutive months is said once, and nothing of it is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingAddress, findingPlaceName } from '../../shared/claims/findingAddress.ts';
import { groupFindings } from '../../shared/claims/groupFindings.ts';
import { findingText } from '../../shared/messages/findings.ts';
import type { Finding, FindingCode } from '../../shared/model/balance.ts';
import { monthAt } from '../../shared/model/period.ts';
import { expectClose } from '../support/close.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const start = 2024 * 12;
const excess = (at: number, tonnes: number, code: FindingCode = 'plan-above-material'): Finding => {
  const month = monthAt(start + at);
  return { code, severity: 'warning', place: month, values: { month, [code === 'plan-above-material' ? 'excess' : 'tonnes']: tonnes } };
};

describe('a run of months', () => {
  const [run, ...others] = groupFindings([4, 5, 6, 7].map((at) => excess(at, 1000 + at)));

  test('is one finding at its first month, with the tonnes of all', () => {
    expect(others).toEqual([]);
    expect(run).toMatchObject({ place: '2024-05', values: { month: '2024-05', until: '2024-08', excess: 4022 } });
    expect(run && findingAddress(run)).toEqual({ path: 'supply/outputMonthly', period: '2024-05' });
  });

  test('is named as a run in both languages', () => {
    if (!run) throw new Error('There is no run.');
    expect(findingText(run).en).toMatch(/^Planned output of May to August 2024 exceeds what oxide allows by 4,022 t in all\./);
    expect(findingText(run).zh).toMatch(/^2024年5月至8月计划产量超出氧化物可支撑的产量合计 4,022 吨。/);
    expect(findingPlaceName(shippedWorkbook(), run)).toEqual({ en: 'Output, May – Aug 2024', zh: '产量，2024年5月–8月' });
  });

  test('crosses the year and says both', () => {
    const [over] = groupFindings([11, 12].map((at) => excess(at, 5, 'demand-unmet')));
    expect(over && findingText(over).en).toBe('From December 2024 to January 2025 stocks run out and 10 t of demand in all goes unmet.');
    expect(over && findingText(over).zh).toBe('2024年12月至2025年1月库存耗尽，合计 10 吨需求无法满足。');
  });

  test('of a stock says the worst month, for stocks do not add up', () => {
    const [oxide] = groupFindings([excess(0, 300, 'oxide-unrecorded'), excess(1, 900, 'oxide-unrecorded'), excess(2, 400, 'oxide-unrecorded')]);
    expect(oxide?.values['tonnes']).toBe(900);
  });
});

test('a single month stays as it is', () => {
  const one = excess(3, 12);
  expect(groupFindings([one])).toEqual([one]);
  expect(findingText(one).en).toMatch(/^Planned output of April 2024 exceeds what oxide allows by 12 t\./);
});

test('a gap, another kind, another row or another severity begins a new one', () => {
  const missing = (path: string, at: number): Finding => ({ code: 'input-missing', severity: 'error', place: `${path}@${monthAt(start + at)}`, values: { path, period: monthAt(start + at) } });
  const findings = [excess(0, 1), excess(2, 1), excess(1, 1, 'demand-unmet'), { ...excess(3, 1), severity: 'info' as const }, missing('a', 0), missing('b', 1)];
  expect(groupFindings(findings)).toEqual(findings);
  expect(groupFindings([missing('a', 0), missing('a', 1)])).toMatchObject([{ place: `a@2024-01`, values: { until: '2024-02' } }]);
});

test('two kinds that alternate by month give two runs', () => {
  const findings = [0, 1, 2].flatMap((at) => [excess(at, 1), excess(at, 2, 'oxide-unrecorded')]);
  expect(groupFindings(findings).map(({ code, values }) => [code, values['until']])).toEqual([
    ['plan-above-material', '2024-03'],
    ['oxide-unrecorded', '2024-03'],
  ]);
});

test('no tonne is lost and no month is in two runs', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 35 })), (months) => {
      const sorted = [...months].sort((a, b) => a - b);
      const grouped = groupFindings(sorted.map((at) => excess(at, at + 1)));
      expectClose(grouped.reduce((sum, { values }) => sum + Number(values['excess']), 1), sorted.reduce((sum, at) => sum + at + 1, 1));
      const breaks = sorted.filter((at, one) => one === 0 || sorted[one - 1] !== at - 1);
      expect(grouped.map(({ place }) => place)).toEqual(breaks.map((at) => monthAt(start + at)));
    }),
  );
});
