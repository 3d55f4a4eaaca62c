import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryForward, magnetCost, metalPrices, type ByElement, type CostRecipe } from '../../shared/model/magnetCost.ts';
import { halfLifeMonths } from '../../shared/model/orderResponse.ts';
import {
  anchorMargin,
  longRunPrice,
  meanPrice,
  openingPriceState,
  priceFaults,
  priceFeedback,
  pricePath,
  type PriceAnchor,
  type PriceMonth,
  type PriceParameters,
  type PricePath,
} from '../../shared/model/price.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

function whole(parameters: PriceParameters, anchor: PriceAnchor, months: readonly PriceMonth[]): PricePath {
  return pricePath(parameters, anchor, months, openingPriceState(parameters, anchor), 0, months.length);
}

describe('M23 cost build-up and error correction', () => {
  type Ecm = {
    kappa: number;
    theta: number;
    margin_elasticity: number;
    shortage_response: number;
    cover_ref_days: number;
    cover_path: number[];
    unmet_share_path: number[];
    cost_shock: string;
  };
  type Inputs = {
    oxide_prices_yuan_per_kg: ByElement<number>;
    composition: ByElement<number>;
    blank_metal_yield: number;
    oxide_to_metal: ByElement<string>;
    other_inputs: number;
    anchor_price: number;
    ecm: Ecm;
  };
  type Expected = {
    metal_cost: ByElement<number>;
    raw_cost_parts: ByElement<number>;
    raw_cost_total: number;
    conversion_and_premium: number;
    raw_share_pct: number;
    static_pass_through_elasticity: ByElement<number>;
    yuan_per_10pct_PrNd: number;
    cost_path: number[];
    price_path: number[];
    halflife_months: number;
    long_run_path: number[];
  };
  const { inputs, expected } = methodCase<Inputs, Expected>('M23');
  /** The numbers that the case writes as text: "x1.20 + 10", "x factor x1.03". */
  const numbers = (text: string): number[] => [...text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => Number(match[0]));
  const [oxidePerMetal, metalFee] = numbers(inputs.oxide_to_metal.PrNd);
  const recipe: CostRecipe = {
    composition: inputs.composition,
    magnetYield: inputs.blank_metal_yield,
    oxidePerMetal: oxidePerMetal ?? null,
    metalFee: metalFee ?? null,
    dysprosiumFactor: numbers(inputs.oxide_to_metal.Dy)[0] ?? null,
    terbiumFactor: numbers(inputs.oxide_to_metal.Tb)[0] ?? null,
    otherInputs: inputs.other_inputs,
  };
  const metal = metalPrices(recipe, inputs.oxide_prices_yuan_per_kg);
  const cost = magnetCost(recipe, metal);
  const parameters: PriceParameters = {
    ecmKappa: inputs.ecm.kappa,
    priceTheta: inputs.ecm.theta,
    marginElasticity: inputs.ecm.margin_elasticity,
    shortageResponse: inputs.ecm.shortage_response,
    referenceCover: inputs.ecm.cover_ref_days,
  };

  it.each(['PrNd', 'Dy', 'Tb'] as const)('builds up %s', (element) => {
    expectClose(metal[element], expected.metal_cost[element]);
    expectClose(cost.parts[element], expected.raw_cost_parts[element]);
    expectClose((cost.parts[element] ?? Number.NaN) / inputs.anchor_price, expected.static_pass_through_elasticity[element]);
  });

  it('gives the cost, the margin and what a tenth of the PrNd price is worth', () => {
    expectClose(cost.total, expected.raw_cost_total);
    expectClose(inputs.anchor_price - (cost.total ?? Number.NaN), expected.conversion_and_premium);
    expectClose(((cost.total ?? Number.NaN) / inputs.anchor_price) * 100, expected.raw_share_pct);
    const dearer = magnetCost(recipe, { ...metal, PrNd: (metal.PrNd ?? Number.NaN) * 1.1 });
    expectClose((dearer.total ?? Number.NaN) - (cost.total ?? Number.NaN), expected.yuan_per_10pct_PrNd);
    expectClose(halfLifeMonths(inputs.ecm.kappa), expected.halflife_months);
  });

  it('follows cost, cover and unmet demand', () => {
    const dearer = magnetCost(recipe, { ...metal, PrNd: (metal.PrNd ?? Number.NaN) * 1.1 }).total;
    const months = expected.cost_path.map((want, at): PriceMonth => {
      const value = at === 0 ? cost.total : dearer;
      expectClose(value, want);
      return { cost: value, cover: inputs.ecm.cover_path[at] ?? null, unmetShare: inputs.ecm.unmet_share_path[at] ?? null, shock: 0, actual: null };
    });
    const path = whole(parameters, { at: 0, price: inputs.anchor_price, cost: cost.total, coverBefore: null }, months);
    expect(path.gaps).toEqual([]);
    expected.price_path.forEach((want, at) => expectClose(path.price[at], want));
    expected.long_run_path.forEach((want, at) => expectClose(path.longRun[at], want));
  });
});

