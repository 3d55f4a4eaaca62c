import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf } from '../../shared/model/materialChain.ts';
import { boundSupply, orderedSupply, orderTarget, smoothDemand, type SupplyMode } from '../../shared/model/orderResponse.ts';
import { prNdOxideFactor } from '../../shared/model/oxideFactor.ts';
import { openingSupplyState, supplyPath, supplyReasons, type SupplyPathInput } from '../../shared/model/supplyPath.ts';
import { expectClose } from '../support/close.ts';

const { chain } = chainOf({
  prndShare: 0.22,
  separationYield: 0.97,
  oxideLoss: 0.05,
  oxidePerMetal: 1.2,
  magnetYield: 0.95,
  rareEarthContent: 0.29,
  finishedYield: 20_900 / 29_300,
  scrapKappa: 0.72,
  oxideFactor: prNdOxideFactor(),
});

const months = 24;
const every = (value: number | null): readonly (number | null)[] => Array.from({ length: months }, () => value);
const tonnes = (max: number): fc.Arbitrary<number> => fc.double({ min: 0, max, noNaN: true });
const line = (max: number): fc.Arbitrary<readonly number[]> => fc.array(tonnes(max), { minLength: months, maxLength: months });

const steady: SupplyPathInput = {
  mode: 'orders',
  first: 0,
  plan: every(20_000),
  actual: every(null),
  capacity: every(30_000),
  planLimit: every(30_000),
  chain,
  primary: every(8_000),
  minimumOxide: 0,
  scrapLag: 1,
  supplyBefore: 20_000,
  alpha: 0.25,
  beta: 0.5,
  targetDays: 20,
  orders: every(20_000),
  demand: every(20_000),
  imports: every(0),
  effective: Array.from({ length: months }, () => 30),
  minimumStock: 0,
  maximumStock: 1e6,
};

const run = (input: SupplyPathInput, stock: number | null = 13_000, oxide: number | null = 0): ReturnType<typeof supplyPath>['steps'] =>
  supplyPath(input, openingSupplyState(input, oxide, stock), 0, months).steps;

const anyInput: fc.Arbitrary<SupplyPathInput> = fc
  .record({
    mode: fc.constantFrom<SupplyMode>('plan', 'orders', 'bound'),
    plan: line(4e4),
    capacity: line(4e4),
    primary: line(2e4),
    demand: line(4e4),
    imports: line(1e3),
    scrapLag: fc.integer({ min: 1, max: 4 }),
    minimumOxide: tonnes(1e3),
    supplyBefore: tonnes(4e4),
    alpha: tonnes(1),
    beta: tonnes(1),
    minimumStock: tonnes(5e3),
    known: fc.array(fc.boolean(), { minLength: months, maxLength: months }),
  })
  .map(({ known, demand, ...rest }) => ({ ...steady, ...rest, demand, orders: demand, planLimit: rest.capacity, actual: known.map((is, at) => (is ? (at + 1) * 900 : null)) }));

describe('supply that follows orders', () => {
  it('smooths the demand of three months over effective days, and knows nothing of its own month after the first', () => {
    const demand = [300, 200, 400, 600, 999];
    const effective = [30, 20, 40, 30, 15];
    expect(smoothDemand(demand, effective, 0, 0)).toBe(300);
    expectClose(smoothDemand(demand, effective, 1, 0), 200);
    expectClose(smoothDemand(demand, effective, 4, 0), (15 * (10 + 10 + 20)) / 3);
    expect(smoothDemand(demand, effective, 2, 2)).toBe(400);
    expect(smoothDemand([300, null, 400], effective, 2, 0)).toBeNull();
  });

  it('asks for what is demanded plus a part of the missing stock, never less than nothing', () => {
    expectClose(orderTarget(30_437.5, 18_000, 0.25, 20), 30_437.5 + 0.25 * 2_000);
    expect(orderTarget(100, 1e9, 0.25, 20)).toBe(0);
    expect(orderTarget(100, null, 0.25, 20)).toBeNull();
  });

  it('names what decides: target before capacity before material, response when only smoothing holds it', () => {
    expect(orderedSupply(1000, 1000, 1000, 1000, 0.5)).toEqual({ supply: 1000, binding: 'target' });
    expect(orderedSupply(1200, 1000, 1000, 1000, 0.5)).toEqual({ supply: 1000, binding: 'capacity' });
    expect(orderedSupply(1200, 1100, 1000, 1000, 0.5)).toEqual({ supply: 1000, binding: 'material' });
    expect(orderedSupply(1200, 2000, 2000, 1000, 0.5)).toEqual({ supply: 1100, binding: 'response' });
    expect(orderedSupply(800, 2000, 2000, 1000, 0.5)).toEqual({ supply: 900, binding: 'response' });
    expect(boundSupply(1000, 900)).toEqual({ supply: 900, binding: 'material' });
    expect(boundSupply(1000, 1000)).toEqual({ supply: 1000, binding: 'capacity' });
    expect(orderedSupply(null, 1000, 1000, 1000, 0.5)).toEqual({ supply: null, binding: null });
  });

  it('binds a sudden cap at once, whatever the smoothing', () => {
    expect(orderedSupply(2000, 500, 9000, 2000, 0.1).supply).toBe(500);
  });

  it('rests where demand is met and the stock is what is wanted', () => {
    const wanted = (20 * 20_000) / 30.4375;
    for (const step of run(steady, wanted, 1e6)) {
      expectClose(step.supply, 20_000);
      expectClose(step.stock, wanted);
      expect(step.binding).toBe('target');
    }
  });
});

