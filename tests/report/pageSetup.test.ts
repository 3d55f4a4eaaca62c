/** What holds for the whole report: margins, logo, languages; what is said once; what is found before anything is printed. */
import { describe, expect, it } from 'vitest';
import { addReportPage, editReportPage, setReportLanguage, setReportLogo, setReportMargins } from '../../shared/commands/reportPages.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import { buildReports, findingTexts } from '../../shared/report/buildReports.ts';
import { mixReports } from '../../shared/report/mixReports.ts';
import { sheetOf } from '../../shared/report/paper.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const picture = `data:image/png;base64,iVBORw0KGgo${'A'.repeat(40)}`;
const report = (of: Workbook, scenario: ScenarioId = 'base') => done(buildReport(of, scenario, { language: 'en' }));
const found = (of: Workbook, scenario: ScenarioId = 'base'): readonly string[] => findingTexts(of, [report(of, scenario)]).map(({ en }) => en);

describe('the page setup', () => {
  it('moves the body of every sheet with its margins, and refuses those that leave no room', () => {
    const set = done(setReportMargins.run(workbook, { margins: { top: 30, side: 20, bottom: 20 } }));
    const { margins } = report(set);
    expect(sheetOf('A4', false, margins).bodyWidth).toBe(Math.floor((210 - 40) * (96 / 25.4)));
    expect(done(setReportMargins.run(set, { margins: null })).report?.margins).toBeUndefined();
    for (const margins of [{ top: 5, side: 14, bottom: 17 }, { top: 22, side: 80, bottom: 17 }, { top: 22, side: Number.NaN, bottom: 17 }]) {
      expect(setReportMargins.run(workbook, { margins })).toMatchObject({ ok: false, problem: { code: 'margin-outside' } });
    }
  });

  it('takes a picture for a logo and nothing else', () => {
    expect(report(done(setReportLogo.run(workbook, { logo: picture }))).logo).toBe(picture);
    for (const logo of ['', 'data:text/html;base64,PGI+', `data:image/png;base64,${'A'.repeat(60)}`, `data:image/png;base64,iVBORw0KGgo${'A'.repeat(500_000)}`, 'https://example.org/logo.png']) {
      expect(setReportLogo.run(workbook, { logo })).toMatchObject({ ok: false, problem: { code: 'logo-not-picture' } });
    }
  });

  it('gives every page in both languages, one after the other', () => {
    const set = done(setReportLanguage.run(workbook, { language: 'both' }));
    const reports = done(buildReports(set, 'base', { language: set.report?.language ?? 'en' }));
    expect(reports.map(({ language }) => language)).toEqual(['en', 'zh']);
    expect(reports.map(({ pages }) => pages.length)).toEqual([9, 9]);
  });
});

describe('letters and method', () => {
  it('are explained once in a report, on the first page that needs them, whichever that is', () => {
    for (const pages of [undefined, [2, 3], [7, 8]]) {
      const made = done(buildReport(workbook, 'base', { language: 'en', ...(pages ? { pages } : {}) }));
      const said = made.pages.flatMap(({ foot }) => foot.map(({ text }) => text));
      expect(said.filter((text) => text.startsWith('e estimate'))).toHaveLength(1);
      expect(said.filter((text) => text.startsWith('Gap ='))).toHaveLength(pages?.includes(7) === true ? 0 : 1);
    }
    const rounding = report(workbook).pages.filter(({ foot }) => foot.some(({ text }) => text.startsWith('Figures may not sum'))).map(({ id }) => id);
    expect(rounding).toEqual(['headline', 'balance', 'sectors', 'exports', 'chain']);
  });

  it('mark what reads otherwise than in the vintage before, and say which that was', () => {
    const december = { ...workbook, asOf: '2025-12-31' as Workbook['asOf'], vintage: 'december-2025' };
    const made = report(december);
    const cells = made.pages.find(({ id }) => id === 'balance')?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells.slice(1)) : [])) ?? [];
    expect(cells.filter(({ mark }) => mark === 'r').length).toBeGreaterThan(10);
    expect(made.pages[0]?.foot.map(({ text }) => text).join(' ')).toMatch(/r revised since the vintage of \d+ \w+ 2025/);
    // Nothing came before the first view, so nothing was revised in it.
    expect(JSON.stringify(report(workbook).pages.map(({ blocks }) => blocks.filter(({ kind }) => kind === 'table')))).not.toContain('"mark":"r"');
  });
});

describe('what is found before anything is printed', () => {
  it('names the page of a reference, a logo, a missing month and an empty scenario, and the rest is there', () => {
    let broken: Workbook = done(addReportPage.run(workbook, { title: { en: 'Comment', zh: '评论' } }));
    broken = done(editReportPage.run(broken, { id: 'comment', text: { en: '{gap.2031}', zh: '' } }));
    broken = { ...broken, report: { pages: [], ...broken.report, logo: 'data:image/png;base64,bm8gcGljdHVyZQ==' } };
    expect(found(broken)).toEqual(expect.arrayContaining(['Comment: {gap.2031}, the period lies outside the horizon.', expect.stringMatching(/^Headline: the logo is no picture/)]));
    expect(report(broken).pages).toHaveLength(10);
    expect(report(broken).logo).toBeNull();

    const { 'supply/output': _output, ...series } = workbook.series;
    expect(found({ ...workbook, series })).toEqual(expect.arrayContaining([expect.stringMatching(/^Headline: no number for Gap, Nov 2024, .*\+\d+\.$/), expect.stringMatching(/^Monthly balance: no number for Supply, /)]));

    const empty: Workbook = { ...workbook, scenarios: { ...workbook.scenarios, empty: { color: 0, narrative: { en: '', zh: '' }, name: { en: 'Nothing yet', zh: '空' }, parent: 'base', order: 99, overlays: {} } } };
    expect(found(empty, 'empty')).toEqual(['Assumptions: the scenario Nothing yet has no difference of its own; its numbers are those of its parent.']);
    expect(found(workbook)).toEqual([]);
  });
});

describe('reports of which some pages are of now', () => {
  it('show these in their places, and only where the pages are the same', () => {
    const edited: Workbook = { ...workbook, asOf: '2025-05-30' as Workbook['asOf'] };
    const before = done(buildReports(workbook, 'base', { language: 'en' }));
    const now = done(buildReports(edited, 'base', { language: 'en', pages: [2] }));
    const mixed = mixReports(before, now);
    expect(mixed?.[0]?.pages.map(({ id }) => id)).toEqual(before[0]?.pages.map(({ id }) => id));
    expect(mixed?.[0]?.pages[1]?.blocks).toBe(now[0]?.pages[0]?.blocks);
    expect(mixed?.[0]?.pages[2]?.blocks).toBe(before[0]?.pages[2]?.blocks);
    expect(mixed?.[0]?.asOf).toBe(now[0]?.asOf);
    expect(mixReports(done(buildReports(workbook, 'base', { language: 'en', pages: [1] })), now)).toBeNull();
    expect(mixReports(before, done(buildReports(edited, 'base', { language: 'both' })))).toBeNull();
  });
});
