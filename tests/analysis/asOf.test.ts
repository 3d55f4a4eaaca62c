/** The workbook day by day: what became known when, how it was seen then, and that a later number changes no earlier view. */
import { describe, expect, it } from 'vitest';
import { asSeenOn, daysWithGap, gapSeenOn, knownDays, successiveDays, viewOn } from '../../shared/analysis/asOfViews.ts';
import { bridgeVintages } from '../../shared/analysis/bridgeVintages.ts';
import { knownOnDay } from '../../shared/messages/asOf.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import { expectClose } from '../support/close.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = deepFreeze(shippedWorkbook());
const day = (text: string): IsoDate => text as IsoDate;

describe('the days of a workbook', () => {
  const days = knownDays(sample);
  it('are those on which a number became known or a vintage was taken, in their order', () => {
    const dates = days.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    const known = Object.values(sample.series).flatMap(({ cells }) => Object.values(cells).flatMap((cell) => cell.known ?? []));
    expect(days.reduce((sum, { cells }) => sum + cells.length, 0)).toBe(known.length);
    expect(days.filter(({ vintage }) => vintage !== null).map(({ date, vintage }) => [date, vintage])).toEqual([['2025-05-29', 'may-2025'], ['2025-12-15', 'december-2025']]);
  });
  it('name the numbers of a day', () => {
    expect(days.find(({ date }) => date === '2025-09-12')?.cells).toEqual([
      { path: 'sectors/nev/volumeCumulative', period: '2025-08' },
      { path: 'sectors/nev/volumeMonthly', period: '2025-08' },
    ]);
  });
  it('begin, for a view, with the first on which there is a gap', () => {
    const seen = daysWithGap(sample, 'base');
    expect(seen[0]?.date).toBe('2025-05-29');
    const before = days[days.findIndex(({ date }) => date === '2025-05-29') - 1];
    expect(before && gapSeenOn(sample, 'base', before.date)).toBeNull();
    for (const { date } of seen.slice(0, 3)) expect(gapSeenOn(sample, 'base', date)).not.toBeNull();
  });
  it('become a picture by the last of each month and the vintages', () => {
    const dates = successiveDays(daysWithGap(sample, 'base')).map(({ date }) => date);
    expect(dates).toContain('2025-05-29');
    expect(dates).toContain('2025-12-15');
    expect(dates.at(-1)).toBe('2025-12-20');
    expect(dates.filter((date) => date.startsWith('2025-07'))).toEqual(['2025-07-21']);
  });
});

describe('a view of a day', () => {
  it('holds the assumptions of the newest vintage of or before it, and is the same object for the same day', () => {
    expect([day('2025-05-28'), day('2025-05-29'), day('2025-12-14'), day('2025-12-15'), day('2026-01-01')].map((date) => viewOn(sample, date).vintage)).toEqual([null, 'may-2025', 'may-2025', 'december-2025', 'december-2025']);
    expect(asSeenOn(sample, day('2025-09-12'))).toBe(asSeenOn(sample, day('2025-09-12')));
  });
  it('is that of the vintage on its own day', () => {
    expect(gapSeenOn(sample, 'base', day('2025-12-15'))).toEqual(done(computeBalance({ ...sample, asOf: day('2025-12-15'), vintage: 'december-2025' }, 'base')).gap.values);
  });
  it('does not move when a number that became known later changes, and moves when it was known', () => {
    const series = sample.series['exports/monthly'];
    const cell = series?.cells['2025-09'];
    if (!series || !cell) throw new Error('exports of September 2025');
    const changed = { ...sample, series: { ...sample.series, 'exports/monthly': { ...series, cells: { ...series.cells, '2025-09': { ...cell, value: (cell.value ?? 0) + 500 } } } } };
    expect(cell.known).toBe('2025-10-20');
    expect(gapSeenOn(changed, 'base', day('2025-10-16'))).toEqual(gapSeenOn(sample, 'base', day('2025-10-16')));
    expect(gapSeenOn(changed, 'base', day('2025-10-20'))).not.toEqual(gapSeenOn(sample, 'base', day('2025-10-20')));
  });
  it('leads to that of any other day by a bridge that closes', () => {
    const months = { from: '2025-01' as Month, to: '2025-12' as Month };
    const [from, to] = [day('2025-07-21'), day('2025-12-20')];
    const bridge = done(bridgeVintages(sample, { scenario: 'base', from: viewOn(sample, from), to: viewOn(sample, to), months, level: 'driver' }));
    const sum = (date: IsoDate): number => (gapSeenOn(sample, 'base', date) ?? []).slice(12, 24).reduce<number>((all, value) => all + (value ?? Number.NaN), 0);
    expectClose(bridge.from, sum(from));
    expectClose(bridge.to, sum(to));
    expect(Math.abs(bridge.residual)).toBeLessThan(1e-9 * Math.max(1, Math.abs(bridge.from)));
  });
});

describe('a day in words', () => {
  it('says what became known, by name and month, and counts what is too much to name', () => {
    expect(knownOnDay(sample, '2025-09-12', [{ path: 'sectors/nev/volumeMonthly', period: '2025-08' }], null).en).toBe('Became known on 12 Sep 2025: NEV production (Aug 2025).');
    const many = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((path) => ({ path, period: 'all' }));
    expect(knownOnDay(sample, '2025-09-12', many, null).en).toBe('Became known on 12 Sep 2025: one, two, three, four, five, and 2 more numbers.');
    expect(knownOnDay(sample, '2025-09-12', many, null).zh).toContain('另有 2 个数值');
  });
  it('says which vintage was taken', () => {
    expect(knownOnDay(sample, '2025-12-15', [], 'december-2025').en).toBe('15 Dec 2025: no number became known. The assumptions of the vintage "15 December 2025" hold from this day.');
  });
});
