import { expect, type Page } from 'playwright/test';
import { cell, test } from './app.ts';

const demand = 'sectors/nev/demand';
const intensity = 'sectors/nev/intensity';

test('one edit moves demand, the charts and the title mark; undo brings it all back', async ({ app }) => {
  await expect(cell(app, demand, '2025')).toHaveText('75,000');
  const chart = app.locator('[data-chart="gap"] svg');
  const before = await chart.innerHTML();
  await cell(app, intensity, '2025').click();
  await app.keyboard.type('3.9');
  await app.keyboard.press('Enter');
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
  await expect(app.locator('.ghost-line')).toHaveText('2025 gap +5.2 kt: NEV intensity 2025: 4.192 to 3.9 kg/vehicle');
  expect(await chart.innerHTML()).not.toBe(before);
  await expect(app).toHaveTitle('• China NdFeB magnets — Lodestone');
  await app.keyboard.press('Control+z');
  await expect(cell(app, demand, '2025')).toHaveText('75,000');
  await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
  await app.keyboard.press('Control+y');
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
});

test('typing into the yielding member is accepted and the other one yields', async ({ app }) => {
  await cell(app, demand, '2025').click();
  await app.keyboard.type('80000');
  await app.keyboard.press('Enter');
  await expect(cell(app, demand, '2025')).toHaveText('80,000');
  await expect(cell(app, intensity, '2025')).toHaveText('4.4718');
  await expect(cell(app, intensity, '2025')).toHaveClass(/yielding/);
});

test('a computed cell refuses and says why; nonsense is refused and stays to be mended; Escape leaves', async ({ app }) => {
  // Tall enough for the row below all sectors to be drawn.
  await app.setViewportSize({ width: 1440, height: 1600 });
  await cell(app, 'named-uses', '2025').click();
  await app.keyboard.type('1');
  await expect(app.getByRole('alert')).toContainText('Computed: the sum of the rows above.');
  await cell(app, intensity, '2025').click();
  await expect(app.getByRole('alert')).toHaveCount(0);
  await app.keyboard.type('about four');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('alert')).toContainText('about four');
  await app.keyboard.press('Escape');
  await expect(cell(app, intensity, '2025')).toHaveText('4.1923');
});

test('an input method does not lose its first key', async ({ app }) => {
  await cell(app, intensity, '2025').click();
  const session = await app.context().newCDPSession(app);
  await session.send('Input.imeSetComposition', { text: '４', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '４．２' });
  await app.keyboard.press('Enter');
  await expect(cell(app, intensity, '2025')).toHaveText('4.2000');
});

test('a scenario keeps its own number, Base keeps its own', async ({ app }) => {
  await app.getByRole('radio', { name: 'Fast licences' }).click();
  await cell(app, intensity, '2025').click();
  await app.keyboard.type('4');
  await app.keyboard.press('Enter');
  await expect(cell(app, intensity, '2025')).toHaveClass(/origin-own/);
  await app.getByRole('radio', { name: 'Base' }).click();
  await expect(cell(app, demand, '2025')).toHaveText('75,000');
});

/** How wide the window sets an opening quotation mark, in heights of its letters. */
async function markWidth(app: Page): Promise<number> {
  return app.evaluate(() => {
    const mark = Object.assign(document.createElement('span'), { textContent: '“' });
    mark.style.fontSize = '100px';
    document.body.append(mark);
    const { width } = mark.getBoundingClientRect();
    mark.remove();
    return width / 100;
  });
}

test('language and theme change at once, and every tab shows its grid', async ({ app }) => {
  expect(await markWidth(app)).toBeLessThan(0.6);
  await app.getByRole('button', { name: '中文' }).click();
  await expect(app.getByRole('heading', { level: 2 })).toHaveText('市场于2025年7月转为短缺，并持续至2025年12月');
  // Chinese text has the marks of Chinese, each as wide as a character.
  await expect.poll(() => markWidth(app)).toBeCloseTo(1, 2);
  const theme = await app.evaluate(() => document.documentElement.dataset.theme);
  await app.getByRole('button', { name: '浅色或深色' }).click();
  expect(await app.evaluate(() => document.documentElement.dataset.theme)).not.toBe(theme);
  for (const name of ['月度', '出口与事件', '供应', '平衡表', '来源']) {
    await app.getByRole('tab', { name }).click();
    await expect(app.locator('.ag-row').first()).toBeVisible();
    await expect(app.locator('body')).not.toContainText('NaN');
  }
});

test('unsaved edits come back after the window is closed; a second window reads only and says so', async ({ app }) => {
  await cell(app, intensity, '2025').click();
  await app.keyboard.type('3.9');
  await app.keyboard.press('Enter');
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
  const second = await app.context().newPage();
  await second.goto(app.url());
  await expect(second.getByRole('alert')).toContainText('Read-only');
  await second.close();
  await app.reload();
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
  await expect(app).toHaveTitle('• China NdFeB magnets — Lodestone');
});

test('Save writes a file that opens again with the same number', async ({ app }) => {
  await app.evaluate(() => {
    const pick = async (): Promise<FileSystemFileHandle> => (await navigator.storage.getDirectory()).getFileHandle('edited.lodestone', { create: true });
    Object.assign(window, { showSaveFilePicker: pick, showOpenFilePicker: async () => [await pick()] });
  });
  await cell(app, intensity, '2025').click();
  await app.keyboard.type('3.9');
  await app.keyboard.press('Enter');
  await app.keyboard.press('Control+s');
  await expect(app.getByRole('contentinfo')).toContainText('edited.lodestone');
  await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
  await app.keyboard.press('Control+z');
  await expect(cell(app, demand, '2025')).toHaveText('75,000');
  await app.keyboard.press('Control+o');
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
});

test('where the browser offers no file pickers every Save downloads, and the work counts as saved', async ({ app }) => {
  // The host looks for the pickers once, when the window starts: a window without them from the start is asked for.
  await app.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined, showOpenFilePicker: undefined }));
  await app.reload();
  for (const typed of ['3.9', '4.1']) {
    await cell(app, intensity, '2025').click();
    await app.keyboard.type(typed);
    await app.keyboard.press('Enter');
    const downloading = app.waitForEvent('download');
    await app.keyboard.press('Control+s');
    expect((await downloading).suggestedFilename()).toBe('China NdFeB magnets.lodestone');
    await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
  }
  await expect(app.getByRole('contentinfo')).toContainText('China NdFeB magnets.lodestone');
});

test('opening another workbook loses nothing: the first one waits in the library', async ({ app }) => {
  await cell(app, intensity, '2025').click();
  await app.keyboard.type('3.9');
  await app.keyboard.press('Enter');
  await app.getByRole('button', { name: 'Library' }).click();
  await app.getByRole('button', { name: 'New from sample' }).click();
  await expect(cell(app, demand, '2025')).toHaveText('75,000');
  await app.getByRole('button', { name: 'Library' }).click();
  await app.getByRole('button', { name: /China NdFeB magnets.*Unsaved changes/ }).click();
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
});
