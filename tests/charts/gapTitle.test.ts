import { describe, expect, it } from 'vitest';
import { buildGapOption } from '../../shared/charts/gapOption.ts';
import { gapTitle, ghostLine, lastingTurn } from '../../shared/charts/gapTitle.ts';
import { lightPalette } from '../../shared/charts/palette.ts';
import { commands } from '../../shared/commands/registry.ts';
import { formatDate, formatNumber } from '../../shared/format.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { computeBalance, yearTotal } from '../../shared/model/computeBalance.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const result = computeBalance(workbook, 'base');
if (!result.ok) throw new Error(result.problem.code);
const balance = result.value;

/** The sample's balance with another gap from a month on. */
function withGap(gap: (at: number) => number | null): Balance {
  return { ...balance, gap: { ...balance.gap, values: balance.months.map((_, at) => gap(at)) } };
}

describe('the title of the gap chart', () => {
  it('rule 1: a change of sign after the as-of month that lasts three months', () => {
    expect(gapTitle(workbook, withGap((at) => (at < 20 ? 500 : -500)))).toEqual({
      en: 'The market turns short in September 2025 and stays short to December 2026',
      zh: '市场于2025年9月转为短缺，并持续至2026年12月',
    });
    expect(gapTitle(workbook, withGap((at) => (at < 20 ? -500 : 500))).en).toContain('turns long in September 2025');
  });
  it('does not call two months lasting', () => {
    expect(lastingTurn([1, 1, -1, -1, 1, 1], 1)).toEqual(null);
    expect(lastingTurn([1, 1, -1, -1, -1, 1], 1)).toEqual({ short: true, from: 2, to: 4 });
    expect(lastingTurn([1, null, -1, -1, -1], 1)).toBeNull();
  });
  it('rule 2: else the largest shortage of the shown months', () => {
    const title = gapTitle(workbook, withGap((at) => (at === 2 ? -9000 : at === 15 ? -2340 : -1000)));
    expect(title).toEqual({ en: 'The largest shortage is 2.3 kt, in April 2025', zh: '最大短缺出现在2025年4月，为 2.3 千吨' });
  });
  it('rule 3: else the year against the year before', () => {
    const title = gapTitle(workbook, withGap((at) => (at < 12 ? 100 : 200)));
    expect(title).toEqual({ en: 'The 2025 gap is +2.4 kt, against +1.2 kt the year before', zh: '2025 年缺口为 +2.4 千吨，上年为 +1.2 千吨' });
  });
  it('rule 4: else the measure alone, and never NaN', () => {
    expect(gapTitle(workbook, withGap(() => null)).en).toBe('Supply less demand by month');
  });
});

describe('the ghost line', () => {
  it('says how far the year moved and what was done', () => {
    const args = { scenario: 'base', sector: 'nev', year: 2025, member: 'intensity', value: 3.9 } as const;
    const after = commands.setDriver.run(workbook, args);
    if (!after.ok) throw new Error(after.problem.code);
    const moved = computeBalance(after.value, 'base');
    if (!moved.ok) throw new Error(moved.problem.code);
    const line = ghostLine(balance, moved.value, 2025, commands.setDriver.label(workbook, args));
    expect(line.en).toBe('2025 gap +5.2 kt: NEV intensity 2025: 4.192 to 3.9 kg/vehicle');
    expect(line.zh).toBe('2025 年缺口 +5.2 千吨：新能源汽车单耗 2025：4.192 改为 3.9 千克/辆');
  });
  it('tells of the year that moved where the one of the view stays, in the unit of the grid', () => {
    const args = { scenario: 'base', sector: 'nev', year: 2026, member: 'volume', value: 15e6 } as const;
    const after = commands.setDriver.run(workbook, args);
    const moved = after.ok ? computeBalance(after.value, 'base') : null;
    if (!moved?.ok) throw new Error('no balance');
    const change = ((yearTotal(moved.value, moved.value.gap, 2026) ?? NaN) - (yearTotal(balance, balance.gap, 2026) ?? NaN)) / 1000;
    expect(change).toBeGreaterThan(10);
    expect(ghostLine(balance, moved.value, 2025, commands.setDriver.label(workbook, args)).en).toBe(`2026 gap +${change.toFixed(1)} kt: NEV production 2026: 19.3 to 15 M vehicles`);
    expect(ghostLine(balance, balance, 2025, { en: 'A', zh: 'B' }).en).toBe('2025 gap 0.0 kt: A');
  });
});

describe('the gap option', () => {
  it('leaves a hole where a month is missing and writes no NaN', () => {
    const holed = withGap((at) => (at === 20 ? null : 1000));
    const option = buildGapOption({ workbook, scenario: 'base', balance: holed, palette: lightPalette, language: 'en' });
    const series = option.series as { id: string; data: { value: number | null }[] }[];
    const bars = series.find((one) => one.id === 'gap')?.data ?? [];
    expect(bars.length).toBe(26);
    expect(bars[10]?.value).toBeNull();
    expect(bars[11]?.value).toBe(1);
    expect(JSON.stringify(option)).not.toContain('NaN');
  });
});

describe('formats', () => {
  it.each([
    [-1234.5, { decimals: 1 }, '−1,234.5'],
    [0.4492, { decimals: 1, percent: true }, '44.9%'],
    [-0.0001, { decimals: 1, signed: true }, '0.0'],
    [1.26, { decimals: 1, signed: true }, '+1.3'],
    [null, { decimals: 0 }, 'n.a.'],
    [Number.NaN, { decimals: 0 }, 'n.a.'],
  ])('%s', (value, format, text) => {
    expect(formatNumber(value, format, 'en')).toBe(text);
  });
  it('writes dates in both languages', () => {
    expect(formatDate('2025-05-29', 'en')).toBe('29 May 2025');
    expect(formatDate('2025-05-29', 'zh')).toBe('2025年5月29日');
  });
});
