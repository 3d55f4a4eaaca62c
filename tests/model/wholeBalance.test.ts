/** Worked cases run through a whole balance, and what only a whole balance can show. */
import { describe, expect, it } from 'vitest';
import type { Balance } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { chainOf } from '../../shared/model/materialChain.ts';
import { prNdOxideFactor } from '../../shared/model/oxideFactor.ts';
import { supplyModes } from '../../shared/model/paths.ts';
import { daysAt, monthAt, monthIndex, type Month } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';
import { everyMonth, plainWorkbook } from '../support/plainWorkbook.ts';
import { typed } from '../support/typedCells.ts';

function balanceOf(workbook: Workbook): Balance {
  const result = computeBalance(workbook, 'base');
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const mode = (name: (typeof supplyModes)[number]): number => supplyModes.indexOf(name);
const codes = (balance: Balance): readonly string[] => balance.findings.map((finding) => `${finding.code} ${String(finding.place)}`);
const daysOf = (month: Month): number => daysAt(monthIndex(month));

const quotas = { 'material/miningQuota': { 2024: 270_000 }, 'material/smeltingQuota': { 2024: 254_000 } };

describe('M11 from quotas to blanks', () => {
  const { inputs, expected } = methodCase<Record<string, number>, Record<string, number>>('M11');
  it('settles at the steady state of the scrap loop, repeating the last published quota', () => {
    const plain = plainWorkbook('2024-01', '2026-12');
    const annual = (value: number | undefined): Record<string, number> => ({ 2024: value ?? Number.NaN, 2025: value ?? Number.NaN, 2026: value ?? Number.NaN });
    const balance = balanceOf(
      typed(plain, {
        ...quotas,
        'basis/finishedYield': inputs.eta ?? Number.NaN,
        'supply/mode': mode('bound'),
        'supply/capacity': 1e6,
        'supply/before': 20_000,
        'material/oxideImports': annual(inputs.imports),
        'material/endOfLife': annual(inputs.end_of_life_oxide),
      }),
    );
    expectClose((balance.supply.values.at(-1) ?? Number.NaN) * 12, expected.blank_steady_state ?? Number.NaN);
    expect(balance.binding.at(-1)).toBe('material');
    expectClose((balance.material?.scrap.values.at(-1) ?? Number.NaN) * 12, expected.scrap_oxide_in_loop ?? Number.NaN);
  });
});

describe('M12 capacity and orders', () => {
  type Inputs = { response: Record<'S0' | 'cap_x_rate' | 'material' | 'beta', number>; expansion: Record<'added_t_per_month' | 'start_month' | 'delay_months' | 'ramp_months', number> };
  const { inputs, expected } = methodCase<Inputs, { response_path: number[]; expansion_t_per_month: number[] }>('M12');
  const plain = plainWorkbook('2025-01', '2026-12');
  it('ramps an expansion, divided by the coverage of the survey', () => {
    const { expansion } = inputs;
    const start = monthAt(2025 * 12 + expansion.start_month - 1);
    const workbook = typed({ ...plain, expansions: { plant: { name: plain.title, order: 0, start } } }, {
      'supply/capacity': 10_000,
      'supply/surveyCoverage': 0.5,
      'expansions/plant/tonnes': expansion.added_t_per_month,
      'expansions/plant/delay': expansion.delay_months,
      'expansions/plant/ramp': expansion.ramp_months,
    });
    const { capacity } = balanceOf(workbook);
    expected.expansion_t_per_month.forEach((want, at) => expectClose(capacity.values[at], (10_000 + want) / 0.5));
    expect(codes(balanceOf(typed(workbook, { 'expansions/plant/ramp': 0 })))).toContain('expansion-ramp-not-positive expansions/plant/ramp@all');
    expect(codes(balanceOf(typed(workbook, { 'expansions/plant/delay': -1 })))).toContain('expansion-delay-negative expansions/plant/delay@all');
    expect(codes(balanceOf(typed(workbook, { 'supply/surveyCoverage': 0 })))).toContain('survey-coverage-not-positive supply/surveyCoverage@all');
  });
  const { chain } = chainOf({ prndShare: 0.22, separationYield: 0.97, oxideLoss: 0.05, oxidePerMetal: 1.2, magnetYield: 0.95, rareEarthContent: 0.29, finishedYield: 1, scrapKappa: 0.72, oxideFactor: prNdOxideFactor() });
  const driven = typed(plain, {
    'supply/mode': mode('orders'),
    'supply/before': inputs.response.S0,
    'supply/responseSpeed': inputs.response.beta,
    'supply/stockResponse': 0,
    'supply/capacity': inputs.response.cap_x_rate,
    'material/miningQuota': { 2025: 0 },
    'material/smeltingQuota': { 2025: 0 },
    'material/stockDraw': everyMonth(plain, () => inputs.response.material / (chain?.blankPerOxide ?? Number.NaN)),
    // Oxide that is left over is kept, so that every month has the same limit.
    'material/minimumOxide': 1e9,
    'sectors/use/demandMonthly': everyMonth(plain, (month) => 1000 * daysOf(month)),
  });
  it('moves half of the way to the limit each month, and material binds', () => {
    const balance = balanceOf(driven);
    expected.response_path.forEach((want, at) => {
      expectClose(balance.supply.values[at], want);
      expect(balance.binding[at]).toBe('material');
    });
  });
  it('asks for the supply before the first month and for its material, each at its cell', () => {
    expect(codes(balanceOf(typed(driven, { 'supply/before': null })))).toContain('input-missing supply/before@all');
    expect(codes(balanceOf(typed(driven, { 'material/smeltingQuota': null })))).toContain('input-missing material/smeltingQuota@2025');
    expect(codes(balanceOf(typed(driven, { 'supply/capacity': null })))).toContain('input-missing supply/capacity@all');
    expect(codes(balanceOf(typed(driven, { 'material/oxidePerMetal': 1.1 })))).toContain('ratio-below-stoichiometry material/oxidePerMetal@all');
    expect(codes(balanceOf(typed(driven, { 'material/scrapKappa': 1.5 })))).toContain('yield-out-of-range material/scrapKappa@all');
    expect(codes(balanceOf(typed(driven, { 'material/importedOre': { 2025: 5 } })))).toContain('imported-ore-above-smelting-quota material/importedOre@2025');
  });
  it('holds an operating rate against the nameplate, the holiday already in it', () => {
    const rates = balanceOf(
      typed(plain, { 'supply/mode': mode('rates'), 'supply/capacity': 10_000, 'supply/holidayFactor': 1, 'supply/operatingRate': everyMonth(plain, (_, at) => (at === 3 ? 1.1 : 0.95)), 'supply/outputMonthly': { '2025-02': 7000 } }),
    );
    expectClose(rates.supply.values[0], 9500);
    expect(rates.supply.values[1]).toBe(7000);
    expect(rates.binding.slice(0, 3)).toEqual(['plan', 'actual', 'plan']);
    expect(codes(rates).filter((code) => code.startsWith('plan-above'))).toEqual(['plan-above-capacity 2025-04']);
  });
});

describe('M13 bounded stock', () => {
  type Inputs = Record<'I0' | 'Imin' | 'Imax', number> & { supply: number[]; demand: number[] };
  type Row = Record<'gap' | 'unmet' | 'overflow' | 'stock', number>;
  const { inputs, expected } = methodCase<Inputs, { rows: Row[]; days_of_cover_after_month1: number }>('M13');
  const plain = plainWorkbook('2025-08', '2026-12');
  const workbook = typed(
    typed(plain, {
      'supply/outputMonthly': everyMonth(plain, (_, at) => inputs.supply[at] ?? 20_000),
      'sectors/use/demandMonthly': everyMonth(plain, (_, at) => inputs.demand[at] ?? 20_000),
    }),
    { 'balance/openingStock': inputs.I0, 'balance/minimumStock': inputs.Imin, 'balance/maximumStock': inputs.Imax },
    'forecast',
    't',
  );
  it('keeps the stock within its bounds, and says who went without', () => {
    const balance = balanceOf(workbook);
    expected.rows.forEach((row, at) => {
      expectClose(balance.gap.values[at], row.gap);
      expectClose(balance.unmet.values[at], row.unmet);
      expectClose(balance.overflow.values[at], row.overflow);
      expectClose(balance.inventory.values[at], row.stock);
      expectClose(balance.adjustedGap.values[at], row.gap + row.unmet - row.overflow);
      expectClose(balance.consumption.sectors.use?.values[at], (inputs.demand[at] ?? 0) - row.unmet);
      expectClose(balance.unmetBySector.sectors.use?.values[at], row.unmet);
    });
    expectClose(balance.cumulativeUnmet.values.at(-1), 3000);
    expectClose(balance.coverDays.values[0], expected.days_of_cover_after_month1);
  });
  it('takes 20, 0 and 45 days where nothing is typed, and says so of the opening stock', () => {
    const balance = balanceOf(typed(workbook, { 'balance/openingStock': null, 'balance/minimumStock': null, 'balance/maximumStock': null }));
    let demand = 0;
    let days = 0;
    for (let at = 0; at < 12; at += 1) {
      demand += inputs.demand[at] ?? 20_000;
      days += daysAt(2025 * 12 + 7 + at);
    }
    expectClose((balance.inventory.values[0] ?? Number.NaN) - (expected.rows[0]?.gap ?? 0), (20 * demand) / days);
    expect(codes(balance)).toContain('opening-stock-assumed balance/openingStock@all');
  });
  it('refuses bounds that cross', () => {
    const balance = balanceOf(typed(workbook, { 'balance/minimumStock': 9001 }, 'forecast', 't'));
    expect(codes(balance)).toContain('stock-bounds-crossed balance/maximumStock@all');
    expect(balance.inventory.values[0]).toBeNull();
    expectClose(balance.gap.values[0], -1000);
  });
});

describe('M23 price of 52UH', () => {
  type Inputs = { oxide_prices_yuan_per_kg: Record<'PrNd' | 'Dy' | 'Tb', number>; anchor_price: number; ecm: { cover_path: number[]; unmet_share_path: number[] } };
  type Expected = { cost_path: number[]; price_path: number[]; long_run_path: number[] };
  const { inputs, expected } = methodCase<Inputs, Expected>('M23');
  const plain = { ...plainWorkbook('2025-01', '2026-12'), priceAnchor: '2025-01' as Month };
  const prices = inputs.oxide_prices_yuan_per_kg;
  // Ten percent on the cost of the metal, said as a price of oxide: metal = 1.20 oxide + 10.
  const dearer = (1.1 * (1.2 * prices.PrNd + 10) - 10) / 1.2;
  const supply = (month: Month, at: number): number => daysOf(month) * 1000 - (at === 2 ? 5000 : at === 3 ? (inputs.ecm.unmet_share_path[3] ?? 0) * daysOf(month) * 1000 : 0);
  const workbook = typed(
    typed(plain, {
      'sectors/use/demandMonthly': everyMonth(plain, (month) => 1000 * daysOf(month)),
      'supply/outputMonthly': everyMonth(plain, supply),
      'price/prndOxide': { '2025-01': prices.PrNd, '2025-02': dearer },
      'price/dysprosiumOxide': { '2024-12': prices.Dy },
      'price/terbiumOxide': { '2025-01': prices.Tb },
      'price/anchor': inputs.anchor_price,
    }),
    { 'balance/openingStock': 20_000, 'balance/minimumStock': 15_000, 'balance/maximumStock': 90_000 },
    'forecast',
    't',
  );
  it('follows cost, cover and shortage', () => {
    const { price, coverDays } = balanceOf(workbook);
    expected.price_path.forEach((want, at) => {
      expectClose(coverDays.values[at], inputs.ecm.cover_path[at] ?? Number.NaN);
      expectClose(price?.cost.values[at], expected.cost_path[at] ?? Number.NaN);
      expectClose(price?.longRun.values[at], expected.long_run_path[at] ?? Number.NaN);
      expectClose(price?.price.values[at], want);
    });
  });
  it('starts again from a published price, is null before its anchor, and is silent without any price', () => {
    const published = balanceOf(typed(workbook, { 'price/actual': { '2025-03': 500 } }, 'actual')).price;
    expect(published?.price.values[2]).toBe(500);
    expect(published?.price.states[2]).toBe('actual');
    const late = balanceOf({ ...workbook, priceAnchor: '2025-06' as Month }).price;
    expect(late?.price.values.slice(0, 6)).toEqual([null, null, null, null, null, inputs.anchor_price]);
    expect(codes(balanceOf({ ...workbook, priceAnchor: null }))).toContain('price-anchor-missing price/anchor@all');
    expect(codes(balanceOf(typed(workbook, { 'price/anchor': 100 })))).toContain('price-margin-not-positive price/anchor@all');
    const none = balanceOf(typed(workbook, { 'price/prndOxide': null, 'price/dysprosiumOxide': null, 'price/terbiumOxide': null, 'price/anchor': null }));
    expect(none.price).toBeNull();
    expect(codes(none).filter((code) => code.includes('price'))).toEqual([]);
  });
  it('acts on the demand of the next year only where that is switched on, and never on a known month', () => {
    const known = Object.fromEntries(Object.entries(everyMonth(plain, (month) => 1000 * daysOf(month))).filter(([month]) => month < '2026-02'));
    const elastic = typed(workbook, { 'sectors/use/demandMonthly': known, 'sectors/use/priceElasticity': 0.5, 'price/actual': everyMonth(plain, () => 1.2 * inputs.anchor_price) });
    const sized: Workbook = {
      ...elastic,
      series: {
        ...elastic.series,
        'sectors/use/volume': { kind: 'annual', unit: 'unit', cells: { 2025: { value: 365e6, state: 'forecast' }, 2026: { value: 365e6, state: 'forecast' } } },
        'sectors/use/intensity': { kind: 'annual', unit: 'kgPerUnit', cells: { 2025: { value: 1, state: 'forecast' }, 2026: { value: 1, state: 'forecast' } } },
      },
    };
    const off = balanceOf(sized);
    const on = balanceOf(typed(sized, { 'price/feedback': 1 }));
    expect(on.demandTotal.values.slice(0, 13)).toEqual(off.demandTotal.values.slice(0, 13));
    expectClose(on.demandTotal.values[13], (off.demandTotal.values[13] ?? Number.NaN) * 1.2 ** -0.5);
    const year = on.sectors.use?.years['2026'];
    expectClose(year?.demand.value, on.demandTotal.values.slice(12).reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0));
    expectClose(year?.intensity.value, (year?.demand.value ?? Number.NaN) / 365e3);
    expect(on.coverDays.values[0]).toBe(off.coverDays.values[0]);
  });
});

it('serves the lower priority number first', () => {
  const plain = plainWorkbook('2025-01', '2026-12');
  const driver = plain.sectors.use;
  if (!driver) throw new Error('use');
  const short = typed(
    typed({ ...plain, sectors: { use: driver, other: { ...driver, order: 1 } } }, {
      'sectors/use/demandMonthly': everyMonth(plain, () => 100),
      'sectors/other/demandMonthly': everyMonth(plain, () => 100),
      'supply/outputMonthly': everyMonth(plain, () => 140),
    }),
    { 'balance/openingStock': 0, 'balance/minimumStock': 0, 'balance/maximumStock': 10 },
    'forecast',
    't',
  );
  expectClose(balanceOf(short).consumption.sectors.use?.values[0], 70);
  const ranked = balanceOf(typed(short, { 'balance/rationByPriority': 1, 'sectors/use/priority': 1, 'sectors/other/priority': 2 }));
  expectClose(ranked.consumption.sectors.use?.values[0], 100);
  expectClose(ranked.consumption.sectors.other?.values[0], 40);
});
