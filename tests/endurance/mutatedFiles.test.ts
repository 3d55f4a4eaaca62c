import { expect, test } from 'vitest';
import { shippedText } from '../support/shippedWorkbook.ts';
import { openMutatedFiles } from './mutatedFiles.ts';

test('damaged files are opened whole or refused with a sentence; none crashes, hangs, or gives a number that is not finite', { timeout: 60_000 }, () => {
  const { files, opened, refused, faults } = openMutatedFiles(shippedText, 200, 7);
  expect(faults).toEqual([]);
  expect(opened + refused).toBe(files);
  // Both ways were taken, so both were tested.
  expect(opened).toBeGreaterThan(5);
  expect(refused).toBeGreaterThan(50);
});
