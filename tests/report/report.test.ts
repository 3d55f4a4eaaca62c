/** Pages as data: their tables tie to the balance, their notes are those of the sources they use, and settings choose and order them. */
import { describe, expect, it } from 'vitest';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { IsoDate } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { flowUnitsOf, markText, notesOf, unitsOf } from '../../shared/report/blockUnits.ts';
import { buildReport, type Report } from '../../shared/report/buildReport.ts';
import type { ReportPage, TableBlock } from '../../shared/report/page.ts';
import { pageKinds, pagesOf } from '../../shared/model/reportSettings.ts';
import { inputHash } from '../../shared/report/inputHash.ts';
import { materialFlow } from '../../shared/report/pages/chainPage.ts';
import { reportContext } from '../../shared/report/reportContext.ts';
import { writeDifference } from '../../shared/commands/differences.ts';
import { addReportPage, editReportPage, moveReportPage, removeReportPage, resetReport, setReportOrganisation } from '../../shared/commands/reportPages.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { expectClose } from '../support/close.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const balance = done(computeBalance(workbook, 'base'));

function report(of: Workbook = workbook, scenario = 'base', language: 'en' | 'zh' = 'en'): Report {
  return done(buildReport(of, scenario, { language }));
}

function tableOf(page: ReportPage | undefined, id: string): TableBlock {
  const found = page?.blocks.find((block) => block.kind === 'table' && block.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
}

const read = (text: string | undefined): number => Number((text ?? '').replace(/,/g, '').replace('−', '-').replace('+', ''));

describe('the pages of a report', () => {
  it('are the standard ones in their order, in both languages and for every scenario', () => {
    for (const scenario of ['base', 'prolongedControl', 'deRareEarthWind']) {
      for (const language of ['en', 'zh'] as const) {
        const made = report(workbook, scenario, language);
        expect(made.pages.map(({ id }) => id)).toEqual([...pageKinds]);
        expect(JSON.stringify(made.pages.map(({ blocks }) => blocks.map((block) => (block.kind === 'chart' ? block.title : block))))).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });

  it('print in the balance table what the balance says, totals made from unrounded months', () => {
    const table = tableOf(report().pages.find(({ id }) => id === 'balance'), 'balance-1');
    const gap = table.columns.findIndex(({ head }) => head === 'Gap');
    const months = table.rows.filter(({ kind }) => kind === 'plain');
    const shown = balance.gap.values.slice(balance.months.findIndex((month) => month >= workbook.shownFrom));
    expect(months.map(({ cells }) => read(cells[gap]?.text))).toEqual(shown.map((value) => Math.round(value ?? 0) + 0));
    const year = table.rows.find(({ kind, cells }) => kind === 'year' && cells[0]?.text === '2025');
    const sum = balance.gap.values.slice(12, 24).reduce<number>((all, value) => all + (value ?? 0), 0);
    expect(read(year?.cells[gap]?.text)).toBe(Math.round(sum));
    expect(table.rows.map(({ kind }) => kind).filter((kind) => kind === 'half')).toHaveLength(4);
  });

  it('name under every page the sources of its own blocks, each with its publisher or title, date and place', () => {
    for (const page of report().pages) {
      const asked = new Set(page.blocks.flatMap((block) => unitsOf(block).flatMap(({ notes }) => notes)));
      expect(new Set(Object.keys(page.notes))).toEqual(asked);
    }
    const notes = Object.values(report().pages.find(({ id }) => id === 'balance')?.notes ?? {});
    expect(notes.length).toBeGreaterThan(3);
    for (const note of notes) expect(note).toMatch(/\d{1,2} \w{3} 20\d\d/);
  });

  it('show no source that became known after the day of the view', () => {
    const later = Object.entries(workbook.sources).filter(([, { date }]) => date > workbook.asOf).map(([id]) => id);
    expect(later.length).toBeGreaterThan(10);
    expect(report().pages.flatMap(({ notes }) => Object.keys(notes)).filter((id) => later.includes(id))).toEqual([]);
  });

  it('tell of an event after the day of the view only where the scenario assumes it', () => {
    const told = (of: Workbook): readonly (string | undefined)[] =>
      (report(of).pages.find(({ id }) => id === 'exports')?.blocks ?? []).flatMap((block) => (block.kind === 'list' ? block.items.map(({ term }) => term) : []));
    expect(told(workbook)).toEqual(['6 Feb 2024', '31 Aug 2024', '1 Sep 2024', '19 Feb 2025', '4 Apr 2025']);
    const overlay = { path: 'events/exportControl2025Oct/active', periods: [], op: 'set', value: 1 } as const;
    const assumed = done(writeDifference.run(workbook, { owner: { kind: 'scenario', id: 'prolongedControl' }, overlay }));
    const { blocks = [] } = report(assumed, 'prolongedControl').pages.find(({ id }) => id === 'exports') ?? {};
    expect(blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(({ term }) => term) : []))).toContain('9 Oct 2025');
    expect(told({ ...workbook, asOf: '2025-12-15' as IsoDate })).toHaveLength(Object.keys(workbook.events).length);
  });

  it('give the share that passes in longer periods too, as what passed of what was to leave', () => {
    const { rows } = tableOf(report().pages.find(({ id }) => id === 'exports'), 'exports');
    const year = rows.find(({ kind, cells }) => kind === 'year' && cells[0]?.text === '2025')?.cells ?? [];
    const { base, approval } = balance.exportsDetail;
    const places = balance.months.flatMap((month, at) => (month.startsWith('2025-') ? [at] : []));
    const sum = (of: (at: number) => number): number => places.reduce((all, at) => all + of(at), 0);
    const share = sum((at) => (base.values[at] ?? 0) * (approval.values[at] ?? 0)) / sum((at) => base.values[at] ?? 0);
    expect(year[2]?.text).toBe(`${Math.round(share * 100)}%`);
    expect(rows.flatMap(({ cells }) => cells.filter(({ text }) => text.trim() === ''))).toEqual([]);
  });

  it('write Chinese with the marks of Chinese', () => {
    const texts = (value: unknown): readonly string[] =>
      typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(texts) : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => (key === 'option' || key === 'notes' ? [] : texts(one))) : [];
    for (const scenario of ['base', 'prolongedControl']) {
      const said = texts(report(workbook, scenario, 'zh').pages).filter((text) => /[\u4e00-\u9fff]/.test(text));
      // A half-width mark beside a Chinese character, and a blank between two of them.
      expect(said.filter((text) => /[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]|[\u4e00-\u9fff]\.(\s|$)|[\u4e00-\u9fff] [\u4e00-\u9fff]/.test(text))).toEqual([]);
    }
  });

  it('say a finding once and a day once', () => {
    const sources = report().pages.find(({ id }) => id === 'sources');
    const items = sources?.blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(({ text }) => text) : [])) ?? [];
    expect(items).toContain('SMM morning 19 May 2025');
    expect(items.filter((text) => /(\d{1,2} \w{3} 20\d\d).*\1/.test(text) || /^(.{6,}?)[,:].*: \1/.test(text) || /(?<!quotation of )20\d\d-\d\d(?!-)/.test(text))).toEqual([]);
  });

  it('close the material flow: what enters is what leaves', () => {
    const flow = materialFlow(reportContext(workbook, 'base', balance, 'en'));
    const sum = (list: readonly { readonly tonnes: number }[]): number => list.reduce((all, { tonnes }) => all + tonnes, 0);
    expect(flow).not.toBeNull();
    expectClose(sum(flow?.sources ?? []), sum(flow?.uses ?? []));
  });
});

