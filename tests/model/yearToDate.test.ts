import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearToDate, type ActualsMode } from '../../shared/model/yearToDate.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

const modes: readonly ActualsMode[] = ['holdAnnual', 'runRate', 'blend'];
const months = Array.from({ length: 12 }, (_, month) => month);
const firstMonths = (count: number, value: number): (number | null)[] => months.map((month) => (month < count ? value : null));

describe('M05 known months and the rest of the year', () => {
  type Inputs = { prior_annual: number; ytd_jan_sep_2025: number; ytd_growth_pct: number; annual_2024: number; sigma_prior_rel: number; sigma_runrate_rel: number; outturn: number };
  const { inputs, expected } = methodCase<Inputs, Record<string, number>>('M05');
  const want = (name: string): number => expected[name] ?? Number.NaN;
  const sameMonths = inputs.ytd_jan_sep_2025 / (1 + inputs.ytd_growth_pct / 100);
  const before = months.map((month) => (month < 9 ? sameMonths / 9 : (inputs.annual_2024 - sameMonths) / 3));
  const year = yearToDate(inputs.prior_annual, firstMonths(9, inputs.ytd_jan_sep_2025 / 9), before, before, { prior: inputs.sigma_prior_rel, runRate: inputs.sigma_runrate_rel });

  it('gives the share, the three annual figures and what is left', () => {
    expectClose(year.known, inputs.ytd_jan_sep_2025);
    expectClose(year.share, want('ytd_share_2024'));
    expectClose(year.choices.holdAnnual.annual, inputs.prior_annual);
    expectClose(year.choices.holdAnnual.remaining, want('remaining_if_hold_annual'));
    expectClose(year.choices.runRate.annual, want('annual_if_runrate'));
    expectClose(year.priorWeight, want('phi_prior'));
    expectClose(year.choices.blend.annual, want('annual_blend'));
    expectClose(year.choices.blend.remaining, want('remaining_blend'));
  });

  it('shows the implied growth of the remaining months beside every choice', () => {
    expectClose(inputs.annual_2024 - sameMonths, want('q4_2024'));
    expectClose((year.choices.holdAnnual.impliedGrowth ?? Number.NaN) * 100, want('remaining_vs_q4_2024_pct'));
    for (const mode of modes) {
      const { remaining, impliedGrowth } = year.choices[mode];
      expectClose(impliedGrowth, (remaining ?? Number.NaN) / want('q4_2024') - 1);
    }
  });

  it('missed the out-turn in every mode by the stated error', () => {
    const error = (mode: ActualsMode): number => ((year.choices[mode].annual ?? Number.NaN) / inputs.outturn - 1) * 100;
    expectClose(error('holdAnnual'), want('ape_prior_pct'));
    expectClose(error('runRate'), want('ape_runrate_pct'));
    expectClose(error('blend'), want('ape_blend_pct'));
  });
});

describe('year to date by its laws', () => {
  const positive = fc.double({ min: 0.1, max: 100, noNaN: true });
  const years = fc.record({
    prior: fc.double({ min: 1, max: 2000, noNaN: true }),
    known: fc.array(fc.option(positive), { minLength: 12, maxLength: 12 }),
    weights: fc.array(positive, { minLength: 12, maxLength: 12 }),
  });

  it('known + remaining = annual in every mode, and nothing is negative', () => {
    fc.assert(
      fc.property(years, ({ prior, known, weights }) => {
        const year = yearToDate(prior, known, weights, weights);
        for (const mode of modes) {
          const { annual, remaining, problem } = year.choices[mode];
          if (problem === 'year-to-date-above-annual') {
            expect(remaining).toBeNull();
            expect(annual).toBeLessThan(year.known);
            continue;
          }
          expect(problem).toBeNull();
          expectClose(year.known + (remaining ?? Number.NaN), annual ?? Number.NaN);
          expect(remaining).toBeGreaterThanOrEqual(0);
        }
        expect(year.choices.runRate.problem).toBeNull();
      }),
    );
  });

  it('blends between the prior and the run rate, nearer to the more precise one', () => {
    fc.assert(
      fc.property(years, ({ prior, known, weights }) => {
        fc.pre(known.some((value) => value !== null) && known.includes(null));
        const { choices, priorWeight } = yearToDate(prior, known, weights, []);
        const run = choices.runRate.annual ?? Number.NaN;
        const blend = choices.blend.annual ?? Number.NaN;
        expect(blend).toBeGreaterThanOrEqual(Math.min(prior, run) * (1 - 1e-12));
        expect(blend).toBeLessThanOrEqual(Math.max(prior, run) * (1 + 1e-12));
        expect((priorWeight ?? Number.NaN) < 0.5).toBe(0.03 * run < 0.06 * prior);
      }),
    );
  });

  it('finds the annual figure again when the known months follow the weights', () => {
    fc.assert(
      fc.property(years, ({ prior, known, weights }) => {
        fc.pre(known.some((value) => value !== null));
        const total = weights.reduce((a, b) => a + b, 0);
        const follow = known.map((value, month) => (value === null ? null : (prior * (weights[month] ?? 0)) / total));
        for (const mode of modes) expectClose(yearToDate(prior, follow, weights, []).choices[mode].annual, prior);
      }),
    );
  });
});

