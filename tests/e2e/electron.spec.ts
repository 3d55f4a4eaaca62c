import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, test as plain, type Page } from 'playwright/test';
import { poppler } from '../support/pdfTools.ts';
import { createPreloadElectron, loadBundle } from '../support/electronPreload.ts';
import { cell } from './app.ts';
import { test } from './desktop.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const demand = 'sectors/nev/demand';
const intensity = 'sectors/nev/intensity';

async function typeIntensity(page: Page, value: string): Promise<void> {
  await cell(page, intensity, '2025').click();
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
}

test('an edited workbook is saved to a real file, opened again, and not written over what another program changed', async ({ desktop }) => {
  const { control, folder } = desktop;
  const page = await desktop.page();
  const file = join(folder, 'edited.lodestone');
  await typeIntensity(page, '3.9');
  await expect(cell(page, demand, '2025')).toHaveText('69,771');
  await expect.poll(() => control.windows[0]?.title).toBe('• China NdFeB magnets — Lodestone');

  // The user types no extension; the file gets one.
  control.saveAnswer = join(folder, 'edited');
  desktop.menu('save');
  await expect(page.getByRole('contentinfo')).toContainText('edited.lodestone');
  const saved = readFileSync(file, 'utf8');
  expect(saved).toContain('"title"');
  await expect.poll(() => control.windows[0]?.title).toBe('China NdFeB magnets — Lodestone');

  desktop.menu('undo');
  await expect(cell(page, demand, '2025')).toHaveText('75,000');
  control.openAnswer = file;
  desktop.menu('open');
  await expect(cell(page, demand, '2025')).toHaveText('69,771');

  // Another program writes the file; Save is refused and offers to overwrite.
  writeFileSync(file, saved.replace('China NdFeB magnets', 'Changed elsewhere'));
  await typeIntensity(page, '3.8');
  desktop.menu('save');
  await expect(page.getByRole('alert')).toContainText('changed by another program');
  expect(readFileSync(file, 'utf8')).toContain('Changed elsewhere');
  await page.getByRole('button', { name: 'Overwrite' }).click();
  await expect.poll(() => readFileSync(file, 'utf8')).not.toContain('Changed elsewhere');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, 'profile', 'desktop', 'recent.json'), 'utf8'))).toEqual([file]);
});

