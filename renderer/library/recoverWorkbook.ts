/** A workbook of the library as it was left: its base text with what was done since. */
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { KeptWorkbook } from './records.ts';
import { replaySteps } from './replaySteps.ts';

export type RecoveredWorkbook = {
  readonly workbook: Workbook;
  /** What the base text says, where something was done since. */
  readonly base: Workbook;
  /** Steps that could not be done again: this program is not the one that made them. */
  readonly left: number;
  /** When the base text was written, in milliseconds since 1970. */
  readonly baseAt: number;
};

/** Problems are those of parseWorkbook for the base text; a damaged record may have none. */
export function recoverWorkbook({ record, rows }: KeptWorkbook, program: string): Result<RecoveredWorkbook> {
  const text: unknown = record.text;
  if (typeof text !== 'string') return fail('file-empty');
  const base = parseWorkbook(text);
  if (!base.ok) return base;
  return ok({ ...replaySteps(base.value, record.upTo ?? 0, rows, program), base: base.value, baseAt: record.updatedAt });
}
