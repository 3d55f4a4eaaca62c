/** What a report page is asked to show: the same text a file holds, so that there is one parser and one migration path. */
import type { Language } from '../messages/phrase.ts';
import type { ScenarioId } from '../model/workbook.ts';
import type { Paper } from './paper.ts';

export type ReportJob = {
  readonly workbookText: string;
  readonly scenario: ScenarioId;
  readonly language: Language;
  readonly paper: Paper;
  /** The pages that are wanted, counted from 1; all without it. */
  readonly pages?: readonly number[];
};

/** What the report document tells whoever drives it (preview frame, hidden window, command line) once it can be printed. */
export type ReportReady = {
  readonly pages: number;
  readonly title: string;
  readonly paper: Paper;
};

/** Set on the window of report.html: lays the pages out and resolves when fonts and charts stand; rejects with a sentence. */
export type ReportWindow = { readonly lodestoneReport: { render(job: ReportJob): Promise<ReportReady> } };
