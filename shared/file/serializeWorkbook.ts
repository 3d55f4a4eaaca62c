/**
 * Workbook -> text of a file. The same workbook always gives the same text: fields sorted, two spaces, \n, a final
 * newline, nothing that is not content. Each cell is a record of several lines, so between the numbers of two adjacent
 * months stand lines that never change, and git merges two people's edits of both.
 */
import type { Workbook } from '../model/workbook.ts';
import { currentVersion } from './migrations.ts';
import { fileFormat } from './parseWorkbook.ts';

export function serializeWorkbook(workbook: Workbook): string {
  return `${write({ format: fileFormat, version: currentVersion, workbook }, '')}\n`;
}

// JSON.stringify is not enough: it writes names that look like integers first, so "10" would come before "01".
function write(value: unknown, indent: string): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('A workbook holds a number that is not finite.');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) return block('[', value.map((item) => inner + write(item, inner)), ']', indent);
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return block('{', fields.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${write(item, inner)}`), '}', indent);
}

function block(open: string, lines: readonly string[], close: string, indent: string): string {
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
