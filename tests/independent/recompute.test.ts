/** The whole sample, month by month and line by line, against a second computation that shares no code with the model. */
import { describe, expect, test } from 'vitest';
import type { Balance } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { shippedText, shippedWorkbook } from '../support/shippedWorkbook.ts';
import { everyMonth } from '../support/plainWorkbook.ts';
import { typed } from '../support/typedCells.ts';
import { recompute } from './recompute.mjs';

type Line = readonly (number | null)[];

function same(name: string, model: Line, own: Line): void {
  expect(model.length, name).toBe(own.length);
  model.forEach((value, at) => {
    const other = own[at] ?? null;
    if (value === null || other === null) expect(value, `${name}, month ${at}`).toBe(other);
    else if (Math.abs(value - other) > 1e-9 * Math.max(1, Math.abs(other))) throw new Error(`${name}, month ${at}: ${value} against ${other}`);
  });
}

const sample = shippedWorkbook();

/** Every line of a scenario of a workbook, by both computations. */
function agree(workbook: Workbook, scenario: string): Balance {
  const result = computeBalance(workbook, scenario);
  if (!result.ok) throw new Error(result.problem.code);
  const model: Balance = result.value;
  const own = recompute(JSON.stringify({ workbook }), scenario);
  expect(model.months).toEqual(own.months);
  for (const id of model.sectorIds) {
    const volume = model.sectors[id]?.volume;
    if (volume) same(`volume of ${id}`, volume.values, own.sectors[id]?.volume ?? []);
    same(`demand of ${id}`, model.sectors[id]?.demand.values ?? [], own.sectors[id]?.demand ?? []);
  }
  for (const line of ['base', 'ship', 'release', 'lost', 'backlog', 'approval', 'approvalControlled', 'approvalUncontrolled', 'stockpile', 'exports'] as const) same(`exports: ${line}`, model.exportsDetail[line].values, own.exportsDetail[line]);
  for (const line of ['supply', 'imports', 'demandTotal', 'exports', 'gap', 'cumulativeGap', 'inventory', 'unmet', 'overflow', 'coverDays', 'operatingRate', 'capacity', 'capacityLimit'] as const) same(line, model[line].values, own[line]);
  for (const line of ['primary', 'inflow', 'stock', 'limit'] as const) same(`oxide: ${line}`, model.material?.[line].values ?? [], own.material?.[line] ?? []);
  for (const line of ['cost', 'longRun', 'price'] as const) same(`price: ${line}`, model.price?.[line].values ?? [], own.price?.[line] ?? []);
  return model;
}

/** The file as it opens, and as it is seen on the day of each of its vintages. */
const views: readonly Pick<Workbook, 'asOf' | 'vintage'>[] = [
  { asOf: sample.asOf, vintage: sample.vintage },
  ...Object.entries(sample.vintages)
    .map(([vintage, { asOf }]) => ({ asOf, vintage }))
    .filter(({ vintage }) => vintage !== sample.vintage),
];

describe.each(views)('as of $asOf, vintage $vintage', (view) => {
  test.each(Object.keys(sample.scenarios))('%s', (scenario) => {
    agree({ ...sample, ...view }, scenario);
  });
});

const december = { asOf: '2025-12-15' as IsoDate, vintage: null };
const base = agree(sample, 'base');
const months = (value: (month: Month, at: number) => number): Record<string, number> => everyMonth(sample, value);
const plants: Workbook['expansions'] = {
  baotou: { name: { en: 'Baotou', zh: '包头' }, order: 0, start: '2024-09' as Month },
  ganzhou: { name: { en: 'Ganzhou', zh: '赣州' }, order: 1, start: '2025-05' as Month },
};
const added = { 'expansions/baotou/tonnes': 4000, 'expansions/baotou/ramp': 6, 'expansions/ganzhou/tonnes': 2500, 'expansions/ganzhou/delay': 4, 'expansions/ganzhou/ramp': 3 };

