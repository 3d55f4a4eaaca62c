import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentVersion } from '../../shared/file/migrations.ts';
import { shippedText } from '../support/shippedWorkbook.ts';
import { openMutatedFiles } from './mutatedFiles.ts';

test('damaged files are opened whole or refused with a sentence; none crashes, hangs, gives a number that is not finite, or alters the open workbook', { timeout: 60_000 }, () => {
  const { files, opened, refused, faults } = openMutatedFiles(shippedText, 200, 7);
  expect(faults).toEqual([]);
  expect(opened + refused).toBe(files);
  // Both ways were taken, so both were tested.
  expect(opened).toBeGreaterThan(5);
  expect(refused).toBeGreaterThan(50);
});

test.each(Array.from({ length: currentVersion }, (_, at) => at + 1))('so are damaged files of version %i, which are brought forward before they are checked', { timeout: 60_000 }, (version) => {
  const frozen = readFileSync(new URL(`../fixtures/formats/version-${String(version)}.lodestone`, import.meta.url), 'utf8');
  const { opened, refused, faults } = openMutatedFiles(frozen, 60, 11);
  expect(faults).toEqual([]);
  expect(opened + refused).toBe(60);
});
