/** No violation of WCAG A or AA in the workbench: at rest, with a range, a list of words, the menu, a question, a preview; light and dark. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import { expect, type Page } from 'playwright/test';
import { cell, test } from './app.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, each with the first element it stands on. */
async function violations(page: Page): Promise<readonly string[]> {
  const results = await page.evaluate((): Promise<Axe.AxeResults> => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  });
  return results.violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.html).slice(0, 160)} (${nodes.length})`);
}

test('the workbench has no violation: at rest, with a range, its menu, a question, a list of words', async ({ app }) => {
  test.setTimeout(120_000);
  await app.evaluate(source);
  expect.soft(await violations(app), 'at rest').toEqual([]);
  await cell(app, 'sectors/nev/intensity', '2025').click();
  await app.keyboard.press('Control+Shift+ArrowUp');
  await app.keyboard.press('Shift+F10');
  expect.soft(await violations(app), 'a range and the menu').toEqual([]);
  await app.getByRole('menuitem', { name: 'Grow by…' }).click();
  expect.soft(await violations(app), 'a question').toEqual([]);
  await app.keyboard.press('Escape');
  await app.getByRole('tab', { name: 'Monthly', exact: true }).click();
  await cell(app, 'sectors/nev/assumptions', 'actualsMode').click();
  await app.keyboard.press('Enter');
  expect.soft(await violations(app), 'a list of words').toEqual([]);
});

test('the dark workbench has no violation, in Chinese either', async ({ app }) => {
  test.setTimeout(120_000);
  await app.evaluate(source);
  await app.getByRole('button', { name: 'Light or dark' }).click();
  await app.getByRole('button', { name: '中文' }).click();
  await cell(app, 'sectors/nev/intensity', '2025').click();
  await app.keyboard.press('Shift+ArrowUp');
  expect.soft(await violations(app)).toEqual([]);
});
