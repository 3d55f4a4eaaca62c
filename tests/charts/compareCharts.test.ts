/** The pictures of differences: a waterfall that crosses zero and ties to its table, gaps over each other, what was expected and what came. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { closedBridge } from '../../shared/analysis/bridge.ts';
import { compareSubjects } from '../../shared/analysis/compare.ts';
import { approvalCurve, buildApprovalOption } from '../../shared/charts/approvalOption.ts';
import { buildCompareOption } from '../../shared/charts/compareOption.ts';
import { buildHedgehogOption } from '../../shared/charts/hedgehogOption.ts';
import { darkPalette, lightPalette } from '../../shared/charts/palette.ts';
import { barLabel, buildWaterfallOption } from '../../shared/charts/waterfallOption.ts';
import type { Restriction } from '../../shared/model/approval.ts';
import { dateDayNumber, type IsoDate } from '../../shared/model/period.ts';
import { bridgeRows } from '../../shared/tables/bridgeRows.ts';
import { expectClose } from '../support/close.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const ends = { from: { en: 'Base', zh: '基准' }, to: { en: 'Long control', zh: '管制延长' } };
const step = (id: string, contribution: number) => ({ id, name: { en: id, zh: id }, contribution });
const bridge = closedBridge(2000, -1500, [step('a', -5000), step('b', 1200), step('c', 300)], { kind: 'additive' });

describe('the rows of a bridge', () => {
  it('lead from the start to the end, each from where the one before ended', () => {
    const rows = bridgeRows(bridge, ends);
    expect(rows.map(({ kind, start, end }) => [kind, start, end])).toEqual([['from', 0, 2], ['step', 2, -3], ['step', -3, -1.8], ['step', -1.8, -1.5], ['to', 0, -1.5]]);
    expect(rows.map(({ name }) => name.zh)).toEqual(['基准', 'a', 'b', 'c', '管制延长']);
  });
  it('leave out what does nothing and put the smallest together', () => {
    const many = closedBridge(0, 1000 * 78, [...Array.from({ length: 12 }, (_, at) => step(`s${at}`, 1000 * (at + 1))), step('idle', 0)], { kind: 'additive' });
    expect(bridgeRows(many, ends).map(({ id }) => id)).not.toContain('idle');
    const rows = bridgeRows(many, ends, { limit: 4 });
    expect(rows.map(({ id, printed }) => [id, printed])).toEqual([['from', 0], ['s11', 12], ['s10', 11], ['s9', 10], ['others', 45], ['to', 78]]);
  });
  test('print numbers that add up, whatever they are, and each within a unit of its value', () => {
    fc.assert(
      fc.property(fc.double({ min: -9e4, max: 9e4, noNaN: true }), fc.array(fc.double({ min: -3e4, max: 3e4, noNaN: true }), { minLength: 1, maxLength: 12 }), fc.constantFrom(0, 1, 2), (from, list, decimals) => {
        const to = list.reduce((sum, value) => sum + value, from);
        const rows = bridgeRows(closedBridge(from, to, list.map((value, at) => step(`s${at}`, value)), { kind: 'additive' }), ends, { decimals });
        const [first, last] = [rows[0]?.printed ?? 0, rows.at(-1)?.printed ?? 0];
        const steps = rows.slice(1, -1);
        if (steps.length === 0) return;
        expect(Math.abs(steps.reduce((sum, { printed }) => sum + printed, first) - last)).toBeLessThan(1e-6);
        for (const { printed, start, end } of steps) expect(Math.abs(printed - (end - start))).toBeLessThan(2.01 * 10 ** -decimals);
      }),
    );
  });
});

type Shape = { readonly type: string; readonly shape?: Readonly<Record<string, number>>; readonly style?: { readonly fill?: string; readonly text?: string; readonly align?: string } };

/** What the chart draws for a row when one kt is ten pixels and a row is thirty high. */
function drawn(at: number): readonly Shape[] {
  const { series } = buildWaterfallOption({ rows: bridgeRows(bridge, ends), title: 'why', palette: lightPalette, language: 'en' }) as { series: readonly { renderItem: (params: { dataIndex: number }, api: object) => { children: readonly Shape[] } }[] };
  return (series[0]?.renderItem ?? (() => ({ children: [] })))({ dataIndex: at }, { coord: ([x, y]: number[]) => [100 + (x ?? 0) * 10, 15 + (y ?? 0) * 30], size: () => [10, 30] }).children;
}

