import { expect, test } from 'vitest';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { currentVersion, migrate, type Migration } from '../../shared/file/migrations.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
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

test('a file is written in the current version and opened without a step', () => {
  const text = serializeWorkbook(shippedWorkbook());
  expect(JSON.parse(text)).toMatchObject({ format: 'lodestone-workbook', version: currentVersion });
  expect(parseWorkbook(text).ok).toBe(true);
});
