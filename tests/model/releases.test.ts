import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelBefore } from '../../shared/model/growth.ts';
import { decumulate, identityTolerance } from '../../shared/model/releases.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

const months = Array.from({ length: 12 }, (_, month) => month);
const flat = months.map(() => 1);
const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

describe('M04 customs months against cumulative releases', () => {
  type Inputs = { months_2025: Record<string, number>; cumulative_2025: Record<string, number>; yoy: Record<string, number>; level_2024: Record<string, number> };
  type Expected = {
    residual_t: Record<string, number>;
    apr_from_may_drop_52_9pct: number;
    mar_from_apr_mom_minus51pct: number;
    base_2024: Record<string, number>;
    q1_2024: number;
    q1_2025: number;
    q1_growth_pct: number;
    jan_apr_growth_pct: number;
    jan_nov_2025: number;
  };
  const { inputs, expected } = methodCase<Inputs, Expected>('M04');
  const known = names.map((name) => inputs.months_2025[name] ?? null);
  const throughMonth = (from: Readonly<Record<string, number>>): (number | null)[] => names.map((name) => from[`Jan-${name}`] ?? null);
  const cumulative = throughMonth({ ...inputs.cumulative_2025, 'Jan-Mar': inputs.months_2025['Jan-Mar'] ?? Number.NaN });

  it('hold within a tonne, where every month of a block is known', () => {
    const { blocks } = decumulate(cumulative, known, flat);
    const residuals = Object.fromEntries(blocks.filter((block) => block.from > 2).map((block) => [`${names[block.from] ?? ''}-${names[block.to] ?? ''}`, block.residual]));
    expect(residuals).toEqual({
      'Apr-May': 0,
      'Jun-Jun': expected.residual_t['Jan-May+Jun-Jan-Jun'],
      'Jul-Jul': expected.residual_t['Jan-Jun+Jul-Jan-Jul'],
      'Aug-Sep': expected.residual_t['Jan-Jul+Aug+Sep-Jan-Sep'],
      'Oct-Oct': expected.residual_t['Jan-Sep+Oct-Jan-Oct'],
    });
    expect(blocks.every((block) => block.problem === null && Math.abs(block.residual ?? 0) <= 1)).toBe(true);
    expect(identityTolerance).toBe(2);
  });

  it('fill the first quarter from its sum, as estimates, and leave the known months as they are', () => {
    const { values, estimated } = decumulate(cumulative, known, flat);
    expectClose(sum(values.slice(0, 3)), expected.q1_2025);
    expectClose(sum(values.slice(0, 11)), expected.jan_nov_2025);
    expect(estimated).toEqual(months.map((month) => month < 3));
    expect(values.slice(3)).toEqual(known.slice(3));
  });

  it('give the months of 2024 that were backed out of growth and cumulative figures', () => {
    const level = (name: string): number | null => levelBefore(inputs.months_2025[name] ?? null, inputs.yoy[name] ?? null) ?? inputs.level_2024[name] ?? null;
    const janSep = levelBefore(inputs.cumulative_2025['Jan-Sep'] ?? null, inputs.yoy.JanSep ?? null);
    const before = names.map((name, month) => (month < 3 || name === 'Aug' || name === 'Dec' ? null : level(name)));
    const releases = names.map((name) => (name === 'Jul' ? (inputs.level_2024.JanJul ?? null) : name === 'Sep' ? janSep : null));
    const { values, estimated, blocks } = decumulate(releases, before, flat);
    expect(blocks.every((block) => block.problem === null)).toBe(true);
    for (const [name, want] of Object.entries(expected.base_2024)) expectClose(values[names.indexOf(name)], want);
    expect(estimated[7]).toBe(true);
    expectClose(sum(values.slice(0, 3)), expected.q1_2024);
    expectClose((expected.q1_2025 / sum(values.slice(0, 3)) - 1) * 100, expected.q1_growth_pct);
    expectClose(((expected.q1_2025 + (known[3] ?? Number.NaN)) / sum(values.slice(0, 4)) - 1) * 100, expected.jan_apr_growth_pct);
    expectClose(levelBefore(inputs.months_2025.May ?? null, -0.529), expected.apr_from_may_drop_52_9pct);
    expectClose(levelBefore(inputs.months_2025.Apr ?? null, -0.51), expected.mar_from_apr_mom_minus51pct);
  });
});

