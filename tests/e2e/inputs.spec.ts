import { expect } from 'playwright/test';
import { cell, test } from './app.ts';

const tabs = [
  ['Drivers', '驱动因素', 1],
  ['Monthly', '月度', 2],
  ['Exports & events', '出口与事件', 2],
  ['Supply', '供应', 2],
  ['Balance', '平衡表', 2],
  ['Price', '价格', 2],
] as const;

for (const language of ['en', 'zh'] as const) {
  test(`every tab shows its grids without NaN (${language})`, async ({ app }) => {
    if (language === 'zh') await app.getByRole('button', { name: '中文' }).click();
    for (const [english, chinese, grids] of tabs) {
      await app.getByRole('tab', { name: language === 'en' ? english : chinese, exact: true }).click();
      await app.waitForFunction((count) => {
        const shown = [...document.querySelectorAll('.grids .grid')];
        return shown.length === count && shown.every((grid) => grid.querySelector('.ag-row') !== null);
      }, grids);
      expect(await app.evaluate(() => document.body.textContent)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
}

test('run rate is chosen by keyboard and the rest of the year follows; Escape leaves the list', async ({ app }) => {
  await app.getByRole('tab', { name: 'Monthly', exact: true }).click();
  const mode = cell(app, 'sectors/nev/assumptions', 'actualsMode');
  const june = cell(app, 'sectors/nev/volumeMonthly', '2025-06');
  await june.scrollIntoViewIfNeeded();
  const before = await june.textContent();
  await expect(mode).toContainText('hold annual');
  await mode.click();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('option')).toHaveText(['1hold annual', '2run rate', '3blend']);
  await app.keyboard.press('Escape');
  await expect(app.getByRole('listbox')).toHaveCount(0);
  await expect(mode).toContainText('hold annual');
  await app.keyboard.press('Alt+ArrowDown');
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('option', { selected: true })).toHaveText('2run rate');
  await app.keyboard.press('Enter');
  await expect(mode).toContainText('run rate');
  await expect(june).not.toHaveText(before ?? '');
  await app.keyboard.press('Control+z');
  await expect(june).toHaveText(before ?? '');
  await app.keyboard.type('zz');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('alert')).toContainText('1 hold annual, 2 run rate, 3 blend');
  await app.keyboard.press('Escape');
  await app.keyboard.type('bl');
  await app.keyboard.press('Enter');
  await expect(mode).toContainText('blend');
});

test('a choice is picked by mouse', async ({ app }) => {
  await app.getByRole('tab', { name: 'Supply', exact: true }).click();
  const mode = cell(app, 'supply/mode', 'all');
  await mode.dblclick();
  await app.getByRole('option', { name: 'capacity or material' }).click();
  await expect(mode).toContainText('capacity or material');
});

test('the terms of a row are said under the formula bar, shown before they are applied, and undone in one step', async ({ app }) => {
  // A row of kilograms a vehicle has none, and says so until one moves on.
  const formula = app.locator('.formula').getByRole('status');
  await cell(app, 'sectors/nev/intensity', '2025').click();
  await app.keyboard.press('Alt+B');
  await expect(formula).toContainText('Only a row of tonnes');
  await app.keyboard.press('ArrowDown');
  await expect(formula).toHaveCount(0);
  await app.getByRole('tab', { name: 'Supply', exact: true }).click();
  const march = cell(app, 'supply/outputMonthly', '2025-03');
  const before = await march.textContent();
  await cell(app, 'supply/output', '2025').click();
  await app.keyboard.press('Alt+B');
  const panel = app.getByRole('dialog', { name: 'Basis, scope and coverage' });
  await panel.getByLabel('A tonne of').selectOption('finished magnets');
  await expect(panel.getByRole('status')).toHaveText('1 t of this row counts as 1.4019 t of blanks.');
  await panel.getByLabel('Coverage').fill('none');
  await expect(panel.getByRole('status')).toHaveClass('warn');
  await panel.getByLabel('Coverage').fill('');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect(panel).toBeHidden();
  await expect(march).not.toHaveText(before ?? '');
  await app.keyboard.press('Control+z');
  await expect(march).toHaveText(before ?? '');
  // The recorded conversion is one click away.
  await app.keyboard.press('Alt+B');
  await panel.getByLabel('A tonne of').selectOption('finished magnets');
  await panel.getByRole('button', { name: 'Finished per blank' }).click();
  await expect(app.getByRole('tab', { name: 'Balance' })).toHaveAttribute('aria-selected', 'true');
  await expect(app.locator('.formula b')).toHaveText('Finished per blank');
});

test('space turns an event off and the gap chart moves', async ({ app }) => {
  const chart = app.locator('[data-chart="gap"] svg');
  await app.getByRole('tab', { name: 'Exports & events', exact: true }).click();
  const active = cell(app, 'events/exportControl2025/active', 'all');
  await expect(active).toContainText('yes');
  const before = await chart.innerHTML();
  await active.click();
  await app.keyboard.press('Space');
  await expect(active).toContainText('no');
  expect(await chart.innerHTML()).not.toBe(before);
});

test('the share of a wind technology is typed and the balancing one gives way', async ({ app }) => {
  const shares = app.locator('.ag-row[row-id^="sectors/wind/technologies/"][row-id$="/share"]');
  await cell(app, 'sectors/wind/intensity', '2025').click();
  for (let at = 0; at < 6; at += 1) await app.keyboard.press('ArrowDown');
  const typed = shares.locator('.ag-cell.input[col-id="2025"]').first();
  const left = shares.locator('.ag-cell.computed[col-id="2025"]').first();
  const before = await left.textContent();
  await typed.click();
  await app.keyboard.type('12.5');
  await app.keyboard.press('Enter');
  await expect(typed).toHaveText('12.5');
  await expect(left).not.toHaveText(before ?? '');
});
