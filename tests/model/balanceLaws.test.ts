/** Laws of a whole balance, over workbooks of every kind and over the sample with every mode, bound and price. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Balance, MonthlyQuantity } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { supplyModes } from '../../shared/model/paths.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { typed } from '../support/typedCells.ts';
import { workbooks } from '../support/workbooks.ts';

const sample = shippedWorkbook();
const rootId = Object.entries(sample.scenarios).find(([, scenario]) => scenario.parent === null)?.[0] ?? '';
const years = ['2024', '2025', '2026'] as const;

function balanceOf(workbook: Workbook, scenario = rootId): Balance {
  const result = computeBalance(workbook, scenario);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const within = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const annual = (min: number, max: number): fc.Arbitrary<Record<string, number>> => fc.record({ 2024: within(min, max), 2025: within(min, max), 2026: within(min, max) });
const someMonths = (min: number, max: number): fc.Arbitrary<Record<string, number>> => fc.dictionary(fc.constantFrom('2024-02', '2025-03', '2025-06', '2025-12', '2026-01', '2026-04'), within(min, max), { maxKeys: 3 });

/** The sample with a mode, a material chain, bounds, exports and prices of every kind. */
const variants: fc.Arbitrary<Workbook> = fc
  .record({
    'supply/mode': fc.constantFrom(...supplyModes.keys()),
    'supply/capacity': within(10_000, 40_000),
    'supply/before': within(10_000, 30_000),
    'supply/responseSpeed': fc.constantFrom(0.5, 1),
    'supply/surveyCoverage': within(0.7, 1),
    'supply/maximumRate': within(0.5, 1.1),
    'supply/operatingRate': fc.constant(Object.fromEntries(years.flatMap((year) => Array.from({ length: 12 }, (_, at) => [`${year}-${String(at + 1).padStart(2, '0')}`, 0.7])))),
    'supply/outputMonthly': someMonths(5_000, 22_000),
    'supply/magnetImports': annual(0, 5_000),
    'material/miningQuota': annual(100_000, 400_000),
    'material/smeltingQuota': annual(100_000, 400_000),
    'material/importedOre': annual(0, 90_000),
    'material/oxideImports': annual(0, 40_000),
    'material/endOfLife': annual(0, 9_000),
    'material/stockDraw': someMonths(-500, 2_000),
    'material/openingOxide': within(0, 5_000),
    'material/minimumOxide': within(0, 3_000),
    'material/scrapLag': fc.integer({ min: 1, max: 5 }),
    'balance/minimumStock': within(0, 15),
    'balance/maximumStock': within(15, 60),
    'balance/rationByPriority': fc.constantFrom(0, 1),
    'exports/priority': fc.integer({ min: 1, max: 3 }),
    'exports/cap': someMonths(1_000, 6_000),
    'exports/openingBacklog': within(0, 9_000),
    'exports/stockpile': someMonths(0, 900),
    'exports/stockpileUnwind': fc.constantFrom(0, 1),
    'exports/diversionRate': within(0, 0.5),
    'exports/releaseRate': within(0, 0.5),
    'price/prndOxide': someMonths(300, 800).map((months) => ({ '2023-12': 400, ...months })),
    'price/dysprosiumOxide': fc.constant({ '2024-01': 1_700 }),
    'price/terbiumOxide': fc.constant({ '2023-12': 5_800 }),
    'price/anchor': within(200, 600),
    'price/shock': someMonths(-300, 300),
    'price/feedback': fc.constantFrom(0, 1),
  })
  .map((numbers) => {
    const elastic = Object.fromEntries(Object.keys(sample.sectors).map((id, at) => [`sectors/${id}/priceElasticity`, at / 10]));
    return { ...typed(sample, { ...numbers, ...elastic }), priceAnchor: sample.horizon.start };
  });

/** Every number reached from a value, with where it is. */
function eachNumber(value: unknown, at: string, visit: (number: number, at: string) => void): void {
  if (typeof value === 'number') visit(value, at);
  else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) eachNumber(inner, `${at}.${key}`, visit);
}

function expectSound(balance: Balance): void {
  eachNumber(balance, 'balance', (number, at) => {
    if (!Number.isFinite(number)) throw new Error(`${at} is ${number}.`);
  });
  for (const price of balance.price?.price.values ?? []) expect(price === null || price > 0).toBe(true);
  balance.gap.values.forEach((gap, at) => {
    if (balance.unmet.values[at] === 0 && balance.overflow.values[at] === 0) expect(balance.adjustedGap.values[at]).toBe(gap);
  });
  expect(balance.binding).toHaveLength(balance.months.length);
}

const number = (line: MonthlyQuantity | undefined, at: number): number => line?.values[at] ?? Number.NaN;
const sum = (line: MonthlyQuantity): number => line.values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

test('no number of any balance of any workbook is infinite or none, and prices are above zero', () => {
  fc.assert(
    fc.property(workbooks, (workbook) => {
      for (const id of Object.keys(workbook.scenarios)) {
        const result = computeBalance(workbook, id);
        if (result.ok) expectSound(result.value);
      }
    }),
    { numRuns: 150 },
  );
  fc.assert(fc.property(variants, (workbook) => Object.keys(workbook.scenarios).forEach((id) => expectSound(balanceOf(workbook, id)))), { numRuns: 25 });
}, 60_000);

