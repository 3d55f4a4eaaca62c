import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import type { FillPlan } from '../../shared/fill/fillPlan.ts';
import { planFill, toEndOfData } from '../../shared/fill/planFill.ts';
import { planSpread } from '../../shared/fill/planSpread.ts';
import { spreadTotal, type SpreadPart } from '../../shared/fill/spreadTotal.ts';
import { planTimeTool, type TimeTool } from '../../shared/fill/timeTools.ts';
import { trendOf } from '../../shared/fill/trend.ts';
import { valueColumns, type CellRange } from '../../shared/grid/selection.ts';
import { recordStep, startHistory, undoStep } from '../../shared/history.ts';
import { pathName } from '../../shared/messages/names.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { done, refusal } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { cellOf, select, tableOf } from '../support/tables.ts';

const rush = 'sectors/nev/rush';
const demand = 'sectors/nev/demandMonthly';
/** The sample with numbers in the first months of 2026 of a row without defaults in the way. */
const sample: Workbook = deepFreeze(
  done(commands.setCells.run(shippedWorkbook(), { scenario: 'base', act: 'paste', changes: [1, 2, 4].map((value, at) => ({ path: rush, period: `2026-0${at + 1}`, value })) })),
);
const monthly = tableOf(sample, 'monthly');
const context = { workbook: sample, scenario: 'base' };

function range(row: string, from: string, to: string, toRow = row): CellRange {
  const [one] = select(row, from, toRow, to).ranges;
  if (!one) throw new Error('range');
  return one;
}

function numbers({ changes }: FillPlan): Record<string, number | null> {
  return Object.fromEntries(changes.map(({ path, period, value }) => [path === rush ? period : `${path}@${period}`, value]));
}

function expectNumbers(plan: FillPlan, expected: Record<string, number>): void {
  expect(plan.refused).toEqual([]);
  const made = numbers(plan);
  expect(Object.keys(made).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) expectClose(made[key], value);
}

describe('fill', () => {
  it('repeats the pattern of the source, forwards and backwards', () => {
    expectNumbers(planFill(monthly, range(rush, '2026-01', '2026-03'), range(rush, '2026-01', '2026-07'), 'copy', context), { '2026-04': 1, '2026-05': 2, '2026-06': 4, '2026-07': 1 });
    expectNumbers(planFill(monthly, range(rush, '2026-01', '2026-03'), range(rush, '2025-11', '2026-03'), 'copy', context), { '2025-11': 2, '2025-12': 4 });
  });
  it('goes on in a straight line of least squares, as spreadsheets do: 1, 2, 4 gives 5.333, 6.833', () => {
    expectNumbers(planFill(monthly, range(rush, '2026-01', '2026-03'), range(rush, '2026-01', '2026-05'), 'linear', context), { '2026-04': 16 / 3, '2026-05': 41 / 6 });
  });
  it('grows by a constant factor: 1, 2, 4 gives 8, 16', () => {
    expectNumbers(planFill(monthly, range(rush, '2026-01', '2026-03'), range(rush, '2026-01', '2026-05'), 'growth', context), { '2026-04': 8, '2026-05': 16 });
  });
  it('copies a single number in every mode, unless a step is given', () => {
    const one = range(rush, '2026-03', '2026-03');
    const two = range(rush, '2026-03', '2026-05');
    for (const mode of ['copy', 'linear', 'growth'] as const) expectNumbers(planFill(monthly, one, two, mode, context), { '2026-04': 4, '2026-05': 4 });
    expectNumbers(planFill(monthly, one, two, 'linear', { ...context, step: 0.5 }), { '2026-04': 4.5, '2026-05': 5 });
    expectNumbers(planFill(monthly, one, two, 'growth', { ...context, step: 1.1 }), { '2026-04': 4.4, '2026-05': 4.84 });
  });
  it('steps over the totals of the years', () => {
    const supply = tableOf(sample, 'supply');
    const plan = planFill(supply, range('supply/multiplier', '2024-11', '2024-11'), range('supply/multiplier', '2024-11', '2025-02'), 'linear', { ...context, step: 1 });
    expectNumbers(plan, { 'supply/multiplier@2024-12': 2, 'supply/multiplier@2025-01': 3, 'supply/multiplier@2025-02': 4 });
  });
  it('fills down in the unit of the row, and refuses another kind of number', () => {
    const down = planFill(monthly, range('sectors/nev/volumeMonthly', '2026-03', '2026-03'), range('sectors/nev/volumeMonthly', '2026-03', '2026-03', demand), 'copy', context);
    expect(down.changes.map(({ path }) => path)).not.toContain(demand);
    expect(down.refused.find(({ at }) => at?.rowId === demand)?.reason.en).toBe('A number in M vehicles does not fit a row in t.');
  });
  it('says what takes no number, and that growth needs numbers above zero', () => {
    const balance = tableOf(sample, 'balance');
    expect(planFill(balance, range('gap', '2026-01', '2026-01'), range('gap', '2026-01', '2026-02'), 'copy', context).refused[0]?.reason.en).toMatch(/^Computed/);
    expect(trendOf([1, 0], 'growth')).toMatchObject({ ok: false, reason: { en: 'Growth needs numbers above zero to go on from.' } });
    expect(trendOf([null], 'linear')).toMatchObject({ ok: false });
  });
  it('finds the end of the data beside the source', () => {
    expect(toEndOfData(monthly, range(rush, '2026-03', '2026-03'))).toEqual(range(rush, '2026-03', '2026-12'));
  });
  it('is undone to the very workbook before', () => {
    fc.assert(
      fc.property(fc.constantFrom('base', 'fastLicences'), fc.constantFrom('copy' as const, 'linear' as const, 'growth' as const), fc.nat(10), fc.nat(10), (scenario, mode, from, length) => {
        const columns = valueColumns(monthly).filter(({ id }) => id >= '2025-06');
        const [a = '', b = ''] = [columns[from]?.id, columns[Math.min(columns.length - 1, from + length)]?.id];
        const plan = planFill(tableOf(sample, 'monthly', scenario), range(rush, a, a), range(rush, a, b, demand), mode, { workbook: sample, scenario });
        const filled = commands.setCells.run(sample, { scenario, changes: plan.changes, act: 'fill' });
        if (!filled.ok) {
          expect(plan.changes).toEqual([]);
          return;
        }
        expect(undoStep(recordStep(startHistory(sample), filled.value, pathName(sample, rush))).present).toBe(sample);
      }),
      { numRuns: 20 },
    );
  }, 30_000);
});

