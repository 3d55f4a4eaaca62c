/** What the window tells the user in one line: a notice that goes with the next edit, and standing ones that stay until they are answered. */
import type { WorkbookDifferences } from '../../shared/analysis/workbookDifferences.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';

export type NoticeAction = { readonly label: Phrase; run(): void };

export type Notice = {
  readonly text: Phrase;
  /** A refusal speaks of the selected cell and goes with the selection. */
  readonly tone: 'info' | 'problem' | 'refusal';
  readonly actions?: readonly NoticeAction[];
};

/** Two states that the user may look at before choosing. */
export type NoticeComparison = {
  readonly before: Phrase;
  readonly after: Phrase;
  /** Names the cells and their units. */
  readonly workbook: Workbook;
  find(): Result<WorkbookDifferences>;
};

export type StandingNotice = Notice & {
  /** One of each kind: the newest takes the place of the one before. */
  readonly id: 'storage' | 'disk' | 'recovery';
  readonly comparison?: NoticeComparison;
};
