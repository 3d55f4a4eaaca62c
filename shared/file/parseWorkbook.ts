/**
 * Text of a file -> workbook. In this order: is it ours, is it too new, bring it forward, has it the right shape, does
 * it agree with itself. Every failure says where in the file, and the caller's open workbook is never touched.
 */
import type { core } from 'zod';
import type { Series, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkConsistency } from './checkConsistency.ts';
import { invalid, invalidFaults, type InvalidFault } from './fileFault.ts';
import { formatPlace } from './formatPlace.ts';
import { currentVersion, isObject, migrate, type JsonObject } from './migrations.ts';
import { takePlainCells } from './plainCells.ts';
import { workbookSchema } from './workbookSchema.ts';

export const fileFormat = 'lodestone-workbook';

/** Above this a file is refused unread; a workbook of fifty years and a hundred sectors stays far below it. */
export const maxFileBytes = 32 * 1024 * 1024;

/** The shape needs 8 levels; anything deeper is not ours. */
const maxDepth = 32;

/** Names that would reach an object's prototype instead of a field. */
const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads the text of a workbook file. Problems: file-empty, file-too-large, file-not-json, file-not-a-workbook, file-too-new, file-invalid, file-inconsistent. */
export function parseWorkbook(text: string): Result<Workbook> {
  if (text.length > maxFileBytes) return fail('file-too-large', { values: { limitMegabytes: maxFileBytes / 1024 / 1024 } });
  const document = parseJson(text);
  if (!document.ok) return document;
  const envelope = openEnvelope(document.value);
  if (!envelope.ok) return envelope;
  const { without, cells } = takePlainCells(envelope.value);
  const shape = workbookSchema.safeParse(without);
  if (!shape.success) return describeIssue(shape.error.issues[0], envelope.value);
  const series = Object.entries(shape.data.series).map(([path, one]): [string, Series] => [path, { ...one, cells: cells.get(path) ?? one.cells }]);
  return checkConsistency({ ...shape.data, series: Object.fromEntries(series) });
}

/** JSON whose names are harmless, whose depth is bounded and whose numbers are finite (1e999 is valid JSON). */
function parseJson(text: string): Result<unknown> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') return fail('file-empty');
  let document: unknown;
  try {
    document = JSON.parse(body);
  } catch (error) {
    // What does not even begin like ours was never a workbook; what does is a damaged one.
    if (!body.trimStart().startsWith('{')) return fail('file-not-a-workbook');
    return fail('file-not-json', { values: describeSyntaxError(body, error) });
  }
  const refused = guard(document, 0);
  return refused === null ? ok(document) : invalid(refused.fault, formatPlace(refused.path.toReversed()), refused.values);
}

function describeSyntaxError(body: string, error: unknown): Readonly<Record<string, string | number>> {
  const conflict = /^<{7} /m.exec(body);
  const position = conflict?.index ?? Number(/position (\d+)/.exec(String(error))?.[1] ?? body.length);
  const before = body.slice(0, position).split('\n');
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return conflict ? { ...place, conflict: 1 } : place;
}

/** What is wrong with a value, and where: the names that lead there from the inside out. */
type Refused = { readonly fault: InvalidFault; readonly values: Readonly<Record<string, string | number>>; readonly path: readonly PropertyKey[] };

/** Walks millions of values: the place is put together only where there is something to refuse. */
function guard(value: unknown, depth: number): Refused | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : { fault: 'not-finite', values: {}, path: [] };
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= maxDepth) return { fault: 'too-deep', values: { limit: maxDepth }, path: [] };
  const isList = Array.isArray(value);
  for (const key of Object.keys(value)) {
    if (forbiddenNames.has(key)) return { fault: 'forbidden-name', values: { name: key }, path: [key] };
    const refused = guard(Reflect.get(value, key), depth + 1);
    if (refused !== null) return { ...refused, path: [...refused.path, isList ? Number(key) : key] };
  }
  return null;
}

/** The workbook object inside { format, version, workbook }, brought forward to the current version. */
function openEnvelope(document: unknown): Result<JsonObject> {
  if (!isObject(document) || document['format'] !== fileFormat) return fail('file-not-a-workbook');
  const version = document['version'];
  if (version === undefined) return invalid('missing', 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return invalid('wrong-type', 'version', { expected: 'whole-number' });
  }
  if (version > currentVersion) return fail('file-too-new', { place: 'version', values: { version, supported: currentVersion } });
  const extra = Object.keys(document).find((key) => !['format', 'version', 'workbook'].includes(key));
  if (extra !== undefined) return invalid('unknown-field', formatPlace([extra]), { name: extra });
  const workbook = document['workbook'];
  if (workbook === undefined) return invalid('missing', 'workbook');
  if (!isObject(workbook)) return invalid('wrong-type', 'workbook', { expected: 'object' });
  return ok(migrate(workbook, version));
}

/** The first thing that is wrong, in our words: zod's own sentences are for programmers and in one language. */
function describeIssue(issue: core.$ZodIssue | undefined, workbook: JsonObject): Result<never> {
  if (!issue) throw new Error('A schema refused a workbook without saying why.');
  const place = formatPlace(['workbook', ...issue.path]);
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? '';
    return invalid('unknown-field', formatPlace(['workbook', ...issue.path, name]), { name });
  }
  if (issue.code === 'invalid_key') return invalid('bad-id', place, { name: String(issue.path.at(-1)) });
  if (valueAt(workbook, issue.path) === undefined) return invalid('missing', place);
  switch (issue.code) {
    case 'invalid_type':
      return invalid('wrong-type', place, { expected: issue.expected === 'int' ? 'whole-number' : issue.expected });
    case 'invalid_value':
      return invalid('not-one-of', place, { allowed: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return invalid('not-one-of', place, { allowed: 'driver, residual' });
    case 'too_small':
      return invalid('out-of-range', place, { limit: Number(issue.minimum) });
    case 'too_big':
      return invalid('out-of-range', place, { limit: Number(issue.maximum) });
    case 'custom':
      return invalid(faultOf(issue.params?.['fault']), place, { allowed: String(issue.params?.['allowed'] ?? '') });
    default:
      return invalid('wrong-type', place, { expected: 'text' });
  }
}

function faultOf(name: unknown): InvalidFault {
  return invalidFaults.find((fault) => fault === name) ?? 'wrong-type';
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined), root);
}
