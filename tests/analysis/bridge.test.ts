/** A bridge closes, whatever it leads between, and does not depend on the order in which its parts are taken. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildBridge, type Bridge } from '../../shared/analysis/bridge.ts';
import { bridgePeriods, volumeAndIntensity, type GapLines } from '../../shared/analysis/bridgePeriods.ts';
import { bridgeScenarios } from '../../shared/analysis/bridgeScenarios.ts';
import { bridgeVintages } from '../../shared/analysis/bridgeVintages.ts';
import { gapSum, type MonthRange } from '../../shared/analysis/gapSum.ts';
import { randomOf, stateOfSeed } from '../../shared/analysis/random.ts';
import { exactShapley, sampledShapley } from '../../shared/analysis/shapley.ts';
import { commands } from '../../shared/commands/registry.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import type { Overlay, Scenario, Workbook } from '../../shared/model/workbook.ts';
import { ok, type Result } from '../../shared/result.ts';
import { expectClose } from '../support/close.ts';
import { computableWorkbooks, scenario } from '../support/computable.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { methodCase } from '../support/methodCase.ts';
import { done, refusal } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = deepFreeze(shippedWorkbook());
const nobody = { en: '', zh: '' };
const year2025: MonthRange = { from: '2025-01' as Month, to: '2025-12' as Month };
const whole: MonthRange = { from: '2024-01' as Month, to: '2026-12' as Month };

function gapOf(workbook: Workbook, id: string, months: MonthRange): number {
  return done(gapSum(done(computeBalance(workbook, id)), months, nobody));
}

function expectClosed(bridge: Bridge): void {
  const scale = Math.max(1, Math.abs(bridge.from), Math.abs(bridge.to), ...bridge.steps.map(({ contribution }) => Math.abs(contribution)));
  expect(Math.abs(bridge.residual)).toBeLessThanOrEqual(1e-9 * scale);
  expectClose(bridge.to - bridge.from, bridge.steps.reduce((sum, { contribution }) => sum + contribution, 0) + bridge.residual, 1e-9);
}

const contributions = (bridge: Bridge): Readonly<Record<string, number>> => Object.fromEntries(bridge.steps.map(({ id, contribution }) => [id, contribution]));

/** A bridge over named parts from the outcome of each set of names. */
function bridgeOf(names: readonly string[], outcome: (isIn: (name: string) => boolean) => number, sampled?: { pairs: number; seed: number }): Bridge {
  const parts = names.map((id) => ({ id, name: { en: id, zh: id } }));
  const value = (isIn: readonly boolean[]): Result<number> => ok(outcome((name) => isIn[names.indexOf(name)] === true));
  return done(buildBridge({ parts, outcome: value }, null, sampled ? { sampled } : {}));
}

describe('M16 random numbers', () => {
  const { inputs, expected } = methodCase<{ state: [number, number, number, number]; n: number }, { uint32: number[]; doubles: number[] }>('M16');
  it('follow the reference, words and uniform numbers alike', () => {
    const words = randomOf(inputs.state);
    expect(Array.from({ length: inputs.n }, words.word)).toEqual(expected.uint32);
    const uniform = randomOf(inputs.state);
    expect(expected.doubles.map(uniform.uniform)).toEqual(expected.doubles);
  });
  it('of one seed are always the same, of another seed others', () => {
    expect(stateOfSeed(1)).toEqual(stateOfSeed(1));
    expect(stateOfSeed(1)).not.toEqual(stateOfSeed(2));
    expect(stateOfSeed(0).some((word) => word !== 0)).toBe(true);
    const random = randomOf(stateOfSeed(7));
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 3000; draw += 1) counts[random.below(3)] = (counts[random.below(3)] ?? 0) + 1;
    expect(counts.every((count) => count > 850 && count < 1150)).toBe(true);
  });
});

