/**
 * Workbooks that can be computed: every annual figure is there, sectors of both kinds use the whole method. The generator of
 * workbooks.ts is for what a file may hold, where most numbers are missing.
 */
import fc from 'fast-check';
import { monthAt, type IsoDate, type Month } from '../../shared/model/period.ts';
import type { Cell, DriverSector, Overlay, Scenario, Series, Workbook } from '../../shared/model/workbook.ts';
import type { UnitId } from '../../shared/model/unit.ts';

const text = { en: 'x', zh: 'x' };

export function scalar(value: number, unit: UnitId = 'ratio'): Series {
  return { kind: 'scalar', unit, cells: { all: { value, state: 'estimate' } } };
}

export function annual(first: number, values: readonly number[], unit: UnitId, state: Cell['state'] = 'forecast'): Series {
  return { kind: 'annual', unit, cells: Object.fromEntries(values.map((value, at) => [String(first + at), { value, state }])) };
}

/** Months from January of a year on; null leaves a month out. */
export function monthly(firstYear: number, values: readonly (number | null)[], unit: UnitId, state: Cell['state'] = 'actual'): Series {
  return { kind: 'monthly', unit, cells: Object.fromEntries(values.flatMap((value, at) => (value === null ? [] : [[monthAt(firstYear * 12 + at), { value, state }]]))) };
}

export function profile(values: readonly number[]): Series {
  return { kind: 'calendarMonth', unit: 'weight', cells: Object.fromEntries(values.map((value, at) => [String(at + 1).padStart(2, '0'), { value, state: 'estimate' }])) };
}

export const driver: DriverSector = {
  kind: 'driver',
  name: text,
  order: 1,
  volumeName: text,
  volumeUnit: 'unit',
  intensityUnit: 'kgPerUnit',
  profileIs: 'gross',
  yields: {},
  technologies: {},
  stackYear: 2024,
};

export function scenario(parent: string | null, overlays: Readonly<Record<string, Overlay>> = {}): Scenario {
  return { name: text, parent, order: 0, color: 0, narrative: text, overlays };
}

/** A workbook of one driver sector "one" and other domestic use, from January 2024 on, with ten thousand tonnes to give. */
export function smallWorkbook(years: number, series: Readonly<Record<string, Series>>, change: Partial<Workbook> = {}): Workbook {
  return {
    title: text,
    horizon: { start: '2024-01' as Month, end: monthAt((2024 + years) * 12 - 1) },
    shownFrom: '2024-01' as Month,
    exportBaseYear: 2024,
    asOf: '2026-12-31' as IsoDate,
    vintage: null,
    priceAnchor: null,
    sectors: { one: driver, rest: { kind: 'residual', name: text, order: 2, baseYear: 2024, profileIs: 'net' } },
    series: {
      'supply/output': annual(2024, Array.from({ length: years }, () => 10000), 't'),
      'exports/baseYear': { kind: 'calendarMonth', unit: 't', cells: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [String(at + 1).padStart(2, '0'), { value: 100, state: 'estimate' as const }])) },
      'basis/finishedYield': scalar(0.7133105802047781),
      ...series,
    },
    events: {},
    sources: {},
    expansions: {},
    claims: {},
    statements: {},
    vintages: {},
    scenarios: { base: scenario(null) },
    ...change,
  };
}

const known = fc.option(fc.constantFrom('2024-02-01', '2024-08-01', '2025-03-01', '2025-09-01', '2026-02-01').map((date) => date as IsoDate));

function withKnown(series: Series, dates: readonly (IsoDate | null)[]): Series {
  const cells = Object.entries(series.cells).map(([period, cell], at): [string, Cell] => {
    const date = dates[at % Math.max(1, dates.length)] ?? null;
    return [period, { ...cell, ...(date === null ? {} : { known: date }) }];
  });
  return { ...series, cells: Object.fromEntries(cells) };
}

const choice = fc.constantFrom(0, 1, 2);

/** Two or three years of one sector with everything that acts on it, and a child scenario. */
export const computableWorkbooks: fc.Arbitrary<Workbook> = fc
  .record({
    years: fc.integer({ min: 1, max: 3 }),
    volumes: fc.array(fc.double({ min: 1e3, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 3 }),
    intensities: fc.array(fc.double({ min: 0.5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
    weights: fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 12, maxLength: 12 }),
    shares: fc.array(fc.option(fc.double({ min: 0.01, max: 0.12, noNaN: true })), { minLength: 36, maxLength: 36 }),
    demandShares: fc.array(fc.option(fc.double({ min: 0.01, max: 0.12, noNaN: true }), { freq: 2 }), { minLength: 12, maxLength: 12 }),
    dates: fc.array(known, { minLength: 1, maxLength: 5 }),
    lead: fc.constantFrom(0, 0.5, 1, 2.25),
    uplift: fc.array(fc.constantFrom(0, 0, 0.2, 0.1), { minLength: 12, maxLength: 12 }),
    payback: fc.array(fc.constantFrom(0.1, 0.2), { minLength: 12, maxLength: 12 }),
    mode: choice,
    method: choice,
    finished: fc.boolean(),
    technologyShare: fc.double({ min: 0, max: 1, noNaN: true }),
    childShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map((made) => {
    const at = made.years - 1;
    const last = 2024 + at;
    const months = made.shares.slice(0, made.years * 12).map((share, month) => (share === null ? null : share * (made.volumes[Math.floor(month / 12)] ?? 0)));
    const demandOf = ((made.volumes[at] ?? 0) * (made.intensities[at] ?? 0)) / 1000;
    const path = 'sectors/one/technologies/';
    const series: Record<string, Series> = {
      'sectors/one/volume': withKnown(annual(2024, made.volumes.slice(0, made.years), 'unit'), made.dates),
      'sectors/one/intensity': annual(2024, made.intensities.slice(0, made.years), 'kgPerUnit'),
      'sectors/one/volumeMonthly': withKnown(monthly(2024, months, 'unit'), made.dates),
      'sectors/one/demandMonthly': withKnown(monthly(last, made.demandShares.map((share) => (share === null ? null : share * demandOf)), 't'), made.dates),
      'sectors/one/profile': profile(made.weights),
      'sectors/one/leadMonths': scalar(made.lead, 'months'),
      'sectors/one/subsidyUplift': monthly(last, made.uplift, 'ratio', 'forecast'),
      'sectors/one/paybackProfile': monthly(last, made.payback, 'weight', 'forecast'),
      'sectors/one/actualsMode': scalar(made.mode, 'choice'),
      'sectors/one/splitMethod': scalar(made.method, 'choice'),
      'basis/sectorsFinished': scalar(made.finished ? 1 : 0, 'switch'),
      [`${path}a/share`]: annual(2024, Array.from({ length: made.years }, () => made.technologyShare), 'ratio'),
      [`${path}a/mass`]: scalar(2, 'kgPerUnit'),
      [`${path}b/mass`]: scalar(1, 'kgPerUnit'),
    };
    const technologies = { a: { name: text, order: 1, balancing: false }, b: { name: text, order: 2, balancing: true } };
    const overlay: Overlay = { path: `${path}a/share`, periods: [], op: 'set', value: made.childShare };
    return smallWorkbook(made.years, series, {
      sectors: { one: { ...driver, technologies }, rest: { kind: 'residual', name: text, order: 2, baseYear: 2024, profileIs: 'net' } },
      scenarios: { base: scenario(null), child: scenario('base'), other: scenario('base', { share: overlay }) },
    });
  });
