/** A file of the program that cannot be loaded: the window says so, works on, and has it once it is there. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { lateMessages } from '../../shared/messages/late.ts';
import { serveBuilt } from '../support/serveBuilt.ts';
import { cell } from './app.ts';

test('views and charts whose files are missing leave the work alone, and come when they are asked for again', async ({ page }) => {
  const served = await serveBuilt(fileURLToPath(new URL('../../dist/renderer', import.meta.url)));
  const missing = /assets\/(CompareView|Chart)-[^/]*\.js/;
  const asked: string[] = [];
  await page.route(missing, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await page.goto(served.url);
  const charts = page.getByRole('region', { name: 'Charts' });
  await expect(charts.getByRole('alert')).toHaveText(Array(2).fill(`${lateMessages.notLoaded.en}${lateMessages.tryAgain.en}`));
  await cell(page, 'sectors/nev/intensity', '2025').click();
  await page.keyboard.type('3.9');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'sectors/nev/demand', '2025')).toHaveText('69,771');
  // Once the window has tried to have it ready, only who asks for it loads it.
  await expect.poll(() => asked.some((url) => url.includes('CompareView')), { timeout: 20_000 }).toBe(true);
  await page.getByRole('button', { name: 'Scenarios', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText(lateMessages.notLoaded.en);
  await page.unroute(missing);
  await main.getByRole('button', { name: lateMessages.tryAgain.en }).click();
  await expect(main).toContainText('Base');
  await page.getByRole('button', { name: 'Workbench', exact: true }).click();
  await charts.getByRole('button', { name: lateMessages.tryAgain.en }).first().click();
  for (const chart of ['gap', 'supply-demand']) await expect(page.locator(`[data-chart="${chart}"] svg text`).first()).toBeVisible();
  await expect(page.locator('.ghost-line')).toContainText('+5.2 kt');
  await expect(cell(page, 'sectors/nev/demand', '2025')).toHaveText('69,771');
  served.close();
});
