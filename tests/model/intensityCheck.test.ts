/** An intensity that nobody would build with is a finding at its cell, typed or implied; its number stays. */
import { describe, expect, test } from 'vitest';
import { chooseTables } from '../../renderer/views/chooseTables.ts';
import { findingText } from '../../shared/messages/findings.ts';
import type { Balance, Finding } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { ScenarioId, Series, Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = shippedWorkbook();

function balanceOf(workbook: Workbook, scenario: ScenarioId = 'base'): Balance {
  const balance = computeBalance(workbook, scenario);
  if (!balance.ok) throw new Error(balance.problem.code);
  return balance.value;
}

const found = (workbook: Workbook, scenario?: ScenarioId): readonly Finding[] => balanceOf(workbook, scenario).findings.filter(({ code }) => code.startsWith('intensity-'));

function withCells(path: string, cells: Readonly<Record<string, number>>, unit?: Series['unit']): Workbook {
  const series = sample.series[path];
  if (!series) throw new Error(path);
  const typed = Object.entries(cells).map(([period, value]) => [period, { value, state: 'forecast' as const }] as const);
  return { ...sample, series: { ...sample.series, [path]: { ...series, ...(unit === undefined ? {} : { unit }), cells: { ...series.cells, ...Object.fromEntries(typed) } } } };
}

describe('the range of an intensity', () => {
  test('holds for every sector of the sample, and every range has a grade and says where it is from', () => {
    expect(found(sample).filter(({ code }) => code !== 'intensity-change')).toEqual([]);
    for (const [id, sector] of Object.entries(sample.sectors)) {
      if (sector.kind !== 'driver') continue;
      for (const name of ['intensityLow', 'intensityHigh']) {
        const cell = sample.series[`sectors/${id}/${name}`]?.cells['all'];
        expect(cell?.grade, `${id} ${name}`).toBeDefined();
        expect(cell?.note?.en ?? '', `${id} ${name}`).not.toBe('');
      }
    }
  });

  test('is left by a typed intensity: a warning at its cell, in the unit people read', () => {
    const [finding, ...others] = found(withCells('sectors/nev/intensity', { 2026: 8 })).filter(({ code }) => code === 'intensity-out-of-range');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', place: 'sectors/nev/intensity@2026', values: { value: 8, low: 2.7, high: 7, unit: 'kgPerVehicle' } });
    expect(finding && findingText(finding).en).toContain('In 2026 the intensity is 8 kg/vehicle, outside its plausible range of 2.7 to 7 kg/vehicle.');
    expect(finding && findingText(finding).zh).toContain('2026 年单耗为 8 千克/辆，超出合理区间（2.7–7 千克/辆）');
  });

  test('is left by an implied one: half the vehicles for the same tonnes', () => {
    const places = found(withCells('sectors/nev/volume', { 2024: 6_444_000 })).map(({ code, place }) => `${code} ${String(place)}`);
    expect(places).toContain('intensity-out-of-range sectors/nev/intensity@2024');
  });

  test('is compared in one unit', () => {
    const grams = withCells('sectors/airConditioners/intensityHigh', { all: 80 }, 'gPerUnit');
    const finding = found(grams).find(({ code }) => code === 'intensity-out-of-range');
    expect(finding).toMatchObject({ code: 'intensity-out-of-range', place: 'sectors/airConditioners/intensity@2025', values: { unit: 'gPerUnit' } });
    expectClose(Number(finding?.values['value']), 81.25);
    expectClose(Number(finding?.values['high']), 80);
  });

  test('of the other way round is a finding of its own, and checks nothing', () => {
    expect(found(withCells('sectors/robots/intensityLow', { all: 30 })).filter(({ place }) => String(place).startsWith('sectors/robots'))).toMatchObject([{ code: 'intensity-range-crossed', place: 'sectors/robots/intensityLow@all' }]);
  });

  test('may be a scenario’s own, and a scenario may leave it', () => {
    expect(found(sample, 'deRareEarthWind').map(({ code, place }) => `${code} ${String(place)}`)).toContain('intensity-out-of-range sectors/wind/intensity@2026');
  });
});

describe('a change on the year before', () => {
  const changed = (ratio: number): readonly Finding[] =>
    found(withCells('sectors/humanoids/intensity', { 2024: 3, 2025: 3 * ratio, 2026: 3 * ratio })).filter(({ code, place }) => code === 'intensity-change' && String(place).startsWith('sectors/humanoids'));

  test('of up to 7.5% is none, up to 15% a note, beyond a warning; on the threshold the milder', () => {
    expect(changed(1.075)).toEqual([]);
    expect(changed(0.92)).toMatchObject([{ severity: 'info', place: 'sectors/humanoids/intensity@2025' }]);
    expect(changed(1.15)).toMatchObject([{ severity: 'info' }]);
    expect(changed(1.16)).toMatchObject([{ severity: 'warning' }]);
    expect(changed(0.92).map((finding) => findingText(finding).en)[0]).toContain('−8.0% on the year before, more than 7.5%');
  });

  test('of wind power in 2025 is one: a fifth less a megawatt', () => {
    const [finding] = found(sample);
    expect(finding).toMatchObject({ code: 'intensity-change', severity: 'warning', place: 'sectors/wind/intensity@2025' });
    expectClose(Number(finding?.values['change']), 8341 / 87_000 / (9735 / 80_454) - 1);
  });
});

test('the Drivers grid flags the cell and offers the range in its row', () => {
  const [table] = chooseTables('drivers', sample, 'base', balanceOf(sample));
  const row = table?.rows.find(({ id }) => id === 'sectors/wind/intensity');
  expect(row?.cells['2025']?.flagged).toBe(true);
  expect(row?.cells['2024']?.flagged).toBeUndefined();
  expect([row?.cells['low']?.value, row?.cells['high']?.value]).toEqual([60, 180]);
  expect(row?.cells['low']?.edit).toEqual({ kind: 'input', address: { path: 'sectors/wind/intensityLow', period: 'all' } });
});
