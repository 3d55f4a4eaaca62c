/** The only way to change a workbook. A command is pure, refuses with a Problem, and says what it does in one label. */
import type { Phrase } from '../messages/phrase.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Result } from '../result.ts';

export type Command<Args> = {
  readonly name: string;
  /** What the history shows; args are those the command ran with, workbook is the one before. */
  label(workbook: Workbook, args: Args): Phrase;
  run(workbook: Workbook, args: Args): Result<Workbook>;
};
