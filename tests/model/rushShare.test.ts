import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rushMultipliers } from '../../shared/model/rushShare.ts';
import { expectClose } from '../support/close.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const months = Array.from({ length: 12 }, (_, month) => month);
const flat = months.map(() => 1);
const december = (share: number | null): (number | null)[] => months.map((month) => (month === 11 ? share : null));

describe('rush multipliers', () => {
  it('give one month the share that is asked: s / (1 - s) x the others / its weight', () => {
    const result = rushMultipliers(flat, december(0.3));
    expectClose(result.multipliers?.[11], (0.3 / 0.7) * 11);
    expect(result.multipliers?.slice(0, 11)).toEqual(flat.slice(0, 11));
  });

  it('solve several targets together and leave the other months in their proportions', () => {
    const plans = fc.record({
      weights: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 12, maxLength: 12 }),
      targets: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 6 }),
      shares: fc.array(fc.double({ min: 0, max: 0.16, noNaN: true }), { minLength: 6, maxLength: 6 }),
    });
    fc.assert(
      fc.property(plans, ({ weights, targets, shares }) => {
        const asked = months.map((month) => (targets.includes(month) ? (shares[targets.indexOf(month)] ?? 0) : null));
        const { multipliers, problem } = rushMultipliers(weights, asked);
        expect(problem).toBeNull();
        const after = weights.map((weight, month) => weight * (multipliers?.[month] ?? Number.NaN));
        for (const month of months) {
          const share = asked[month] ?? null;
          if (share === null) expect(multipliers?.[month]).toBe(1);
          else expectClose((after[month] ?? Number.NaN) / sum(after), share);
          expect(after[month]).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('grow with the share that is asked', () => {
    const share = fc.double({ min: 0, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const less = rushMultipliers(flat, december(Math.min(a, b))).multipliers?.[11] ?? Number.NaN;
        expect(rushMultipliers(flat, december(Math.max(a, b))).multipliers?.[11]).toBeGreaterThanOrEqual(less);
      }),
    );
  });

  it('are all one without a target', () => {
    expect(rushMultipliers(flat, [])).toEqual({ multipliers: flat, problem: null });
  });

  it.each<[string, readonly (number | null)[], readonly (number | null)[]]>([
    ['shares-not-below-one', flat, december(1)],
    ['shares-not-below-one', flat, months.map((month) => (month < 4 ? 0.25 : null))],
    ['share-negative', flat, december(-0.1)],
    ['share-negative', flat, december(Number.NaN)],
    ['weight-zero', flat.map((weight, month) => (month === 11 ? 0 : weight)), december(0.3)],
    ['weight-zero', months.map((month) => (month === 11 ? 1 : 0)), december(0.3)],
    ['weights-invalid', flat.map((weight, month) => (month === 2 ? null : weight)), december(0.3)],
    ['weights-invalid', flat.map((weight, month) => (month === 2 ? -1 : weight)), december(0.3)],
  ])('say %s', (problem, weights, shares) => {
    expect(rushMultipliers(weights, shares)).toEqual({ multipliers: null, problem });
  });
});
