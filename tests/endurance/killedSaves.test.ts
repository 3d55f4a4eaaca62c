import { expect, test } from 'vitest';
import { killSaves } from './killedSaves.ts';

test('a process killed while it saves leaves the whole old or the whole new text, whenever it is killed', { timeout: 60_000 }, async () => {
  const { torn, ...found } = await killSaves(8, 1);
  expect(torn).toBe(0);
  expect(found.old + found.new).toBe(8);
});
