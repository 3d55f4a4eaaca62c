import { expect } from 'playwright/test';
import { cell, test } from './app.ts';

test('the month under the pointer is marked in both charts and in the grid, with its numbers', async ({ app }) => {
  await app.getByRole('tab', { name: 'Balance' }).click();
  const box = await app.locator('[data-chart="gap"] .drawing').boundingBox();
  if (!box) throw new Error('The gap chart is not there.');
  await app.mouse.move(box.x + 100, box.y + box.height / 2);
  await expect(app.locator('.period-mark')).toHaveCount(2);
  const title = await app.locator('[data-chart="gap"] .readout b').innerText();
  expect(await app.locator('[data-chart="supply-demand"] .readout b').innerText()).toBe(title);
  const month = title.replace(/ · .*/, '');
  const header = await app.locator('.ag-header-cell', { hasText: month }).boundingBox();
  const mark = await app.locator('.period-column').boundingBox();
  expect(Math.abs((mark?.x ?? 0) - (header?.x ?? 0))).toBeLessThan(2);
  await app.mouse.move(box.x + 100, box.y - 60);
  await expect(app.locator('.period-mark')).toHaveCount(0);
});

test('a cell of the grid under the pointer marks its month in the charts', async ({ app }) => {
  await app.getByRole('tab', { name: 'Balance' }).click();
  await cell(app, 'gap', '2025-05').hover();
  await expect(app.locator('[data-chart="gap"] .readout b')).toContainText('May 2025');
  await expect(app.locator('[data-chart="gap"] .readout')).toContainText('kt');
});

test('a click on a bar goes to its cell, a click on a band to the sector’s month', async ({ app }) => {
  const gap = await app.locator('[data-chart="gap"] .drawing').boundingBox();
  if (!gap) throw new Error('The gap chart is not there.');
  await app.mouse.click(gap.x + gap.width - 120, gap.y + gap.height / 2);
  await expect(app.getByRole('tab', { name: 'Balance' })).toHaveAttribute('aria-selected', 'true');
  await expect(app.locator('.formula b')).toHaveText(/^Gap, reported balance · \w{3} 2026$/);
  await expect(app.locator('.grid .selection').last()).toBeVisible();
  const stack = await app.locator('[data-chart="supply-demand"] .drawing').boundingBox();
  if (!stack) throw new Error('The stacked chart is not there.');
  await app.mouse.click(stack.x + stack.width - 160, stack.y + stack.height - 50);
  await expect(app.getByRole('tab', { name: 'Monthly' })).toHaveAttribute('aria-selected', 'true');
  await expect(app.locator('.formula b')).toHaveText(/^NEV · Demand · \w{3} 2026$/);
});

test('a column keeps the width it was given, and a scenario stays chosen, after a restart', async ({ app }) => {
  const handle = await app.locator('.ag-header-cell[col-id="2025"] .ag-header-cell-resize').boundingBox();
  if (!handle) throw new Error('The column has no handle.');
  const before = (await app.locator('.ag-header-cell[col-id="2025"]').boundingBox())?.width ?? 0;
  await app.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await app.mouse.down();
  await app.mouse.move(handle.x + handle.width / 2 + 40, handle.y + handle.height / 2, { steps: 4 });
  await app.mouse.up();
  await app.getByRole('radio', { name: 'Prolonged control' }).click();
  await app.reload();
  await expect(app.getByRole('radio', { name: 'Prolonged control' })).toHaveAttribute('aria-checked', 'true');
  await expect.poll(async () => Math.round((await app.locator('.ag-header-cell[col-id="2025"]').boundingBox())?.width ?? 0)).toBe(Math.round(before + 40));
});

test('the charts come after the grid, to a pointer that rests on it already', async ({ app }) => {
  let drawn = (): void => undefined;
  const held = new Promise<void>((resolve) => (drawn = resolve));
  await app.route('**/assets/Chart-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await app.reload();
  await cell(app, 'sectors/nev/intensity', '2025').hover();
  const place = await app.locator('[data-chart="gap"]').boundingBox();
  expect(await app.locator('[data-chart] svg').count()).toBe(0);
  drawn();
  await expect(app.locator('[data-chart="gap"] .readout b')).toContainText('2025');
  await expect(app.locator('[data-chart="supply-demand"] .readout b')).toContainText('2025');
  expect(await app.locator('[data-chart="gap"]').boundingBox()).toEqual(place);
  await expect(cell(app, 'sectors/nev/intensity', '2025')).toBeVisible();
});
