import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmark } from '../../shared/model/benchmark.ts';
import { denton } from '../../shared/model/denton.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

type Line = readonly (number | null)[];

function solved(indicator: Line, annual: Line, known: Line, perYear = 12): readonly number[] {
  const result = denton(indicator, annual, known, perYear);
  if (result.problem !== null) throw new Error(result.problem);
  return result.values;
}

const sum = (values: Line): number => values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
const unknown = (count: number): null[] => Array.from({ length: count }, () => null);
const objective = (ratios: readonly number[]): number => ratios.slice(1).reduce((total, ratio, at) => total + (ratio - (ratios[at] ?? Number.NaN)) ** 2, 0);

/**
 * The same minimum from its full dense conditions in x: [Q A'; A 0], Q of the squared changes of x / i, solved by plain
 * elimination of whole rows. It shares nothing with the banded solution.
 */
function bruteForce(indicator: readonly number[], annual: readonly number[], known: Line, perYear: number): number[] {
  const count = indicator.length;
  const quadratic = Array.from({ length: count }, () => Array.from({ length: count }, () => 0));
  const put = (row: number, column: number, value: number): void => {
    const line = quadratic[row];
    if (line) line[column] = (line[column] ?? 0) + value / ((indicator[row] ?? 1) * (indicator[column] ?? 1));
  };
  for (let t = 1; t < count; t += 1) {
    put(t, t, 1);
    put(t - 1, t - 1, 1);
    put(t, t - 1, -1);
    put(t - 1, t, -1);
  }
  const free = indicator.flatMap((_, t) => (known[t] === null ? [t] : []));
  const years = annual.flatMap((_, y) => (free.some((t) => Math.floor(t / perYear) === y) ? [y] : []));
  const inYear = (t: number, y: number): number => (Math.floor(t / perYear) === y ? 1 : 0);
  const rows = [
    ...free.map((t) => [
      ...free.map((s) => quadratic[t]?.[s] ?? 0),
      ...years.map((y) => inYear(t, y)),
      -known.reduce<number>((total, value, s) => total + (value ?? 0) * (quadratic[t]?.[s] ?? 0), 0),
    ]),
    ...years.map((y) => [
      ...free.map((t) => inYear(t, y)),
      ...years.map(() => 0),
      (annual[y] ?? 0) - known.reduce<number>((total, value, s) => total + (value ?? 0) * inYear(s, y), 0),
    ]),
  ];
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const rank = (at: number): number => Math.abs(rows[at]?.[column] ?? 0);
    let best = column;
    for (let at = column; at < size; at += 1) if (rank(at) > rank(best)) best = at;
    [rows[column], rows[best]] = [rows[best] ?? [], rows[column] ?? []];
    const pivot = rows[column] ?? [];
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 0);
      rows[at] = row.map((value, k) => (k === column ? 0 : value - factor * (pivot[k] ?? 0)));
    }
  }
  const values = known.map((value) => value ?? 0);
  free.forEach((t, at) => {
    values[t] = (rows[at]?.[size] ?? 0) / (rows[at]?.[at] ?? 0);
  });
  return values;
}

describe('M08 Denton', () => {
  type Inputs = { indicator: number[]; benchmarks: number[]; periods_per_year: number; fixed_actuals: Record<string, number> };
  type Expected = { free: number[]; free_ratio: number[]; free_objective: number; prorata_objective: number; with_actuals: number[]; with_actuals_ratio: number[] };
  const { inputs, expected } = methodCase<Inputs, Expected>('M08');
  const perYear = inputs.periods_per_year;

  it('gives the free path, its ratios and its objective', () => {
    const values = solved(inputs.indicator, inputs.benchmarks, unknown(8), perYear);
    values.forEach((value, at) => expectClose(value, expected.free[at] ?? Number.NaN));
    const ratios = values.map((value, at) => value / (inputs.indicator[at] ?? Number.NaN));
    ratios.forEach((ratio, at) => expectClose(ratio, expected.free_ratio[at] ?? Number.NaN));
    expectClose(objective(ratios), expected.free_objective);
    const prorata = inputs.indicator.map((_, at) => (inputs.benchmarks[Math.floor(at / perYear)] ?? 0) / sum(inputs.indicator.slice(0, perYear)));
    expectClose(objective(prorata), expected.prorata_objective);
  });

  it('holds the actuals, a whole year of them included', () => {
    const known = inputs.indicator.map((_, at) => inputs.fixed_actuals[String(at)] ?? null);
    const values = solved(inputs.indicator, inputs.benchmarks, known, perYear);
    values.forEach((value, at) => {
      expectClose(value, expected.with_actuals[at] ?? Number.NaN);
      expectClose(value / (inputs.indicator[at] ?? Number.NaN), expected.with_actuals_ratio[at] ?? Number.NaN);
    });
    inputs.benchmarks.forEach((benchmark, year) => expectClose(sum(values.slice(year * perYear, (year + 1) * perYear)), benchmark));
  });
});

