/** The built product in a window of its own for every test; what the window reports as an error fails the test. */
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from 'playwright/test';
import { serveBuilt } from '../support/serveBuilt.ts';

const folder = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

export const test = base.extend<{ app: Page }>({
  app: async ({ page }, use) => {
    const served = await serveBuilt(folder);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(served.url);
    await page.locator('.ag-row').first().waitFor();
    // The charts are drawn after the grid.
    for (const chart of ['gap', 'supply-demand']) await page.locator(`[data-chart="${chart}"] svg text`).first().waitFor();
    await use(page);
    served.close();
    if (problems.length > 0) throw new Error(`The window reported: ${problems.join('; ')}`);
  },
});

/** A cell of the grid by its row and column. */
export function cell(page: Page, row: string, column: string) {
  return page.locator(`.ag-row[row-id="${row}"] .ag-cell[col-id="${column}"]`);
}
