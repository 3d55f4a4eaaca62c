import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn } from '../../renderer/charts/inTurn.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first chart is drawn at once, each other in a task of its own, and one that was taken back never', () => {
  const drawn: string[] = [];
  inTurn(() => drawn.push('first'));
  const takeBack = inTurn(() => drawn.push('gone'));
  inTurn(() => drawn.push('second'));
  inTurn(() => drawn.push('third'));
  takeBack();
  expect(drawn).toEqual(['first']);
  vi.advanceTimersToNextTimer();
  expect(drawn).toEqual(['first', 'second']);
  vi.runAllTimers();
  expect(drawn).toEqual(['first', 'second', 'third']);
  inTurn(() => drawn.push('later'));
  expect(drawn.at(-1)).toBe('later');
  vi.runAllTimers();
});