describe('time tools', () => {
  const tool = (made: TimeTool, from = '2026-01', to = '2026-04', row = rush) => planTimeTool(monthly, range(row, from, to), made, context);
  it('grow from the cell before, the first one stays', () => {
    expectNumbers(tool({ kind: 'grow', rate: 0.1, over: 'before' }), { '2026-02': 1.1, '2026-03': 1.21, '2026-04': 1.331 });
  });
  it('grow on the same month a year before', () => {
    const before = ['2025-02', '2025-03'].map((month) => cellOf(monthly, demand, month).value ?? NaN);
    const plan = tool({ kind: 'grow', rate: 0.2, over: 'yearBefore' }, '2026-02', '2026-03', demand);
    expectNumbers(plan, { [`${demand}@2026-02`]: (before[0] ?? NaN) * 1.2, [`${demand}@2026-03`]: (before[1] ?? NaN) * 1.2 });
    expect(tool({ kind: 'grow', rate: 0.2, over: 'yearBefore' }, '2024-02', '2024-02', demand).refused[0]?.reason.en).toBe('There is no number a year earlier.');
  });
  it('interpolate between the ends, in a straight line or by a constant factor', () => {
    const ends = deepFreeze(done(commands.setCells.run(sample, { scenario: 'base', act: 'paste', changes: [{ path: rush, period: '2026-01', value: 1 }, { path: rush, period: '2026-04', value: 27 }] })));
    const table = tableOf(ends, 'monthly');
    const between = (by: 'linear' | 'geometric') => planTimeTool(table, range(rush, '2026-01', '2026-04'), { kind: 'interpolate', by }, { workbook: ends, scenario: 'base' });
    expectNumbers(between('linear'), { '2026-02': 29 / 3, '2026-03': 55 / 3 });
    expectNumbers(between('geometric'), { '2026-02': 3, '2026-03': 9 });
    expect(tool({ kind: 'interpolate', by: 'linear' }, '2026-01', '2026-02').refused[0]?.reason.en).toMatch(/two numbers/);
  });
  it('shift by months: each cell takes what stood before it, across the year total', () => {
    expectNumbers(tool({ kind: 'shift', by: 2 }, '2026-03', '2026-05'), { '2026-03': 1, '2026-04': 2, '2026-05': 4 });
  });
  it('hold the first number', () => {
    expectNumbers(tool({ kind: 'hold' }, '2026-03', '2026-05'), { '2026-04': 4, '2026-05': 4 });
  });
  it('spread a total over the months of a year; published and pinned months stay', () => {
    const row = 'exports/monthly';
    const exports = tableOf(sample, 'exports', 'fastLicences');
    const inScenario = { workbook: sample, scenario: 'fastLicences' };
    const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);
    const actual = months.filter((month) => cellOf(exports, row, month).state === 'actual');
    expect(actual.length).toBeGreaterThan(0);
    const plan = planTimeTool(exports, range(row, '2025-01', '2025-12'), { kind: 'spread', total: 60_000, by: 'proportions', pinned: ['2025-12'] }, inScenario);
    expect(plan.refused).toEqual([]);
    const held = [...actual, '2025-12'];
    expect(plan.changes.map(({ period }) => period)).toEqual(months.filter((month) => !held.includes(month)));
    const sum = plan.changes.reduce((all, { value }) => all + (value ?? NaN), 0) + held.reduce((all, month) => all + (cellOf(exports, row, month).value ?? NaN), 0);
    expectClose(sum, 60_000);
    expect(planTimeTool(exports, range(row, '2025-01', '2025-12'), { kind: 'spread', total: 1, by: 'equal' }, inScenario).refused[0]?.reason.en).toMatch(/alone come to/);
  });
});

