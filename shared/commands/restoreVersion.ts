/** Putting an earlier state of the whole workbook back: one step like any other, so that undo returns to what was there before it. */
import { serializeWorkbook } from '../file/serializeWorkbook.ts';
import { restoredVersion } from '../messages/versions.ts';
import type { Phrase } from '../messages/phrase.ts';
import type { Workbook } from '../model/workbook.ts';
import { ok } from '../result.ts';
import type { Command } from './command.ts';

export type RestoreVersionArgs = {
  /** Read by parseWorkbook, which has checked it. */
  readonly workbook: Workbook;
  /** What the history calls it: its name or its time. */
  readonly name: Phrase;
};

export const restoreVersion: Command<RestoreVersionArgs> = {
  name: 'restore-version',
  label: (_workbook, { name }) => restoredVersion(name),
  run: (workbook, args) => ok(args.workbook === workbook || serializeWorkbook(args.workbook) === serializeWorkbook(workbook) ? workbook : args.workbook),
};
