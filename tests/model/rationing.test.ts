import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consumption, rationMonth, runningTotal, unmetShare } from '../../shared/model/rationing.ts';
import { expectClose } from '../support/close.ts';

const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
const claimsWithPriorities = fc.array(fc.record({ claim: amount, priority: fc.option(fc.integer({ min: -2, max: 3 })) }), { maxLength: 8 });

describe('rationing', () => {
  it('sums to what is unmet, and takes from nobody more than was asked', () => {
    fc.assert(
      fc.property(claimsWithPriorities, amount, fc.boolean(), (list, unmet, byPriority) => {
        const claims = list.map(({ claim }) => claim);
        const result = rationMonth(unmet, claims, byPriority ? list.map(({ priority }) => priority) : null);
        if (result === null) throw new Error('missing');
        const shares = result.unmet.reduce((a, b) => a + b, 0);
        const total = claims.reduce((a, b) => a + b, 0);
        expectClose((shares + result.pipeline) / Math.max(1, unmet), unmet / Math.max(1, unmet));
        expectClose(result.pipeline / Math.max(1, unmet), Math.max(0, unmet - total) / Math.max(1, unmet));
        result.unmet.forEach((share, at) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(claims[at] ?? Number.NaN);
          expectClose(consumption(claims[at] ?? null, share), (claims[at] ?? Number.NaN) - share);
        });
      }),
    );
  });

  it('serves the lower number first: nobody goes without while a higher number is served', () => {
    fc.assert(
      fc.property(claimsWithPriorities, amount, (list, unmet) => {
        const result = rationMonth(unmet, list.map(({ claim }) => claim), list.map(({ priority }) => priority));
        const rank = (at: number): number => list[at]?.priority ?? Number.POSITIVE_INFINITY;
        list.forEach((_, first) => {
          if ((result?.unmet[first] ?? 0) <= 1e-6) return;
          list.forEach(({ claim }, later) => {
            if (rank(later) > rank(first)) expectClose(result?.unmet[later], claim);
          });
        });
      }),
    );
  });

  it('shares pro rata by default and by priority when asked', () => {
    expect(rationMonth(30, [10, 20, 30], null)).toEqual({ unmet: [5, 10, 15], pipeline: 0 });
    expect(rationMonth(40, [10, 20, 30], [1, 2, 3])).toEqual({ unmet: [0, 10, 30], pipeline: 0 });
    expect(rationMonth(40, [10, 20, 30], [null, 2, 2])).toEqual({ unmet: [10, 12, 18], pipeline: 0 });
    expect(rationMonth(70, [10, 20, 30], null)).toEqual({ unmet: [10, 20, 30], pipeline: 10 });
    expect(rationMonth(5, [0, 0], null)).toEqual({ unmet: [0, 0], pipeline: 5 });
    expect(rationMonth(null, [1], null)).toBeNull();
    expect(rationMonth(1, [1, null], null)).toBeNull();
  });

  it('gives the unmet share of demand, nothing of nothing and never more than all', () => {
    expectClose(unmetShare(5, 50), 0.1);
    expect(unmetShare(5, 0)).toBe(0);
    expect(unmetShare(80, 50)).toBe(1);
    expect(unmetShare(null, 50)).toBeNull();
  });

  it('runs up, and stays missing once a month is', () => {
    expect(runningTotal([1, 2, 3])).toEqual([1, 3, 6]);
    expect(runningTotal([1, null, 3])).toEqual([1, null, null]);
  });
});
