/** The whole sample, month by month and line by line, against a second computation that shares no code with the model. */
import { describe, expect, test } from 'vitest';
import type { Balance } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { shippedText, shippedWorkbook } from '../support/shippedWorkbook.ts';
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

/** The file as it opens, and as it is seen on the day of each of its vintages. */
const views: readonly Pick<Workbook, 'asOf' | 'vintage'>[] = [
  { asOf: sample.asOf, vintage: sample.vintage },
  ...Object.entries(sample.vintages)
    .map(([vintage, { asOf }]) => ({ asOf, vintage }))
    .filter(({ vintage }) => vintage !== sample.vintage),
];

describe.each(views)('as of $asOf, vintage $vintage', (view) => {
  test.each(['base', 'deRareEarthWind', 'prolongedControl', 'humanoidUpside', 'quotaLoosening'])('%s', (scenario) => {
    const result = computeBalance({ ...sample, ...view }, scenario);
    if (!result.ok) throw new Error(result.problem.code);
    const model: Balance = result.value;
    const own = recompute(shippedText, scenario, view);
    expect(model.months).toEqual(own.months);
    for (const id of model.sectorIds) {
      const volume = model.sectors[id]?.volume;
      if (volume) same(`volume of ${id}`, volume.values, own.sectors[id]?.volume ?? []);
      same(`demand of ${id}`, model.sectors[id]?.demand.values ?? [], own.sectors[id]?.demand ?? []);
    }
    for (const line of ['base', 'ship', 'release', 'lost', 'backlog', 'approval', 'exports'] as const) same(`exports: ${line}`, model.exportsDetail[line].values, own.exportsDetail[line]);
    for (const line of ['supply', 'imports', 'demandTotal', 'exports', 'gap', 'cumulativeGap', 'inventory', 'unmet', 'overflow', 'coverDays', 'operatingRate'] as const) same(line, model[line].values, own[line]);
    for (const line of ['primary', 'inflow', 'stock', 'limit'] as const) same(`oxide: ${line}`, model.material?.[line].values ?? [], own.material?.[line] ?? []);
    for (const line of ['cost', 'longRun', 'price'] as const) same(`price: ${line}`, model.price?.[line].values ?? [], own.price?.[line] ?? []);
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
