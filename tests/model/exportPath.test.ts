import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthApproval, passingShare, type Easing, type ExportEvent, type Restriction } from '../../shared/model/approval.ts';
import { backlogOpening, cappedBacklogMonth, exportPath, type ExportPathInput } from '../../shared/model/exportPath.ts';
import { dateDayNumber, daysAt, firstDayNumber, type IsoDate } from '../../shared/model/period.ts';
import { stockpileLine } from '../../shared/model/stockpile.ts';
import { expectClose } from '../support/close.ts';
import { dayApproval } from '../support/dailyApproval.ts';
import { methodCase } from '../support/methodCase.ts';

const day = (date: string): number => dateDayNumber(date as IsoDate);
const april: Restriction = {
  kind: 'restrict',
  scope: ['controlled', 'uncontrolled'],
  day: day('2025-04-04'),
  suspended: [],
  graceDays: 9.5,
  controlledMidpoint: 2.7,
  uncontrolledMidpoint: 1.4,
  steepness: 3.7,
  uncontrolledFloor: 0.22,
};

describe('M10 approval with suspensions', () => {
  type Row = { base: number; approval_controlled: number; approval_uncontrolled: number; exports: number; backlog_end: number };
  type Inputs = { params: { h: number; rho: number; growth_factor: number }; base_2024: Record<string, number> };
  const { inputs, expected } = methodCase<Inputs, { path: Record<string, Row> }>('M10');

  it('gives approval, exports and backlog of every month', () => {
    const names = Object.keys(expected.path);
    const index = (name: string): number => 2025 * 12 + Number(name) - 1;
    const none = names.map(() => null);
    const { months } = exportPath({
      base: names.map((name) => (inputs.base_2024[name] ?? Number.NaN) * inputs.params.growth_factor),
      factor: names.map((name) => passingShare([april], inputs.params.h, index(name))),
      cap: none,
      stockpile: names.map(() => 0),
      actual: none,
      releaseRate: inputs.params.rho,
      diversionRate: 0,
      opening: { at: 0, backlog: 0 },
    });
    names.forEach((name, at) => {
      const want = expected.path[name];
      expectClose(monthApproval([april], 'controlled', index(name)), want?.approval_controlled ?? Number.NaN);
      expectClose(monthApproval([april], 'uncontrolled', index(name)), want?.approval_uncontrolled ?? Number.NaN);
      expectClose(months[at]?.exports, want?.exports ?? Number.NaN);
      expectClose(months[at]?.backlog, want?.backlog_end ?? Number.NaN);
    });
  });

  it('lets everything pass inside a suspension, from its first day to the day before its end, and does not move the curve', () => {
    const suspended: Restriction = { ...april, suspended: [[day('2025-05-01'), day('2025-06-01')]] };
    expect(monthApproval([suspended], 'controlled', 2025 * 12 + 4)).toBe(1);
    for (const index of [2025 * 12 + 3, 2025 * 12 + 5, 2025 * 12 + 8]) {
      expect(monthApproval([suspended], 'controlled', index)).toBe(monthApproval([april], 'controlled', index));
    }
    // The last day is not part of it: one day longer, and the first of June passes too.
    const longer: Restriction = { ...april, suspended: [[day('2025-05-01'), day('2025-06-02')]] };
    expect(monthApproval([longer], 'controlled', 2025 * 12 + 5)).toBeGreaterThan(monthApproval([suspended], 'controlled', 2025 * 12 + 5));
  });

  it('lets several restrictions act together, each in its scope, and lifts to the level of an easing', () => {
    const october: Restriction = { ...april, day: day('2025-10-09'), scope: ['controlled'] };
    const december = 2025 * 12 + 11;
    expect(monthApproval([april, october], 'controlled', december)).toBeLessThan(Math.min(monthApproval([april], 'controlled', december), monthApproval([october], 'controlled', december)));
    expect(monthApproval([april, october], 'uncontrolled', december)).toBe(monthApproval([april], 'uncontrolled', december));
    const easing: Easing = { kind: 'ease', scope: ['controlled'], day: day('2025-12-01'), level: 0.9 };
    expect(monthApproval([april, october], 'controlled', december)).toBeLessThan(0.9);
    expect(monthApproval([april, october, easing], 'controlled', december)).toBeGreaterThanOrEqual(0.9 - 1e-12);
    expect(monthApproval([easing], 'controlled', december)).toBe(1);
    expect(monthApproval([april], 'controlled', 2025 * 12 + 2)).toBe(1);
    expect(passingShare([april], null, 2025 * 12 + 5)).toBeNull();
  });

  it('is over a month the mean of its days, whatever the curve', () => {
    const days = fc.integer({ min: day('2025-01-01'), max: day('2025-12-31') });
    const months = fc.double({ min: -3, max: 9, noNaN: true });
    const scope = fc.constantFrom<Restriction['scope']>(['controlled'], ['uncontrolled'], ['controlled', 'uncontrolled']);
    const restriction = fc.record<Restriction>({
      kind: fc.constant('restrict'),
      scope,
      day: days,
      suspended: fc.array(fc.tuple(days, fc.integer({ min: 0, max: 60 })).map(([from, length]) => [from, from + length] as const), { maxLength: 2 }),
      graceDays: fc.double({ min: 0, max: 60, noNaN: true }),
      controlledMidpoint: months,
      uncontrolledMidpoint: months,
      steepness: fc.oneof(fc.double({ min: -5, max: 20, noNaN: true }), fc.double({ min: 100, max: 1e6, noNaN: true })),
      uncontrolledFloor: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const easing = fc.record<Easing>({ kind: fc.constant('ease'), scope, day: days, level: fc.double({ min: 0, max: 1, noNaN: true }) });
    const category = fc.constantFrom('controlled' as const, 'uncontrolled' as const);
    fc.assert(
      fc.property(fc.array(fc.oneof(restriction, easing), { minLength: 1, maxLength: 4 }), category, fc.integer({ min: 0, max: 11 }), (events: readonly ExportEvent[], which, month) => {
        const index = 2025 * 12 + month;
        const first = firstDayNumber(index);
        const ofDays = Array.from({ length: daysAt(index) }, (_, at) => dayApproval(events, which, first + at));
        expectClose(monthApproval(events, which, index), ofDays.reduce((sum, share) => sum + share, 0) / ofDays.length);
      }),
      { numRuns: 300 },
    );
  });
});

const count = 24;
const amount = (max: number): fc.Arbitrary<number> => fc.double({ min: 0, max, noNaN: true });
const line = (max: number): fc.Arbitrary<readonly number[]> => fc.array(amount(max), { minLength: count, maxLength: count });
const inputs: fc.Arbitrary<ExportPathInput> = fc.record({
  base: line(1e4),
  factor: line(1),
  cap: fc.array(fc.option(amount(8e3)), { minLength: count, maxLength: count }),
  stockpile: fc.constant(Array.from({ length: count }, () => 0)),
  actual: fc.array(fc.option(amount(1e4)), { minLength: count, maxLength: count }),
  releaseRate: amount(1),
  diversionRate: amount(1),
  opening: amount(1e4).map((backlog) => ({ at: 0, backlog })),
});

describe('exports under a cap', () => {
  it('conserves mass: base and opening backlog are shipped, released, lost or waiting', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { months } = exportPath(input);
        let left = input.opening.backlog ?? Number.NaN;
        let scale = left;
        months.forEach((month, at) => {
          left += (month.base ?? Number.NaN) - (month.ship ?? Number.NaN) - (month.release ?? Number.NaN) - (month.lost ?? Number.NaN);
          scale += month.base ?? 0;
          const cap = input.cap[at] ?? Number.POSITIVE_INFINITY;
          expect((month.ship ?? 0) + (month.release ?? 0)).toBeLessThanOrEqual(cap + 1e-9 * Math.max(1, scale));
          for (const part of [month.ship, month.release, month.lost, month.backlog]) expect(part).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, scale));
        });
        expectClose((months.at(-1)?.backlog ?? Number.NaN) / Math.max(1, scale), left / Math.max(1, scale));
      }),
    );
  });

  it('ships before it releases, and holds the rest back', () => {
    const month = cappedBacklogMonth(1000, 0.8, 500, 0.5, 0.1, 900);
    expectClose(month.ship, 800);
    expectClose(month.release, 100);
    expectClose(month.lost, 40);
    expectClose(month.unmet, 200);
    expectClose(month.backlog, 560);
    expect(cappedBacklogMonth(1000, 0.8, 500, 0.5, 0, 300)).toMatchObject({ ship: 300, release: 0, unmet: 700 });
    expect(cappedBacklogMonth(1000, 1, 0, 0.5, 0, null)).toMatchObject({ ship: 1000, unmet: 0 });
  });

  it('later licences never raise cumulative exports when nothing is released from the backlog', () => {
    fc.assert(
      fc.property(inputs, amount(6), amount(6), amount(1), (input, midpoint, later, share) => {
        const cumulative = (shift: number): number[] => {
          const event: ExportEvent = { ...april, controlledMidpoint: midpoint + shift, uncontrolledMidpoint: midpoint + shift };
          const factor = input.base.map((_, at) => passingShare([event], share, 2025 * 12 + at));
          let sum = 0;
          return exportPath({ ...input, factor, releaseRate: 0, actual: input.base.map(() => null) }).months.map((month) => (sum += month.exports ?? Number.NaN));
        };
        const early = cumulative(0);
        cumulative(later).forEach((sum, at) => expect(sum).toBeLessThanOrEqual((early[at] ?? Number.NaN) + 1e-6));
      }),
    );
  });

  it('lets a known month win and goes on with the model\'s backlog', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { months } = exportPath(input);
        const without = exportPath({ ...input, actual: input.base.map(() => null) }).months;
        months.forEach((month, at) => {
          const known = input.actual[at] ?? null;
          if (known !== null) expect(month.exports).toBe(known);
          expect(month.backlog).toBe(without[at]?.backlog);
        });
      }),
    );
  });

  it('refuses exports below zero and keeps a missing month missing', () => {
    const flat: ExportPathInput = {
      base: [100, 100, null, 100],
      factor: [1, 1, 1, 1],
      cap: [null, null, null, null],
      stockpile: [0, -150, 0, 0],
      actual: [null, null, null, 70],
      releaseRate: 0,
      diversionRate: 0,
      opening: { at: 0, backlog: 0 },
    };
    const { months, reasons } = exportPath(flat);
    expect(months.map((month) => month.exports)).toEqual([100, null, null, 70]);
    expect(reasons).toEqual([{ reason: 'exports-negative', at: 1, tonnes: 50 }]);
    expect(months.map((month) => month.backlog)).toEqual([0, 0, null, null]);
  });

  it('opens with the typed backlog at the horizon, else with nothing at the first restriction', () => {
    const start = 2026 * 12;
    expect(backlogOpening(start, start + 3, 5000, start - 9)).toEqual({ index: start + 3, backlog: 5000 });
    expect(backlogOpening(start, start + 3, null, start - 9)).toEqual({ index: start - 9, backlog: 0 });
    expect(backlogOpening(start, start + 3, null, start + 9)).toEqual({ index: start, backlog: 0 });
    expect(backlogOpening(start, start + 3, null, null)).toEqual({ index: start, backlog: 0 });
    const { months } = exportPath({
      base: [100, 100],
      factor: [0.5, 0.5],
      cap: [null, null],
      stockpile: [0, 0],
      actual: [null, null],
      releaseRate: 0.1,
      diversionRate: 0,
      opening: { at: 1, backlog: 1000 },
    });
    expect(months[0]?.exports).toBeNull();
    expectClose(months[1]?.exports, 100);
  });
});

