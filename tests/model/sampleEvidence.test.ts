/** What the shipped workbook says and where it has it from. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { checkGrowth } from '../../shared/model/growth.ts';
import { describePath, isPeriodOf } from '../../shared/model/paths.ts';
import { daysInMonth } from '../../shared/model/period.ts';
import { convertUnit, units } from '../../shared/model/unit.ts';
import type { Claim, LocalText, Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { shippedText, shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const figures = z
  .object({ figures: z.array(z.object({ id: z.string(), period: z.string(), value: z.number(), unit: z.string(), statedGrowth: z.number().optional() })) })
  .parse(JSON.parse(readFileSync(new URL('../fixtures/articleFigures.json', import.meta.url), 'utf8'))).figures;

const cells = Object.entries(workbook.series).flatMap(([path, series]) => Object.entries(series.cells).map(([period, cell]) => ({ at: `${path}@${period}`, path, series, period, cell })));

/** Customs published November, and with it January by itself, on this day: after the last vintage, before the year's end. */
const customsOfNovember = '2025-12-20';
const lastVintage = '2025-12-15';

function claim(id: string): Claim {
  const found = workbook.claims[id];
  if (!found) throw new Error(`There is no claim ${id}.`);
  return found;
}

/** The last day of a year, a month or a span of months. */
function endOf(period: string): string {
  const last = period.split('/').at(-1) ?? '';
  if (/^\d{4}$/.test(last)) return `${last}-12-31`;
  return `${last}-${String(daysInMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)))).padStart(2, '0')}`;
}

/** Every sentence of the workbook in both languages, with its place. */
function sentences(value: unknown, at: string): readonly (readonly [string, LocalText])[] {
  if (typeof value !== 'object' || value === null) return [];
  const { en, zh } = value as Partial<LocalText>;
  if (typeof en === 'string' && typeof zh === 'string') return [[at, { en, zh }]];
  return Object.entries(value).flatMap(([key, item]) => sentences(item, `${at}/${key}`));
}

describe('the figures of the article', () => {
  it('are all 39 there, each with the value, period and growth that were printed', () => {
    expect(figures.map(({ id }) => id)).toEqual(Array.from({ length: 39 }, (_, at) => `A${String(at + 1).padStart(2, '0')}`));
    for (const { id, period, value, unit, statedGrowth } of figures) {
      expect(claim(id), id).toMatchObject({ period, value, unit, source: 'SEED', known: '2025-05-29' });
      expect(claim(id).statedGrowth, id).toBe(statedGrowth);
      expect(claim(id).locator, id).toMatch(new RegExp(`^${id}, `));
    }
  });
  it('stand in the cells that use them', () => {
    const used: readonly (readonly [string, string, string])[] = [
      ['A04', 'sectors/nev/volume', '2024'],
      ['A08', 'sectors/nev/volume', '2025'],
      ['A11', 'sectors/wind/volume', '2024'],
      ['A13', 'sectors/wind/volume', '2025'],
      ['A17', 'sectors/airConditioners/demand', '2024'],
      ['A18', 'sectors/airConditioners/volume', '2025'],
      ['A23', 'sectors/elevators/volume', '2025'],
      ['A29', 'sectors/robots/volume', '2024'],
      ['A35', 'material/smeltingQuota', '2025'],
      ['A36', 'supply/output', '2024'],
      ['A37', 'supply/output', '2025'],
      ['A38', 'price/actual', '2024-01'],
      ['A39', 'price/actual', '2024-12'],
    ];
    for (const [id, path, period] of used) {
      const series = workbook.series[path];
      if (!series) throw new Error(path);
      expect(claim(id).path).toBe(path);
      expectClose(series.cells[period]?.value, convertUnit(claim(id).value, claim(id).unit, series.unit) ?? Number.NaN);
    }
  });
  it('contradict their own growth in two places: vehicles, and the rival figure of air conditioners', () => {
    const failed = ['A08', 'A13', 'A14', 'A18', 'A19', 'A23', 'A27', 'A31', 'A39'].filter((id) => {
      const base = Object.values(workbook.claims).find(({ path, period, source }) => source === 'SEED' && path === claim(id).path && period === (id === 'A39' ? '2024-01' : '2024'));
      return checkGrowth(base?.value ?? null, claim(id).value, claim(id).statedGrowth ?? null)?.status === 'fail';
    });
    expect(failed).toEqual(['A08', 'A19']);
  });
  it('keep their rivals side by side', () => {
    const values = (path: string, period: string): number[] => Object.values(workbook.claims).flatMap((one) => (one.path === path && one.period === period ? [one.value] : [])).sort((a, b) => a - b);
    expect(values('sectors/airConditioners/volume', '2025')).toEqual([320, 330]);
    expect([claim('A13').statedGrowth, claim('A14').statedGrowth]).toEqual([0.08, 0.09]);
    expect(values('sectors/robots/volume', '2024')).toEqual([0.608, 556_000]);
    expect(values('sectors/phones/volume', '2024')).toEqual([1670, 1680]);
    expect(values('sectors/nev/demand', '2024')).toEqual([43_018, 57_000]);
    expect(values('exports/monthly', '2024')).toEqual([58_120, 58_152]);
    expect(values('exports/monthly', '2025-08')).toEqual([6145.623, 6146]);
    // January by itself is known from December on; until then the balance tells it from what was released for several months.
    expect(values('exports/monthly', '2025-01')).toEqual([6357]);
    expect(values('supply/output', '2024')).toEqual([246_500, 260_000]);
  });
});

