import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmark } from '../../shared/model/benchmark.ts';
import { leadIndicator, leadWeights } from '../../shared/model/leadTime.ts';
import { expectClose } from '../support/close.ts';

const volumes = fc.integer({ min: 1, max: 4 }).chain((years) => fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: years * 12, maxLength: years * 12 }));
const leads = fc.double({ min: 0, max: 12, noNaN: true });
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

describe('the weights of a lead', () => {
  it('are one whole month for a whole lead and shared by two months for a part', () => {
    expect(leadWeights(0)).toEqual([1]);
    expect(leadWeights(2)).toEqual([0, 0, 1]);
    expect(leadWeights(0.5)).toEqual([0.5, 0.5]);
    expect(leadWeights(1.25)).toEqual([0, 0.75, 0.25]);
  });
  it('are refused for a lead that is negative, no number or over a year', () => {
    for (const lead of [-0.5, Number.NaN, Number.POSITIVE_INFINITY, 13]) expect(leadWeights(lead)).toBeNull();
  });
  it('add up to one and have the lead as their mean', () => {
    fc.assert(
      fc.property(leads, (lead) => {
        const weights = leadWeights(lead) ?? [];
        expectClose(sum(weights), 1);
        expectClose(sum(weights.map((weight, ahead) => weight * ahead)), lead);
      }),
    );
  });
});

describe('the lead-shifted volume', () => {
  const year = Array.from({ length: 12 }, (_, month) => month + 1);

  it('looks ahead, and past the last year at the same month of that year', () => {
    expect(leadIndicator(year, [0, 0, 1]).values).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2]);
    expect(leadIndicator([...year, ...year.map((value) => value * 10)], [0, 1]).values.slice(10, 13)).toEqual([12, 10, 20]);
    expect(leadIndicator([...year, ...year.map((value) => value * 10)], [0, 1]).values[23]).toBe(10);
  });

  it('is the volume itself without a lead, and keeps a flat volume flat', () => {
    fc.assert(
      fc.property(volumes, leads, (volume, lead) => {
        expect(leadIndicator(volume, [1])).toEqual({ values: volume, problem: null });
        for (const value of leadIndicator(volume.map(() => 7), leadWeights(lead) ?? []).values) expectClose(value, 7);
      }),
    );
  });

  it('stays between the least and the most of the volume', () => {
    fc.assert(
      fc.property(volumes, leads, (volume, lead) => {
        for (const value of leadIndicator(volume, leadWeights(lead) ?? []).values) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...volume) * (1 - 1e-12));
          expect(value).toBeLessThanOrEqual(Math.max(...volume) * (1 + 1e-12));
        }
      }),
    );
  });

  it('leaves the annual totals where they are once it is benchmarked', () => {
    fc.assert(
      fc.property(volumes, leads, (volume, lead) => {
        const annual = Array.from({ length: volume.length / 12 }, (_, at) => sum(volume.slice(at * 12, at * 12 + 12)) * 0.004);
        const months = benchmark(leadIndicator(volume, leadWeights(lead) ?? []).values, annual, [], 'auto').values;
        annual.forEach((total, at) => expectClose(sum(months.slice(at * 12, at * 12 + 12)), total));
      }),
    );
  });

  it('is missing only where a missing volume is looked at', () => {
    const gap = year.map((value, month) => (month === 5 ? null : value));
    expect(leadIndicator(gap, [0.5, 0.5]).values.flatMap((value, month) => (value === null ? [month] : []))).toEqual([4, 5]);
    expect(leadIndicator(gap, [0, 1]).values.flatMap((value, month) => (value === null ? [month] : []))).toEqual([4]);
  });

  it('divides weights that do not add up to one by their sum, and says so', () => {
    expect(leadIndicator(year, [1, 1])).toEqual({ values: leadIndicator(year, [0.5, 0.5]).values, problem: 'weights-not-one' });
  });

  it.each([[[]], [[0, 0]], [[1.5, -0.5]], [[null, 1]], [[Number.NaN]]])('refuses weights %j', (weights) => {
    expect(leadIndicator(year, weights)).toEqual({ values: year.map(() => null), problem: 'weights-invalid' });
  });
});
