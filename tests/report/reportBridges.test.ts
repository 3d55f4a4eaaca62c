/** Bridges of a report: where somebody waits for the window they are named and left to come, elsewhere they are worked out at once; both end alike. */
import { describe, expect, it } from 'vitest';
import { runBridgeJob } from '../../shared/analysis/bridgeJob.ts';
import { addReportPage, editReportPage } from '../../shared/commands/reportPages.ts';
import { withoutReport } from '../../shared/model/withoutReport.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { buildReport, type Report } from '../../shared/report/buildReport.ts';
import type { ReportPage } from '../../shared/report/page.ts';
import { keepBridge, knownBridge } from '../../shared/report/reportBridges.ts';
import { fail } from '../../shared/result.ts';
import { generatedWorkbook } from '../bench/generatedWorkbook.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

/** Another object every time, of which no bridge is known. */
const fresh = (): Workbook => ({ ...shippedWorkbook(), claims: { ...shippedWorkbook().claims } });

function waiting(workbook: Workbook): Report {
  return done(buildReport(workbook, 'base', { language: 'en', awaits: true }));
}

const said = (page: ReportPage | undefined): string => JSON.stringify(page?.blocks.map((block) => (block.kind === 'chart' ? [block.title, block.subtitle] : block)));

function workOut(workbook: Workbook, { awaited }: Report): void {
  for (const job of awaited) keepBridge(withoutReport(workbook), job, runBridgeJob(workbook, job));
}

describe('a report that may not wait', () => {
  it('names the bridges to come, works out none, and has the other pages whole', () => {
    const workbook = fresh();
    const report = waiting(workbook);
    expect(report.awaited).toMatchObject([{ kind: 'scenarios', from: 'base', to: 'prolongedControl' }]);
    expect(report.awaited.map((job) => knownBridge(withoutReport(workbook), job))).toEqual([null]);
    const scenarios = report.pages.find(({ id }) => id === 'scenarios');
    expect(said(scenarios)).toContain('The bridge is being worked out');
    expect(said(scenarios)).toContain('Gap by scenario');
  });

  it('is the report that waited once they are known, and only the pages that waited are made anew', () => {
    const workbook = fresh();
    const before = waiting(workbook);
    workOut(workbook, before);
    const after = waiting(workbook);
    expect(after.awaited).toEqual([]);
    const wanted = done(buildReport(fresh(), 'base', { language: 'en' }));
    expect(after.pages.map(said)).toEqual(wanted.pages.map(said));
    const changed = after.pages.filter((page, at) => page.blocks !== before.pages[at]?.blocks).map(({ id }) => id);
    expect(changed).toEqual(['scenarios']);
    expect(waiting(workbook).pages.every((page, at) => page.blocks === after.pages[at]?.blocks)).toBe(true);
  });

  it('waits for the bridges and the charts of bridges that a text asks for, and calls none of them unknown', () => {
    let workbook = done(addReportPage.run(fresh(), { title: { en: 'Comment', zh: '评论' } }));
    workbook = done(editReportPage.run(workbook, { id: 'comment', text: { en: '[bridge scenarios base > fastLicences, 2025-01/2025-12, overlay]\n[chart bridge]\n[chart none]', zh: '' } }));
    const report = waiting(workbook);
    expect(report.awaited).toHaveLength(2);
    expect(report.findings.map(({ reference }) => reference.en)).toEqual(['none']);
    workOut(workbook, report);
    expect(waiting(workbook).pages.at(-1)?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'chart', 'table', 'text', 'chart']);
  });

  it('says so where somebody gave them up', () => {
    const workbook = fresh();
    for (const job of waiting(workbook).awaited) keepBridge(withoutReport(workbook), job, fail('bridge-stopped'));
    const report = waiting(workbook);
    expect(report.awaited).toEqual([]);
    expect(said(report.pages.find(({ id }) => id === 'scenarios'))).toContain('The bridge was cancelled');
  });

  it('computes no outcome of a bridge, however large the workbook is', () => {
    const workbook = generatedWorkbook(fresh(), { sectors: 60, months: 120, scenarios: 6 });
    const report = done(buildReport(workbook, 'base', { language: 'en', pages: [6], awaits: true }));
    expect(report.awaited).toHaveLength(1);
    expect(report.awaited.map((job) => knownBridge(withoutReport(workbook), job))).toEqual([null]);
  });
});
