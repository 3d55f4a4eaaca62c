import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyGrowth, checkGrowth, levelBefore } from '../../shared/model/growth.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

describe('M02 implied against stated growth', () => {
  type Row = { name: string; base: number; value: number; stated_yoy_pct: number };
  type Expected = { implied_pct: number; diff_pp: number; status: string; volume_if_yoy_right: number; base_if_volume_right: number };
  const { inputs, expected } = methodCase<Row[], Record<string, Expected>>('M02');
  it.each(inputs)('$name', ({ name, base, value, stated_yoy_pct: stated }) => {
    const want = expected[name];
    if (!want) throw new Error(name);
    const check = checkGrowth(base, value, stated / 100);
    expectClose((check?.implied ?? Number.NaN) * 100, want.implied_pct);
    expectClose((check?.difference ?? Number.NaN) * 100, want.diff_pp);
    expect(check?.status).toBe(want.status);
    expectClose(check?.valueIfGrowthRight, want.volume_if_yoy_right);
    expectClose(check?.baseIfValueRight, want.base_if_volume_right);
  });
});

describe('the growth check', () => {
  it('is ok at exactly one percentage point and fails just beyond it, without a warning between', () => {
    expect(checkGrowth(100, 111, 0.1)?.status).toBe('ok');
    expect(checkGrowth(100, 109, 0.1)?.status).toBe('ok');
    expect(checkGrowth(100, 111.001, 0.1)?.status).toBe('fail');
    expect(checkGrowth(100, 108.999, 0.1)?.status).toBe('fail');
  });
  it('says nothing without a base above zero', () => {
    for (const [base, value, stated] of [[0, 1, 0.1], [-5, 1, 0.1], [null, 1, 0.1], [1, null, 0.1], [1, 1, null]] as const) {
      expect(checkGrowth(base, value, stated)).toBeNull();
    }
  });
  it('finds again the base that a growth came from', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.double({ min: -0.99, max: 10, noNaN: true }), (base, growth) => {
        expectClose((levelBefore(base * (1 + growth), growth) ?? Number.NaN) / base, 1);
        expect(checkGrowth(base, base * (1 + growth), growth)?.status).toBe('ok');
      }),
    );
    expect(levelBefore(5, -1)).toBeNull();
  });
});

describe('M25 growth overlay', () => {
  type Inputs = { growth_overlay: { base_path: number[]; growth_delta_pp: number; from_index: number } };
  const { inputs, expected } = methodCase<Inputs, { growth_overlay_path: number[] }>('M25');
  const { base_path: base, growth_delta_pp: points, from_index: from } = inputs.growth_overlay;
  it('rebuilds the levels from the changed growth', () => {
    const years = base.flatMap((_, year) => (year >= from ? [year] : []));
    for (const overlay of [{ years, points }, { years: [], points }]) {
      const { levels, problems } = applyGrowth(base, [overlay]);
      levels.forEach((level, year) => expectClose(level, expected.growth_overlay_path[year] ?? Number.NaN));
      expect(problems).toEqual([null, null, null]);
    }
  });
});

describe('growth overlays by their laws', () => {
  const levels = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 8 });
  const points = fc.double({ min: -20, max: 60, noNaN: true });
  const growths = (path: readonly (number | null)[]): number[] => path.slice(1).map((level, at) => (level ?? Number.NaN) / (path[at] ?? Number.NaN) - 1);

  it('move the growth of the named year only, by the sum of the points, in any order', () => {
    fc.assert(
      fc.property(levels, points, points, fc.nat({ max: 6 }), (path, a, b, pick) => {
        const year = 1 + (pick % (path.length - 1));
        const gain = (growths(path)[year - 1] ?? 0) + (a + b) / 100;
        fc.pre(gain > -0.9);
        const overlays = [{ years: [year], points: a }, { years: [year], points: b }];
        const after = applyGrowth(path, overlays);
        expect(after.problems.every((problem) => problem === null)).toBe(true);
        growths(after.levels).forEach((growth, at) => expectClose(growth, (growths(path)[at] ?? Number.NaN) + (at === year - 1 ? (a + b) / 100 : 0), 1e-8));
        applyGrowth(path, [...overlays].reverse()).levels.forEach((level, at) => expectClose(level, after.levels[at] ?? Number.NaN));
      }),
    );
  });

  it('do nothing when there are none or they add up to nothing, and come back when taken away again', () => {
    fc.assert(
      fc.property(levels, points, (path, step) => {
        expect(applyGrowth(path, []).levels).toEqual(path);
        const there = applyGrowth(path, [{ years: [], points: Math.abs(step) }]).levels;
        const back = applyGrowth(there, [{ years: [], points: -Math.abs(step) }]).levels;
        back.forEach((level, at) => expect((level ?? Number.NaN) / (path[at] ?? Number.NaN)).toBeCloseTo(1, 6));
      }),
    );
  });

  it('never lower a level when points are added', () => {
    fc.assert(
      fc.property(levels, fc.double({ min: 0, max: 60, noNaN: true }), (path, step) => {
        applyGrowth(path, [{ years: [], points: step }]).levels.forEach((level, at) => expect(level ?? Number.NaN).toBeGreaterThanOrEqual((path[at] ?? Number.NaN) * (1 - 1e-12)));
      }),
    );
  });
});

describe('growth overlays say what is wrong', () => {
  it('in the first year, from zero and from a missing level, where they do nothing', () => {
    expect(applyGrowth([100, 110], [{ years: [0], points: 5 }])).toEqual({ levels: [100, 110], problems: ['first-year', null] });
    expect(applyGrowth([0, 50, 60], [{ years: [1], points: 5 }])).toEqual({ levels: [0, 50, 60], problems: [null, 'from-zero', null] });
    expect(applyGrowth([null, 50, null, 70], [{ years: [], points: 5 }])).toEqual({
      levels: [null, 50, null, 70],
      problems: [null, 'level-missing', 'level-missing', 'level-missing'],
    });
  });
  it('when more than everything is lost: the level and what grows from it are missing', () => {
    expect(applyGrowth([100, 110, 121], [{ years: [1], points: -120 }])).toEqual({ levels: [100, null, null], problems: [null, 'negative-level', null] });
  });
  it('starts again after a level of zero', () => {
    const { levels } = applyGrowth([100, 0, 60], [{ years: [1], points: 10 }]);
    expectClose(levels[1], 10);
    expect(levels[2]).toBe(60);
  });
});
