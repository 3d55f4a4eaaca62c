import { expect } from 'playwright/test';
import { cell, test } from './app.ts';
import type { Page } from 'playwright/test';

const demand = 'sectors/nev/demand';
const intensity = 'sectors/nev/intensity';

async function type(app: Page, value: string): Promise<void> {
  await cell(app, intensity, '2025').click();
  await app.keyboard.type(value);
  await app.keyboard.press('Enter');
}

/** One file of the browser's own, chosen without a dialog. */
async function withFile(app: Page): Promise<void> {
  await app.evaluate(() => {
    const pick = async (): Promise<FileSystemFileHandle> => (await navigator.storage.getDirectory()).getFileHandle('kept.lodestone', { create: true });
    Object.assign(window, { showSaveFilePicker: pick, showOpenFilePicker: async () => [await pick()] });
  });
}

test('a save makes a version; it is listed with its differences, restored in one step and that step undone', async ({ app }) => {
  await withFile(app);
  await type(app, '3.9');
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
  await app.keyboard.press('Control+s');
  await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
  await type(app, '4.1');
  await expect(cell(app, demand, '2025')).toHaveText('73,349');
  await app.keyboard.press('Alt+v');
  const panel = app.getByRole('complementary', { name: 'Versions' });
  // The state it was opened in, and the one that was saved.
  await expect(panel.locator('[data-version]')).toHaveCount(2);
  await panel.locator('[data-version]').first().click();
  await expect(panel).toContainText('1 input differs');
  await expect(panel.locator('[data-input="sectors/nev/intensity@2025"]')).toContainText('3.9');
  await panel.getByLabel('Name', { exact: true }).fill('Before the review');
  await panel.getByRole('button', { name: 'Keep a named version' }).click();
  await expect(panel.locator('[data-version]').first()).toContainText('Before the review');
  await panel.getByLabel('Name of this version').fill('As saved');
  await panel.getByRole('button', { name: 'Give it a name' }).click();
  await expect(panel.locator('[data-version]').nth(1)).toContainText('As saved');
  // The one that was chosen stays chosen, now second.
  await panel.getByRole('button', { name: 'Restore' }).click();
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
  await panel.getByLabel('Name', { exact: true }).press('Escape');
  await expect(panel).toHaveCount(0);
  await app.keyboard.press('Control+z');
  await expect(cell(app, demand, '2025')).toHaveText('73,349');
});

test('a file changed by another program is noticed when the window comes to the front, compared, and reloaded as one step', async ({ app }) => {
  await withFile(app);
  await type(app, '3.9');
  await app.keyboard.press('Control+s');
  await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
  await app.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('kept.lodestone');
    const text = await (await handle.getFile()).text();
    const stream = await handle.createWritable();
    await stream.write(text.replaceAll(/"value": 3\.9\b/g, '"value": 4'));
    await stream.close();
    window.dispatchEvent(new Event('focus'));
  });
  const notice = app.locator('[data-notice="disk"]');
  await expect(notice).toContainText('was changed by another program');
  await notice.getByRole('button', { name: 'Compare' }).click();
  await expect(notice.locator('[data-input="sectors/nev/intensity@2025"]')).toBeVisible();
  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(notice).toHaveCount(0);
  await expect(cell(app, demand, '2025')).toHaveText('71,560');
  await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
  await app.keyboard.press('Control+z');
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
  // After a restart Save goes on in the same file, once the browser was asked for the right to it.
  await app.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked, showSaveFilePicker: () => asked.push('place') });
    Object.assign(FileSystemHandle.prototype, { queryPermission: async () => (asked.length === 0 ? 'prompt' : 'granted'), requestPermission: async () => (asked.push('right') > 0 ? 'granted' : 'denied') });
  });
  await app.reload();
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
  await app.keyboard.press('Control+s');
  await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
  const after = await app.evaluate(async () => {
    const text = await (await (await (await navigator.storage.getDirectory()).getFileHandle('kept.lodestone')).getFile()).text();
    return { asked: (window as unknown as { asked: string[] }).asked, holds: /"value": 3\.9\b/.test(text) };
  });
  expect(after).toEqual({ asked: ['right'], holds: true });
});