describe('claims', () => {
  it.each(Object.entries(workbook.claims))('%s leads to a source and, if to a cell, to one in its own terms', (_id, one) => {
    expect(Object.hasOwn(workbook.sources, one.source)).toBe(true);
    expect(one.locator).not.toBe('');
    if (one.path === undefined) return;
    const spec = describePath(workbook, one.path);
    expect(spec?.dimensions).toContain(units[one.unit].dimension);
    expect(/^\d{4}$|^\d{4}-\d{2}$|^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(one.period)).toBe(true);
  });
  it('count months that add up to what was published for them together, within what was revised', () => {
    const months = workbook.series['exports/monthly']?.cells ?? {};
    const upTo = (last: number): number => Array.from({ length: last }, (_, at) => months[`2025-${String(at + 1).padStart(2, '0')}`]?.value ?? Number.NaN).reduce((sum, value) => sum + value, 0);
    for (const last of [5, 6, 7, 8, 9, 10, 11]) {
      const published = claim(`exports-2025-01-to-2025-${String(last).padStart(2, '0')}`).value;
      expect(Math.abs(upTo(last) - published), String(last)).toBeLessThanOrEqual(4);
    }
  });
});

describe('cells', () => {
  it('that are actual have a source and were not known before their period was over', () => {
    const actual = cells.filter(({ cell }) => cell.state === 'actual');
    expect(actual.length).toBeGreaterThan(50);
    for (const { at, path, period, cell, series } of actual) {
      expect(cell.source, at).toBeDefined();
      expect(cell.known, at).toBeDefined();
      // A quota is a permission: it is complete on the day it is issued.
      const isMeasured = (series.kind === 'annual' || series.kind === 'monthly') && !/Quota$/.test(path);
      if (isMeasured) expect((cell.known ?? '') >= endOf(period), at).toBe(true);
    }
  });
  it('have a source or a note that says why not, and a grade', () => {
    for (const { at, cell } of cells) {
      expect(cell.source !== undefined || cell.note !== undefined, at).toBe(true);
      expect(cell.grade, at).toBeDefined();
    }
  });
  it('of 2026 are assumptions of ours, graded C', () => {
    for (const { at, path, period, cell } of cells.filter((one) => one.series.kind === 'annual' && one.period === '2026')) {
      expect(cell.source, at).toBeUndefined();
      expect(cell.state, at).toBe('forecast');
      expect(cell.grade, at).toBe('C');
      expect(cell.note?.en, `${path}@${period}`).toContain('assumption for 2026');
    }
  });
  it('hold exports, vehicles and prices to November 2025 as printed', () => {
    const printed: readonly (readonly [string, string, number])[] = [
      ['exports/monthly', '2025-05', 1238.47],
      ['exports/monthly', '2025-11', 6149.95],
      ['sectors/nev/volumeMonthly', '2025-05', 1_270_000],
      ['sectors/nev/volumeMonthly', '2025-11', 1_880_000],
      ['price/prndOxide', '2025-06', 444.5],
      ['price/actual', '2024-12', 390],
    ];
    for (const [path, period, value] of printed) expect(workbook.series[path]?.cells[period], `${path}@${period}`).toMatchObject({ value, state: 'actual' });
    expect(workbook.series['price/prndOxide']?.cells['2025-11']).toMatchObject({ value: 555, state: 'estimate' });
  });
  it('hold the output of the survey divided by its coverage, the printed tonnes as claims', () => {
    const coverage = workbook.series['supply/surveyCoverage']?.cells.all?.value ?? Number.NaN;
    expectClose(coverage, 355_188 / 265_000);
    for (const [month, printed] of [['2025-08', 29_599], ['2025-11', 30_182]] as const) {
      expect(claim(`output-${month}`)).toMatchObject({ value: printed, state: 'actual', scope: 'sample-survey', coverage: 355_188 / 265_000, path: 'supply/outputMonthly' });
      const cell = workbook.series['supply/outputMonthly']?.cells[month];
      expect(cell?.state).toBe('estimate');
      expectClose(cell?.value, printed / coverage, 1e-5);
    }
  });
});