describe('notes and their numbers', () => {
  it('count in the order of first use and draw runs together', () => {
    const numbers = new Map([['a', 1], ['b', 2], ['c', 3], ['d', 5]]);
    expect(markText(['c', 'a', 'b', 'd'], numbers)).toBe('1–3, 5');
    expect(markText(['x'], numbers)).toBe('');
    const blocks = [{ kind: 'list' as const, items: [{ text: '', sources: ['b'] }, { text: '', sources: ['a', 'b'] }] }];
    expect(notesOf(blocks, [{ block: 0, from: 0, to: 2 }])).toEqual(['b', 'a']);
    expect(notesOf(blocks, [{ block: 0, from: 1, to: 2 }])).toEqual(['a', 'b']);
  });
});

describe('what is said below a chart', () => {
  it('stands on its sheet: in every page, whatever follows', () => {
    for (const { id, blocks } of report().pages) {
      blocks.forEach((block, at) => {
        if (block.kind !== 'text' || block.tone !== 'small' || !['chart', 'table'].includes(blocks[at - 1]?.kind ?? '')) return;
        expect(flowUnitsOf(blocks, at - 1).at(-1)?.staysWithNext, `${id} ${at}`).toBe(true);
      });
    }
    const [chart, table] = [report().pages[0]?.blocks.find(({ kind }) => kind === 'chart'), tableOf(report().pages[0], 'key')];
    if (!chart) throw new Error('no chart');
    expect(flowUnitsOf([chart, table], 0)).toEqual(unitsOf(chart));
    const note = { kind: 'text' as const, tone: 'small' as const, text: 'Marks' };
    expect(flowUnitsOf([table, note], 0).map(({ staysWithNext }) => staysWithNext === true).at(-1)).toBe(true);
  });
});

