/** A workbook of one use and nothing else that is typed: every test says what it needs. */
import { monthsOf, type Horizon, type IsoDate, type Month } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { typed } from './typedCells.ts';

const plain = { en: '', zh: '' };

export function months(workbook: Workbook): readonly Month[] {
  return monthsOf(workbook.horizon);
}

/** A number for every month of the horizon. */
export function everyMonth(workbook: Workbook, value: (month: Month, at: number) => number): Record<string, number> {
  return Object.fromEntries(months(workbook).map((month, at) => [month, value(month, at)]));
}

/** One use whose months of demand are known, no exports, blank and finished alike, supply without any. */
export function plainWorkbook(start: string, end: string): Workbook {
  const horizon: Horizon = { start: start as Month, end: end as Month };
  const empty: Workbook = {
    title: plain,
    horizon,
    shownFrom: horizon.start,
    exportBaseYear: Number(start.slice(0, 4)),
    asOf: `${start}-01` as IsoDate,
    vintage: null,
    priceAnchor: null,
    sectors: {
      use: { kind: 'driver', name: plain, order: 0, volumeName: plain, volumeUnit: 'unit', intensityUnit: 'kgPerUnit', profileIs: 'net', yields: {}, technologies: {}, stackYear: 2024 },
    },
    series: {},
    events: {},
    sources: {},
    expansions: {},
    claims: {},
    statements: {},
    vintages: {},
    scenarios: { base: { name: plain, parent: null, order: 0, color: 0, narrative: plain, overlays: {} } },
  };
  return typed(empty, { 'basis/finishedYield': 1, 'exports/monthly': everyMonth(empty, () => 0), 'supply/holidayFactor': 0 });
}