type Task = { readonly indicator: number[]; readonly annual: number[]; readonly known: (number | null)[] };

/** Whole years whose known months lie near the even split of their year, so that most tasks have an answer. */
const tasks: fc.Arbitrary<Task> = fc.integer({ min: 1, max: 5 }).chain((years) =>
  fc.record({
    indicator: fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: years * 12, maxLength: years * 12 }),
    annual: fc.array(fc.double({ min: 900, max: 1500, noNaN: true }), { minLength: years, maxLength: years }),
    known: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.double({ min: 40, max: 110, noNaN: true }) }), { minLength: years * 12, maxLength: years * 12 }),
  }),
);

describe('Denton by its laws', () => {
  it('is the minimum that the full dense conditions give, or would go below zero where it refuses', () => {
    let answered = 0;
    fc.assert(
      fc.property(tasks, ({ indicator, annual, known }) => {
        const want = bruteForce(indicator, annual, known, 12);
        const result = denton(indicator, annual, known);
        if (result.problem !== null) {
          expect(result.problem).toBe('negative-month');
          expect(Math.min(...want)).toBeLessThan(1e-6);
          return;
        }
        answered += 1;
        result.values.forEach((value, at) => expectClose(value, want[at] ?? Number.NaN, 1e-8));
      }),
      { numRuns: 60 },
    );
    expect(answered).toBeGreaterThan(20);
  });

  it('keeps annual sums and known months exactly and never goes below zero', () => {
    fc.assert(
      fc.property(tasks, ({ indicator, annual, known }) => {
        const result = denton(indicator, annual, known);
        if (result.problem !== null) return;
        result.values.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual(0);
          if (known[at] !== null) expect(value).toBe(known[at]);
        });
        annual.forEach((total, year) => {
          const free = known.slice(year * 12, year * 12 + 12).includes(null);
          if (free) expectClose(sum(result.values.slice(year * 12, year * 12 + 12)), total, 1e-12);
        });
      }),
    );
  });

  it('is flat for a flat indicator and equal years', () => {
    solved(Array.from({ length: 120 }, () => 3), Array.from({ length: 10 }, () => 1200), unknown(120)).forEach((value) => expectClose(value, 100));
  });

  it('preserves the growth of an indicator that already adds up, whatever its scale', () => {
    fc.assert(
      fc.property(tasks, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), ({ indicator }, scale) => {
        const annual = Array.from({ length: indicator.length / 12 }, (_, year) => scale * sum(indicator.slice(year * 12, year * 12 + 12)));
        const known = indicator.map((value, at) => (at % 5 === 0 ? value * scale : null));
        for (const held of [known, unknown(indicator.length)]) {
          solved(indicator, annual, held).forEach((value, at) => expect(value / (scale * (indicator[at] ?? Number.NaN))).toBeCloseTo(1, 9));
        }
      }),
    );
  });

  it('takes no step in January where the pro rata split has one', () => {
    const flat = Array.from({ length: 24 }, () => 1);
    const months = solved(flat, [1200, 1320], unknown(24));
    const largest = Math.max(...months.slice(1).map((value, at) => Math.abs(value - (months[at] ?? Number.NaN))));
    expect(largest).toBeLessThan(1.5);
    expectClose((benchmark(flat, [1200, 1320], unknown(24), 'proportional').values[12] ?? Number.NaN) - 100, 10);
  });

  it('solves twenty years of months', () => {
    const indicator = Array.from({ length: 240 }, (_, at) => 1 + 0.5 * Math.sin(at));
    const annual = Array.from({ length: 20 }, (_, year) => 1000 * 1.05 ** year);
    const months = solved(indicator, annual, unknown(240));
    annual.forEach((total, year) => expectClose(sum(months.slice(year * 12, year * 12 + 12)), total, 1e-12));
  });
});

