import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareForIntensity, stackedIntensity, stackYears, type StackYear, type Technology } from '../../shared/model/technologyStack.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

function technology(shares: readonly (number | null)[], mass: number | null, thrift: number | null = 0, motors: number | null = 1): Technology {
  return { shares, motors, mass, thrift };
}

describe('M27 wind intensity as a blend', () => {
  type Inputs = { direct_drive: number; semi_direct: number; doubly_fed: number; shares_2024: number[]; shares_2025: number[] };
  const { inputs, expected } = methodCase<Inputs, Record<string, number>>('M27');
  const shares = (at: number): number[] => [inputs.shares_2024[at] ?? Number.NaN, inputs.shares_2025[at] ?? Number.NaN];

  it('gives both years, the doubly-fed share taking what the others leave', () => {
    const stack = [technology(shares(0), inputs.direct_drive), technology(shares(1), inputs.semi_direct), technology([], inputs.doubly_fed)];
    const years = stackYears(stack, 2, 2024, 2, 2024);
    expectClose(years[0]?.intensity, expected.y2024 ?? Number.NaN);
    expectClose(years[1]?.intensity, expected.y2025 ?? Number.NaN);
    years.forEach((year, at) => expectClose(year.balancingShare, shares(2)[at] ?? Number.NaN));
  });

  it('solves the semi-direct share from the implied intensity', () => {
    const direct = inputs.shares_2024[0] ?? Number.NaN;
    const solved = shareForIntensity(expected.target2024 ?? Number.NaN, direct, direct * inputs.direct_drive, inputs.semi_direct, inputs.doubly_fed);
    expectClose(solved, expected.semi_share_solved_2024 ?? Number.NaN);
  });

  it('moves the implied intensity by the ratio of the stacks', () => {
    const implied = expected.target2025 ?? Number.NaN;
    expectClose(stackedIntensity(implied, expected.y2024 ?? null, expected.y2025 ?? null), (implied * (expected.y2024 ?? Number.NaN)) / (expected.y2025 ?? Number.NaN));
  });
});

describe('a stack by its laws', () => {
  const masses = fc.array(fc.double({ min: 0, max: 700, noNaN: true }), { minLength: 4, maxLength: 4 });
  const shares = fc.array(fc.double({ min: 0, max: 0.33, noNaN: true }), { minLength: 3, maxLength: 3 });
  const thrift = fc.double({ min: 0, max: 0.2, noNaN: true });
  const stackOf = (mass: readonly number[], share: readonly number[], saved: number): readonly Technology[] =>
    mass.map((kilograms, at) => technology([share[at] ?? null], kilograms, saved));
  const only = (years: readonly StackYear[]): StackYear => years[0] ?? { intensity: null, balancingShare: null, problem: 'input-missing' };

  it('has shares that add up to one and an intensity between its least and its most', () => {
    fc.assert(
      fc.property(masses, shares, (mass, share) => {
        const year = only(stackYears(stackOf(mass, share, 0), 3, 2025, 1, 2024));
        expectClose(share.reduce((a, b) => a + b, 0) + (year.balancingShare ?? Number.NaN), 1);
        expect(year.intensity).toBeGreaterThanOrEqual(Math.min(...mass) - 1e-9);
        expect(year.intensity).toBeLessThanOrEqual(Math.max(...mass) + 1e-9);
      }),
    );
  });

  it('thrifts by the same factor every year, before the base year too', () => {
    fc.assert(
      fc.property(masses, shares, thrift, fc.integer({ min: -5, max: 15 }), (mass, share, saved, after) => {
        const base = only(stackYears(stackOf(mass, share, saved), 3, 2024, 1, 2024)).intensity ?? Number.NaN;
        expectClose(only(stackYears(stackOf(mass, share, saved), 3, 2024 + after, 1, 2024)).intensity, base * (1 - saved) ** after);
      }),
    );
  });

  it('has the typed masses in the base year whatever the thrift', () => {
    const stack = [technology([0.25, 0.25, 0.25], 8, 0.1), technology([], 0)];
    stackYears(stack, 1, 2023, 3, 2024).forEach((year, at) => expectClose(year.intensity, [2 / 0.9, 2, 1.8][at] ?? Number.NaN));
  });

  it('scales with the masses and falls with thrift', () => {
    fc.assert(
      fc.property(masses, shares, thrift, thrift, (mass, share, a, b) => {
        const at = (saved: number, scale = 1): number => only(stackYears(stackOf(mass.map((one) => one * scale), share, saved), 3, 2027, 1, 2024)).intensity ?? Number.NaN;
        expectClose(at(a, 10), at(a) * 10);
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)) * (1 + 1e-12));
      }),
    );
  });

  it('finds again the share that an intensity came from', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.double({ min: 1, max: 500, noNaN: true }), (share, mass) => {
        const year = only(stackYears([technology([0.1], 670), technology([share], mass), technology([], 0)], 2, 2024, 1, 2024));
        expectClose(shareForIntensity(year.intensity ?? Number.NaN, 0.1, 67, mass, 0), share);
      }),
    );
  });

  it('counts motors and the mass of each', () => {
    const year = only(stackYears([technology([0.25], 1.5, 0, 2), technology([], 1)], 1, 2024, 1, 2024));
    expectClose(year.intensity, 0.25 * 2 * 1.5 + 0.75);
  });

  it('allows technologies without magnets, and needs no mass for one that nobody uses', () => {
    expect(only(stackYears([technology([0.4], 0), technology([], 0)], 1, 2024, 1, 2024))).toEqual({ intensity: 0, balancingShare: 0.6, problem: null });
    expect(only(stackYears([technology([0], null), technology([], 3)], 1, 2024, 1, 2024)).intensity).toBe(3);
    expect(only(stackYears([technology([0.3], 2), technology([0.7], 1), technology([], null)], 2, 2024, 1, 2024)).balancingShare).toBe(0);
  });
});