/** Workbooks that use what the sample itself does not, each with the line that must move. */
const derived: readonly (readonly [name: string, line: (balance: Balance) => Line, change: Partial<Workbook>, numbers: Parameters<typeof typed>[1]])[] = [
  ['supply that follows orders', (balance) => balance.supply.values, {}, { 'supply/mode': 2 }],
  ['supply that follows orders, slowly and with known months', (balance) => balance.supply.values, december, { 'supply/mode': 2, 'supply/responseSpeed': 0.3, 'supply/targetCover': 35, 'material/openingOxide': 20_000 }],
  ['supply at its limits', (balance) => balance.supply.values, {}, { 'supply/mode': 3, 'material/minimumOxide': 500 }],
  ['supply by operating rates, with known months', (balance) => balance.supply.values, december, { 'supply/mode': 1, 'supply/operatingRate': months((_, at) => 0.6 + (at % 7) / 50) }],
  ['expansions beside a plan', (balance) => balance.capacity.values, { expansions: plants }, added],
  ['expansions at the limits of supply', (balance) => balance.supply.values, { expansions: plants }, { ...added, 'supply/mode': 3, 'material/oxideImports': { 2024: 60_000, 2025: 60_000, 2026: 60_000 }, 'material/scrapLag': 3 }],
  ['caps on exports and a stockpile that unwinds', (balance) => balance.exportsDetail.exports.values, {}, { 'exports/cap': months((_, at) => 3500 + 40 * at), 'exports/stockpile': { '2025-06': 900, '2025-08': 400 }, 'exports/stockpileUnwind': 1 }],
  ['sector figures that are finished magnets', (balance) => balance.demandTotal.values, december, { 'basis/sectorsFinished': 1 }],
  ['known months of demand', (balance) => balance.demandTotal.values, december, { 'sectors/nev/demandMonthly': { '2025-08': 6100, '2025-09': 6638 }, 'sectors/wind/demandMonthly': { '2025-05': 2527 }, 'sectors/otherDomestic/demandMonthly': { '2025-01': 4000 } }],
  [
    'cumulative releases of every line',
    (balance) => balance.gap.values,
    {},
    {
      'sectors/robots/volumeCumulative': { '2025-02': 91_088, '2025-09': 595_000 },
      'sectors/nev/demandCumulative': { '2025-08': 40_800 },
      'sectors/otherDomestic/demandCumulative': { '2025-02': 8000, '2025-05': 21_000 },
      'supply/outputCumulative': { '2025-02': 38_000, '2025-06': 120_000 },
      'exports/cumulative': { '2025-02': 9906, '2025-05': 19_132, '2026-02': 9000 },
    },
  ],
  ['releases that contradict each other', (balance) => balance.gap.values, {}, { 'sectors/robots/volumeCumulative': { '2025-04': 300_000, '2025-06': 250_000 }, 'supply/outputCumulative': { '2025-04': 80_000, '2025-05': 70_000 } }],
  ['target shares of the year', (balance) => balance.demandTotal.values, {}, { 'sectors/wind/rushShare': { '2024-12': 0.35, '2025-05': 0.3, '2025-06': 0.1 }, 'sectors/otherDomestic/rushShare': { '2026-03': 0.12 } }],
  ['a New Year window of the analyst’s own', (balance) => balance.gap.values, {}, { 'calendar/daysBefore': 14, 'calendar/weightBefore': 0.4, 'calendar/feastDays': 8, 'calendar/feastWeight': 0.9, 'calendar/daysAfter': 0, 'calendar/weightAfter': 0.8 }],
  ['a subsidy in the base itself', (balance) => balance.demandTotal.values, december, { 'sectors/airConditioners/subsidyUplift': { '2025-04': 0.2, '2025-10': 0.1 }, 'sectors/airConditioners/paybackProfile': { '2025-08': 0.25, '2026-12': 0.25, '2027-02': 0.5 }, 'sectors/airConditioners/subsidyPayback': 0.4 }],
];

describe.each(derived)('%s', (_name, line, change, numbers) => {
  const workbook: Workbook = typed({ ...sample, ...change }, numbers);
  test.each(['base', 'prolongedControl', 'subsidyPullForward'])('%s', (scenario) => {
    const model = agree(workbook, scenario);
    if (scenario === 'base') expect(line(model)).not.toEqual(line(base));
  });
});

test('the second computation is the method, not a copy of its result: it follows a change of the file', () => {
  const file = JSON.parse(shippedText) as { workbook: { series: Record<string, { cells: Record<string, { value: number }> }> } };
  const cell = file.workbook.series['sectors/wind/volume']?.cells['2026'];
  if (!cell) throw new Error('The sample has no wind volume for 2026.');
  cell.value *= 2;
  const before = recompute(shippedText, 'base').gap;
  const after = recompute(JSON.stringify(file), 'base').gap;
  expect(after[30]).not.toBe(before[30]);
  expectClose(after[0], before[0] ?? Number.NaN, 1e-2);
});
