/** The reports of a job: one in each of its languages. */
import type { Language, Phrase } from '../messages/phrase.ts';
import { reportFindingText } from '../messages/reportEdits.ts';
import { pagesOf, type ReportLanguage } from '../model/reportSettings.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { pageName } from '../commands/reportPages.ts';
import { ok, type Result } from '../result.ts';
import { buildReport, type Report } from './buildReport.ts';

export function languagesOf(language: ReportLanguage): readonly Language[] {
  return language === 'both' ? ['en', 'zh'] : [language];
}

export type ReportsOptions = { readonly language: ReportLanguage; readonly pages?: readonly number[]; readonly awaits?: boolean };

/** Fails as buildReport does. */
export function buildReports(workbook: Workbook, scenario: ScenarioId, { language, ...options }: ReportsOptions): Result<readonly Report[]> {
  const reports: Report[] = [];
  for (const one of languagesOf(language)) {
    const report = buildReport(workbook, scenario, { ...options, language: one });
    if (!report.ok) return report;
    reports.push(report.value);
  }
  return ok(reports);
}

/** What is wrong with some reports, each sentence once and with the name of its page. */
export function findingTexts(workbook: Workbook, reports: readonly Report[]): readonly Phrase[] {
  const pages = pagesOf(workbook.report);
  const texts = reports.flatMap(({ findings }) =>
    findings.map((finding) => {
      const page = pages.find(({ id }) => id === finding.page);
      return reportFindingText(page ? pageName(page) : { en: finding.page, zh: finding.page }, finding);
    }),
  );
  return texts.filter(({ en }, at) => texts.findIndex((other) => other.en === en) === at);
}
