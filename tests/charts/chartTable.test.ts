/** What a chart gives away of itself: its numbers as a table, and what stands where in its picture. */
import { describe, expect, it, test } from 'vitest';
import '../../renderer/report/chartSvg.ts';
import { renderStaticSvg } from '../../renderer/charts/renderStaticSvg.ts';
import { buildLinesOption } from '../../shared/charts/linesOption.ts';
import { lightPalette } from '../../shared/charts/palette.ts';
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
  if (hover?.along !== 'x') throw new Error('no periods');
  expect(hover.start).toBe(40);
  expectClose(hover.step * table.rows.length, 600 - 40 - 68);
  expect(hover.places[0]).toEqual(chartReading(table, 0, 'en'));
});

test('the name of the forecast stands clear of the lines', () => {
  const areaLabel = (before: number, after: readonly number[]): unknown => {
    const lines = [{ id: 'one', name: 'one', values: balance.months.map((_, at) => (balance.gap.states[at] === 'forecast' ? (after[(at - balance.gap.states.indexOf('forecast')) % after.length] ?? 0) : before)), color: lightPalette.ink }];
    const { series } = buildLinesOption({ balance, shownFrom: workbook.shownFrom, events: [], lines, divisor: 1, palette: lightPalette, language: 'en', title: '' }) as { series: readonly { markArea?: { label: { position: string } } }[] };
    return series[0]?.markArea?.label.position;
  };
  expect(areaLabel(100, [95, 100])).toBe('insideBottomRight');
  expect(areaLabel(100, [50, 60, 20])).toBe('insideTopRight');
  expect(areaLabel(100, [1, 100])).toBe('insideTopRight');
  // A line that rises over the forecast leaves its upper left corner free, one that falls its upper right one.
  const months = balance.gap.states.filter((state) => state === 'forecast').length;
  const rising = Array.from({ length: months }, (_, at) => at);
  expect(areaLabel(0, rising)).toBe('insideTopLeft');
  expect(areaLabel(0, [...rising].reverse())).toBe('insideTopRight');
});

test('every chart of the report says something of every place in it', () => {
  for (const { id, option, height } of charts) {
    const places = chartHover(option, 670, height, 'zh')?.places ?? [];
    expect(places.length, id).toBeGreaterThan(2);
    expect(places.filter(({ title, rows }) => title === '' || rows.length === 0), id).toEqual([]);
  }
});

describe('the stages of a flow', () => {
  const { option } = chart('flow');
  const svg = renderStaticSvg(option, 670, 250);
  const hover = chartHover(option, 670, 250, 'en');
  const places = hover?.along === 'flow' ? hover.places : [];

  /** The drawing states its places from the corner of the series. */
  const drawn = (pattern: RegExp): readonly (readonly number[])[] => [...svg.matchAll(pattern)].map((found) => found.slice(1).map((text, at) => Number(text) + (at % 2 === 0 ? 170 : 12)));

  it('stand where they are drawn, and so do their bands', () => {
    const nodes = drawn(/<path d="M([\d.]+) ([\d.]+)l10 0l0 [\d.]+l-10 0Z"/g);
    expect(nodes).toHaveLength(places.length);
    const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.2;
    for (const [at, [left = 0, top = 0] = []] of nodes.entries()) {
      const { box, band } = places[at] ?? { box: [0, 0, 0, 0] as const };
      expect(left >= box[0] && left + 10 <= box[0] + box[2] && top + 0.2 >= box[1] && top <= box[1] + box[3], `${at}`).toBe(true);
      if (band) expect(isNear(band[0], left + 10) ? band[2] : band[3], `${at}`).toBeCloseTo(top, 0);
    }
    const bands = drawn(/<path d="M([\d.]+) ([\d.]+)C[\d.]+ [\d.]+ [\d.]+ [\d.]+ ([\d.]+) ([\d.]+)L/g);
    expect(bands).toHaveLength(places.length - 1);
    const said = places.flatMap(({ band }) => (band ? [[band[0], band[2], band[1], band[3]]] : []));
    expect(bands.every((one, at) => one.every((value, place) => isNear(value, said[at]?.[place] ?? -1)))).toBe(true);
  });

  it('say how much passes them and what share of the whole that is', () => {
    const products = places.find(({ title }) => title === 'Finished magnets');
    expect(products?.rows).toEqual([['Value', '64,511'], ['Share', '63.1%']]);
    expect(places.find(({ title }) => title === 'PrNd oxide')?.rows[1]).toEqual(['Share', '100.0%']);
  });

  it('say nothing where nothing flows', () => {
    expect(chartHover({ series: [{ type: 'sankey', data: [{ name: 'a', depth: 0 }], links: [] }] }, 670, 250, 'en')).toBeNull();
  });
});
