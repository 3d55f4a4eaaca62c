import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBlock } from '../../shared/clipboard/formatBlock.ts';
import { parseClipboard } from '../../shared/clipboard/parseClipboard.ts';
import { needsPreview, planPaste, type PasteContext, type PastePlan } from '../../shared/clipboard/planPaste.ts';
import { commands } from '../../shared/commands/registry.ts';
import { cellsOfRange, valueColumns, type GridSelection } from '../../shared/grid/selection.ts';
import { languages } from '../../shared/messages/phrase.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { byPeriod } from '../../shared/tables/byPeriod.ts';
import type { Table } from '../../shared/tables/table.ts';
import { expectClose } from '../support/close.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { fullWorkbook } from '../support/fullWorkbook.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { cellOf, select, tableOf } from '../support/tables.ts';

const sample = deepFreeze(shippedWorkbook());
const monthly = tableOf(sample, 'monthly');
const drivers = tableOf(sample, 'drivers');

function plan(table: Table, target: GridSelection, text: string, more: Partial<PasteContext> = {}, html?: string): PastePlan {
  return planPaste(table, target, parseClipboard({ text, ...(html === undefined ? {} : { html }) }), { workbook: sample, scenario: 'base', ...more });
}

/** "path@period": value of every change. */
function written({ changes }: PastePlan): Record<string, number | null> {
  return Object.fromEntries(changes.map(({ path, period, value }) => [`${path}@${period}`, value]));
}

const rush = 'sectors/nev/rush';
const demand = 'sectors/nev/demandMonthly';

