import { describe, expect, test } from 'vitest';
import { inconsistentFaults, invalidFaults } from '../../shared/file/fileFault.ts';
import { currentVersion } from '../../shared/file/migrations.ts';
import { maxFileBytes, parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { shippedText } from '../support/shippedWorkbook.ts';

type Json = Record<string, unknown>;

/** The shipped file with one value put at a path of fields, or taken away. */
function edited(path: readonly (string | number)[], value: unknown): string {
  const document = JSON.parse(shippedText) as Json;
  let at = document;
  for (const key of path.slice(0, -1)) at = at[key] as Json;
  const last = String(path.at(-1));
  if (value === undefined) delete at[last];
  else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(document);
}

function problemOf(text: string): { code: string; place: string | undefined; fault: unknown } {
  const parsed = parseWorkbook(text);
  if (parsed.ok) throw new Error('The file was accepted.');
  const { code, place, values } = parsed.problem;
  const { en, zh } = problemText(parsed.problem);
  for (const sentence of [en, zh]) expect(sentence).not.toMatch(/undefined|NaN|\[object|“”|""/);
  if (place !== undefined) expect(en).toContain(place);
  return { code, place, fault: values?.['fault'] };
}

const cell = ['workbook', 'series', 'supply/output', 'cells', '2025'] as const;
const overlay = ['workbook', 'scenarios', 'fastLicences', 'overlays', 'events/exportControl2025/controlledMidpoint@all'] as const;
const inCell = 'workbook.series["supply/output"].cells["2025"]';
const inOverlay = 'workbook.scenarios.fastLicences.overlays["events/exportControl2025/controlledMidpoint@all"]';

describe('what is not a workbook at all', () => {
  test.each([
    ['nothing', '', 'file-empty'],
    ['only a mark and spaces', '\uFEFF \r\n', 'file-empty'],
    ['text', 'month,supply\n2025-01,1', 'file-not-a-workbook'],
    ['other JSON', '{"format":"something"}', 'file-not-a-workbook'],
    ['a list', '[1]', 'file-not-a-workbook'],
    ['null', 'null', 'file-not-a-workbook'],
    ['a package', '{"name":"x","version":"1.0.0"}', 'file-not-a-workbook'],
    ['too large', `{${' '.repeat(maxFileBytes)}}`, 'file-too-large'],
  ])('%s', (_, text, code) => {
    expect(problemOf(text).code).toBe(code);
  });

  test('a file cut off anywhere is damaged, and the place is named', () => {
    for (const share of [0.01, 0.3, 0.7, 0.999]) {
      const text = shippedText.slice(0, Math.floor(shippedText.length * share));
      const parsed = parseWorkbook(text);
      expect(parsed).toMatchObject({ ok: false, problem: { code: 'file-not-json', values: { line: text.split('\n').length } } });
    }
  });

  test('a fault in the middle is named by line and column', () => {
    const lines = shippedText.split('\n');
    lines[99] = `${lines[99] ?? ''} ?`;
    expect(parseWorkbook(lines.join('\n'))).toMatchObject({ ok: false, problem: { code: 'file-not-json', values: { line: 100 } } });
  });

  test('an unfinished merge is called one', () => {
    const lines = shippedText.split('\n');
    lines.splice(40, 0, '<<<<<<< HEAD');
    const parsed = parseWorkbook(lines.join('\n'));
    expect(parsed.ok || problemText(parsed.problem).en).toContain('Line 41 of the file holds the marks of an unfinished merge');
  });

  test('a newer version is not touched', () => {
    expect(problemOf(edited(['version'], currentVersion + 1))).toMatchObject({ code: 'file-too-new', place: 'version' });
  });
});

const deep = JSON.parse('[' .repeat(40) + ']'.repeat(40)) as unknown;

const invalidCases: readonly (readonly [string, string, string])[] = [
  [edited(['version'], undefined), 'version', 'missing'],
  [edited(['version'], '1'), 'version', 'wrong-type'],
  [edited(['version'], 0.5), 'version', 'wrong-type'],
  [edited(['saved'], 'today'), 'saved', 'unknown-field'],
  [edited(['workbook'], undefined), 'workbook', 'missing'],
  [edited(['workbook'], []), 'workbook', 'wrong-type'],
  [edited(['workbook', 'horizon'], undefined), 'workbook.horizon', 'missing'],
  [edited([...cell, 'value'], '265000'), `${inCell}.value`, 'wrong-type'],
  [edited([...cell, 'value'], undefined), `${inCell}.value`, 'missing'],
  [edited([...cell, 'state'], 'guess'), `${inCell}.state`, 'not-one-of'],
  [edited([...cell, 'colour'], 'red'), `${inCell}.colour`, 'unknown-field'],
  [edited([...cell, 'known'], '2025-02-29'), `${inCell}.known`, 'bad-date'],
  [edited([...cell, 'note'], 'text'), `${inCell}.note`, 'wrong-type'],
  [edited(['workbook', 'horizon', 'start'], '2024-13'), 'workbook.horizon.start', 'bad-month'],
  [edited(['workbook', 'series', 'supply/output', 'unit'], 'stone'), 'workbook.series["supply/output"].unit', 'not-one-of'],
  [edited(['workbook', 'sectors', 'nev', 'kind'], 'other'), 'workbook.sectors.nev.kind', 'not-one-of'],
  [edited(['workbook', 'sectors', 'a/b'], {}), 'workbook.sectors["a/b"]', 'bad-id'],
  [edited(['workbook', 'sectors', 'nev', 'yields', '25'], 'demand'), 'workbook.sectors.nev.yields["25"]', 'bad-id'],
  [edited(['workbook', 'scenarios', 'base', 'color'], 8), 'workbook.scenarios.base.color', 'out-of-range'],
  [edited(['workbook', 'scenarios', 'base', 'color'], 1.5), 'workbook.scenarios.base.color', 'wrong-type'],
  [edited([...overlay, 'periods', 0], 7), `${inOverlay}.periods[0]`, 'wrong-type'],
  [edited(['workbook', 'title', 'en'], deep), `workbook.title.en${'[0]'.repeat(29)}`, 'too-deep'],
  [edited([...cell, 'value'], 'HUGE').replace('"HUGE"', '1e999'), `${inCell}.value`, 'not-finite'],
  [edited(['workbook', 'series', '__proto__'], {}), 'workbook.series.__proto__', 'forbidden-name'],
  [edited(['workbook', 'scenarios', 'constructor'], {}), 'workbook.scenarios.constructor', 'forbidden-name'],
  [edited([...cell, '__proto__'], { value: 1 }), `${inCell}.__proto__`, 'forbidden-name'],
];

const claim = { metric: { en: 'Output', zh: '产量' }, period: '2025', value: 1, unit: 't', state: 'estimate', source: 'SEED', locator: 'table 1', known: '2025-05-01' };
const statement = { text: { en: 'Short', zh: '短缺' }, line: 'gap', from: '2025-01', to: '2025-06', direction: 'shortage', source: 'SEED', locator: 'p. 1', known: '2025-05-01' };
const vintage = (path: string): Json => ({ name: { en: 'May', zh: '五月' }, asOf: '2025-05-29', overlays: { one: { path, periods: [], op: 'set', value: 1 } } });

const inconsistentCases: readonly (readonly [string, string, string])[] = [
  [edited([...cell, 'source'], 'NOBODY'), `${inCell}.source`, 'unknown-source'],
  [edited([...cell, 'source'], 'toString'), `${inCell}.source`, 'unknown-source'],
  [edited(['workbook', 'events', 'exportControl2025', 'source'], 'NOBODY'), 'workbook.events.exportControl2025.source', 'unknown-source'],
  [edited([...overlay, 'source'], 'NOBODY'), `${inOverlay}.source`, 'unknown-source'],
  [edited(['workbook', 'sectors', 'robots'], undefined), 'workbook.series["sectors/robots/demand"]', 'unknown-path'],
  [edited([...overlay, 'path'], 'supply/magic'), `${inOverlay}.path`, 'unknown-path'],
  [edited([...overlay, 'periods', 0], '2025-04'), `${inOverlay}.periods[0]`, 'wrong-period'],
  [edited([...overlay, 'value'], null), `${inOverlay}.value`, 'overlay-without-value'],
  [edited([...overlay, 'value'], -1), `${inOverlay}.value`, 'below-minimum'],
  [edited(['workbook', 'claims'], { one: { ...claim, source: 'NOBODY' } }), 'workbook.claims.one.source', 'unknown-source'],
  [edited(['workbook', 'claims'], { one: { ...claim, path: 'sectors/gone/volume' } }), 'workbook.claims.one.path', 'unknown-path'],
  [edited(['workbook', 'claims'], { one: { ...claim, path: 'expansions/gone/tonnes' } }), 'workbook.claims.one.path', 'unknown-path'],
  [edited(['workbook', 'claims'], { one: { ...claim, path: 'sectors/nev/technologies/gone/share' } }), 'workbook.claims.one.path', 'unknown-path'],
  [edited(['workbook', 'statements'], { one: { ...statement, source: 'NOBODY' } }), 'workbook.statements.one.source', 'unknown-source'],
  [edited(['workbook', 'vintages'], { may: vintage('expansions/gone/delay') }), 'workbook.vintages.may.overlays.one.path', 'unknown-path'],
  [edited(['workbook', 'sectors', 'wind', 'technologies', 'directDrive', 'balancing'], true), 'workbook.sectors.wind.technologies', 'balancing-not-one'],
  [edited(['workbook', 'sectors', 'wind', 'technologies', 'doublyFed', 'balancing'], false), 'workbook.sectors.wind.technologies', 'balancing-not-one'],
  [edited(['workbook', 'vintage'], 'gone'), 'workbook.vintage', 'unknown-vintage'],
  [edited(['workbook', 'vintage'], 'toString'), 'workbook.vintage', 'unknown-vintage'],
  [edited(['workbook', 'scenarios', 'fastLicences', 'parent'], 'gone'), 'workbook.scenarios.fastLicences.parent', 'unknown-parent'],
  [edited(['workbook', 'scenarios', 'fastLicences', 'parent'], 'toString'), 'workbook.scenarios.fastLicences.parent', 'unknown-parent'],
  [edited(['workbook', 'scenarios', 'base', 'parent'], 'fastLicences'), 'workbook.scenarios.base.parent', 'scenario-cycle'],
  [edited(['workbook', 'scenarios', 'base', 'parent'], 'base'), 'workbook.scenarios.base.parent', 'scenario-cycle'],
  [edited(['workbook', 'scenarios', 'fastLicences', 'packages'], ['gone']), 'workbook.scenarios.fastLicences.packages[0]', 'unknown-package'],
  [edited(['workbook', 'scenarios', 'base', 'packages'], ['gone']), 'workbook.scenarios.base.packages', 'root-packages'],
  [edited(['workbook', 'packages'], { one: { ...vintage('expansions/gone/delay'), asOf: undefined, narrative: { en: '', zh: '' }, order: 0 } }), 'workbook.packages.one.overlays.one.path', 'unknown-path'],
  [edited(['workbook', 'scenarios'], {}), 'workbook.scenarios', 'no-scenario'],
  [edited(['workbook', 'horizon', 'start'], '2027-01'), 'workbook.horizon', 'horizon-reversed'],
  [edited(['workbook', 'horizon', 'start'], '2026-02'), 'workbook.horizon', 'horizon-short'],
  [edited(['workbook', 'horizon', 'end'], '2099-12'), 'workbook.horizon', 'horizon-long'],
  [edited(['workbook', 'shownFrom'], '2023-12'), 'workbook.shownFrom', 'shown-from-outside'],
  [edited(['workbook', 'series', 'supply/output', 'kind'], 'monthly'), 'workbook.series["supply/output"].kind', 'wrong-kind'],
  [edited(['workbook', 'series', 'supply/output', 'unit'], 'kt'), 'workbook.series["supply/output"].unit', 'wrong-unit'],
  [edited(['workbook', 'series', 'sectors/nev/volume', 'unit'], 'MW'), 'workbook.series["sectors/nev/volume"].unit', 'wrong-unit'],
  [edited(['workbook', 'sectors', 'nev', 'intensityUnit'], 'kgPerMW'), 'workbook.sectors.nev.intensityUnit', 'wrong-unit'],
  [edited(['workbook', 'sectors', 'nev', 'volumeUnit'], 'kt'), 'workbook.sectors.nev.volumeUnit', 'wrong-unit'],
  [
    edited(['workbook', 'series', 'supply/output', 'cells', '2025-01'], { value: 1, state: 'actual' }),
    'workbook.series["supply/output"].cells["2025-01"]',
    'wrong-period',
  ],
  [edited([...cell, 'value'], -1), `${inCell}.value`, 'below-minimum'],
  [
    edited(['workbook', 'series', 'basis/finishedYield', 'cells', 'all', 'value'], 1.1),
    'workbook.series["basis/finishedYield"].cells.all.value',
    'above-maximum',
  ],
];

describe('what is damaged inside names its place and what is wrong there', () => {
  test.each(invalidCases.map(([text, place, fault]) => ({ text, place, fault })))('$fault at $place', ({ text, place, fault }) => {
    expect(problemOf(text)).toEqual({ code: 'file-invalid', place, fault });
  });

  test.each(inconsistentCases.map(([text, place, fault]) => ({ text, place, fault })))('$fault at $place', ({ text, place, fault }) => {
    expect(problemOf(text)).toEqual({ code: 'file-inconsistent', place, fault });
  });

  test('every fault has a case here', () => {
    expect(new Set(invalidCases.map(([, , fault]) => fault))).toEqual(new Set(invalidFaults));
    expect(new Set(inconsistentCases.map(([, , fault]) => fault))).toEqual(new Set(inconsistentFaults));
  });
});

test('names are text: markup in them is kept as it is and prototypes stay clean', () => {
  const html = '<img src=x onerror=alert(1)>';
  const parsed = parseWorkbook(edited(['workbook', 'sectors', 'nev', 'name'], { en: html, zh: html }));
  expect(parsed.ok && parsed.value.sectors['nev']?.name.en).toBe(html);
  parseWorkbook('{"format":"lodestone-workbook","version":1,"workbook":{"__proto__":{"polluted":1}}}');
  expect(({} as Json)['polluted']).toBeUndefined();
});
