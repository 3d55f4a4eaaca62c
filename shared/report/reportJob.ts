/** What a report page is asked to show: the same text a file holds, so that there is one parser and one migration path. */
import type { Phrase } from '../messages/phrase.ts';
import type { ReportLanguage } from '../model/reportSettings.ts';
import type { ScenarioId } from '../model/workbook.ts';
import type { Paper } from './paper.ts';

export type ReportJob = {
  readonly workbookText: string;
  readonly scenario: ScenarioId;
  readonly language: ReportLanguage;
  readonly paper: Paper;
  /** The pages that are wanted, counted from 1; all without it. */
  readonly pages?: readonly number[];
};

/** What the page that is sent holds: the same pages for some scenarios, between which its reader switches. */
export type SentJob = Omit<ReportJob, 'scenario'> & { readonly scenarios: readonly ScenarioId[] };

/** The page that is sent, whole: one text that needs nothing beside it. */
export type SentReport = { readonly html: string; readonly pages: number; readonly findings: readonly Phrase[] };

/** What the report document tells whoever drives it (preview frame, hidden window, command line) once it can be printed. */
export type ReportReady = {
  readonly pages: number;
  readonly title: string;
  /** Who publishes it; empty where nobody is named. */
  readonly author: string;
  /** As the web names it: en, zh-CN. */
  readonly language: string;
  readonly paper: Paper;
  /** What is wrong with the report, each sentence naming its page; it was laid out all the same. */
  readonly findings: readonly Phrase[];
};

/** Whether what a page said is what it was asked for: it comes from another process. */
export function isReportReady(value: unknown): value is ReportReady {
  if (typeof value !== 'object' || value === null) return false;
  const said: Partial<Record<keyof ReportReady, unknown>> = value;
  return typeof said.pages === 'number' && said.pages > 0 && typeof said.title === 'string' && typeof said.author === 'string' && typeof said.language === 'string' && Array.isArray(said.findings);
}

/** Set on the window of report.html. Both reject with a sentence. */
export type ReportWindow = {
  readonly lodestoneReport: {
    /** Lays the pages out; resolves when fonts and charts stand. */
    render(job: ReportJob): Promise<ReportReady>;
    /** Writes the pages as one file of HTML. */
    write(job: SentJob): Promise<SentReport>;
    /** How many scenarios of the one that is being written are done. */
    done(): number;
  };
};

/** Whether a page said what a written report is. */
export function isSentReport(value: unknown): value is SentReport {
  if (typeof value !== 'object' || value === null) return false;
  const said: Partial<Record<keyof SentReport, unknown>> = value;
  return typeof said.html === 'string' && typeof said.pages === 'number' && said.pages > 0 && Array.isArray(said.findings);
}
