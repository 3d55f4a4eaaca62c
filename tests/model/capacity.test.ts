import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expansionReason, impliedCapacity, monthCapacity, nameplateCapacity, planExcess, planFromRate, type Expansion } from '../../shared/model/capacity.ts';
import { universeOf } from '../../shared/model/basis.ts';
import { halfLifeMonths, orderedSupply } from '../../shared/model/orderResponse.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

describe('M12 capacity, expansion and lagged response', () => {
  type Inputs = {
    smm: { month: string; output: number; op_rate: number }[];
    response: { S0: number; target: number; cap_x_rate: number; material: number; beta: number; months: number };
    expansion: { added_t_per_month: number; start_month: number; delay_months: number; ramp_months: number; horizon: number };
    mom_pct: Record<string, number>;
  };
  type Expected = {
    implied_capacity_t_per_month: number[];
    oct_output_implied: number;
    jul_output_implied: number;
    response_path: number[];
    half_life_months: number;
    expansion_t_per_month: number[];
  };
  const { inputs, expected } = methodCase<Inputs, Expected>('M12');

  it('gives the capacity that the survey implies', () => {
    inputs.smm.forEach(({ output, op_rate }, at) => expectClose(impliedCapacity(output, op_rate), expected.implied_capacity_t_per_month[at] ?? Number.NaN));
    const output = (month: string): number => inputs.smm.find((row) => row.month === month)?.output ?? Number.NaN;
    expectClose(output('2025-11') / (1 + (inputs.mom_pct['2025-11'] ?? 0) / 100), expected.oct_output_implied);
    expectClose(output('2025-08') / (1 + (inputs.mom_pct['2025-08'] ?? 0) / 100), expected.jul_output_implied);
  });

  it('moves half of the way to the limit each month, and material binds', () => {
    const { S0, target, cap_x_rate, material, beta, months } = inputs.response;
    let supply: number | null = S0;
    expect(expected.response_path).toHaveLength(months);
    for (const want of expected.response_path) {
      const month = orderedSupply(target, cap_x_rate, material, supply, beta);
      expectClose(month.supply, want);
      expect(month.binding).toBe('material');
      supply = month.supply;
    }
    expectClose(halfLifeMonths(beta), expected.half_life_months);
  });

  it('ramps an expansion by thirds from its start and delay', () => {
    const { added_t_per_month, start_month, delay_months, ramp_months, horizon } = inputs.expansion;
    // The case counts its months from 1: the first third stands in month 5, start + delay.
    const expansion: Expansion = { added: added_t_per_month, start: start_month, delay: delay_months, ramp: ramp_months };
    const line = nameplateCapacity(0, [expansion], 1, horizon);
    expect(line.findIndex((value) => value !== 0) + 1).toBe(start_month + delay_months);
    line.forEach((value, at) => expectClose(value, expected.expansion_t_per_month[at] ?? Number.NaN));
  });
});

describe('capacity', () => {
  const whole = fc.integer({ min: 0, max: 60 });
  const expansions = fc.array(fc.record({ added: fc.double({ min: 0, max: 1e4, noNaN: true }), start: whole, delay: whole, ramp: fc.integer({ min: 1, max: 24 }) }), { maxLength: 4 });

  it('has no ramp before start + delay, all of it when the ramp is over, and never falls', () => {
    fc.assert(
      fc.property(expansions, fc.double({ min: 0, max: 1e5, noNaN: true }), (list, opening) => {
        const line = nameplateCapacity(opening, list, 0, 150);
        line.forEach((value, at) => {
          const begun = list.filter((one) => at >= one.start + one.delay);
          const over = list.filter((one) => at >= one.start + one.delay + one.ramp - 1);
          const sum = (part: typeof list): number => part.reduce((total, one) => total + one.added, opening);
          expect(value).toBeGreaterThanOrEqual(sum(over) - 1e-6);
          expect(value).toBeLessThanOrEqual(sum(begun) + 1e-6);
          if (at > 0) expect(value).toBeGreaterThanOrEqual((line[at - 1] ?? 0) - 1e-6);
        });
      }),
    );
  });

  it('is missing as a whole when an expansion cannot be computed, with the reason', () => {
    const good: Expansion = { added: 100, start: 3, delay: 0, ramp: 2 };
    expect(expansionReason(good)).toBeNull();
    const bad: [Expansion, string][] = [
      [{ ...good, delay: -1 }, 'delay-negative'],
      [{ ...good, ramp: 0 }, 'ramp-not-positive'],
      [{ ...good, added: null }, 'input-missing'],
    ];
    for (const [expansion, reason] of bad) {
      expect(expansionReason(expansion)).toBe(reason);
      expect(nameplateCapacity(1000, [good, expansion], 0, 6)).toEqual([null, null, null, null, null, null]);
    }
    expect(nameplateCapacity(null, [], 0, 2)).toEqual([null, null]);
  });

  it('loses the New Year in the month it falls in and nothing elsewhere', () => {
    // 17 February 2026: 14.5 lost days in February.
    expectClose(monthCapacity(28_000, 1, 2026 * 12 + 1, 0.5), 28_000 * (1 - (0.5 * 14.5) / 28));
    expectClose(monthCapacity(28_000, 0.9, 2026 * 12 + 5, 0.5), 28_000 * 0.9);
    expect(monthCapacity(null, 1, 2026 * 12, 0.5)).toBeNull();
  });

  it('divides what a survey counts by its coverage, and a rate plan by nothing', () => {
    expectClose(universeOf(42_748, 355_188 / 265_000), (42_748 * 265_000) / 355_188);
    expect(universeOf(1, 0)).toBeNull();
    expectClose(planFromRate(0.7, 30_000), 21_000);
  });

  it('reports the tonnage above a limit', () => {
    expectClose(planExcess(25_000, 24_000), 1_000);
    expect(planExcess(24_000, 24_000)).toBe(0);
    expect(planExcess(23_000, null)).toBeNull();
  });
});