describe('Denton says why it has no answer', () => {
  const flat = Array.from({ length: 24 }, () => 1);
  const set = (values: Line, at: number, value: number | null): (number | null)[] => values.map((old, position) => (position === at ? value : old));

  it.each<[string, Line, Line, Line]>([
    ['negative-month', flat, [10, 1000], unknown(24)],
    ['negative-month', flat, [100, 1000], set(unknown(24), 3, 101)],
    ['zero-indicator', set(flat, 4, 0), [1200, 1200], unknown(24)],
    ['zero-indicator', set(flat, 4, -1), [1200, 1200], unknown(24)],
    ['input-missing', set(flat, 4, null), [1200, 1200], unknown(24)],
    ['input-missing', flat, [1200, null], unknown(24)],
    ['input-missing', flat, [1200, Number.NaN], unknown(24)],
  ])('%s', (problem, indicator, annual, known) => {
    expect(denton(indicator, annual, known)).toEqual({ values: null, problem });
  });

  it('needs neither indicator nor annual figure for years that are known', () => {
    const known = flat.map((_, at) => at);
    expect(denton(unknown(24), [null, null], known)).toEqual({ values: known, problem: null });
    const first = known.map((value, at) => (at < 12 ? value : null));
    expectClose(sum(solved(flat, [null, 1200], first).slice(12)), 1200);
  });

  it('is total: any numbers give months or a reason', () => {
    const any = fc.oneof(fc.constant(null), fc.double(), fc.constantFrom(0, 1, 1e300, 1e-300, -5));
    const lines = fc.array(any, { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(lines, fc.array(any, { minLength: 3, maxLength: 3 }), lines, (indicator, annual, known) => {
        for (const held of [known, unknown(36)]) {
          const result = denton(indicator, annual, held);
          if (result.problem === null) expect(result.values.every((value) => Number.isFinite(value))).toBe(true);
          for (const value of benchmark(indicator, annual, held, 'auto').values) expect(value === null || held.includes(value) || value >= 0).toBe(true);
        }
      }),
    );
  });
});

describe('benchmarking', () => {
  it('smooths more than one year, splits one in proportion, and does what it is told', () => {
    const indicator = Array.from({ length: 24 }, (_, at) => 1 + (at % 12));
    expect(benchmark(indicator, [780, 1560], unknown(24), 'auto').used).toBe('denton');
    expect(benchmark(indicator.slice(0, 12), [780], unknown(12), 'auto').used).toBe('proportional');
    const told = benchmark(indicator, [780, 1560], unknown(24), 'proportional');
    expect(told).toMatchObject({ used: 'proportional', fallback: null, problems: [null, null] });
    told.values.forEach((value, at) => expectClose(value, (at < 12 ? 10 : 20) * (1 + (at % 12))));
  });

  it('splits the whole series in proportion where Denton would go below zero, and says so', () => {
    const flat = Array.from({ length: 24 }, () => 1);
    const result = benchmark(flat, [12, 1200], unknown(24), 'auto');
    expect(result).toMatchObject({ used: 'proportional', fallback: 'negative-month', problems: [null, null] });
    result.values.forEach((value, at) => expectClose(value, at < 12 ? 1 : 100));
  });

  it('splits a row that starts at zero in proportion', () => {
    const indicator = Array.from({ length: 24 }, (_, at) => (at < 18 ? 0 : 1));
    const result = benchmark(indicator, [0, 60], unknown(24), 'auto');
    expect(result).toMatchObject({ used: 'proportional', fallback: 'zero-indicator', problems: [null, null] });
    expect(result.values).toEqual([...Array.from({ length: 18 }, () => 0), 10, 10, 10, 10, 10, 10]);
  });

  it('leaves only the year in error open: known months above the annual figure, no weight, no figure', () => {
    const flat = Array.from({ length: 24 }, (_, at) => (at < 12 ? 1 : 0));
    const known = unknown(24).map((_, at) => (at === 0 ? 500 : null));
    const result = benchmark(flat, [400, 1200], known, 'auto');
    expect(result.problems).toEqual(['year-to-date-above-annual', 'profile-sum-zero']);
    expect(result.values).toEqual([500, ...unknown(23)]);
    expect(benchmark(flat, [null, 0], unknown(24), 'auto').problems).toEqual(['input-missing', null]);
  });

  it('keeps the months of known years and ignores their annual figure', () => {
    const known = Array.from({ length: 12 }, (_, at) => at);
    expect(benchmark(unknown(12), [5], known, 'proportional')).toMatchObject({ values: known, problems: [null] });
  });

  it('gives zeros where the known months already make the year', () => {
    const known = Array.from({ length: 24 }, (_, at) => (at < 10 ? 10.1 : null));
    const result = benchmark(Array.from({ length: 24 }, () => 1), [101, 1200], known, 'auto');
    expect(result.problems).toEqual([null, null]);
    for (const value of result.values.slice(10, 12)) expect(Math.abs(value ?? Number.NaN)).toBeLessThan(1e-9);
  });
});