test('after a crash the recovered work stands beside the saved; a window that was closed asks nothing', async ({ app }) => {
  await withFile(app);
  await type(app, '3.9');
  await app.keyboard.press('Control+s');
  await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
  await type(app, '4.1');
  await expect(cell(app, demand, '2025')).toHaveText('73,349');
  await app.reload();
  await expect(cell(app, demand, '2025')).toHaveText('73,349');
  await expect(app.locator('[data-notice]')).toHaveCount(0);
  // As a crash leaves it: the mark of the open workbook stays where it was.
  await app.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('lodestone.editing.')) ?? '';
    addEventListener('pagehide', () => localStorage.setItem(key, '1'));
  });
  await app.reload();
  const notice = app.locator('[data-notice="recovery"]');
  await expect(notice).toContainText('kept.lodestone');
  await notice.getByRole('button', { name: 'Compare' }).click();
  await expect(notice).toContainText('1 input differs');
  await notice.getByRole('button', { name: 'Keep both' }).click();
  await expect(cell(app, demand, '2025')).toHaveText('69,771');
  await app.getByRole('button', { name: 'Library' }).click();
  await app.getByRole('button', { name: /China NdFeB magnets \(recovered\)/ }).first().click();
  await expect(cell(app, demand, '2025')).toHaveText('73,349');
});

/** Cuts the text of the workbook called so in the library, as a damaged disk would. */
async function damage(app: Page, title: string): Promise<void> {
  await app.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('lodestone');
      opening.onsuccess = () => done(opening.result);
    });
    await new Promise<void>((done) => {
      const transaction = database.transaction('workbooks', 'readwrite');
      transaction.oncomplete = () => done();
      transaction.objectStore('workbooks').openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (cursor?.value.title.en === wanted) cursor.update({ ...cursor.value, text: cursor.value.text.slice(0, 1000) });
        cursor?.continue();
      };
    });
    database.close();
  }, title);
}

test('the library finds, duplicates, removes with a way back, writes everything out, and opens the last version of a damaged record', async ({ app }) => {
  await app.addInitScript(() => Object.assign(window, { showDirectoryPicker: undefined }));
  await app.evaluate(() => Object.assign(window, { showDirectoryPicker: undefined }));
  await app.getByRole('button', { name: 'Library' }).click();
  await app.getByRole('button', { name: 'Duplicate: China NdFeB magnets' }).click();
  const rows = app.locator('.shelf-row');
  await expect(rows).toHaveCount(2);
  await app.getByRole('searchbox').fill('copy');
  await expect(rows).toHaveCount(1);
  await app.getByRole('button', { name: 'Remove: China NdFeB magnets (copy)' }).click();
  await app.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(rows).toHaveCount(0);
  await app.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(rows).toHaveCount(1);
  await app.getByRole('searchbox').fill('');
  const downloads: string[] = [];
  app.on('download', (download) => downloads.push(download.suggestedFilename()));
  await app.getByRole('button', { name: 'Export all…' }).click();
  await expect(app.getByRole('status')).toContainText('2 files written.');
  expect(downloads.sort()).toEqual(['China NdFeB magnets (copy).lodestone', 'China NdFeB magnets.lodestone']);
  await rows.filter({ hasText: '(copy)' }).locator('.shelf-open').click();
  await expect(cell(app, demand, '2025')).toBeVisible();
  await app.getByRole('button', { name: 'Library' }).click();
  await damage(app, 'China NdFeB magnets');
  await rows.filter({ hasNotText: 'open now' }).locator('.shelf-open').click();
  await app.getByRole('alert').getByRole('button', { name: 'Open its last version' }).click();
  await expect(rows.filter({ hasText: 'open now' })).toContainText('China NdFeB magnets (recovered)');
});