describe('the waterfall', () => {
  it('says beside a sampled step how far it may be off', () => {
    const [, row] = bridgeRows(closedBridge(0, 2000, [{ ...step('a', 2000), standardError: 130 }], { kind: 'sampled', parts: 1, orders: 2, generator: 'g', seed: 1 }), ends);
    expect(row && barLabel(row, 1, 'en')).toBe('+2.0 ± 0.13');
  });
  it('draws a step across zero from the one side to the other, and its number beyond its end', () => {
    const [bar, hand, label] = drawn(1);
    expect(bar?.shape).toMatchObject({ x: 70, width: 50 });
    expect(bar?.style?.fill).toBe(lightPalette.shortage);
    expect(hand?.shape).toMatchObject({ x1: 70, x2: 70 });
    expect(label?.style).toMatchObject({ text: '−5.0', align: 'right' });
  });
  it('draws totals from zero in a colour that is no direction, the last without a line to a next one', () => {
    expect(drawn(0)[0]).toMatchObject({ shape: { x: 100, width: 20 }, style: { fill: lightPalette.muted } });
    expect(drawn(4)).toHaveLength(2);
    expect(drawn(4)[0]?.shape).toMatchObject({ x: 85, width: 15 });
    expect(drawn(4)[1]?.style?.text).toBe('−1.5');
  });
  it('leaves room for the numbers beside the longest bars, however narrow it is', () => {
    const option = buildWaterfallOption({ rows: bridgeRows(bridge, ends), title: 'why', palette: lightPalette, language: 'en' });
    const { axisLabel } = option['yAxis'] as { axisLabel: { margin: number; width: number } };
    const { left, right } = option['grid'] as { left: number; right: number };
    // "−5.0" in 11 px letters, and the gap to its bar.
    for (const room of [axisLabel.margin, right]) expect(room).toBeGreaterThanOrEqual(5 + 4 * 6.4);
    expect(left - axisLabel.margin).toBeGreaterThanOrEqual(axisLabel.width);
  });
  it('names its rows beside them and says what it shows', () => {
    const option = buildWaterfallOption({ rows: bridgeRows(bridge, ends), title: 'why', palette: darkPalette, language: 'zh' });
    const { axisLabel } = option['yAxis'] as { axisLabel: { formatter: (id: string, at: number) => string } };
    expect([axisLabel.formatter('from', 0), axisLabel.formatter('to', 4)]).toEqual(['基准', '管制延长']);
    expect(option['aria']).toEqual({ enabled: true, label: { description: 'why' } });
    const axis = option['xAxis'] as { min: number; max: number };
    expect(axis.min).toBeLessThan(-3);
    expect(axis.max).toBeGreaterThan(2);
  });
});

const sample = shippedWorkbook();

type Drawn = { readonly id: string; readonly data: readonly (number | null)[]; readonly endLabel?: { readonly formatter: string } };

describe('scenarios over each other', () => {
  const subjects = ['base', 'prolongedControl', 'fastLicences'].map((scenario) => ({ name: sample.scenarios[scenario]?.name ?? { en: '', zh: '' }, workbook: sample, scenario }));
  const comparison = done(compareSubjects(subjects));
  const { series } = buildCompareOption({ comparison, colors: ['#111', '#222', '#333'], shownFrom: sample.shownFrom, events: [], title: 'x', palette: lightPalette, language: 'en' }) as { series: readonly Drawn[] };
  it('each have a line that is named at its end, and all but the first their difference beneath', () => {
    expect(series.map(({ id }) => id)).toEqual(['gap-1', 'gap-2', 'gap-0', 'difference-1', 'difference-2']);
    expect(series[0]?.endLabel?.formatter).toBe('Prolonged control');
  });
  it('show kt, and the difference is that of the lines', () => {
    const at = 10;
    expectClose(series[3]?.data[at], (series[0]?.data[at] ?? 0) - (series[2]?.data[at] ?? 0));
    expect(series[0]?.data).toHaveLength(comparison.months.filter((month) => month >= sample.shownFrom).length);
  });
});

describe('what was expected and what came', () => {
  const months = ['2025-01', '2025-02', '2025-03'];
  const spine = (from: string, chosen: boolean) => ({ name: ends.from, from, values: [1000, 2000, null], chosen });
  const control = sample.events['exportControl2025'];
  const made = buildHedgehogOption({
    months,
    shownFrom: '2025-01',
    spines: [spine('2025-02', true), spine('2025-01', false)],
    came: { name: ends.to, values: [1000, 1500, 1700] },
    events: control ? [{ ...control, date: '2025-02-04' as IsoDate }] : [],
    title: 'Seen and came',
    palette: lightPalette,
    language: 'en',
  });
  const { series } = made as { series: readonly (Drawn & { readonly lineStyle: { readonly width: number }; readonly endLabel: { readonly show: boolean }; readonly markLine?: { readonly data: readonly { readonly xAxis?: string; readonly label?: { readonly formatter?: string } }[] } })[] };
  it('a spine begins in the month of its day; the chosen one lies over the others', () => {
    expect(series.map(({ id, data }) => [id, data])).toEqual([['spine-1', [1, 2, null]], ['spine-0', [null, 2, null]], ['came', [1, 1.5, 1.7]]]);
  });
  it('is named where it is chosen or came, and only there', () => expect(series.map(({ endLabel, lineStyle }) => [endLabel.show, lineStyle.width])).toEqual([[false, 1], [true, 2], [true, 2.2]]));
  it('has the numbered marks of events like every chart of months', () => {
    expect(series.at(-1)?.markLine?.data.filter(({ xAxis }) => xAxis !== undefined).map(({ xAxis, label }) => [xAxis, label?.formatter])).toEqual([['2025-02', '1']]);
    expect(made['aria']).toEqual({ enabled: true, label: { description: 'Seen and came' } });
  });
});

describe('the preview of an event', () => {
  const date = '2025-04-04' as IsoDate;
  const event: Restriction = { kind: 'restrict', scope: ['controlled'], day: dateDayNumber(date), suspended: [], graceDays: 9.5, controlledMidpoint: 2.7, uncontrolledMidpoint: 1.4, steepness: 3.7, uncontrolledFloor: 0.22 };
  it('shows the share that passes, all of it before, of what it concerns little after, and of the rest everything', () => {
    const curve = approvalCurve(event, 'controlled', date);
    expect(curve[0]).toEqual({ month: '2025-03', share: 1 });
    expect(curve[2]?.share).toBeLessThan(0.1);
    expect(curve.at(-1)?.share).toBeGreaterThan(0.99);
    expect(approvalCurve(event, 'uncontrolled', date).every(({ share }) => share === 1)).toBe(true);
    const { series } = buildApprovalOption({ event, date, title: 'x', palette: lightPalette, language: 'zh' }) as { series: readonly Drawn[] };
    expect(series.map(({ id, endLabel }) => [id, endLabel?.formatter])).toEqual([['controlled', '受控品'], ['uncontrolled', '非受控品']]);
  });
});
