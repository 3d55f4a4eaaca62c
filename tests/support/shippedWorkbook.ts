/** The workbook that is shipped, read the way the product reads it. */
import { readFileSync } from 'node:fs';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import type { Workbook } from '../../shared/model/workbook.ts';

/** The file's text. */
export const shippedText: string = readFileSync(new URL('../../shared/sample/china-ndfeb-magnets.lodestone', import.meta.url), 'utf8');

export function shippedWorkbook(): Workbook {
  const parsed = parseWorkbook(shippedText);
  if (!parsed.ok) throw new Error(problemText(parsed.problem).en);
  return parsed.value;
}