describe('path of supply, oxide and stock', () => {
  it('never exceeds capacity or material in orders and bound, outside known months', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        run(input).forEach((step, at) => {
          if (step.binding === 'actual' || step.binding === 'plan') return;
          expect(step.supply).not.toBeNull();
          expect(step.supply ?? Number.NaN).toBeLessThanOrEqual(input.capacity[at] ?? Number.NaN);
          expect(step.supply ?? Number.NaN).toBeLessThanOrEqual(step.material ?? Number.NaN);
          expect(step.supply ?? Number.NaN).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('leaves no oxide below zero unless a plan or a known month takes it there', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        let before = 0;
        for (const step of run(input)) {
          const oxide = step.oxide ?? Number.NaN;
          if (step.binding !== 'actual' && step.binding !== 'plan') expect(oxide).toBeGreaterThanOrEqual(Math.min(0, before) - 1e-6);
          before = oxide;
        }
      }),
    );
  });

  it('closes the stock: opening + gaps + unmet - overflow', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        let sum = 13_000;
        for (const step of run(input)) {
          sum += (step.gap ?? Number.NaN) + (step.unmet ?? Number.NaN) - (step.overflow ?? Number.NaN);
          expectClose(step.stock, sum, 1e-7);
        }
      }),
    );
  });

  it('raising the planned supply of a month never lowers that month\'s gap', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: months - 1 }), tonnes(1e4), (input, at, more) => {
        const planned: SupplyPathInput = { ...input, mode: 'plan' };
        const raised: SupplyPathInput = { ...planned, plan: planned.plan.map((value, month) => (month === at && value !== null ? value + more : value)) };
        expect(run(raised)[at]?.gap ?? Number.NaN).toBeGreaterThanOrEqual(run(planned)[at]?.gap ?? Number.NaN);
      }),
    );
  });

  it('gives in pieces what it gives as a whole', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: months }), (input, cut) => {
        const opening = openingSupplyState(input, 0, 13_000);
        const first = supplyPath(input, opening, 0, cut);
        const rest = supplyPath(input, first.state, cut, months);
        expect([...first.steps, ...rest.steps]).toEqual(supplyPath(input, opening, 0, months).steps);
      }),
    );
  });

  it('returns scrap after its lag', () => {
    const input: SupplyPathInput = { ...steady, mode: 'plan', scrapLag: 3, supplyBefore: 0, plan: every(0).map((_, at) => (at === 0 ? 1000 : 0)) };
    const inflow = run(input).map((step) => (step.inflow ?? Number.NaN) - 8_000);
    expectClose(inflow[3], 1000 * (chain?.scrapOxidePerBlank ?? Number.NaN), 1e-6);
    for (const at of [0, 1, 2, 4]) expectClose(inflow[at], 0);
  });

  it('goes on from a known month', () => {
    const input: SupplyPathInput = { ...steady, actual: every(null).map((_, at) => (at === 5 ? 4_000 : null)) };
    const steps = run(input, 13_000, 1e6);
    expect(steps[5]?.binding).toBe('actual');
    const target = steps[6]?.target ?? Number.NaN;
    expectClose(steps[6]?.supply, 4_000 + 0.5 * (Math.min(target, 30_000) - 4_000));
  });

  it('is missing where an input is, and only what stands on it', () => {
    const noCapacity = run({ ...steady, capacity: every(null) });
    expect(noCapacity.every((step) => step.supply === null && step.stock === null)).toBe(true);
    const noChain = run({ ...steady, mode: 'plan', chain: null });
    expect(noChain.every((step) => step.supply === 20_000 && step.stock !== null && step.material === null)).toBe(true);
    const noStock = run({ ...steady, mode: 'plan' }, null);
    expect(noStock.every((step) => step.gap === 0 && step.stock === null)).toBe(true);
  });
});

describe('reasons of a path', () => {
  it('names the month and the tonnage', () => {
    const input: SupplyPathInput = { ...steady, mode: 'plan', planLimit: every(19_000), primary: every(5_000), demand: every(30_000), orders: every(30_000) };
    const steps = run(input, 0);
    const reasons = supplyReasons(input, steps, 0);
    expect(reasons).toContainEqual({ reason: 'plan-above-capacity', at: 0, tonnes: 1_000 });
    expect(reasons).toContainEqual({ reason: 'demand-unmet', at: 3, tonnes: 10_000 });
    const material = reasons.find((one) => one.reason === 'plan-above-material');
    const oxide = reasons.find((one) => one.reason === 'oxide-unrecorded');
    if (material?.reason !== 'plan-above-material' || oxide?.reason !== 'oxide-unrecorded') throw new Error(JSON.stringify(reasons));
    expectClose(material.tonnes, 20_000 - (steps[0]?.material ?? Number.NaN));
    expectClose(oxide.tonnes * (chain?.blankPerOxide ?? Number.NaN), material.tonnes);
  });

  it('is silent on a known month, and on a path that is in order', () => {
    expect(supplyReasons(steady, run({ ...steady, primary: every(1e5) }), 0)).toEqual([]);
    const known: SupplyPathInput = { ...steady, mode: 'plan', primary: every(1e5), planLimit: every(1), actual: every(20_000) };
    expect(supplyReasons(known, run(known), 0)).toEqual([]);
  });

  it('asks for the supply before the first month, a whole lag and bounds in order', () => {
    const input: SupplyPathInput = { ...steady, supplyBefore: null, scrapLag: 0, minimumStock: 10, maximumStock: 5 };
    const steps = run(input);
    expect(supplyReasons(input, steps, 0).map((one) => one.reason)).toEqual(['supply-before-missing', 'scrap-lag-not-whole', 'stock-bounds-crossed']);
    expect(steps.every((step) => step.stock === null)).toBe(true);
  });
});
