/** What a chart gives away of itself: its numbers as a table, and what stands where in its picture. */
import { describe, expect, it, test } from 'vitest';
import { chartHover } from '../../shared/charts/chartHover.ts';
import { chartReading, chartTable, chartText } from '../../shared/charts/chartTable.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { expectClose } from '../support/close.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const balance = done(computeBalance(workbook, 'base'));
const charts = done(buildReport(workbook, 'base', { language: 'en' })).pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block] : [])));
const chart = (id: string) => {
  const found = charts.find((one) => one.id === id);
  if (!found) throw new Error(`no chart ${id}`);
  return found;
};

describe('the table of a chart', () => {
  it('says what the balance says, in the unit of the chart', () => {
    const table = chartTable(chart('gap').option, 'en');
    expect(table.columns).toEqual(['Period', 'gap', 'cumulative']);
    const at = balance.months.findIndex((month) => month === '2025-07');
    const row = table.rows.find(({ name }) => name === 'Jul 2025');
    expectClose(row?.values[0] ?? 0, (balance.gap.values[at] ?? 0) / 1000);
    expectClose(row?.values[1] ?? 0, (balance.cumulativeGap.values[at] ?? 0) / 1000);
  });

  it('has every chart of the report with named columns and rows', () => {
    for (const { id, option } of charts) {
      const { columns, rows } = chartTable(option, 'zh');
      expect(rows.length, id).toBeGreaterThan(2);
      expect(columns.length, id).toBeGreaterThan(1);
      expect([...columns, ...rows.map(({ name }) => name)].filter((name) => name.trim() === '' || name.includes('undefined')), id).toEqual([]);
    }
  });

  it('adds up for a bridge as its bars do, and for a flow on both sides', () => {
    const steps = chartTable(chart('change').option, 'en').rows.map(({ values }) => values[0] ?? 0);
    expectClose(steps.slice(0, -1).reduce((sum, step) => sum + step, 0), steps.at(-1) ?? 0);
    const flow = chartTable(chart('flow').option, 'en').rows.map(({ values }) => values[0] ?? 0);
    expect(Math.max(...flow)).toBeGreaterThan(0);
  });

  it('is copied as columns set apart by tabs, missing numbers empty', () => {
    const text = chartText({ columns: ['Period', 'gap'], rows: [{ name: 'Jul 2025', values: [1234.5] }, { name: 'Aug 2025', values: [null] }] });
    expect(text).toBe('Period\tgap\nJul 2025\t1234.5\nAug 2025\t');
  });
});

test('under the pointer stands what the table says, the places filling the drawing between its margins', () => {
  const { option } = chart('gap');
  const hover = chartHover(option, 600, 232, 'en');
  const table = chartTable(option, 'en');
  expect(hover?.places).toHaveLength(table.rows.length);
  expect(hover?.start).toBe(40);
  expectClose((hover?.step ?? 0) * table.rows.length, 600 - 40 - 68);
  expect(hover?.places[0]).toEqual(chartReading(table, 0, 'en'));
  expect(chartHover(chart('flow').option, 600, 232, 'en')).toBeNull();
});