describe('M19 Shapley attribution of a product', () => {
  type Factors = { V: number; p: number; q: number };
  type Inputs = { nev: { V0: number; V1: number; D0: number; D1: number }; toy: { f0: Factors; f1: Factors } };
  type Parts = { volume: number; intensity: number; sum: number };
  const { inputs, expected } = methodCase<Inputs, { nev_shapley: Parts; nev_lmdi: Parts; toy_shapley: Factors; toy_total: number }>('M19');
  const { V0, V1, D0, D1 } = inputs.nev;
  it('of volume and intensity is the mid-point rule and sums to the change', () => {
    const parts = volumeAndIntensity({ was: V0, is: V1 }, { was: D0, is: D1 });
    expectClose(parts.volume, expected.nev_shapley.volume);
    expectClose(parts.intensity, expected.nev_shapley.intensity);
    expectClose(parts.volume + parts.intensity, expected.nev_shapley.sum);
  });
  it('lies near the logarithmic mean, which sums to the same change', () => {
    const mean = (D1 - D0) / Math.log(D1 / D0);
    const [volume, intensity] = [mean * Math.log(V1 / V0), mean * Math.log(D1 / V1 / (D0 / V0))];
    expectClose(volume, expected.nev_lmdi.volume);
    expectClose(intensity, expected.nev_lmdi.intensity);
    expectClose(volume + intensity, expected.nev_lmdi.sum);
    expect(Math.abs(volume - expected.nev_shapley.volume)).toBeLessThan(0.05);
  });
  it('of three factors', () => {
    const names = ['V', 'p', 'q'] as const;
    const { f0, f1 } = inputs.toy;
    const bridge = bridgeOf(names, (isIn) => names.reduce((product, name) => product * (isIn(name) ? f1 : f0)[name], 1));
    for (const name of names) expectClose(contributions(bridge)[name], expected.toy_shapley[name]);
    expectClose(bridge.to - bridge.from, expected.toy_total);
  });
});

describe('M20 a gap with a kink', () => {
  type Sets = Record<'none' | 'A' | 'B' | 'C' | 'AB' | 'AC' | 'BC' | 'ABC', number>;
  type Expected = { gap_base: number; gap_all: number; coalition_values: Sets; sequential_by_order: Record<string, Record<string, number>>; shapley: Record<string, number> };
  const { inputs, expected } = methodCase<{ base: { capacity: number; material: number; demand: number } }, Expected>('M20');
  const { capacity, material, demand } = inputs.base;
  const gap = (isIn: (name: string) => boolean): number => Math.min(capacity + (isIn('A') ? 10 : 0), material + (isIn('B') ? 8 : 0)) - demand - (isIn('C') ? 6 : 0);
  it.each(Object.entries(expected.coalition_values))('of the set %s is %d', (set, value) => expect(gap((name) => set !== 'none' && set.includes(name))).toBe(value));
  it('depends on the order one at a time, and not by Shapley, which is the mean over the orders', () => {
    const bridge = bridgeOf(['A', 'B', 'C'], gap);
    expect([bridge.from, bridge.to]).toEqual([expected.gap_base, expected.gap_all]);
    const orders = Object.values(expected.sequential_by_order);
    for (const [name, value] of Object.entries(expected.shapley)) {
      expect(contributions(bridge)[name]).toBeCloseTo(value, 12);
      expect(orders.reduce((sum, order) => sum + (order[name] ?? 0), 0) / orders.length).toBeCloseTo(value, 12);
    }
    expectClosed(bridge);
    expect(bridge.method).toEqual({ kind: 'exact', parts: 3, outcomes: 8 });
    expect(contributions(bridgeOf(['C', 'A', 'B'], gap))).toEqual(contributions(bridge));
  });
});

describe('M28 the gap from month to month', () => {
  type Month28 = Record<'supply' | 'nev' | 'wind' | 'ac' | 'exports' | 'other', number>;
  const { inputs, expected } = methodCase<{ previous: Month28; current: Month28 }, { gap_previous: number; gap_current: number; change: number; contributions: Month28 }>('M28');
  const line = (name: keyof Month28) => ({ values: [inputs.previous[name], inputs.current[name]], states: ['actual', 'actual'] as const });
  const uses = ['nev', 'wind', 'ac', 'other'] as const;
  const months = ['2025-01' as Month, '2025-02' as Month] as const;
  const lines: GapLines = {
    months,
    supply: line('supply'),
    imports: { values: [0, 0], states: ['actual', 'actual'] },
    sectorIds: uses,
    sectors: Object.fromEntries(uses.map((id) => [id, { demand: line(id), volume: null }])),
    exports: line('exports'),
  };
  it('is the sum of its parts, exactly', () => {
    const bridge = done(bridgePeriods({ sectors: {} }, lines, { from: { from: months[0], to: months[0] }, to: { from: months[1], to: months[1] }, level: 'sector' }, nobody));
    expect([bridge.from, bridge.to, bridge.to - bridge.from]).toEqual([expected.gap_previous, expected.gap_current, expected.change]);
    const found = Object.fromEntries(Object.entries(contributions(bridge)).map(([id, value]) => [id.replace('sectors/', ''), value]));
    expect(found).toEqual(expected.contributions);
    expect(bridge.residual).toBe(0);
  });
});