describe('January and February in one release', () => {
  const split = (combined: number | null, january: number | null, february: number | null): ReturnType<typeof decumulate> => decumulate([null, combined], [], [january, february]);
  it('are split by their weights into two estimates', () => {
    const { values, estimated } = split(1500, 2, 1);
    expect(values.slice(0, 3)).toEqual([1000, 500, null]);
    expect(estimated.slice(0, 3)).toEqual([true, true, false]);
  });
  it('stay missing without a release or without weights', () => {
    expect(split(null, 2, 1)).toMatchObject({ values: months.map(() => null), blocks: [] });
    for (const [january, february] of [[null, 1], [0, 0], [-1, 2]] as const) {
      const { values, blocks } = split(1500, january, february);
      expect(values.slice(0, 2)).toEqual([null, null]);
      expect(blocks[0]?.problem).toBe('weights-invalid');
    }
  });
});

describe('de-cumulation by its laws', () => {
  const amounts = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 12, maxLength: 12 });
  const flags = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
  const weights = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 12, maxLength: 12 });
  const running = (values: readonly number[]): number[] => values.map((_, month) => sum(values.slice(0, month + 1)));

  it('gives every month back when every month is released', () => {
    fc.assert(
      fc.property(amounts, weights, (values, weight) => {
        const found = decumulate(running(values), [], weight);
        found.values.forEach((value, month) => expectClose(value, values[month] ?? Number.NaN, 1e-8));
        expect(found.estimated.every((flag) => flag)).toBe(true);
      }),
    );
  });

  it('keeps every release, the known months and the proportions of the weights', () => {
    fc.assert(
      fc.property(amounts, flags, flags, weights, (values, released, published, weight) => {
        const total = running(values);
        const known = values.map((value, month) => (published[month] === true ? value : null));
        const found = decumulate(total.map((value, month) => (released[month] === true ? value : null)), known, weight);
        let last = -1;
        released.forEach((flag, month) => {
          if (!flag) return;
          expectClose(sum(found.values.slice(0, month + 1)), total[month] ?? Number.NaN, 1e-8);
          last = month;
        });
        found.values.forEach((value, month) => {
          if (published[month] === true) expect(value).toBe(values[month]);
          else if (month > last) expect(value).toBeNull();
          else expect(value).toBeGreaterThanOrEqual(0);
          expect(found.estimated[month]).toBe(published[month] !== true && month <= last);
        });
        for (const block of found.blocks) {
          const open = months.filter((month) => month >= block.from && month <= block.to && published[month] !== true);
          const [a, b] = open;
          if (a === undefined || b === undefined) continue;
          expectClose((found.values[a] ?? Number.NaN) * (weight[b] ?? 0), (found.values[b] ?? Number.NaN) * (weight[a] ?? 0), 1e-8);
        }
      }),
    );
  });
});

describe('de-cumulation says what is wrong, in its block only', () => {
  const through = (entries: Readonly<Record<number, number>>): (number | null)[] => months.map((month) => entries[month] ?? null);

  it('when the known months exceed the release', () => {
    const { values, blocks } = decumulate(through({ 2: 30, 4: 60 }), through({ 0: 50 }), flat);
    expect(blocks.map((block) => block.problem)).toEqual(['months-above-cumulative', null]);
    expect(values.slice(0, 5)).toEqual([50, null, null, 15, 15]);
  });
  it('when a release lies below the one before', () => {
    const { values, blocks } = decumulate(through({ 1: 30, 3: 20 }), [], flat);
    expect(blocks.map((block) => block.problem)).toEqual([null, 'cumulative-falls']);
    expect(values.slice(0, 4)).toEqual([15, 15, null, null]);
  });
  it('when an identity is off by more than the tolerance', () => {
    const at = (release: number): unknown => decumulate(through({ 0: release }), through({ 0: 100 }), flat).blocks[0];
    expect(at(102)).toMatchObject({ residual: -2, problem: null });
    expect(at(103)).toMatchObject({ residual: -3, problem: 'identity-broken' });
  });
  it('when two months cannot be told apart, while a single one takes the rest whatever its weight', () => {
    const { values, blocks } = decumulate(through({ 1: 30, 2: 40 }), [], [0, 0, null]);
    expect(blocks.map((block) => block.problem)).toEqual(['weights-invalid', null]);
    expect(values.slice(0, 3)).toEqual([null, null, 10]);
  });
  it('takes a rest below zero within rounding as nothing', () => {
    expect(decumulate(through({ 1: 99 }), through({ 0: 100 }), flat).values.slice(0, 2)).toEqual([100, 0]);
  });
});
