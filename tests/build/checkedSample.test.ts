import { expect, test } from 'vitest';
import { checkedModule } from '../../build/checkedSample.ts';
import { shippedText, shippedWorkbook } from '../support/shippedWorkbook.ts';

async function imported(code: string): Promise<unknown> {
  const made: unknown = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  return typeof made === 'object' && made !== null && 'workbook' in made ? made.workbook : null;
}

test('the sample of a built program is what its file says, to the last field', async () => {
  expect(await imported(checkedModule(shippedText))).toStrictEqual(shippedWorkbook());
});

test('a sample that would be refused when it is opened is never built', () => {
  expect(() => checkedModule(shippedText.replace('"asOf": "2025-05-29"', '"asOf": "2025-05-42"'))).toThrow(/asOf/);
  expect(() => checkedModule('{}')).toThrow();
});