describe('the report of a workbook', () => {
  it('says that a year cannot be told where its numbers are missing, and no sentence without them', () => {
    const { 'supply/output': _output, ...series } = workbook.series;
    for (const language of ['en', 'zh'] as const) {
      const sentences = report({ ...workbook, series }, 'base', language).pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'heading' || block.kind === 'text' ? [block.text] : [])));
      expect(sentences.filter((text) => /n\.a\.|暂缺/.test(text))).toEqual([]);
      expect(sentences.join('\n')).toMatch(language === 'en' ? /The balance of 2025 cannot be told/ : /2025年平衡无法给出/);
    }
  });

  it('is chosen, ordered, titled and written by commands, and survives the file', () => {
    let changed = done(editReportPage.run(workbook, { id: 'price', hidden: true }));
    changed = done(moveReportPage.run(changed, { id: 'sources', by: -7 }));
    changed = done(editReportPage.run(changed, { id: 'balance', title: { en: 'The months', zh: '' }, landscape: true }));
    changed = done(addReportPage.run(changed, { title: { en: 'Comment', zh: '评论' } }));
    changed = done(editReportPage.run(changed, { id: 'comment', text: { en: '# Why\nThe gap of 2025 is {gap.2025|kt}.\n\n- {nothing.2025}\n[chart gap]', zh: '' } }));
    changed = done(setReportOrganisation.run(changed, { organisation: ' Baotou Desk ' }));
    const reopened = done(parseWorkbook(serializeWorkbook(changed)));
    const made = report(reopened);
    expect(made.pages.map(({ id }) => id)).toEqual(['headline', 'sources', 'balance', 'sectors', 'exports', 'chain', 'scenarios', 'assumptions', 'comment']);
    expect(made.pages[2]?.landscape).toBe(true);
    expect(made.pages[2]?.title).toBe('The months');
    expect(made.imprint).toContain('Baotou Desk');
    expect(made.findings).toEqual([{ page: 'comment', reference: { en: 'nothing.2025', zh: 'nothing.2025' }, reason: 'unknown-line' }]);
    expect(made.pages.at(-1)?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'text', 'list', 'chart']);
    expect(done(removeReportPage.run(changed, { id: 'comment' })).report?.pages.map(({ id }) => id)).not.toContain('comment');
    expect(done(resetReport.run(changed, {})).report).toBeUndefined();
    expect(editReportPage.run(workbook, { id: 'none', hidden: true })).toMatchObject({ ok: false, problem: { code: 'unknown-page' } });
  });

  it('may be asked for some of its pages, hidden ones not counted', () => {
    const some = done(buildReport(workbook, 'base', { language: 'en', pages: [1, 3] }));
    expect(some.pages.map(({ id }) => id)).toEqual(['headline', 'sectors']);
  });

  it('keeps the hash of its inputs whatever pages it has, and loses it with any number', () => {
    const shown = done(editReportPage.run(workbook, { id: 'price', hidden: true }));
    expect(inputHash(shown)).toBe(inputHash(workbook));
    expect(inputHash({ ...workbook, asOf: '2025-05-30' as Workbook['asOf'] })).not.toBe(inputHash(workbook));
  });

  it('shows a page that its settings do not know as hidden', () => {
    expect(pagesOf({ pages: [{ id: 'balance', kind: 'balance' }] }).filter(({ hidden }) => hidden !== true).map(({ id }) => id)).toEqual(['balance']);
  });
});
