import { expect, test } from 'vitest';
import { problemText } from '../../shared/messages/problems.ts';
import { saveInReadOnlyFolder, saveOnFullDisk, type PlaceOutcome } from './hostilePlaces.ts';

function expectRefused(outcome: PlaceOutcome, step: string, cause: string, sentence: string): void {
  if ('skipped' in outcome) throw new Error(outcome.skipped);
  expect(outcome.saved).toEqual({ ok: false, problem: { code: 'file-save-failed', place: 'market.lodestone', values: { step, cause } } });
  expect(outcome.old).toBe(true);
  expect(outcome.left).toEqual(['market.lodestone']);
  if (!outcome.saved.ok) expect(problemText(outcome.saved.problem).en).toContain(sentence);
}

test('a full disk keeps the old file, nothing beside it, and the sentence says that it is full', { timeout: 30_000 }, async (context) => {
  const outcome = await saveOnFullDisk();
  if ('skipped' in outcome) return context.skip(outcome.skipped);
  expectRefused(outcome, 'write', 'ENOSPC', 'The disk is full');
});

test('a folder that may not be written keeps the old file, and the sentence says so', { timeout: 30_000 }, async (context) => {
  const outcome = await saveInReadOnlyFolder();
  if ('skipped' in outcome) return context.skip(outcome.skipped);
  expectRefused(outcome, 'create', 'EACCES', 'Its folder may not be written by you.');
});
