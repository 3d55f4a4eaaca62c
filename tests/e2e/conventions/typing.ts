/** Typing into cells, by input methods too. */
import { expect } from 'playwright/test';
import { intensity, type Convention } from '../gridOf.ts';

export const typing: readonly Convention[] = [
  ['typing over a cell, arrows take the number and move; F2 gives them to the text', async ({ cell, type, press, page }) => {
    await cell(intensity, '2025').click();
    await type('4.1');
    await press('ArrowRight');
    await expect(cell(intensity, '2025')).toHaveText('4.1000');
    await press('ArrowLeft');
    await type('4.35');
    await press('F2', 'ArrowLeft', 'ArrowLeft', 'Backspace');
    await expect(page.locator('.grid.in-use textarea')).toHaveValue('435');
    await press('Escape');
    await expect(cell(intensity, '2025')).toHaveText('4.1000');
    await press('F2', 'Backspace', '3', 'Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.3000');
    await press('Control+z', 'Control+z');
  }],
  ['arithmetic behind an equals sign', async ({ cell, type, press }) => {
    await cell(intensity, '2025').click();
    await type('=4*1.05');
    await press('Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.2000');
    await press('Control+z');
  }],
  ['composition keeps its first key, and goes on while its row is computed again', async ({ cell, press, page }) => {
    await cell(intensity, '2025').click();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: '４', selectionStart: 1, selectionEnd: 1 });
    await expect(page.locator('.grid.in-use textarea')).toHaveValue('４');
    await page.getByRole('button', { name: '中文' }).dispatchEvent('click');
    await input.send('Input.imeSetComposition', { text: '４．', selectionStart: 2, selectionEnd: 2 });
    await expect(page.locator('.grid.in-use textarea')).toHaveValue('４．');
    await input.send('Input.insertText', { text: '４．２' });
    await press('Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.2000');
    await press('Control+z');
    await page.getByRole('button', { name: 'English' }).click();
  }],
  ['a computed cell refuses with the reason and leads to the input that drives it', async ({ cell, type, says, page }) => {
    await cell('sectors/otherDomestic/demand', '2025').click();
    await type('1');
    await page.getByRole('alert').getByRole('button', { name: 'Go to its input' }).click();
    await says(/^Growth, 2025, /);
  }],
  ['after a dialog that was opened by mouse the keyboard goes on in the grid', async ({ cell, type, press, page }) => {
    await cell(intensity, '2025').click();
    await page.getByRole('button', { name: 'Rows…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await type('4.1');
    await press('Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.1000');
    await press('Control+z');
  }],
];