describe('stockpile', () => {
  const base = Array.from({ length: count }, (_, at) => 100 + at);
  const open = Array.from({ length: count }, () => false);

  it('sums to zero when it is unwound, over months that are not known', () => {
    const typedLine = fc.array(fc.option(fc.double({ min: -1e3, max: 1e3, noNaN: true })), { maxLength: count - 2 });
    const knownLine = fc.array(fc.boolean(), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(typedLine, line(1e4), knownLine, (typed, weights, known) => {
        const marks = known.map((is, at) => is && at !== count - 1);
        const { values, reason } = stockpileLine(typed, weights.map((value) => value + 1), marks, true, count);
        expect(reason).toBeNull();
        const scale = typed.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 1);
        expectClose(values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0) / scale, 0);
        values.forEach((value, at) => {
          if (marks[at] === true) expect(value).toBe(typed[at] ?? 0);
        });
      }),
    );
  });

  it('spreads by the base after the last typed month', () => {
    const { values } = stockpileLine([null, 50, 30], [1, 1, 1, 10, 30], [false, false, false, false, false], true, 5);
    expect(values).toEqual([0, 50, 30, -20, -60]);
  });

  it('stands as typed without unwinding', () => {
    expect(stockpileLine([10, null, -5], base, open, false, count).values.slice(0, 4)).toEqual([10, 0, -5, 0]);
  });

  it('says why it cannot be unwound, and is missing where it is typed', () => {
    expect(stockpileLine([0, 10], [1, 1], [false, false], true, 2)).toEqual({ values: [0, null], reason: 'unwind-no-months' });
    expect(stockpileLine([10], [1, 1], [false, true], true, 2)).toEqual({ values: [null, 0], reason: 'unwind-no-months' });
    expect(stockpileLine([10], [1, 1], [false, false], true, 1)).toEqual({ values: [null, 0], reason: 'unwind-no-months' });
    expect(stockpileLine([10], [1, 0], [false, false], true, 2)).toEqual({ values: [null, 0], reason: 'unwind-no-base' });
    expect(stockpileLine([10], [1, null], [false, false], true, 2)).toEqual({ values: [null, 0], reason: 'unwind-no-base' });
  });
});
