/** A bridge as a line of text: what is written is read back, and what is no bridge is none. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { BridgeJob } from '../../shared/analysis/bridgeJob.ts';
import { bridgeEnds } from '../../shared/analysis/bridgeEnds.ts';
import { formatBridge, parseBridge } from '../../shared/analysis/bridgeText.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const id = fc.oneof(fc.constantFrom('base', 'prolongedControl', 'a, b > c', '100 %', '长期管制', 'x/y|z]'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }));
const month = fc.tuple(fc.integer({ min: 2020, max: 2029 }), fc.integer({ min: 1, max: 12 })).map(([year, number]) => `${year}-${String(number).padStart(2, '0')}` as Month);
const range = fc.tuple(month, month).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
const date = month.map((one) => `${one}-17` as IsoDate);
const view = fc.record({ asOf: date, vintage: fc.option(id, { nil: null }) });
const how = fc.tuple(range, fc.constantFrom('overlay' as const, 'event' as const, 'driver' as const, 'sector' as const), fc.option(fc.record({ pairs: fc.integer({ min: 1, max: 4096 }), seed: fc.integer({ min: 0, max: 999_999_999 }) }), { nil: null }));
const jobs: fc.Arbitrary<BridgeJob> = fc.oneof(
  fc.tuple(id, id, how).map(([from, to, [months, level, sampled]]): BridgeJob => ({ kind: 'scenarios', from, to, months, level, ...(sampled ? { sampled } : {}) })),
  fc.tuple(id, view, view, how).map(([scenario, from, to, [months, level, sampled]]): BridgeJob => ({ kind: 'vintages', scenario, from, to, months, level, ...(sampled ? { sampled } : {}) })),
  fc.tuple(id, range, range, fc.constantFrom('driver' as const, 'sector' as const)).map(([scenario, from, to, level]): BridgeJob => ({ kind: 'months', scenario, from, to, level })),
);

test('every bridge is one line, and reading it gives the bridge again', () => {
  fc.assert(
    fc.property(jobs, (job) => {
      const text = formatBridge(job);
      expect(text).not.toMatch(/[\r\n\]]/);
      expect(parseBridge(text)).toEqual(job);
    }),
  );
});

describe('a line', () => {
  it('reads as it is written in a page', () => {
    expect(formatBridge({ kind: 'scenarios', from: 'base', to: 'prolongedControl', months: { from: '2025-01' as Month, to: '2025-12' as Month }, level: 'driver' })).toBe('scenarios base > prolongedControl, 2025-01/2025-12, driver');
    expect(parseBridge(' vintages base,2025-05-29 may-2025>2025-12-15 december-2025 , 2025-01/2025-12,sector ')).toMatchObject({ from: { asOf: '2025-05-29', vintage: 'may-2025' }, to: { asOf: '2025-12-15', vintage: 'december-2025' }, level: 'sector' });
  });
  it.each([
    '',
    'base > prolongedControl, 2025-01/2025-12, driver',
    'scenarios base, 2025-01/2025-12, driver',
    'scenarios base > a > b, 2025-01/2025-12, driver',
    'scenarios base > other, 2025-12/2025-01, driver',
    'scenarios base > other, 2025-13/2026-01, driver',
    'scenarios base > other, 2025-01/2025-12, colour',
    'scenarios base > other, 2025-01/2025-12, driver, sampled 0, seed 1',
    'scenarios base > other, 2025-01/2025-12, driver, sampled 64',
    'scenarios base > %E4%zz, 2025-01/2025-12, driver',
    'scenarios base > %E4, 2025-01/2025-12, driver',
    'vintages base, 2025-05-32 > 2025-12-15, 2025-01/2025-12, driver',
    'months base, 2024-01/2024-12 > 2025-01/2025-12, event',
  ])('"%s" is no bridge', (text) => expect(parseBridge(text)).toBeNull());
});

describe('the ends of a bridge', () => {
  const sample = shippedWorkbook();
  const ends = (text: string): readonly string[] => {
    const job = parseBridge(text);
    if (!job) throw new Error(text);
    const { from, to } = bridgeEnds(sample, job);
    return [from.en, to.en];
  };
  it('are scenarios by name, vintages by name on their own day, days, and ranges of months', () => {
    expect(ends('scenarios base > prolongedControl, 2025-01/2025-12, driver')).toEqual(['Base', 'Prolonged control']);
    expect(ends('scenarios gone > constructor, 2025-01/2025-12, driver')).toEqual(['gone', 'constructor']);
    expect(ends('vintages base, 2025-05-29 may-2025 > 2025-10-20 may-2025, 2025-01/2025-12, driver')).toEqual(['29 May 2025', '20 Oct 2025']);
    expect(ends('months base, 2025-03/2025-03 > 2025-04/2025-06, sector')).toEqual(['Mar 2025', 'Apr – Jun 2025']);
    expect(ends('months base, 2024-01/2024-12 > 2025-01/2025-12, sector')).toEqual(['2024', '2025']);
  });
});
