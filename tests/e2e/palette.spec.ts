import { expect } from 'playwright/test';
import { cell, test } from './app.ts';

const intensity = 'sectors/nev/intensity';
const demand = 'sectors/nev/demand';

test('the palette runs actions, scenarios and tabs by keyboard alone, in either language, the last one first', async ({ app }) => {
  await app.keyboard.press('Control+Shift+P');
  await app.keyboard.type('prolong');
  await expect(app.getByRole('option', { selected: true })).toContainText('Prolonged control');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('radio', { name: 'Prolonged control' })).toBeChecked();
  await app.keyboard.press('Control+k');
  await expect(app.getByRole('option', { selected: true })).toContainText('Prolonged control');
  await app.keyboard.type('价格');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('tab', { name: 'Price', exact: true })).toHaveAttribute('aria-selected', 'true');
  await app.keyboard.press('Control+Shift+P');
  await app.keyboard.type('语言');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('tab', { name: '价格', exact: true })).toBeVisible();
  await app.keyboard.press('Control+Shift+P');
  await app.keyboard.type('no such thing');
  await expect(app.getByRole('dialog').getByRole('status')).toHaveText('未找到匹配项。');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('dialog')).toHaveCount(0);
});

test('Ctrl+G leads to a row and a period and the keyboard goes on there; F1 lists the keys', async ({ app }) => {
  await app.keyboard.press('Control+g');
  await app.keyboard.type('cumulative gap 2025-03');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('tab', { name: 'Balance', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(app.locator('.formula b')).toHaveText('Cumulative gap · Mar 2025');
  await app.keyboard.press('ArrowDown');
  await expect(app.locator('.formula b')).toHaveText('Closing stock · Mar 2025');
  await app.keyboard.press('Control+g');
  await app.keyboard.type('nev int');
  await app.keyboard.press('Tab');
  await expect(app.getByRole('combobox')).toHaveValue('NEV intensity ');
  await app.keyboard.type('2026');
  await app.keyboard.press('Enter');
  await expect(app.locator('.formula b')).toHaveText('NEV · Intensity · 2026');
  await app.keyboard.press('F1');
  await expect(app.getByRole('dialog')).toContainText('Ctrl+Shift+P');
  await expect(app.getByRole('dialog')).toContainText('Edit the cell');
  await app.keyboard.press('Escape');
  await app.keyboard.type('4.2');
  await app.keyboard.press('Enter');
  await expect(cell(app, intensity, '2026')).toHaveText('4.2000');
});

test('a key right after Escape opens what it opens, and the next one leaves it again', async ({ app }) => {
  for (const key of ['F1', 'Control+k', 'Control+g']) {
    await app.keyboard.press(key);
    await expect(app.getByRole('dialog')).toHaveCount(1);
    // Nothing waits for the browser to tell that the dialog is closed.
    await Promise.all([app.keyboard.press('Escape'), app.keyboard.press(key)]);
    await expect(app.getByRole('dialog'), `${key} after Escape`).toHaveCount(1);
    await app.waitForTimeout(300);
    await expect(app.getByRole('dialog'), `${key} after Escape, a moment later`).toHaveCount(1);
    await app.keyboard.press('Escape');
    await expect(app.getByRole('dialog')).toHaveCount(0);
  }
});

test('the history lists every step and goes to any in one press, over tabs and scenarios', async ({ app }) => {
  await cell(app, intensity, '2025').click();
  for (const value of ['4.1', '4.0', '3.9']) {
    await app.keyboard.type(value);
    await app.keyboard.press('Enter');
    await app.keyboard.press('ArrowUp');
  }
  await app.getByRole('radio', { name: 'Prolonged control' }).click();
  await app.getByRole('tab', { name: 'Balance', exact: true }).click();
  await app.keyboard.press('Control+Shift+H');
  const panel = app.getByRole('complementary', { name: 'History' });
  await expect(panel.getByRole('button').filter({ hasText: 'now' })).toContainText('NEV intensity 2025: 4 to 3.9');
  await app.keyboard.press('Home');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  await expect(panel.locator('[aria-current]')).toContainText('4.192 to 4.1');
  await expect(panel.locator('.future')).toHaveCount(2);
  await app.getByRole('radio', { name: 'Base' }).click();
  await app.getByRole('tab', { name: 'Drivers', exact: true }).click();
  await expect(cell(app, demand, '2025')).toHaveText('73,349');
  await panel.getByText('As opened').click();
  await expect(cell(app, demand, '2025')).toHaveText('75,000');
  await app.keyboard.press('End');
  await app.keyboard.press('Enter');
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
  await app.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('Ctrl+F counts what every tab holds, F3 goes on, Escape leaves at the cell; Ctrl+R never costs work', async ({ app }) => {
  await app.keyboard.press('Control+f');
  await app.keyboard.type('closing stock');
  const count = app.locator('.find-count');
  await expect(count).toHaveText('1 found');
  await app.keyboard.press('Enter');
  await expect(count).toHaveText('1 of 1');
  await expect(app.getByRole('tab', { name: 'Balance', exact: true })).toHaveAttribute('aria-selected', 'true');
  await app.keyboard.press('Control+f');
  await app.keyboard.type('75000');
  await expect(count).toContainText('found');
  await app.keyboard.press('Shift+Enter');
  await app.keyboard.press('F3');
  await expect(count).toContainText(/^\d+ of \d+$/);
  await app.keyboard.press('Control+f');
  await app.keyboard.type('A08 and A10');
  await app.keyboard.press('Enter');
  await app.keyboard.press('Escape');
  await expect(app.locator('.find-bar')).toHaveCount(0);
  await app.keyboard.press('F3');
  await expect(app.locator('.formula .source')).toContainText('A08 and A10');
  await app.getByRole('tab', { name: 'Drivers', exact: true }).click();
  await cell(app, intensity, '2025').click();
  await app.keyboard.type('3.9');
  await app.keyboard.press('Enter');
  await app.keyboard.press('F5');
  await expect(app.locator('.notice')).toContainText('Not reloaded');
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
});