describe('attribution', () => {
  const outcomes = fc.integer({ min: 1, max: 6 }).chain((parts) => fc.tuple(fc.constant(parts), fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1 << parts, maxLength: 1 << parts })));
  test('sums to the change, gives nothing to a part that does nothing, and is antisymmetric', () => {
    fc.assert(
      fc.property(outcomes, ([parts, values]) => {
        const all = (1 << parts) - 1;
        const found = exactShapley(parts, values);
        const scale = 1e-9 * Math.max(1, ...values.map(Math.abs)) * parts;
        expect(Math.abs(found.reduce((sum, value) => sum + value, 0) - ((values[all] ?? 0) - (values[0] ?? 0)))).toBeLessThanOrEqual(scale);
        const back = exactShapley(parts, values.map((_, mask) => values[all ^ mask] ?? 0));
        back.forEach((value, part) => expect(Math.abs(value + (found[part] ?? 0))).toBeLessThanOrEqual(scale));
        const idle = exactShapley(parts + 1, Array.from({ length: 2 << parts }, (_, mask) => values[mask & all] ?? 0));
        expect(Math.abs(idle[parts] ?? 1)).toBeLessThanOrEqual(scale);
      }),
    );
  });
  test('by sampled orders closes, is the same for the same seed, and its error says how far it is from the exact one', () => {
    const value = (isIn: readonly boolean[]): number => isIn.reduce((sum, one, at) => sum + (one ? at + 1 : 0), 0) ** 3 + (isIn[0] === true && isIn[3] === true ? 200 : 0);
    const masks = Array.from({ length: 32 }, (_, mask) => value(Array.from({ length: 5 }, (__, part) => (mask & (1 << part)) !== 0)));
    const exact = exactShapley(5, masks);
    const drawn = (seed: number) => sampledShapley(5, 200, randomOf(stateOfSeed(seed)), value);
    const found = drawn(11);
    expect(drawn(11)).toEqual(found);
    expect(drawn(12)).not.toEqual(found);
    expectClose(found?.contributions.reduce((sum, one) => sum + one, 0), masks[31] ?? Number.NaN);
    exact.forEach((one, part) => expect(Math.abs((found?.contributions[part] ?? 0) - one)).toBeLessThanOrEqual(4 * (found?.standardErrors[part] ?? 0) + 1e-9));
  });
  it('of more than ten parts keeps the nine that do most and puts the others together, or samples them all', () => {
    const names = Array.from({ length: 13 }, (_, at) => `p${at}`);
    const outcome = (isIn: (name: string) => boolean): number => names.reduce((sum, name, at) => sum + (isIn(name) ? (at - 6) * 10 : 0), 0) + (isIn('p0') && isIn('p12') ? 7 : 0);
    const bridge = bridgeOf(names, outcome);
    expect(bridge.steps.map(({ id }) => id).at(-1)).toBe('others');
    expect(bridge.steps).toHaveLength(10);
    expect(bridge.method).toEqual({ kind: 'exact', parts: 10, outcomes: 1024, gathered: 4 });
    expectClosed(bridge);
    expectClose(contributions(bridge)['p12'], 63.5);
    const sampled = bridgeOf(names, outcome, { pairs: 20, seed: 3 });
    expect(sampled.method).toEqual({ kind: 'sampled', parts: 13, orders: 40, generator: 'xoshiro128**', seed: 3 });
    expect(sampled.steps).toHaveLength(13);
    expectClosed(sampled);
  });
});

