import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { currentVersion, migrate, type Migration } from '../../shared/file/migrations.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const steps: readonly Migration[] = [
  { from: 1, summary: 'name becomes title', migrate: ({ name, ...rest }) => ({ ...rest, title: name }) },
  { from: 2, summary: 'title is in two languages', migrate: ({ title, ...rest }) => ({ ...rest, title: { en: title, zh: title } }) },
];

test('steps run in order from the version of the file on', () => {
  expect(migrate({ name: 'a', kept: 1 }, 1, steps)).toEqual({ title: { en: 'a', zh: 'a' }, kept: 1 });
  expect(migrate({ title: 'b' }, 2, steps)).toEqual({ title: { en: 'b', zh: 'b' } });
  expect(migrate({ title: 'c' }, 3, steps)).toEqual({ title: 'c' });
});

test('version 2 only has more to say, of the report and of the New Year’s window: a workbook of version 1 is one of version 2 as it stands', () => {
  const frozen = (version: number): string => readFileSync(new URL(`../fixtures/formats/version-${String(version)}.lodestone`, import.meta.url), 'utf8');
  const [first, second] = [done(parseWorkbook(frozen(1))), done(parseWorkbook(frozen(2)))];
  const { language, logo, margins, ...report } = second.report ?? { pages: [] };
  const series = Object.fromEntries(Object.entries(second.series).filter(([path]) => !path.startsWith('calendar/')));
  expect(Object.keys(second.series).length - Object.keys(series).length).toBe(6);
  expect(first).toEqual({ ...second, report, series });
  expect(language).toBe('both');
  expect(margins).toEqual({ top: 25, side: 16.5, bottom: 20 });
  expect(logo).toMatch(/^data:image\/png/);
});

test('a file is written in the current version and opened without a step', () => {
  const text = serializeWorkbook(shippedWorkbook());
  expect(JSON.parse(text)).toMatchObject({ format: 'lodestone-workbook', version: currentVersion });
  expect(parseWorkbook(text).ok).toBe(true);
});