const parameters: PriceParameters = { ecmKappa: 0.25, priceTheta: 0.5, marginElasticity: 0.2, shortageResponse: 0.5, referenceCover: 20 };
const calm: PriceMonth = { cost: 200, cover: 20, unmetShare: 0, shock: 0, actual: null };
const anchor: PriceAnchor = { at: 0, price: 390, cost: 200, coverBefore: 20 };
const repeat = (count: number, change: (at: number) => Partial<PriceMonth>): readonly PriceMonth[] => Array.from({ length: count }, (_, at) => ({ ...calm, ...change(at) }));
const quiet = (): Partial<PriceMonth> => ({});
const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const anyParameters = fc.record({ ecmKappa: between(0.05, 1), priceTheta: between(0, 1), marginElasticity: between(0, 1), shortageResponse: between(0, 2), referenceCover: between(1, 60) });

describe('price', () => {
  it('is constant at constant cost, reference cover and nothing unmet', () => {
    fc.assert(
      fc.property(anyParameters, between(1, 1000), between(1, 1000), (some, cost, margin) => {
        const steady = repeat(36, () => ({ cost, cover: some.referenceCover }));
        for (const price of whole(some, { at: 0, price: cost + margin, cost, coverBefore: null }, steady).price) expectClose(price, cost + margin);
      }),
    );
  });

  it('moves by one yuan in the long run when cost does', () => {
    fc.assert(
      fc.property(anyParameters, between(10, 1000), between(1, 1000), between(5, 60), between(0, 1), (some, cost, margin, cover, unmetShare) => {
        const base = longRunPrice(some, margin, cost, cover, unmetShare) ?? Number.NaN;
        const dearer = longRunPrice(some, margin, cost + 1, cover, unmetShare) ?? Number.NaN;
        expectClose(dearer - base, 1, 1e-6);
        const path = (level: number): number => whole(some, { at: 0, price: cost + margin, cost, coverBefore: null }, repeat(800, (at) => ({ cost: at === 0 ? cost : level, cover, unmetShare }))).price.at(-1) ?? Number.NaN;
        expectClose(path(cost + 1) - path(cost), 1, 1e-6);
      }),
    );
  });

  it('is above zero or missing, whatever comes', () => {
    const anyMonth = fc.record({
      cost: fc.option(between(0, 1000)),
      cover: fc.option(between(-10, 90)),
      unmetShare: fc.option(between(0, 1)),
      shock: between(-300, 300),
      actual: fc.option(between(-5, 800), { freq: 3 }),
    });
    fc.assert(
      fc.property(anyParameters, fc.array(anyMonth, { maxLength: 40 }), fc.integer({ min: -1, max: 5 }), (some, months, at) => {
        for (const price of whole(some, { at, price: 390, cost: 200, coverBefore: 20 }, months).price) {
          if (price !== null) expect(Number.isFinite(price) && price > 0).toBe(true);
        }
      }),
    );
  });

  it('rises as cover falls and as demand goes unmet, and floors cover at a day', () => {
    expect(longRunPrice(parameters, 190, 200, 10, 0) ?? 0).toBeGreaterThan(390);
    expect(longRunPrice(parameters, 190, 200, 20, 0.2) ?? 0).toBeGreaterThan(390);
    expect(longRunPrice(parameters, 190, 200, 0, 0)).toBe(longRunPrice(parameters, 190, 200, 1, 0));
    expect(longRunPrice(parameters, 190, 200, null, 0)).toBeNull();
  });

  it('is missing before the anchor, but an actual price is shown', () => {
    const path = whole(parameters, { ...anchor, at: 2 }, repeat(5, (at) => (at === 0 ? { actual: 365 } : {})));
    expect(path.price.slice(0, 3)).toEqual([365, null, 390]);
    expectClose(path.price[4], 390);
    expect(path.gaps).toEqual([]);
  });

  it('goes on from an anchor before the horizon with the cover of the opening stock', () => {
    const path = whole(parameters, { at: -1, price: 390, cost: 190, coverBefore: 5 }, repeat(2, quiet));
    const settled = longRunPrice(parameters, 200, 190, 5, 0) ?? Number.NaN;
    expectClose(path.price[0], 390 + 0.25 * (settled - 390) + 0.5 * 10);
  });

  it('starts again from an actual price', () => {
    const path = whole(parameters, anchor, repeat(4, (at) => (at === 2 ? { actual: 300 } : {})));
    expect(path.price[2]).toBe(300);
    expectClose(path.price[3], 300 + 0.25 * 90);
  });

  it('breaks at a missing cover with one reason, and an actual price mends it', () => {
    const path = whole(parameters, anchor, repeat(7, (at) => ({ cover: at === 1 ? null : 20, actual: at === 4 ? 400 : null })));
    expect(path.price.slice(0, 5)).toEqual([390, 390, null, null, 400]);
    expect(path.gaps).toEqual([{ reason: 'cover-missing', at: 2 }]);
    expectClose(path.price[5], 400 - 0.25 * 10);
  });

  it('refuses a price that is not above zero', () => {
    const path = whole(parameters, anchor, repeat(3, (at) => (at === 1 ? { shock: -500 } : {})));
    expect(path.price).toEqual([390, null, null]);
    expect(path.gaps).toEqual([{ reason: 'price-not-positive', at: 1 }]);
  });

  it('gives in pieces what it gives as a whole', () => {
    const months = repeat(24, (at) => ({ cost: 180 + 7 * (at % 5), cover: 10 + at, unmetShare: at % 3 === 0 ? 0.1 : 0 }));
    const first = pricePath(parameters, anchor, months, openingPriceState(parameters, anchor), 0, 12);
    const rest = pricePath(parameters, anchor, months, first.state, 12, 24);
    expect([...first.price, ...rest.price]).toEqual(whole(parameters, anchor, months).price);
  });

  it('names what is wrong with the whole', () => {
    expect(priceFaults(parameters, anchor)).toEqual([]);
    expect(priceFaults({ ...parameters, ecmKappa: null }, { ...anchor, price: null }).map((fault) => fault.reason)).toEqual(['parameter-missing', 'anchor-missing']);
    expect(priceFaults({ ...parameters, referenceCover: 0 }, anchor)).toEqual([{ reason: 'parameter-missing' }]);
    expect(priceFaults(parameters, { ...anchor, cost: 400 })).toEqual([{ reason: 'margin-not-positive' }]);
    expect(anchorMargin({ ...anchor, cost: null })).toBeNull();
  });
});

