/**
 * Workbook -> text of a file. The same workbook always gives the same text: fields sorted, two spaces, \n, a final
 * newline, nothing that is not content. Each cell is a record of several lines, so between the numbers of two adjacent
 * months stand lines that never change, and git merges two people's edits of both.
 */
import type { Workbook } from '../model/workbook.ts';
import { currentVersion, isObject, type JsonObject } from './migrations.ts';
import { fileFormat } from './parseWorkbook.ts';

export function serializeWorkbook(workbook: Workbook): string {
  return [...serializedPieces(workbook)].join('');
}

/** The same text in pieces, in order, so that whoever must not stop for long can stop between two of them. None is larger than one series. */
export function* serializedPieces(workbook: Workbook): Generator<string> {
  yield `{\n  "format": ${JSON.stringify(fileFormat)},\n  "version": ${currentVersion},\n  "workbook": {`;
  let isFirst = true;
  for (const [name, part] of fieldsOf({ ...workbook })) {
    yield `${isFirst ? '' : ','}\n    ${JSON.stringify(name)}: `;
    isFirst = false;
    if (isObject(part)) yield* recordPieces(part);
    else yield write(part, '    ');
  }
  yield `${isFirst ? '' : '\n  '}}\n}\n`;
}

/** One of the workbook's lists, a piece for each of its entries. */
function* recordPieces(part: JsonObject): Generator<string> {
  let isFirst = true;
  for (const [name, entry] of fieldsOf(part)) {
    yield `${isFirst ? '{' : ','}\n      ${JSON.stringify(name)}: ${write(entry, '      ')}`;
    isFirst = false;
  }
  yield isFirst ? '{}' : '\n    }';
}

function fieldsOf(value: JsonObject): readonly (readonly [string, unknown])[] {
  const names = Object.keys(value).sort();
  return names.map((name) => [name, value[name]] as const).filter(([, field]) => field !== undefined);
}

/**
 * Whether JavaScript gives the fields of a value, and of all that is in it, in the order of the file. It does not where a field was
 * added later, nor where some names look like integers: "10" comes before "01".
 */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const name of Object.keys(value)) {
    if (name < before || !isInOrder((value as JsonObject)[name])) return false;
    before = name;
  }
  return true;
}

function write(value: unknown, indent: string): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('A workbook holds a number that is not finite.');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // The engine's own writer is ten times as fast; a line feed inside a text is escaped, so that every one it writes begins a line.
  if (isInOrder(value)) return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
  const inner = `${indent}  `;
  if (Array.isArray(value)) return block('[', value.map((item) => inner + write(item, inner)), ']', indent);
  return block('{', fieldsOf(value as JsonObject).map(([name, field]) => `${inner}${JSON.stringify(name)}: ${write(field, inner)}`), '}', indent);
}

function block(open: string, lines: readonly string[], close: string, indent: string): string {
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
