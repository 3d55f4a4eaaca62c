import { expect, type Page } from 'playwright/test';
import { cell, test } from './app.ts';

async function goTo(app: Page, place: string): Promise<void> {
  await app.keyboard.press('Control+g');
  await app.keyboard.type(place);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('dialog')).toHaveCount(0);
}

const volume = 'sectors/nev/volumeMonthly';

test('every monthly grid reads by quarters and years, and a number typed into a quarter is spread over its months', async ({ app }) => {
  await app.getByRole('tab', { name: 'Monthly', exact: true }).click();
  await app.keyboard.press('Alt+q');
  await expect(app.getByRole('radio', { name: 'Quarters' })).toBeChecked();
  const quarter = cell(app, volume, '2026-Q3');
  await goTo(app, 'nev production monthly 2026Q3');
  const before = await quarter.textContent();
  await expect(app.locator('.formula .sentence')).toContainText('the sum of its 3 months; a number typed here is spread');
  await app.keyboard.type('6');
  await app.keyboard.press('Enter');
  await expect(quarter).toHaveText('6.000');
  await app.keyboard.press('Control+z');
  await expect(quarter).toHaveText(before ?? '');
  await app.keyboard.press('Control+y');
  await app.keyboard.press('Alt+m');
  let sum = 0;
  for (const month of ['2026-07', '2026-08', '2026-09']) {
    await goTo(app, `nev production monthly ${month}`);
    sum += Number(await cell(app, volume, month).textContent());
  }
  expect(Math.abs(sum - 6)).toBeLessThan(0.002);
  await app.keyboard.press('Alt+y');
  await expect(cell(app, volume, '2026')).toBeVisible();
  for (const name of ['Exports & events', 'Supply', 'Balance', 'Price']) {
    await app.getByRole('tab', { name, exact: true }).click();
    await expect(app.locator('.grids .ag-header-cell[col-id="2025"]').last()).toBeVisible();
    await expect(app.locator('.grids .ag-header-cell[col-id="2025-03"]')).toHaveCount(0);
    await expect(app.locator('body')).not.toContainText(/NaN|undefined/);
  }
});

test('a comment and a source are written from the keyboard, marked in the grid and undone', async ({ app }) => {
  const target = cell(app, 'sectors/nev/volume', '2026');
  await target.click();
  await app.keyboard.press('Shift+F2');
  await app.keyboard.press('Control+a');
  await app.keyboard.type('Order books of May');
  await app.keyboard.press('Control+Enter');
  await expect(target).toHaveClass(/noted/);
  await expect(app.locator('.formula .sentence')).toContainText('Order books of May');
  await app.keyboard.press('Alt+s');
  const source = app.getByRole('combobox', { name: 'Source of this number' });
  await expect(source).toBeFocused();
  await source.selectOption({ index: 1 });
  await app.keyboard.press('Tab');
  await app.keyboard.type('page 3');
  await app.keyboard.press('Enter');
  await expect(app.locator('.formula .source')).toContainText('page 3');
  await app.keyboard.press('Control+z');
  await expect(app.locator('.formula .source')).not.toContainText('page 3');

  // What the number is and since when it is known are said in the same place, in one step.
  await app.keyboard.press('Alt+s');
  await app.getByLabel('The number is').selectOption('actual');
  await app.getByLabel('Known since').fill('2025-05-20');
  await app.getByRole('button', { name: 'Apply' }).click();
  await expect(app.locator('.formula .sentence')).toContainText('actual');
  await app.keyboard.press('Control+z');
  await expect(app.locator('.formula .sentence')).toContainText('forecast');

  // A source that is not listed yet is added where sources are kept.
  await app.keyboard.press('Alt+s');
  await app.getByRole('button', { name: 'New source…' }).click();
  const kept = app.getByRole('dialog', { name: 'Rows and settings' });
  await kept.getByRole('textbox', { name: 'New source, Title' }).fill('Customs bulletin, May');
  await kept.getByRole('button', { name: 'Add source' }).click();
  await expect(kept.getByRole('status')).toHaveText('Undo: Add source Customs bulletin, May');
  await app.keyboard.press('Escape');
  // Back where it was asked for, the new source can be chosen.
  const added = source.getByRole('option', { name: /Customs bulletin, May/ });
  await source.selectOption((await added.getAttribute('value')) ?? '');
  await app.getByRole('button', { name: 'Apply' }).click();
  await expect(app.locator('.formula .source')).toHaveAttribute('title', /Customs bulletin, May/);
});
