/** What a released program wrote opens for ever: every version has its frozen file and its frozen schema, and neither ever changes. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fileSchema } from '../../shared/file/fileSchema.ts';
import { currentVersion, isObject, migrations, type JsonObject } from '../../shared/file/migrations.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { allPaths } from '../../shared/model/paths.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { deepFreeze } from '../support/deepFreeze.ts';

type Schema = Parameters<typeof z.fromJSONSchema>[0];

const whatToDo =
  `A file of version ${String(currentVersion)} means one thing for ever. Whoever changes the format (a field, a unit, a choice, a limit, a path of a series) ` +
  'raises currentVersion, adds a step and freezes the new version: shared/file/migrations.ts says how.';

const folder = new URL('../fixtures/formats/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const checksums = JSON.parse(read('checksums.json')) as Readonly<Record<string, string>>;
const versions = Array.from({ length: currentVersion }, (_, at) => at + 1);
const fileName = (version: number): string => `version-${String(version)}.lodestone`;
const schemaName = (version: number): string => `version-${String(version)}.schema.json`;
const schemaOf = (version: number): JsonObject => JSON.parse(read(schemaName(version))) as JsonObject;
const documentOf = (version: number): JsonObject => JSON.parse(read(fileName(version))) as JsonObject;

function opened(version: number): Workbook {
  const parsed = parseWorkbook(read(fileName(version)));
  if (!parsed.ok) throw new Error(`${fileName(version)} does not open: ${problemText(parsed.problem).en} ${whatToDo}`);
  return parsed.value;
}

describe.each(versions)('version %i', (version) => {
  test('has a frozen file and a frozen schema that nobody has changed', () => {
    for (const name of [fileName(version), schemaName(version)]) {
      expect(existsSync(new URL(name, folder)), `${name} is missing. ${whatToDo}`).toBe(true);
      const checksum = createHash('sha256').update(readFileSync(new URL(name, folder))).digest('hex');
      expect(checksums[name], `checksums.json does not have the ${checksum} of ${name}. A frozen file never changes. ${whatToDo}`).toBe(checksum);
    }
  });

  test('opens, and every scenario of it is computed', () => {
    const workbook = opened(version);
    for (const scenario of Object.keys(workbook.scenarios)) expect(computeBalance(workbook, scenario).ok).toBe(true);
    const again = parseWorkbook(serializeWorkbook(workbook));
    expect(again).toEqual({ ok: true, value: workbook });
  });

  test('its frozen file is what its schema says, with every field of it and every kind of thing', () => {
    expect(documentOf(version)['version']).toBe(version);
    expect(z.fromJSONSchema(schemaOf(version) as Schema).safeParse(documentOf(version)).success).toBe(true);
    expect(missingFields(schemaOf(version), [documentOf(version)], '')).toEqual([]);
  });
});

/** The fields of a schema, as places, that none of these values has. */
function missingFields(schema: JsonObject, values: readonly unknown[], place: string): readonly string[] {
  const choices = [schema['oneOf'], schema['anyOf']].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
  if (choices.length > 0) {
    return choices.flatMap((choice, at) => {
      const takes = z.fromJSONSchema(choice as Schema);
      const taken = values.filter((value) => takes.safeParse(value).success);
      // A null says that something is not there, and needs no example.
      if (taken.length === 0) return choice['type'] === 'null' ? [] : [`${place} (choice ${String(at + 1)})`];
      return missingFields(choice, taken, place);
    });
  }
  const objects = values.filter(isObject);
  const fields = isObject(schema['properties']) ? Object.entries(schema['properties']) : [];
  const below = fields.flatMap(([name, field]) => {
    const present = objects.filter((value) => Object.hasOwn(value, name)).map((value) => value[name]);
    return present.length === 0 ? [`${place}/${name}`] : isObject(field) ? missingFields(field, present, `${place}/${name}`) : [];
  });
  const members = isObject(schema['additionalProperties']) ? missingOf(schema['additionalProperties'], objects.flatMap(Object.values), `${place}/*`) : [];
  const items = isObject(schema['items']) ? missingOf(schema['items'], values.filter(Array.isArray).flat(), `${place}[]`) : [];
  return [...below, ...members, ...items];
}

function missingOf(schema: JsonObject, values: readonly unknown[], place: string): readonly string[] {
  return values.length === 0 ? [place] : missingFields(schema, values, place);
}

test('a field that a frozen file does not have is named', () => {
  const schema = { type: 'object', properties: { a: { type: 'object', additionalProperties: { type: 'object', properties: { b: { type: 'number' }, c: { type: 'number' } } } }, d: { type: 'array', items: { type: 'number' } } } };
  expect(missingFields(schema, [{ a: { one: { b: 1 }, two: {} }, d: [] }], '')).toEqual(['/a/*/c', '/d[]']);
  expect(missingFields(schema, [{ a: {} }], '')).toEqual(['/a/*', '/d']);
});

test('the schema of the current version is the frozen one', () => {
  expect(JSON.parse(JSON.stringify(fileSchema())), whatToDo).toEqual(schemaOf(currentVersion));
});

test('the current version has the paths of its frozen file, no more and no fewer', () => {
  const workbook = opened(currentVersion);
  expect(Object.keys(workbook.series).sort(), whatToDo).toEqual(allPaths(workbook).map(([path]) => path).sort());
  expect(JSON.parse(serializeWorkbook(workbook))).toEqual(documentOf(currentVersion));
});

describe('migrations', () => {
  test('there is one for every version before the current one, and each turned the frozen file of its version into what the next one was', () => {
    const ran = migrations.map(({ from, migrate, summary }) => {
      const { format, workbook } = documentOf(from);
      if (!isObject(workbook)) throw new Error(`${fileName(from)} has no workbook.`);
      const next = { format, version: from + 1, workbook: migrate(deepFreeze(workbook)) };
      expect(z.fromJSONSchema(schemaOf(from + 1) as Schema).safeParse(next).error, `The step "${summary}" does not write version ${String(from + 1)}.`).toBeUndefined();
      return from;
    });
    expect(ran).toEqual(versions.slice(0, -1));
  });

  test('none of them throws at a part that it does not expect', () => {
    const names = fc.constantFrom('title', 'series', 'sectors', 'scenarios', 'events', 'report', 'pages', 'overlays', 'cells', 'x');
    const anything = fc.object({ key: names, maxDepth: 4, values: [fc.string(), fc.double(), fc.constant(null), fc.array(fc.constantFrom<unknown>(null, 1, 'x', {}))] });
    fc.assert(fc.property(anything, (workbook) => migrations.every(({ migrate }) => isObject(migrate(deepFreeze(workbook) as JsonObject)))), { numRuns: 50 });
  });
});