test('oxide: stock before and inflow are what is used and left', () => {
  fc.assert(
    fc.property(variants, (workbook) => {
      const { material, months } = balanceOf(workbook);
      let before = workbook.series['material/openingOxide']?.cells['all']?.value ?? 0;
      months.forEach((_, at) => {
        const left = number(material?.stock, at);
        if (Number.isNaN(left)) return;
        const scale = Math.max(1, Math.abs(before), number(material?.used, at));
        expect(Math.abs(before + number(material?.inflow, at) - number(material?.used, at) - left)).toBeLessThanOrEqual(1e-9 * scale);
        expectClose(number(material?.primary, at) + number(material?.scrap, at), number(material?.inflow, at));
        before = left;
      });
    }),
    { numRuns: 60 },
  );
});

test('magnets: what there was and came in was used, left the balance or is left', () => {
  fc.assert(
    fc.property(variants, (workbook) => {
      const balance = balanceOf(workbook);
      balance.months.forEach((_, at) => {
        if (at === 0 || balance.inventory.values[at] === null) return;
        const uses = [...Object.values(balance.consumption.sectors), balance.consumption.exports];
        const received = uses.reduce((total, line) => total + number(line, at), 0);
        const came = number(balance.inventory, at - 1) + number(balance.supply, at) + number(balance.imports, at) + number(balance.pipelineNotRefilled, at);
        expectClose(received + number(balance.overflow, at) + number(balance.inventory, at), came);
        const missed = [...Object.values(balance.unmetBySector.sectors), balance.unmetBySector.exports].reduce((total, line) => total + number(line, at), 0);
        expectClose(missed + number(balance.pipelineNotRefilled, at), number(balance.unmet, at));
      });
    }),
    { numRuns: 60 },
  );
});

test('supply stays within capacity and material where it is no plan and no known month', () => {
  fc.assert(
    fc.property(variants, (workbook) => {
      const balance = balanceOf(workbook);
      balance.binding.forEach((binding, at) => {
        if (binding === null || binding === 'actual' || binding === 'plan') return;
        const limit = Math.min(number(balance.capacityLimit, at), number(balance.material?.limit, at));
        expect(number(balance.supply, at)).toBeLessThanOrEqual(limit * (1 + 1e-12));
        expect(number(balance.supply, at)).toBeGreaterThanOrEqual(0);
      });
    }),
    { numRuns: 60 },
  );
});

test('exports: the base and the opening backlog are shipped, released, lost or waiting', () => {
  fc.assert(
    fc.property(variants, (workbook) => {
      const { base, ship, release, lost, backlog } = balanceOf(workbook).exportsDetail;
      const opening = workbook.series['exports/openingBacklog']?.cells['all']?.value ?? 0;
      expectClose(sum(ship) + sum(release) + sum(lost) + number(backlog, backlog.values.length - 1), sum(base) + opening);
    }),
    { numRuns: 60 },
  );
});

const eventId = Object.keys(sample.events)[0] ?? '';

test('later licences never raise cumulative exports where nothing is released from the backlog', () => {
  fc.assert(
    fc.property(within(0, 6), within(0, 6), within(0, 0.5), (midpoint, later, diversion) => {
      const run = (months: number): MonthlyQuantity =>
        balanceOf(typed(sample, { [`events/${eventId}/controlledMidpoint`]: months, 'exports/releaseRate': 0, 'exports/diversionRate': diversion })).exportsDetail.exports;
      const early = run(midpoint);
      const late = run(midpoint + later);
      let difference = 0;
      early.values.forEach((_, at) => {
        difference += number(early, at) - number(late, at);
        expect(difference).toBeGreaterThanOrEqual(-1e-6);
      });
    }),
    { numRuns: 40 },
  );
});

test('more planned supply never lowers the gap of its month', () => {
  const output = (factor: number): Record<string, number> =>
    Object.fromEntries(years.map((year) => [year, (sample.series['supply/output']?.cells[year]?.value ?? Number.NaN) * (year === '2024' ? 1 : factor)]));
  fc.assert(
    fc.property(within(1, 2), (factor) => {
      const before = balanceOf(typed(sample, { 'supply/output': output(1) }));
      const after = balanceOf(typed(sample, { 'supply/output': output(factor) }));
      before.gap.values.forEach((gap, at) => expect(number(after.gap, at)).toBeGreaterThanOrEqual((gap ?? Number.NaN) - 1e-9 * number(before.supply, at)));
    }),
    { numRuns: 20 },
  );
});

test('the variants reach what the laws speak of', () => {
  // A fixed draw: what the generator reaches is a fact about it, not a matter of luck.
  const drawn = fc.sample(variants, { numRuns: 200, seed: 7 }).map((workbook) => balanceOf(workbook));
  const some = (holds: (balance: Balance) => boolean): boolean => drawn.some(holds);
  for (const binding of ['actual', 'plan', 'target', 'capacity', 'material', 'response'] as const) expect(some((balance) => balance.binding.includes(binding)), binding).toBe(true);
  expect(some((balance) => balance.pipelineNotRefilled.values.some((value) => value === 0) && sum(balance.unmet) > 0)).toBe(true);
  expect(some((balance) => sum(balance.overflow) > 0)).toBe(true);
  expect(some((balance) => balance.material?.stock.values.every((value) => value !== null) === true)).toBe(true);
  expect(some((balance) => balance.price?.price.values.every((value) => value !== null) === true)).toBe(true);
  expect(some((balance) => Number.isFinite(sum(balance.exportsDetail.backlog)))).toBe(true);
}, 60_000);
