/** The shipped workbook, read the way the product reads it. */
import { readFileSync } from 'node:fs';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import type { Workbook } from '../../shared/model/workbook.ts';

export const sampleText = readFileSync(new URL('../../shared/sample/china-ndfeb-magnets.lodestone', import.meta.url), 'utf8');

export function sampleWorkbook(): Workbook {
  const parsed = parseWorkbook(sampleText);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

/** Freezes a document all the way down, so that a command that writes into its input fails loudly. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}
