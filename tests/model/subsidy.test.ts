import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subsidyPath } from '../../shared/model/subsidy.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

describe('M30 subsidy pull-forward with payback', () => {
  type Inputs = { base: number[]; uplift: number[]; payback_fraction: number; payback_profile: number[] };
  type Expected = { path: number[]; gross_uplift: number; net_uplift: number; sum: number };
  const { inputs, expected } = methodCase<Inputs, Expected>('M30');
  it('gives the path, the gross and the net addition', () => {
    const result = subsidyPath(inputs.base, inputs.uplift, inputs.payback_fraction, inputs.payback_profile);
    expect(result.path).toHaveLength(expected.path.length);
    result.path.forEach((value, at) => expectClose(value, expected.path[at] ?? Number.NaN));
    expectClose(result.gross, expected.gross_uplift);
    expectClose(result.net, expected.net_uplift);
    expectClose(sum(result.path), expected.sum);
    expect(result).toMatchObject({ outside: 0, problem: null, at: null });
  });
});

describe('a subsidy by its laws', () => {
  /** An uplift in the first year, paid back over the second, small enough for every month to bear it. */
  const plans = fc.record({
    base: fc.array(fc.double({ min: 100, max: 200, noNaN: true }), { minLength: 24, maxLength: 24 }),
    uplift: fc.array(fc.double({ min: 0, max: 0.05, noNaN: true }), { minLength: 12, maxLength: 12 }),
    fraction: fc.double({ min: 0, max: 1, noNaN: true }),
    weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 }),
  });

  it('adds gross x (1 - pi) in all, and no month is negative', () => {
    fc.assert(
      fc.property(plans, ({ base, uplift, fraction, weights }) => {
        const payback = [...zeros(12), ...weights.map((weight) => weight / sum(weights))];
        const result = subsidyPath(base, uplift, fraction, payback);
        expect(result.problem).toBeNull();
        expectClose(sum(result.path) - sum(base), (result.gross ?? Number.NaN) * (1 - fraction));
        expectClose(result.net, (result.gross ?? Number.NaN) * (1 - fraction));
        expect(Math.min(...result.path.map((value) => value ?? Number.NaN))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('takes more from every paying month the more is paid back', () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 0, max: 1, noNaN: true }), ({ base, uplift, fraction, weights }, other) => {
        const payback = [...zeros(12), ...weights.map((weight) => weight / sum(weights))];
        const less = subsidyPath(base, uplift, Math.min(fraction, other), payback).path;
        const more = subsidyPath(base, uplift, Math.max(fraction, other), payback).path;
        less.forEach((value, at) => expect(more[at] ?? Number.NaN).toBeLessThanOrEqual((value ?? Number.NaN) * (1 + 1e-12)));
      }),
    );
  });

  it('reports the payback after the last month as outside', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 12 }), ({ base, uplift, fraction, weights }, months) => {
        const payback = [...zeros(24 - months), ...weights.map((weight) => weight / sum(weights))];
        const result = subsidyPath(base, uplift, fraction, payback);
        if (result.problem !== null) return;
        expectClose((result.net ?? Number.NaN) - (result.outside ?? Number.NaN), (result.gross ?? Number.NaN) * (1 - fraction));
      }),
    );
  });

  it('changes nothing without an uplift', () => {
    const base = [1, 2, null, 4];
    expect(subsidyPath(base, [0, 0, 0, 0], 0.5, [])).toMatchObject({ path: base, gross: 0, outside: 0, problem: null });
    expect(subsidyPath(base, [], 0.5, [])).toMatchObject({ path: base, gross: 0, problem: null });
  });
});

describe('a subsidy says what is wrong', () => {
  it('leaves a month missing that would go below zero, and computes the others', () => {
    const result = subsidyPath([100, 10, 100], [0.5, 0, 0], 1, [0, 1, 0]);
    expect(result).toEqual({ path: [150, null, 100], gross: 50, net: null, outside: 0, problem: 'negative-month', at: 1 });
  });
  it('allows a month to fall to nothing', () => {
    expect(subsidyPath([100, 50], [0.5, 0], 1, [0, 1])).toMatchObject({ path: [150, 0], net: 0, problem: null });
  });
  it('uses a payback profile that does not add up to one after dividing by its sum', () => {
    const result = subsidyPath([100, 100, 100], [0.2, 0, 0], 0.5, [0, 2, 2]);
    expect(result).toMatchObject({ path: [120, 95, 95], problem: 'payback-not-one' });
  });
  it.each([
    [0.5, []],
    [0.5, [0, 0]],
    [0.5, [2, -1]],
    [0.5, [null, 1]],
    [1.5, [0, 1]],
    [-0.5, [0, 1]],
    [null, [0, 1]],
  ])('refuses a payback of %j over %j', (fraction, payback) => {
    expect(subsidyPath([100, 100], [0.2, 0], fraction, payback)).toMatchObject({ path: [null, null], gross: 20, net: null, problem: 'payback-invalid' });
  });
  it('does not know the payback of an uplift on a missing volume, and keeps the months without either', () => {
    const result = subsidyPath([null, 100, 100, 100], [0.2, 0.2, 0, 0], 0.5, [0, 0, 1, 0]);
    expect(result).toMatchObject({ path: [null, 120, null, 100], gross: null, net: null, problem: 'input-missing', at: 0 });
    expect(subsidyPath([100, 100, 100], [0.2, null, 0], 0, [])).toMatchObject({ path: [120, null, 100], gross: null, problem: 'input-missing', at: 1 });
  });
});