describe('where a paste goes', () => {
  it('starts at the active cell and asks nothing when everything is plain', () => {
    const made = plan(monthly, select(rush, '2026-03'), '1.1\t1.2\r\n');
    expect(written(made)).toEqual({ [`${rush}@2026-03`]: 1.1, [`${rush}@2026-04`]: 1.2 });
    expect(needsPreview(made)).toBe(false);
    expect(made.shape).toEqual({ rows: 1, columns: 2 });
  });
  it('puts one value into every selected cell', () => {
    expect(written(plan(monthly, select(rush, '2026-03', rush, '2026-05'), '2'))).toEqual({ [`${rush}@2026-03`]: 2, [`${rush}@2026-04`]: 2, [`${rush}@2026-05`]: 2 });
  });
  it('repeats a block over a selection that is a multiple of it, and over no other', () => {
    const four = plan(monthly, select(rush, '2026-03', rush, '2026-06'), '1\t2');
    expect(Object.values(written(four))).toEqual([1, 2, 1, 2]);
    expect(four.shape).toEqual({ rows: 1, columns: 4 });
    expect(Object.values(written(plan(monthly, select(rush, '2026-03', rush, '2026-05'), '1\t2')))).toEqual([1, 2]);
  });
  it('transposes', () => {
    expect(written(plan(monthly, select(rush, '2026-03'), '1\n2\n3', { transpose: true }))).toEqual({ [`${rush}@2026-03`]: 1, [`${rush}@2026-04`]: 2, [`${rush}@2026-05`]: 3 });
  });
  it('multiplies by a thousand what names no unit, and says so', () => {
    const made = plan(monthly, select(demand, '2026-03'), '1.5\t2 kt', { times1000: true });
    expect(written(made)).toEqual({ [`${demand}@2026-03`]: 1500, [`${demand}@2026-04`]: 2000 });
    expect(made.reinterpreted.map(({ why }) => why.en)).toEqual(['multiplied by 1,000', 'converted from kt']);
  });
  it('stores the unit of the series, whatever the row shows', () => {
    expect(written(plan(drivers, select('sectors/nev/volume', '2026'), '20.5'))).toEqual({ 'sectors/nev/volume@2026': 20_500_000 });
    expect(written(plan(drivers, select('sectors/nev/volume', '2026'), '2050万辆'))).toEqual({ 'sectors/nev/volume@2026': 20_500_000 });
  });
  it('reads per cent and plain numbers alike in a row of per cent, and no per cent in tonnes', () => {
    const uplift = 'sectors/nev/subsidyUplift';
    expect(written(plan(monthly, select(uplift, '2026-03'), '12.5%\t7'))).toEqual({ [`${uplift}@2026-03`]: 0.125, [`${uplift}@2026-04`]: 0.07 });
    const tonnes = plan(monthly, select(demand, '2026-03'), '12%');
    expect(tonnes.changes).toEqual([]);
    expect(tonnes.refused[0]?.reason.en).toBe('A number in % does not fit a row in t.');
  });
  it('takes choices by word and by number', () => {
    const table = tableOf(fullWorkbook(), 'monthly-assumptions');
    const made = (text: string) => planPaste(table, select('sectors/nev/assumptions', 'actualsMode'), parseClipboard({ text }), { workbook: fullWorkbook(), scenario: 'base' });
    const words = cellOf(table, 'sectors/nev/assumptions', 'actualsMode').choices ?? [];
    expect(words.length).toBe(3);
    for (const word of words) for (const text of [word.label.en, word.label.zh, word.key]) expect(made(text).changes.map(({ value }) => value).concat(made(text).changes.length ? [] : [cellOf(table, 'sectors/nev/assumptions', 'actualsMode').value])).toEqual([word.value]);
    expect(made('nonsense').refused[0]?.reason.en).toBe('This is not one of the words that the cell takes.');
  });
  it('steps over year totals that the block does not have, and leaves out those that it has', () => {
    const numbers = Array.from({ length: 14 }, (_, at) => 100 + at);
    const stepped = plan(monthly, select(demand, '2026-01'), numbers.join('\t'));
    expect(stepped.changes.map(({ period }) => period)).toEqual([...Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`), '2027-01', '2027-02'].slice(0, stepped.changes.length));
    expect(stepped.remarks.map(({ en }) => en)).toEqual(['Columns of totals and changes are computed and were passed over.']);
    const year = numbers.slice(0, 12);
    const withTotal = plan(monthly, select(demand, '2026-01'), [...year, year.reduce((sum, value) => sum + value, 0)].join('\t'));
    expect(withTotal.changes.map(({ value }) => value)).toEqual(year);
    expect(needsPreview(withTotal)).toBe(false);
  });
});

describe('heads copied along', () => {
  const year = (from: number) => Array.from({ length: 3 }, (_, at) => from + at);
  it.each([
    ['2026-05\t2026-06\t2026-07'],
    ['2026/5\t2026/6\t2026/7'],
    ['May-26\tJun-26\tJul-26'],
    ['May 2026\tJune 2026\tJuly 2026'],
    ['2026年5月\t2026年6月\t2026年7月'],
    ['46143\t46174\t46204'],
    ['2026/5/1\t2026/6/1\t2026/7/1'],
    ['5/1/2026\t6/1/2026\t7/1/2026'],
    ['1/5/2026\t1/6/2026\t1/7/2026'],
    ['2026\t\t\r\n５月\t６月\t７月'],
    ['5月\t6月\t7月'],
  ])('%s', (heads) => {
    const made = plan(monthly, select(rush, '2026-01'), `${heads}\r\n${year(3).join('\t')}`);
    expect(written(made)).toEqual({ [`${rush}@2026-05`]: 3, [`${rush}@2026-06`]: 4, [`${rush}@2026-07`]: 5 });
    expect(made.monthAware).toBe(true);
  });
  it('are not the dates of a column of notes', () => {
    const table = tableOf(sample, 'export-assumptions');
    const made = plan(table, select('exports/releaseRate', 'all'), '4%\t\t\t1 Feb 2024\n5%\t\t\t1 Aug 2024');
    expect(made.monthAware).toBe(false);
    expect(made.changes[0]).toEqual({ path: 'exports/releaseRate', period: 'all', value: 0.04 });
  });
  it('skips the names and units before the numbers', () => {
    const made = plan(monthly, select(rush, '2026-01'), 'Row\tUnit\t2026-05\r\nRush\ttimes\t3');
    expect(written(made)).toEqual({ [`${rush}@2026-05`]: 3 });
    expect(made.refused).toEqual([]);
  });
  it('refuses the months that the table does not have, and those that come twice', () => {
    const made = plan(monthly, select(rush, '2026-01'), '2026-05\t2019-06\t2026-05\r\n3\t4\t5');
    expect(written(made)).toEqual({ [`${rush}@2026-05`]: 3 });
    expect(made.refused.map(({ text, reason }) => [text, reason.en])).toEqual([
      ['4', 'The table has no column for this period.'],
      ['5', 'The block holds this period twice.'],
    ]);
  });
  it('goes by years in a grid of years, over the changes between them', () => {
    const made = plan(drivers, select('sectors/nev/volume', '2024'), '2025E\t2026E\r\n20\t21');
    expect(written(made)).toEqual({ 'sectors/nev/volume@2025': 2e7, 'sectors/nev/volume@2026': 2.1e7 });
  });
});

describe('what a paste refuses or asks about', () => {
  it('names computed cells with their reason, unreadable texts and what lies outside, and takes the rest', () => {
    const last = valueColumns(monthly).at(-1)?.id ?? '';
    const total = plan(monthly, select(demand, last), '1\t2');
    expect(total.refused.map(({ at, reason }) => [at?.columnId, reason.en])).toEqual([
      [undefined, 'It lies outside the table.'],
      [last, 'Computed: the sum of the months.'],
    ]);
    const made = plan(monthly, select(rush, '2026-03'), '1\tabout two\t-1');
    expect(written(made)).toEqual({ [`${rush}@2026-03`]: 1 });
    expect(made.refused.map(({ at, text }) => [at?.columnId, text])).toEqual([
      ['2026-04', 'about two'],
      ['2026-05', '-1'],
    ]);
  });
  it('names published figures: replaced in Base on request, never in a scenario', () => {
    const exports = tableOf(sample, 'exports');
    const base = plan(exports, select('exports/monthly', '2025-04'), '5');
    expect(base.overwritten).toEqual([{ at: { rowId: 'exports/monthly', columnId: '2025-04' }, before: sample.series['exports/monthly']?.cells['2025-04']?.value }]);
    const child = plan(tableOf(sample, 'exports', 'fastLicences'), select('exports/monthly', '2025-04'), '5', { scenario: 'fastLicences' });
    expect(child.changes).toEqual([]);
    expect(child.refused[0]?.reason.en).toMatch(/published figure/);
  });
  it('says once that a scenario is locked', () => {
    const { fastLicences } = sample.scenarios;
    if (!fastLicences) throw new Error('fastLicences');
    const locked: Workbook = { ...sample, scenarios: { ...sample.scenarios, fastLicences: { ...fastLicences, locked: true } } };
    const made = plan(tableOf(locked, 'monthly', 'fastLicences'), select(rush, '2026-03'), '1\t2', { workbook: locked, scenario: 'fastLicences' });
    expect(made.changes).toEqual([]);
    expect(made.refused.map(({ at, reason }) => [at, /locked/.test(reason.en)])).toEqual([[null, true]]);
  });
  it('keeps a figure that the as-of date hides', () => {
    const made = plan(tableOf(sample, 'exports'), select('exports/monthly', '2025-07'), '5');
    expect(made.changes).toEqual([]);
    expect(made.refused[0]?.reason.en).toMatch(/hidden because the view is that of/);
  });
  it('tells what it read otherwise', () => {
    const made = plan(monthly, select(demand, '2026-03'), '1.234,5\t1,2万\t(3)\tn.a.');
    expect(made.reinterpreted.map(({ value, why }) => [value, why.en])).toEqual([
      [1234.5, 'read as 1234.5'],
      [12000, '万 multiplied'],
    ]);
    expect(made.refused.map(({ text }) => text)).toEqual(['(3)']);
  });
  it('keeps one number for a calendar month that several columns show', () => {
    const made = plan(monthly, select('sectors/nev/profile', '2025-12', 'sectors/nev/profile', '2025-12'), '3\t\t4');
    expect(made.refused).toEqual([]);
    const twice = plan(monthly, { active: { rowId: 'sectors/nev/profile', columnId: '2025-03' }, ranges: ['2025-03', '2026-03'].flatMap((column) => select('sectors/nev/profile', column).ranges) }, '3');
    expect(written(twice)).toEqual({ 'sectors/nev/profile@03': 3 });
  });
});

describe('copy and paste', () => {
  const tables = ['drivers', 'monthly-assumptions', 'monthly', 'export-assumptions', 'exports', 'supply-assumptions', 'supply', 'stock-assumptions', 'price-assumptions', 'price'];
  const full = deepFreeze(fullWorkbook());
  const cases: readonly { readonly workbook: Workbook; readonly scenario: ScenarioId }[] = [
    { workbook: sample, scenario: 'base' },
    { workbook: sample, scenario: 'fastLicences' },
    { workbook: full, scenario: 'base' },
  ];
  const block = fc.record({ of: fc.constantFrom(0, 1, 2), id: fc.constantFrom(...tables), language: fc.constantFrom(...languages), headers: fc.boolean(), corners: fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), html: fc.boolean() });
  const made = new Map<string, Table>();
  const known = (at: number, id: string): Table => {
    const one = cases[at];
    const table = made.get(`${at}${id}`) ?? tableOf(one?.workbook ?? sample, id, one?.scenario);
    made.set(`${at}${id}`, table);
    return table;
  };
  it('keeps an empty cell at the foot of a column empty', () => {
    const table = known(0, 'exports');
    const target = select('exports/backlog', '2025-10', 'exports/cap', '2025-10');
    expect(cellOf(table, 'exports/cap', '2025-10').value).toBeNull();
    const copied = formatBlock(table, target.ranges, { headers: false, language: 'en' });
    expect(parseClipboard({ text: copied?.text ?? '' }).rows).toHaveLength(2);
    expect(plan(table, target, copied?.text ?? '').changes).toEqual([]);
  });
  it('pastes any block back onto itself without a change or a question', () => {
    fc.assert(
      fc.property(block, ({ of: which, id, language, headers, corners: [r1, r2, c1, c2], html }) => {
        const of = cases[which] ?? { workbook: sample, scenario: 'base' };
        const table = known(which, id);
        const columns = valueColumns(table);
        const row = (at: number): string => table.rows[at % table.rows.length]?.id ?? '';
        const column = (at: number): string => columns[at % columns.length]?.id ?? '';
        const target = select(row(r1), column(c1), row(r2), column(c2));
        const copied = formatBlock(table, target.ranges, { headers, language });
        const plan = planPaste(table, target, parseClipboard({ text: copied?.text ?? '', html: html || headers ? (copied?.html ?? '') : '' }), of);
        expect(plan.refused).toEqual([]);
        expect(plan.reinterpreted).toEqual([]);
        for (const { path, period, value } of plan.changes) {
          const cell = cellsOfRange(table, target.ranges[0] ?? { from: target.active, to: target.active }).flat().find((one) => one.cell?.edit?.kind === 'input' && one.cell.edit.address.path === path && one.cell.edit.address.period === period);
          if (value === null || cell?.cell?.value === null) throw new Error(`${path}@${period} was emptied or filled.`);
        }
        if (plan.changes.length === 0) return;
        const after = tableOf(done(commands.setCells.run(of.workbook, { scenario: of.scenario, changes: plan.changes, act: 'paste' })), id, of.scenario);
        for (const { row: own, column: at, cell } of cellsOfRange(table, target.ranges[0] ?? { from: target.active, to: target.active }).flat()) {
          const now = after.rows.find((one) => one.id === own.id)?.cells[at.id];
          if (cell?.edit?.kind === 'input' && cell.value !== null) expectClose(now?.value, cell.value);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('a grid of quarters', () => {
  const quarters = byPeriod(monthly, 'quarters');
  it('spreads a pasted number over its months, by the heads of quarters', () => {
    const made = plan(quarters, select(demand, '2026-Q2'), '900');
    expect(made.changes.map(({ period }) => period)).toEqual(['2026-04', '2026-05', '2026-06']);
    expectClose(made.changes.reduce((sum, { value }) => sum + (value ?? NaN), 0), 900);
    const byHead = plan(quarters, select(demand, '2026-Q1'), '2026Q2\n900');
    expect(byHead.monthAware).toBe(true);
    expect(byHead.changes).toEqual(made.changes);
  });
  it('takes back what was copied from it without a change', () => {
    for (const row of [demand, rush]) {
      const target = select(row, '2025-Q3', row, '2026-Q2');
      const copied = formatBlock(quarters, target.ranges, { headers: true, language: 'zh' });
      const made = plan(quarters, target, copied?.text ?? '');
      expect([made.changes, made.refused, made.reinterpreted]).toEqual([[], [], []]);
    }
  });
});