describe('the ratio beside a typed intensity', () => {
  it('is one where scenario and root agree, a stack without magnets included', () => {
    expect(stackedIntensity(4.2, 121, 121)).toBe(4.2);
    expect(stackedIntensity(4.2, 0, 0)).toBe(4.2);
  });
  it('is unknown without one of the three, or from a root of zero', () => {
    expect(stackedIntensity(null, 1, 1)).toBeNull();
    expect(stackedIntensity(4, null, 1)).toBeNull();
    expect(stackedIntensity(4, 1, null)).toBeNull();
    expect(stackedIntensity(4, 1, 0)).toBeNull();
  });
});

describe('a stack says what is wrong', () => {
  const rest = technology([], 1);
  it.each<[string, readonly Technology[], number]>([
    ['balancing-share-negative', [technology([0.7], 1), technology([0.4], 1), rest], 2],
    ['share-negative', [technology([-0.1], 1), rest], 1],
    ['input-missing', [technology([null], 1), rest], 1],
    ['input-missing', [technology([0.5], null), rest], 1],
    ['input-missing', [technology([0.5], 1, null), rest], 1],
    ['input-missing', [technology([0.5], 1, 0, null), rest], 1],
    ['thrift-invalid', [technology([0.5], 1, 1), rest], 1],
    ['mass-negative', [technology([0.5], -1), rest], 1],
    ['no-balancing-technology', [technology([0.5], 1)], -1],
    ['no-balancing-technology', [], 0],
  ])('%s', (problem, stack, balancing) => {
    const year = stackYears(stack, balancing, 2024, 1, 2024)[0];
    expect(year).toMatchObject({ intensity: null, problem });
  });
  it('in its year only', () => {
    const years = stackYears([technology([0.5, 1.2, 1], 2), rest], 1, 2024, 3, 2024);
    expect(years.map((year) => year.problem)).toEqual([null, 'balancing-share-negative', null]);
    expect(years[1]?.balancingShare).toBeCloseTo(-0.2, 12);
    expect(years[2]?.intensity).toBe(2);
  });
  it('finds no share for an intensity that the stack cannot have', () => {
    expect(shareForIntensity(200, 0.1, 67, 100, 0)).toBeNull();
    expect(shareForIntensity(50, 0.1, 67, 100, 0)).toBeNull();
    expect(shareForIntensity(100, 0, 0, 100, 100)).toBeNull();
  });
});