describe('dates', () => {
  it('nothing is known after the last vintage but what customs published on 20 December', () => {
    const late = [
      ...cells.filter(({ cell }) => (cell.known ?? '') > lastVintage).map(({ at, cell }) => [at, cell.known]),
      ...Object.entries(workbook.claims).filter(([, one]) => one.known > lastVintage).map(([id, one]) => [id, one.known]),
    ];
    expect(late).toEqual([
      ['exports/cumulative@2025-11', customsOfNovember],
      ['exports/monthly@2025-01', customsOfNovember],
      ['exports/monthly@2025-02', customsOfNovember],
      ['exports/monthly@2025-11', customsOfNovember],
      ['exports-2025-01', customsOfNovember],
      ['exports-2025-01-to-2025-11', customsOfNovember],
      ['exports-2025-11', customsOfNovember],
    ]);
  });
  it('a number is not known before its source came out, nor a source before its event', () => {
    for (const { at, cell } of cells) if (cell.source) expect((cell.known ?? '') >= (workbook.sources[cell.source]?.date ?? '9'), at).toBe(true);
    for (const [id, one] of Object.entries(workbook.claims)) expect(one.known >= (workbook.sources[one.source]?.date ?? '9'), id).toBe(true);
    for (const [id, event] of Object.entries(workbook.events)) expect((workbook.sources[event.source]?.date ?? '') >= event.date, id).toBe(true);
  });
  it('every source is used, has an address and a publisher', () => {
    const used = new Set([
      ...cells.map(({ cell }) => cell.source),
      ...[...Object.values(workbook.claims), ...Object.values(workbook.events), ...Object.values(workbook.statements)].map(({ source }) => source),
      ...Object.values(workbook.vintages).flatMap(({ overlays }) => Object.values(overlays).map(({ source }) => source)),
    ]);
    for (const [id, source] of Object.entries(workbook.sources)) {
      expect(used.has(id), id).toBe(true);
      expect(source.url, id).toMatch(/^https?:\/\//);
      expect(source.publisher, id).not.toBe('');
    }
  });
});

describe('statements, scenarios and vintages', () => {
  it('has the eight statements of the article, each on a line and in months', () => {
    const ids = Object.keys(workbook.statements);
    for (let at = 1; at <= 8; at += 1) expect(ids.some((id) => id.startsWith(`Q0${at}`)), `Q0${at}`).toBe(true);
    for (const [id, one] of Object.entries(workbook.statements)) {
      expect(one.from <= one.to && one.from >= workbook.horizon.start && one.to <= workbook.horizon.end, id).toBe(true);
      expect(one.locator, id).toContain(id.slice(0, 3));
      expect(one.known, id).toBe('2025-05-29');
    }
  });
  it('has the seven scenarios, each but Base with differences on paths and periods that exist', () => {
    const byOrder = Object.entries(workbook.scenarios).sort(([, a], [, b]) => a.order - b.order);
    expect(byOrder.map(([, { name }]) => name.en)).toEqual(['Base', 'Fast licences', 'Prolonged control', 'Quota loosening', 'Subsidy pull-forward', 'De-rare-earth wind', 'Humanoid upside']);
    for (const [id, { overlays, parent, narrative }] of byOrder) {
      expect(Object.keys(overlays).length, id).toBeGreaterThanOrEqual(parent === null ? 0 : 2);
      expect(narrative.en.length, id).toBeGreaterThan(120);
    }
    const all = [...Object.values(workbook.scenarios), ...Object.values(workbook.vintages)].flatMap(({ overlays }) => Object.values(overlays));
    for (const { path, periods } of all) {
      const spec = describePath(workbook, path);
      expect(spec, path).not.toBeNull();
      for (const period of periods) expect(spec && isPeriodOf(spec.kind, period), `${path}@${period}`).toBe(true);
    }
  });
  it('opens on the view of 29 May 2025 and has that of 15 December', () => {
    expect([workbook.asOf, workbook.vintage, workbook.priceAnchor]).toEqual(['2025-05-29', 'may-2025', '2024-12']);
    expect(Object.values(workbook.vintages).map(({ asOf }) => asOf).sort()).toEqual(['2025-05-29', '2025-12-15']);
  });
});

describe('the file', () => {
  it('is written as the product writes it', () => {
    expect(serializeWorkbook(workbook)).toBe(shippedText);
  });
  it('says everything in two languages', () => {
    const broken = sentences(workbook satisfies Workbook, '').filter(([, { en, zh }]) => en.trim() === '' || !/[\u4e00-\u9fff]/.test(zh) || /[\u4e00-\u9fff]/.test(en));
    expect(broken).toEqual([]);
  });
});
