/** Totals that stay in view: in their place where it is in view, else at the edge of the grid. */
import { expect, type Page } from 'playwright/test';
import type { Convention, Grid } from '../gridOf.ts';

const output = 'supply/outputMonthly';

/** Opens Supply at a month, in a window in which its grid scrolls both ways, with the lower grid scrolled to its end. */
async function inSmallWindow({ page, press, type }: Grid, month: string, check: () => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 700 });
  await press('Control+g');
  await type(`capacity limit ${month}`);
  await press('Enter');
  await expect(page.getByRole('tab', { name: 'Supply', exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.locator('.grid').last().hover();
  await page.mouse.wheel(0, 2000);
  await check();
  await page.setViewportSize({ width: 2000, height: 1500 });
}

const columns = (page: Page) => page.locator('.grid').last().locator('.ag-header-cell');
const column = (page: Page, id: string) => page.locator('.grid').last().locator(`.ag-header-cell[col-id="${id}"]`);

/** The cell lies between the edges of its grid. */
async function isInView({ page, cell }: Grid, row: string, id: string): Promise<boolean> {
  const [box, frame] = [await cell(row, id).boundingBox(), await page.locator('.grid').last().boundingBox()];
  return box !== null && frame !== null && box.x >= frame.x && box.x + box.width <= frame.x + frame.width + 1 && box.y >= frame.y && box.y + box.height <= frame.y + frame.height + 1;
}

export const totals: readonly Convention[] = [
  ['the total of the year in view is held at the right edge until its own place is reached', async (grid) => {
    const { page, cell, press, says, copied } = grid;
    await inSmallWindow(grid, '2025-05', async () => {
      await expect(column(page, 'twin:2025')).toHaveText('2025');
      await cell('capacity', 'twin:2025').click();
      await says(/^Nameplate capacity, 2025, [\d,]+ t, forecast, computed$/);
      await press('Control+c');
      expect(Math.round(Number(await copied())).toLocaleString('en')).toBe(await cell('capacity', 'twin:2025').textContent());
      // By keyboard one goes on from its place, which comes into view and takes over.
      await press('Escape', 'ArrowLeft');
      await says(/^Nameplate capacity, Dec 2025, /);
      await press('ArrowRight');
      await says(/^Nameplate capacity, 2025, /);
      await expect(column(page, 'twin:2025')).toHaveCount(0);
      expect(await isInView(grid, 'capacity', '2025')).toBe(true);
      await press('ArrowRight', 'ArrowRight');
      await expect(column(page, 'twin:2026')).toHaveCount(1);
      await press('Alt+q');
      await expect(columns(page).and(page.locator('[col-id^="twin:20"]'))).toHaveCount(1);
      await press('Alt+m');
    });
  }],
  ['total rows out of view are held at the lower edge, and are typed into there', async (grid) => {
    const { page, cell, type, press, says } = grid;
    await inSmallWindow(grid, '2026-02', async () => {
      const held = cell(`twin:${output}`, '2026-03');
      const before = await held.textContent();
      await held.click();
      await says(/^Output, Mar 2026, [\d,]+ t, forecast, computed$/);
      // Decimals chosen there are those of the row.
      await press('Alt+.');
      await expect(held).toHaveText(/^[\d,]+\.\d$/);
      await press('Alt+,');
      await expect(held).toHaveText(before ?? '');
      await type('22000');
      const [editor, box] = [await page.locator('.grid.in-use textarea').boundingBox(), await held.boundingBox()];
      expect(Math.abs((editor?.x ?? 0) - (box?.x ?? 0)) + Math.abs((editor?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(3);
      // Enter goes on in the table, which scrolls there.
      await press('Enter');
      await says(/^Since January, Mar 2026/);
      await expect(cell(output, '2026-03')).toHaveText('22,000');
      expect(await isInView(grid, 'supply/outputCumulative', '2026-03')).toBe(true);
      await press('Control+z');
      await expect(cell(output, '2026-03')).toHaveText(before ?? '');
    });
  }],
  ['a held total row is selected, filled and walked to like any other', async (grid) => {
    const { page, cell, drag, press, says } = grid;
    await inSmallWindow(grid, '2026-02', async () => {
      const held = (month: string) => cell(`twin:${output}`, month);
      await drag(held('2026-02'), held('2026-03'));
      await says('1 by 2 cells selected');
      const [first, before] = [await held('2026-02').textContent(), await held('2026-03').textContent()];
      await cell(`twin:${output}`, '2026-02').click();
      const [corner, box] = [await page.locator('.grid.in-use .fill-handle').boundingBox(), await held('2026-02').boundingBox()];
      expect(Math.abs((corner?.x ?? 0) + 3.5 - ((box?.x ?? 0) + (box?.width ?? 0))) + Math.abs((corner?.y ?? 0) + 3.5 - ((box?.y ?? 0) + (box?.height ?? 0)))).toBeLessThan(4);
      await press('ArrowRight', 'Control+r');
      await expect(cell(output, '2026-03')).toHaveText(first ?? '');
      await press('Control+z');
      await expect(cell(output, '2026-03')).toHaveText(before ?? '');
      // A row that is reached by keyboard is never covered by what is held.
      await press('Control+End');
      const rows = await page.locator('.grid').last().locator('.ag-row[row-id^="twin:"]').boundingBox();
      const last = await page.locator('.grid.in-use .selection').first().boundingBox();
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((rows?.y ?? 0) + 1);
    });
  }],
  ['totals are pinned and unpinned by an action, and never leave months too little room', async (grid) => {
    const { page, press, type } = grid;
    await inSmallWindow(grid, '2025-05', async () => {
      const twins = page.locator('.grid').last().locator('.ag-row[row-id^="twin:"], .ag-header-cell[col-id^="twin:"]');
      await expect(twins).toHaveCount(2);
      for (const count of [0, 2]) {
        await press('Control+k');
        await type('unpin totals');
        await press('Enter');
        await expect(twins).toHaveCount(count);
      }
      await page.setViewportSize({ width: 1024, height: 700 });
      await expect(column(page, 'twin:2025')).toHaveCount(0);
      await page.setViewportSize({ width: 1440, height: 1500 });
      await expect(page.locator('.ag-row[row-id^="twin:"]')).toHaveCount(0);
    });
  }],
];