describe('components', () => {
  const names = ['a1', 'a2', 'b1', 'b2', 'c1'];
  const parts = names.map((id) => ({ id, name: { en: id, zh: id } }));
  const counted = (coupling: number) => {
    let calls = 0;
    const outcome = (isIn: readonly boolean[]): Result<number> => {
      calls += 1;
      const [a1, a2, b1, b2, c1] = isIn.map((one) => (one ? 1 : 0));
      return ok(100 + 30 * (a1 ?? 0) * (a2 ?? 0) - 7 * (a1 ?? 0) + Math.max(5 * (b1 ?? 0), 9 * (b2 ?? 0)) + 4 * (c1 ?? 0) + coupling * (a1 ?? 0) * (c1 ?? 0));
    };
    return { outcome, calls: () => calls };
  };
  const componentOf = ({ id }: { readonly id: string }): string => id.slice(0, 1);
  it('that add up are evaluated each for itself, and the attribution is that of all sets', () => {
    const every = done(buildBridge({ parts, outcome: counted(0).outcome }));
    const few = done(buildBridge({ parts, outcome: counted(0).outcome }, componentOf));
    for (const [id, value] of Object.entries(contributions(every))) expectClose(contributions(few)[id], value);
    expect([few.from, few.to]).toEqual([every.from, every.to]);
    expectClosed(few);
    expect(few.method).toEqual({ kind: 'exact', parts: 5, outcomes: 19 });
  });
  it('that do not add up are evaluated together', () => {
    const coupled = counted(3);
    const bridge = done(buildBridge({ parts, outcome: coupled.outcome }, componentOf));
    expect(bridge.method).toEqual({ kind: 'exact', parts: 5, outcomes: 32 });
    expectClose(contributions(bridge)['c1'], 5.5);
  });
});

describe('between scenarios of the sample', () => {
  const bridge = (from: string, to: string, level: 'overlay' | 'driver' | 'event' | 'sector', months = year2025): Bridge => done(bridgeScenarios(sample, { from, to, months, level }));
  it.each(Object.keys(sample.scenarios).flatMap((from) => Object.keys(sample.scenarios).filter((to) => to !== from).map((to) => [from, to] as const)))('%s to %s closes on both gaps', (from, to) => {
    for (const level of ['overlay', 'sector'] as const) {
      const found = bridge(from, to, level, whole);
      expectClose(found.from, gapOf(sample, from, whole));
      expectClose(found.to, gapOf(sample, to, whole));
      expectClosed(found);
    }
  });
  it('is by difference, driver, event or sector, and backwards it is the same with the other sign', () => {
    expect(bridge('base', 'prolongedControl', 'event').steps.map(({ id }) => id).sort()).toEqual(['events/exportControl2025', 'exports/other']);
    expect(bridge('base', 'prolongedControl', 'sector').steps.map(({ name }) => name.en)).toEqual(['Exports and events']);
    expect(bridge('base', 'humanoidUpside', 'overlay', whole).steps.map(({ id }) => id).sort()).toEqual(['sectors/humanoids/intensity', 'sectors/humanoids/volume@2025', 'sectors/humanoids/volume@2026']);
    expect(bridge('base', 'humanoidUpside', 'driver', whole).steps.map(({ id }) => id).sort()).toEqual(['sectors/humanoids/intensity', 'sectors/humanoids/volume']);
    const there = contributions(bridge('fastLicences', 'prolongedControl', 'driver'));
    const back = contributions(bridge('prolongedControl', 'fastLicences', 'driver'));
    for (const [id, value] of Object.entries(there)) expectClose(back[id], -value);
  });
  it('takes together what means nothing alone: an uplift of demand and its payback', () => {
    expect(bridge('base', 'subsidyPullForward', 'overlay', whole).steps.map(({ name }) => name.en).sort()).toEqual(['Air conditioners', 'NEV']);
  });
  it('is refused where nothing differs, where a gap is missing, and for a scenario that is not there', () => {
    expect(refusal(bridgeScenarios(sample, { from: 'base', to: 'base', months: year2025, level: 'sector' }))).toBe('bridge-nothing-differs');
    expect(refusal(bridgeScenarios(sample, { from: 'base', to: 'gone', months: year2025, level: 'sector' }))).toBe('unknown-scenario');
    const holed = done(commands.clearCell.run(sample, { scenario: 'base', path: 'supply/output', period: '2026' }));
    const found = bridgeScenarios(holed, { from: 'base', to: 'humanoidUpside', months: whole, level: 'sector' });
    expect(found).toMatchObject({ ok: false, problem: { code: 'bridge-value-missing', values: { name: 'Humanoid upside' } } });
  });
  it('says what was put in packages as it says differences', () => {
    const packed = done(commands.addPackage.run(sample, { name: { en: 'Diversion', zh: '' }, from: { scenario: 'prolongedControl', keys: ['exports/diversionRate@all'] } }));
    expect(contributions(done(bridgeScenarios(packed, { from: 'base', to: 'prolongedControl', months: year2025, level: 'overlay' })))).toEqual(contributions(bridge('base', 'prolongedControl', 'overlay')));
  });
  it('tells how far it is', () => {
    const told: number[] = [];
    const names = Array.from({ length: 8 }, (_, at) => ({ id: `p${at}`, name: nobody }));
    done(buildBridge({ parts: names, outcome: (isIn) => ok(isIn.filter(Boolean).length) }, null, { onProgress: (so, total) => void told.push(so / total) }));
    expect(told).toEqual([0.25, 0.5, 0.75, 1]);
  });
});