test('the report goes to a PDF file from a window that is never shown, sheet by sheet what the preview shows', async ({ desktop }) => {
  test.setTimeout(120_000);
  const { control, folder } = desktop;
  const page = await desktop.page();
  await page.getByRole('button', { name: 'Report' }).click();
  await expect(page.locator('.page').last()).toContainText(/page (\d+) of \1/);
  const sheets = await page.locator('.page').evaluateAll((pages) => pages.map((sheet) => [...sheet.querySelectorAll('h1, h2, h3, tbody tr')].map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ''))));
  // Given up while it is made, it leaves neither a file nor the window that made it.
  control.saveAnswer = join(folder, 'report.pdf');
  desktop.menu('exportPdf');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => control.windows.length).toBe(1);
  expect(readdirSync(folder).filter((name) => name !== 'profile')).toEqual([]);
  desktop.menu('exportPdf');
  await expect.poll(() => existsSync(join(folder, 'report.pdf')), { timeout: 40_000 }).toBe(true);
  const pdf = readFileSync(join(folder, 'report.pdf'), 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  // Nine pages, of which the long ones take several sheets: twelve, as the preview has.
  expect(sheets).toHaveLength(12);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(sheets.length);
  const printed = poppler('pdftotext', '-raw', join(folder, 'report.pdf'), '-')?.split('\f').map((text) => text.replace(/\s+/g, ''));
  for (const [at, said] of sheets.entries()) expect(said.filter((text) => printed !== undefined && !(printed[at] ?? '').includes(text)), `sheet ${at + 1}`).toEqual([]);
  expect(poppler('pdfinfo', join(folder, 'report.pdf')) ?? 'Author: Lodestone').toMatch(/Author:\s+Lodestone/);
  expect(control.calls.find((call) => call.startsWith('printToPDF'))).toContain('"preferCSSPageSize":true');
  await expect.poll(() => control.windows.length).toBe(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('closing with unsaved work asks once; Cancel stays, Save saves and closes', async ({ desktop }) => {
  const { control, folder } = desktop;
  const page = await desktop.page();
  const [window] = control.windows;
  await typeIntensity(page, '3.9');
  await expect.poll(() => window?.title).toContain('•');
  const copies = join(folder, 'profile', 'desktop', 'safety-copies');
  await expect.poll(() => existsSync(copies) && readdirSync(copies).length).toBe(1);
  control.boxAnswers.push(2);
  window?.close();
  await expect.poll(() => control.boxes.length).toBe(1);
  expect(control.boxes[0]).toMatchObject({ message: 'Save the changes to "China NdFeB magnets"?', buttons: ['Save', "Don't save", 'Cancel'] });
  expect(window?.destroyed).toBe(false);
  control.saveAnswer = join(folder, 'closing.lodestone');
  control.boxAnswers.push(0);
  window?.close();
  await expect.poll(() => window?.destroyed).toBe(true);
  expect(control.boxes).toHaveLength(2);
  expect(readFileSync(join(folder, 'closing.lodestone'), 'utf8')).toContain('China NdFeB magnets');
  await expect.poll(() => control.quitted).toBe(true);
  // What is in a file of the user's own needs no copy; the folder of earlier contents of saved files stays.
  expect(readdirSync(copies).filter((name) => name !== 'before-save')).toEqual([]);
});

test('the menu bar follows the language of the window, and a second start opens its file in a window of its own', async ({ desktop }) => {
  const { control, folder } = desktop;
  const page = await desktop.page();
  desktop.menu('switchLanguage');
  await expect(page.getByRole('tab', { name: '月度' })).toBeVisible();
  await expect.poll(() => control.menu.map(({ label }) => label)).toContain('文件');
  const file = join(folder, '另一个.lodestone');
  writeFileSync(file, readFileSync(join(root, 'shared', 'sample', 'china-ndfeb-magnets.lodestone'), 'utf8').replace('China NdFeB magnets', 'From the desk top').replace('中国钕铁硼磁材', '来自桌面'));
  control.fire('second-instance', [], folder, { files: [file] });
  const second = await desktop.page(1);
  await expect(second.getByRole('contentinfo')).toContainText('另一个.lodestone');
});

plain('the built preload is one CommonJS file that requires nothing but electron', () => {
  const { electron, exposed } = createPreloadElectron(() => Promise.resolve(null));
  expect(loadBundle(join(root, 'dist', 'electron', 'preload.cjs'), electron)).toEqual(['electron']);
  expect(Object.keys(exposed)).toEqual(['lodestone']);
  expect(readFileSync(join(root, 'dist', 'electron', 'preload.cjs'), 'utf8')).not.toMatch(/^(import|export) |import\(/m);
});

plain('what reads PDFs is loaded late: starting reads a small main process', () => {
  const main = readFileSync(join(root, 'dist', 'electron', 'main.cjs'), 'utf8');
  expect(main).toContain('./describePdf.cjs');
  expect(main.length).toBeLessThan(500_000);
  // What is loaded late must not start the main process a second time.
  expect(readFileSync(join(root, 'dist', 'electron', 'describePdf.cjs'), 'utf8')).not.toContain('main.cjs');
});

const binary = join(root, 'node_modules', 'electron', 'dist', process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron');

plain('Electron itself starts the workbench, shows the grid and closes', async () => {
  plain.skip(!existsSync(binary), 'Electron’s own program is not installed here (node node_modules/electron/install.js); the stand-in ran instead.');
  const profile = mkdtempSync(join(tmpdir(), 'lodestone-electron-'));
  const words = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ executablePath: binary, args: [...words, `--user-data-dir=${profile}`, root] });
  const page = await app.firstWindow();
  await expect(page.locator('.ag-row').first()).toBeVisible();
  expect(page.url()).toBe('app://lodestone/index.html');
  await app.close();
  rmSync(profile, { recursive: true, force: true });
});
