/** The built product served as `npm start` serves it, on a port of the test's own. */
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createServer } from 'node:http';
import { test as base, type Page } from 'playwright/test';
import { createStaticServer } from '../../build/server.mjs';

const folder = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export const test = base.extend<{ app: Page }>({
  app: async ({ page }, use) => {
    const port = await freePort();
    const host = `127.0.0.1:${port}`;
    const server = createStaticServer({ folder, host });
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(`http://${host}/`);
    await page.locator('.ag-row').first().waitFor();
    await use(page);
    server.close();
    server.closeAllConnections();
    if (problems.length > 0) throw new Error(`The window reported: ${problems.join('; ')}`);
  },
});

/** A cell of the grid by its row and column. */
export function cell(page: Page, row: string, column: string) {
  return page.locator(`.ag-row[row-id="${row}"] .ag-cell[col-id="${column}"]`);
}