describe('a year to date says what is wrong', () => {
  const flat = months.map(() => 1);

  it('when the known months exceed the annual figure: no negative remainder', () => {
    const year = yearToDate(100, firstMonths(6, 20), flat, flat);
    expect(year.choices.holdAnnual).toEqual({ annual: 100, remaining: null, impliedGrowth: null, problem: 'year-to-date-above-annual' });
    expect(year.choices.runRate).toMatchObject({ annual: 240, remaining: 120, problem: null });
  });
  it('when the known months have no weight', () => {
    const year = yearToDate(100, firstMonths(1, 0), months.map((month) => (month === 0 ? 0 : 1)), flat);
    expect(year.choices.holdAnnual).toMatchObject({ remaining: 100, problem: null });
    expect(year.choices.runRate).toMatchObject({ annual: null, problem: 'share-zero' });
    expect(year.choices.blend).toMatchObject({ annual: null, problem: 'share-zero' });
  });
  it('when the annual figure or a weight is missing, which leaves the modes that need neither', () => {
    const withoutPrior = yearToDate(null, firstMonths(6, 10), flat, flat).choices;
    expect(withoutPrior.holdAnnual).toMatchObject({ annual: null, remaining: null, problem: 'input-missing' });
    expect(withoutPrior.runRate).toMatchObject({ annual: 120, problem: null });
    expect(withoutPrior.blend.problem).toBe('input-missing');
    const withoutWeight = yearToDate(130, firstMonths(6, 10), [...flat.slice(0, 11), null], flat).choices;
    expect(withoutWeight.holdAnnual.problem).toBeNull();
    expect(withoutWeight.runRate.problem).toBe('input-missing');
  });
  it('when a sigma is impossible', () => {
    for (const sigmas of [{ prior: -0.1, runRate: 0.03 }, { prior: 0, runRate: 0 }, { prior: Number.NaN, runRate: 0.1 }]) {
      const { choices, priorWeight } = yearToDate(130, firstMonths(6, 10), flat, flat, sigmas);
      expect(priorWeight).toBeNull();
      expect(choices.blend).toMatchObject({ annual: null, problem: 'sigma-invalid' });
    }
    expect(yearToDate(130, firstMonths(6, 10), flat, flat, { prior: 0, runRate: 0.03 }).choices.blend.annual).toBe(130);
  });
  it('takes the sum where all twelve are known, with the difference from what was typed', () => {
    const year = yearToDate(100, firstMonths(12, 10), flat, flat);
    for (const mode of modes) expect(year.choices[mode]).toEqual({ annual: 120, remaining: 0, impliedGrowth: null, problem: null });
    expect(year.difference).toBe(20);
    expect(yearToDate(null, firstMonths(12, 10), flat, flat).difference).toBeNull();
  });
  it('takes the prior in every mode where nothing is known', () => {
    const year = yearToDate(132, firstMonths(0, 0), flat, months.map(() => 10));
    for (const mode of modes) {
      expect(year.choices[mode]).toMatchObject({ annual: 132, remaining: 132, problem: null });
      expectClose(year.choices[mode].impliedGrowth, 0.1);
    }
  });
  it('knows no implied growth without the same months of the year before', () => {
    const gap = months.map((month) => (month === 11 ? null : 10));
    expect(yearToDate(132, firstMonths(6, 10), flat, gap).choices.holdAnnual.impliedGrowth).toBeNull();
    expect(yearToDate(132, firstMonths(6, 10), flat, months.map(() => 0)).choices.holdAnnual.impliedGrowth).toBeNull();
    const early = months.map((month) => (month === 0 ? null : 10));
    expectClose(yearToDate(132, firstMonths(6, 10), flat, early).choices.holdAnnual.impliedGrowth, 0.2);
  });
});
