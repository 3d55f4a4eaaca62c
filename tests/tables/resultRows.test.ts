/** What the grids compute on their own rows: totals that are the sum of the months shown, costs and margins that add up. */
import { describe, expect, it } from 'vitest';
import { chooseTables } from '../../renderer/views/chooseTables.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { elasticityToCost, elasticityToCover } from '../../shared/model/priceElasticity.ts';
import { longRunPrice } from '../../shared/model/price.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { TableRow } from '../../shared/tables/table.ts';
import { expectClose } from '../support/close.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = shippedWorkbook();

function rowsOf(tab: Parameters<typeof chooseTables>[0], workbook: Workbook = sample): ReadonlyMap<string, TableRow> {
  const balance = computeBalance(workbook, 'base');
  if (!balance.ok) throw new Error(balance.problem.code);
  return new Map(chooseTables(tab, workbook, 'base', balance.value).flatMap((table) => table.rows.map((row) => [row.id, row] as const)));
}

const valueOf = (rows: ReadonlyMap<string, TableRow>, id: string, column: string): number => rows.get(id)?.cells[column]?.value ?? Number.NaN;
const months = (year: number): string[] => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
const total = (rows: ReadonlyMap<string, TableRow>, id: string, year: number): number => months(year).reduce((sum, month) => sum + valueOf(rows, id, month), 0);

describe('output of a survey that covers more than the whole', () => {
  const coverage = 1.25;
  const surveyed: Workbook = {
    ...sample,
    series: { ...sample.series, 'supply/outputMonthly': { kind: 'monthly', unit: 't', basis: 'blank', coverage, cells: { '2025-03': { value: 30_000, state: 'actual', known: sample.asOf } } } },
  };
  const rows = rowsOf('supply', surveyed);
  it('stands as published in a row of its own, where months are typed', () => {
    expect(valueOf(rows, 'supply/outputMonthly', '2025-03')).toBe(30_000);
    expect(rows.get('supply/outputMonthly')?.label.en).toBe('As published');
    expect(rows.get('supply/outputMonthly')?.cells['2025-04']?.edit?.kind).toBe('input');
    expect(rows.get('supply/outputMonthly')?.cells['2025']).toBeUndefined();
  });
  it('is scaled in the row above, whose months add up to its total', () => {
    expectClose(valueOf(rows, 'supply/outputMonthly/scaled', '2025-03'), 30_000 / coverage);
    expectClose(total(rows, 'supply/outputMonthly/scaled', 2025), valueOf(rows, 'supply/outputMonthly/scaled', '2025'));
    expect(rows.get('supply/outputMonthly/scaled')?.cells['2025-03']?.edit?.kind).toBe('refused');
  });
  it('needs one row where a tonne of it is a tonne of the balance', () => {
    const plain = rowsOf('supply');
    expect(plain.has('supply/outputMonthly/scaled')).toBe(false);
    expectClose(total(plain, 'supply/outputMonthly', 2025), valueOf(plain, 'supply/outputMonthly', '2025'));
  });
});

describe('oxide', () => {
  it('flows in from what is primary and from scrap', () => {
    const rows = rowsOf('supply');
    for (const month of months(2025)) expectClose(valueOf(rows, 'oxide-primary', month) + valueOf(rows, 'oxide-scrap', month), valueOf(rows, 'oxide-inflow', month));
  });
});

describe('the price grid', () => {
  const rows = rowsOf('price');
  it('builds the cost up from its parts and the prices from cost and margin', () => {
    for (const month of months(2025)) {
      const parts = ['PrNd', 'Dy', 'Tb', 'other'].reduce((sum, part) => sum + valueOf(rows, `price/part/${part}`, month), 0);
      expectClose(parts, valueOf(rows, 'price/cost', month));
      expectClose(valueOf(rows, 'price/cost', month) + valueOf(rows, 'price/margin', month), valueOf(rows, 'price', month));
      expectClose(valueOf(rows, 'price/cost', month) + valueOf(rows, 'price/longRunMargin', month), valueOf(rows, 'price/longRun', month));
    }
  });
  it('tells the half-life that a correction of a quarter a month has', () => {
    expectClose(valueOf(rows, 'price/halfLife', 'all'), Math.log(0.5) / Math.log(0.75));
  });
});

describe('elasticities of the long-run price', () => {
  const parameters = { ecmKappa: 0.25, priceTheta: 0.5, marginElasticity: 0.2, shortageResponse: 0.5, referenceCover: 20 };
  const at = (cost: number, cover: number): number => longRunPrice(parameters, 180, cost, cover, 0.05) ?? Number.NaN;
  const step = 1e-6;
  const slope = (up: number, down: number): number => Math.log(up / down) / (2 * step);
  it.each([
    [210, 20],
    [150, 6],
    [260, 45],
  ])('are the slope of the price at cost %d and cover %d', (cost, cover) => {
    const price = at(cost, cover);
    const part = cost * 0.7;
    expectClose(elasticityToCost(part, price), slope(at(cost + part * step, cover), at(cost - part * step, cover)), 1e-6);
    expectClose(elasticityToCover(price, cost, cover, 0.2), slope(at(cost, cover * (1 + step)), at(cost, cover * (1 - step))), 1e-6);
  });
  it('are missing without a price and nothing where cover is floored', () => {
    expect(elasticityToCost(100, null)).toBeNull();
    expect(elasticityToCost(100, 0)).toBeNull();
    expect(elasticityToCover(null, 100, 20, 0.2)).toBeNull();
    expect(elasticityToCover(390, 210, 0.5, 0.2)).toBe(0);
  });
});

describe('stockpiling abroad', () => {
  it('is shown net of what unwinds', () => {
    const typed: Workbook = {
      ...sample,
      series: {
        ...sample.series,
        'exports/stockpile': { kind: 'monthly', unit: 't', basis: 'finished', cells: { '2025-08': { value: 900, state: 'forecast' } } },
        'exports/stockpileUnwind': { kind: 'scalar', unit: 'switch', cells: { all: { value: 1, state: 'forecast' } } },
      },
    };
    const rows = rowsOf('exports', typed);
    expect(valueOf(rows, 'exports/netStockpile', '2025-08')).toBe(900);
    expect(valueOf(rows, 'exports/netStockpile', '2026-03')).toBeLessThan(0);
    expect(Math.abs(total(rows, 'exports/netStockpile', 2025) + total(rows, 'exports/netStockpile', 2026))).toBeLessThan(1e-6);
  });
});