describe('price of inputs and its effect on demand', () => {
  it('carries the last input price, and has none before the first', () => {
    expect(carryForward([null, 5, null, 7, null])).toEqual([null, 5, 5, 7, 7]);
    expect(carryForward([null, 5], 4)).toEqual([4, 5]);
  });

  it('needs no price for what is not in the magnet', () => {
    const recipe: CostRecipe = {
      composition: { PrNd: 0.3, Dy: 0, Tb: 0 },
      magnetYield: 0.95,
      oxidePerMetal: 1.2,
      metalFee: 10,
      dysprosiumFactor: 1.03,
      terbiumFactor: 1.05,
      otherInputs: 8,
    };
    const metal = metalPrices(recipe, { PrNd: 400, Dy: null, Tb: null });
    expectClose(magnetCost(recipe, metal).total, (0.3 / 0.95) * 490 + 8);
    expect(magnetCost({ ...recipe, composition: { PrNd: 0.3, Dy: 0.01, Tb: 0 } }, metal).total).toBeNull();
    expect(magnetCost({ ...recipe, magnetYield: 0 }, metal).total).toBeNull();
  });

  it('takes the mean of the months that have a price', () => {
    expect(meanPrice([null, 300, 500])).toBe(400);
    expect(meanPrice([null, null])).toBeNull();
  });

  it('lowers demand after a dear year, and leaves it alone without a price', () => {
    expectClose(priceFeedback(780, 390, 0.5), 1 / Math.SQRT2);
    expect(priceFeedback(null, 390, 0.5)).toBe(1);
    expect(priceFeedback(780, 390, 0)).toBe(1);
    expect(priceFeedback(780, null, 0.5)).toBe(1);
  });
});
