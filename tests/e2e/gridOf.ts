/** The window with a grid in use, with the words of the tests about it. */
import { expect, type Locator, type Page } from 'playwright/test';

export const volume = 'sectors/nev/volumeMonthly';
export const intensity = 'sectors/nev/intensity';
export const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'] as const;

/** The window with the words of a test about it. */
export type Grid = {
  readonly page: Page;
  cell(row: string, column: string): Locator;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Opens the months and selects one of the second half of 2026. */
  month(month: string): Promise<void>;
  copied(): Promise<string>;
  /** Puts a text on the clipboard as another program would, and pastes it. */
  paste(text: string, key?: string): Promise<void>;
  /** Presses the mouse on one cell and releases it on another. */
  drag(from: Locator, to: Locator): Promise<void>;
  /** What a screen reader is told. */
  says(text: string | RegExp): Promise<void>;
  shows(...values: readonly string[]): Promise<void>;
};

export function gridOf(page: Page): Grid {
  const cell = (row: string, column: string): Locator => page.locator(`.ag-row[row-id="${row}"] .ag-cell[col-id="${column}"]`);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return {
    page,
    cell,
    press,
    type: (text) => page.keyboard.type(text),
    async month(month) {
      await page.getByRole('tab', { name: 'Monthly', exact: true }).click();
      await page.locator(`.ag-row[row-id="${volume}"] .ag-cell.column-period`).first().click();
      await press('End');
      await cell(volume, month).click();
    },
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    async paste(text, key = 'Control+v') {
      await page.evaluate((written) => navigator.clipboard.writeText(written), text);
      await press(key);
    },
    async drag(from, to) {
      const [a, b] = [await from.boundingBox(), await to.boundingBox()];
      if (!a || !b) throw new Error('A cell is not in view.');
      await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
      await page.mouse.down();
      await page.mouse.move(b.x + b.width / 2 - 3, b.y + b.height / 2, { steps: 3 });
      await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2);
      await page.mouse.up();
    },
    says: (text) => expect(page.locator('.grid.in-use [role="status"]')).toHaveText(text),
    async shows(...values) {
      for (const [at, value] of values.entries()) await expect(cell(volume, months[at] ?? '')).toHaveText(value);
    },
  };
}

export type Convention = readonly [name: string, check: (grid: Grid) => Promise<void>];

export const numbers = (page: Page): Locator => page.locator('.selection-numbers');
export const handle = (page: Page): Locator => page.locator('.grid.in-use .fill-handle');