describe('between vintages and days of the sample', () => {
  const may = { asOf: '2025-05-29' as IsoDate, vintage: 'may-2025' };
  const december = { asOf: '2025-12-15' as IsoDate, vintage: 'december-2025' };
  const seen = (view: typeof may): number => gapOf({ ...sample, ...view }, 'base', whole);
  it.each(['overlay', 'driver', 'event', 'sector'] as const)('by %s it leads from the one view to the other', (level) => {
    const found = done(bridgeVintages(sample, { scenario: 'base', from: may, to: december, months: whole, level }));
    expectClose(found.from, seen(may));
    expectClose(found.to, seen(december));
    expectClosed(found);
    expect(found.steps.length).toBeGreaterThan(2);
  });
  it('is refused for a vintage that is not there, and where nothing became known', () => {
    expect(refusal(bridgeVintages(sample, { scenario: 'base', from: may, to: { ...december, vintage: 'gone' }, months: whole, level: 'sector' }))).toBe('unknown-vintage');
    expect(refusal(bridgeVintages(sample, { scenario: 'base', from: may, to: may, months: whole, level: 'sector' }))).toBe('bridge-nothing-differs');
  });
});

describe('between months of the sample', () => {
  const balance = done(computeBalance(sample, 'base'));
  it.each(['sector', 'driver'] as const)('by %s it leads from the one range to the other', (level) => {
    const from: MonthRange = { from: '2025-01' as Month, to: '2025-03' as Month };
    const to: MonthRange = { from: '2025-04' as Month, to: '2025-06' as Month };
    const found = done(bridgePeriods(sample, balance, { from, to, level }, nobody));
    expectClose(found.from, gapOf(sample, 'base', from));
    expectClose(found.to, gapOf(sample, 'base', to));
    expectClosed(found);
    if (level === 'driver') expect(Object.keys(contributions(found))).toEqual(expect.arrayContaining(['sectors/nev/volume', 'sectors/nev/intensity', 'sectors/otherDomestic']));
  });
  it('outside the horizon there is none', () => {
    const outside: MonthRange = { from: '2030-01' as Month, to: '2030-03' as Month };
    expect(refusal(bridgePeriods(sample, balance, { from: year2025, to: outside, level: 'sector' }, nobody))).toBe('bridge-value-missing');
  });
});

const overlay: fc.Arbitrary<Overlay> = fc.record({
  path: fc.constantFrom('sectors/one/volume', 'sectors/one/intensity', 'sectors/one/demand', 'sectors/one/technologies/a/share', 'supply/output', 'exports/growth', 'basis/finishedYield', 'sectors/rest/growth'),
  periods: fc.constant([]),
  op: fc.constantFrom('set' as const, 'mul' as const, 'growth' as const),
  value: fc.double({ min: 0.3, max: 1, noNaN: true }),
});
const differences = fc.array(overlay, { maxLength: 5 }).map((list): Scenario['overlays'] => Object.fromEntries(list.map((one, at) => [`d${at}`, one])));

test('a bridge between any two scenarios of generated workbooks sums to the difference of their gaps', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(computableWorkbooks, differences, differences, differences, fc.constantFrom('overlay' as const, 'driver' as const, 'sector' as const), (beginning, above, left, right, level) => {
      const workbook: Workbook = { ...beginning, scenarios: { ...beginning.scenarios, above: scenario('base', above), left: scenario('above', left), right: scenario('above', right) } };
      const months: MonthRange = { from: workbook.horizon.start, to: workbook.horizon.end };
      for (const [from, to] of [['left', 'right'], ['base', 'left'], ['right', 'other']] as const) {
        const sides = [from, to].map((id) => gapSum(done(computeBalance(workbook, id)), months, nobody));
        const found = bridgeScenarios(workbook, { from, to, months, level });
        if (!found.ok) {
          expect(['bridge-nothing-differs', 'bridge-value-missing']).toContain(found.problem.code);
          continue;
        }
        expectClosed(found.value);
        expectClose(found.value.from, done(sides[0] ?? ok(Number.NaN)), 1e-9);
        expectClose(found.value.to, done(sides[1] ?? ok(Number.NaN)), 1e-9);
      }
    }),
    { numRuns: 40 },
  );
});
