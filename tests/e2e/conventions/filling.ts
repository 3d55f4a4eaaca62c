/** Filling, and the tools on the selected cells. */
import { expect, type Locator } from 'playwright/test';
import { handle, intensity, numbers, volume, type Convention } from '../gridOf.ts';

export const filling: readonly Convention[] = [
  ['Ctrl+R fills to the right', async ({ month, type, shows, press }) => {
    await month('2026-07');
    await type('1.25');
    await press('Enter', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    await shows('1.250', '1.250', '1.250');
    await press('Control+z', 'Control+z');
  }],
  ['Ctrl+D fills down, a single cell from the one above', async ({ cell, press, page }) => {
    await page.getByRole('tab', { name: 'Monthly', exact: true }).click();
    const lead = (sector: string): Locator => cell(`sectors/${sector}/assumptions`, 'leadMonths');
    await lead('airConditioners').click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await expect(lead('elevators')).toHaveText('1.0');
    await press('ArrowUp', 'ArrowDown', 'Control+d');
    await expect(lead('airConditioners')).toHaveText('0.5');
    await press('Control+z', 'Control+z');
    await expect(lead('elevators')).toHaveText('0.0');
  }],
  ['Ctrl+Enter fills the selection with what is typed, Delete clears it in one step', async ({ month, type, shows, press }) => {
    await month('2026-07');
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    await type('1.4');
    await press('Control+Enter');
    await shows('1.400', '1.400', '1.400');
    await press('Delete');
    await shows('1.550', '1.752', '1.955');
    await press('Control+z');
    await shows('1.400', '1.400', '1.400');
    await press('Control+z');
  }],
  ['the handle continues two numbers as a series; copy and growth are one click away', async ({ month, paste, drag, cell, shows, press, page }) => {
    await month('2026-07');
    await paste('1\t1.1\n');
    await shows('1.000', '1.100');
    await drag(handle(page), cell(volume, '2026-10'));
    await shows('1.000', '1.100', '1.200', '1.300');
    await page.locator('.fill-modes button', { hasText: 'Copy' }).click();
    await shows('1.000', '1.100', '1.000', '1.100');
    await page.locator('.fill-modes button', { hasText: 'Growth' }).click();
    await shows('1.000', '1.100', '1.210', '1.331');
    await press('Control+z', 'Control+z');
    await shows('1.550', '1.752', '1.955');
  }],
  ['a double-click on the handle fills to the end of the data', async ({ month, type, cell, press, page }) => {
    await month('2026-09');
    await type('1.5');
    await press('Enter', 'ArrowUp');
    await handle(page).dblclick();
    await expect(cell(volume, '2026-12')).toHaveText('1.500');
    await press('Control+z', 'Control+z');
  }],
  ['the menu opens by mouse and by keyboard, and its tools work on the selected cells', async ({ month, press, type, shows, page, paste }) => {
    await month('2026-07');
    await paste('1\t2\t2\n');
    await press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.getByRole('menuitem', { name: 'Grow by…' }).click();
    await type('10%');
    await press('Enter');
    await shows('1.000', '1.100', '1.210');
    await page.locator('.grid.in-use .ag-cell', { hasText: /^1.210$/ }).first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Interpolate', exact: true }).hover();
    await press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await press('Control+z', 'Control+z');
    await shows('1.550', '1.752', '1.955');
  }],
  ['a relative change says so itself: +5% over the selection', async ({ cell, type, press, page }) => {
    await cell(intensity, '2025').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Change by…' }).click();
    await type('5');
    await press('Enter');
    await expect(page.getByRole('alert')).toHaveText('Write +5%, −3% or ×1.05.');
    await press('Control+a');
    await type('+5%');
    await press('Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.4019');
    await press('Control+z');
  }],
  ['a total is spread over months; typed ones are kept unless they are let go', async ({ month, paste, press, shows, page }) => {
    await month('2026-07');
    await paste('1\t2\t3\n');
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+F10');
    await page.getByRole('menuitem', { name: 'Spread a total…' }).click();
    const question = page.getByRole('dialog', { name: 'Spread a total…' });
    await expect(question.getByRole('button', { name: '2026', pressed: true })).toHaveCount(3);
    await question.getByRole('button', { name: 'Sep 2026' }).click();
    await question.getByRole('combobox').selectOption({ label: 'evenly' });
    await question.getByRole('textbox').fill('13');
    await press('Enter');
    await shows('1.000', '2.000');
    await expect(numbers(page)).toContainText('Sum 13.000 M vehicles');
    await press('Control+z', 'Control+z');
    await shows('1.550', '1.752', '1.955');
  }],
  ['interpolation goes in a line or by growth', async ({ month, paste, press, shows, page }) => {
    await month('2026-07');
    await paste('1\t1\t4\n');
    for (const [name, between] of [['Interpolate', '2.500'], ['Interpolate as growth', '2.000']] as const) {
      await press('Shift+F10');
      await page.getByRole('menuitem', { name, exact: true }).click();
      await shows('1.000', between, '4.000');
    }
    await press('Control+z', 'Control+z', 'Control+z');
    await shows('1.550', '1.752', '1.955');
  }],
];