describe('how a spread total is shared', () => {
  const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
  const lastYear = months.map((month) => cellOf(monthly, demand, month.replace('2026', '2025')).value ?? NaN);
  const shared = (by: 'equal' | 'yearBefore', pinned: readonly string[] = []): readonly (number | null)[] => {
    const plan = planTimeTool(monthly, range(demand, '2026-01', '2026-04'), { kind: 'spread', total: 40_000, by, pinned }, context);
    expect(plan.refused).toEqual([]);
    return plan.changes.map(({ value }) => value);
  };
  it('evenly', () => {
    expect(shared('equal')).toEqual([10_000, 10_000, 10_000, 10_000]);
  });
  it('in the shape of the same months of the year before', () => {
    const sum = lastYear.reduce((all, value) => all + value, 0);
    shared('yearBefore').forEach((value, at) => expectClose(value, (40_000 * (lastYear[at] ?? NaN)) / sum));
  });
  it('and months that are kept stay whatever the shape', () => {
    const held = cellOf(monthly, demand, '2026-02').value ?? NaN;
    const rest = shared('yearBefore', ['2026-02']);
    expect(rest).toHaveLength(3);
    expectClose(rest.reduce((all: number, value) => all + (value ?? NaN), 0), 40_000 - held);
  });
  it('refuses a year before that has no numbers', () => {
    const plan = planTimeTool(monthly, range(demand, '2024-01', '2024-04'), { kind: 'spread', total: 40_000, by: 'yearBefore' }, context);
    expect(plan.refused[0]?.reason.en).toBe('There is no number a year earlier.');
  });
});

describe('a total over periods', () => {
  const part: fc.Arbitrary<SpreadPart> = fc.record(
    { value: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })), pinned: fc.boolean(), weight: fc.double({ min: 0, max: 100, noNaN: true }) },
    { requiredKeys: ['value', 'pinned'] },
  );
  it('is kept to the last digits, and pinned ones are not touched', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.double({ min: 0, max: 1e10, noNaN: true }), fc.boolean(), (parts, total, anew) => {
        const spread = spreadTotal(total, parts, anew);
        const held = parts.reduce((sum, { pinned, value }) => sum + (pinned ? (value ?? 0) : 0), 0);
        if (!spread.ok) {
          expect(parts.every(({ pinned }) => pinned) ? 'spread-all-pinned' : 'spread-below-pinned').toBe(spread.problem.code);
          return;
        }
        expectClose(spread.value.reduce((sum, value) => sum + value, 0), Math.max(total, held));
        spread.value.forEach((value, at) => {
          if (parts[at]?.pinned === true) expect(value).toBe(parts[at].value ?? 0);
          else expect(value).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
  it('keeps proportions, else goes by the profile, else equally', () => {
    const free = (value: number | null, weight?: number): SpreadPart => ({ value, pinned: false, ...(weight === undefined ? {} : { weight }) });
    expect(done(spreadTotal(60, [free(1), free(2)]))).toEqual([20, 40]);
    expect(done(spreadTotal(60, [free(null, 3), free(null, 1)]))).toEqual([45, 15]);
    expect(done(spreadTotal(60, [free(0), free(null)]))).toEqual([30, 30]);
  });
  it('plans an edited quarter in the stored unit', () => {
    const months = ['04', '05', '06'].map((month) => ({ path: 'exports/monthly', period: `2026-${month}`, value: 1 }));
    expect(done(planSpread(sample, 'base', months, 9)).map(({ value }) => value)).toEqual([3, 3, 3]);
    const published = ['04', '05'].map((month) => ({ path: 'exports/monthly', period: `2025-${month}` }));
    const april = sample.series['exports/monthly']?.cells['2025-04']?.value ?? NaN;
    expect(done(planSpread(sample, 'fastLicences', published, april + 5))).toEqual([{ path: 'exports/monthly', period: '2025-05', value: expect.closeTo(5, 6) as number }]);
    expect(refusal(planSpread(sample, 'base', published.slice(0, 1), 1))).toBe('spread-all-pinned');
    expect(refusal(planSpread(sample, 'fastLicences', published, 1))).toBe('spread-below-pinned');
  });
});
