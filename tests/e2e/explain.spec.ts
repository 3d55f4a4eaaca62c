import { expect } from 'playwright/test';
import { cell, test } from './app.ts';

test('a gap says why in one sentence; its terms unfold, a leaf leads to its cell, keys open and close it', async ({ app }) => {
  await app.getByRole('tab', { name: 'Balance' }).click();
  await cell(app, 'gap', '2025-05').click();
  const sentence = app.locator('.formula .sentence');
  await expect(sentence).toHaveText(/^= [\d,]+ supply − [\d,]+ domestic demand − [\d,]+ exports, all t blank-equivalent/);
  await sentence.click();
  const panel = app.getByRole('dialog', { name: 'Explanation' });
  await panel.getByRole('button', { name: 'Terms of Domestic demand' }).click();
  await expect(panel.getByRole('button', { name: 'NEV', exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Terms of Supply' }).click();
  await panel.getByRole('button', { name: 'Output of 2025' }).click();
  await expect(panel).toBeHidden();
  await expect(app.getByRole('tab', { name: 'Supply' })).toHaveAttribute('aria-selected', 'true');
  await expect(app.locator('.formula b')).toHaveText(/Output · 2025/);

  // The keyboard opens and closes it, in Chinese too.
  await app.getByRole('button', { name: '中文' }).click();
  await app.getByRole('tab', { name: '平衡表' }).click();
  await cell(app, 'gap', '2025-05').click();
  await expect(sentence).toHaveText(/^= 供应 [\d,]+ − 国内需求 [\d,]+ − 出口 [\d,]+，单位均为吨（折毛坯）/);
  await app.keyboard.press('Shift+F1');
  const chinese = app.getByRole('dialog', { name: '计算依据' });
  await expect(chinese).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(chinese).toBeHidden();
});

test('a long sentence about a number that is typed is read whole by the key, and leaves with Escape', async ({ app }) => {
  await cell(app, 'sectors/nev/intensity', '2025').click();
  const whole = app.getByRole('status').filter({ hasText: /kept at full precision so that demand reads what was published/ });
  await expect(whole).toHaveCount(0);
  await app.keyboard.press('Shift+F1');
  await expect(whole).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(whole).toHaveCount(0);
  // A sentence in the middle of the line has no full stop before the next part.
  await app.getByRole('tab', { name: 'Sources' }).click();
  await cell(app, 'balance/maximumStock@all', 'value').click();
  await expect(app.locator('.formula .sentence')).toHaveText('Edit this number on its own tab · estimate');
});

test('the count in the status bar opens the findings; the keyboard reaches one and it leads to its cell', async ({ app }) => {
  const count = app.getByRole('contentinfo').getByRole('button', { name: /findings/ });
  await count.click();
  const list = app.getByRole('dialog', { name: 'Findings' });
  await expect(list).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await count.click();
  await list.getByRole('button', { name: /Opening stock.*is an assumption/ }).focus();
  await app.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(app.getByRole('tab', { name: 'Balance' })).toHaveAttribute('aria-selected', 'true');
  await expect(app.locator('.formula b')).toHaveText('Opening stock');
});
