/** The workbook that is shipped, as its file holds it. */
import { readFileSync } from 'node:fs';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import type { Workbook } from '../../shared/model/workbook.ts';

export const shippedPath = new URL('../../shared/sample/china-ndfeb-magnets.lodestone', import.meta.url);

export const shippedText: string = readFileSync(shippedPath, 'utf8');

export function shippedWorkbook(): Workbook {
  const parsed = parseWorkbook(shippedText);
  if (!parsed.ok) throw new Error(problemText(parsed.problem).en);
  return parsed.value;
}
