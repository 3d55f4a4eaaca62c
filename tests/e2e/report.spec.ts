import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'playwright/test';
import { poppler } from '../support/pdfTools.ts';
import { sheetFaults } from '../support/sheetFaults.ts';
import { cell, test } from './app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist', 'cli', 'lodestone.mjs');
const workbook = join(root, 'shared', 'sample', 'china-ndfeb-magnets.lodestone');

test('the command line writes the report as a PDF of vectors and real fonts, every number of its table that of the balance', () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-report-'));
  const out = join(folder, 'report.pdf');
  const run = spawnSync(process.execPath, [program, 'report', workbook, '--out', out, '--lang', 'zh', '--paper', 'Letter', '--scenario', 'Prolonged control'], { encoding: 'utf8' });
  expect(run.status, run.stderr).toBe(0);
  const pdf = readFileSync(out, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  const pages = Number(/(\d+) pages/.exec(run.stderr)?.[1]);
  expect(pages).toBeGreaterThan(8);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(pages);
  expect(pdf).not.toContain('/Subtype /Image');
  expect(pdf).not.toContain('/Type3');
  const fonts = poppler('pdffonts', out);
  if (fonts !== null) for (const line of fonts.trim().split('\n').slice(2)) expect(line).toMatch(/\+(Inter|NotoSansSC)\S*\s+CID TrueType\s.*yes yes yes/);
  const info = poppler('pdfinfo', out);
  if (info !== null) {
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/612 x 792 pts/);
  }
  const text = poppler('pdftotext', '-layout', out, '-');
  if (text !== null) {
    const balance = JSON.parse(execFileSync(process.execPath, [program, 'balance', workbook, '--scenario', 'Prolonged control'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as {
      months: readonly string[];
      gap: readonly number[];
      supply: readonly number[];
    };
    const plain = (value: number): string => Math.abs(Math.round(value)).toLocaleString('en-US');
    balance.months.forEach((month, at) => {
      if (month < '2024-11') return;
      const row = text.split('\n').find((line) => line.trim().startsWith(`${month.slice(0, 4)}年${Number(month.slice(5))}月`) && line.includes(plain(balance.supply[at] ?? 0)));
      expect(row, month).toContain(plain(balance.gap[at] ?? 0));
    });
  }
  rmSync(folder, { recursive: true });
});

test('the command line gives the balance as JSON, and refuses with one sentence', () => {
  const balance = JSON.parse(execFileSync(process.execPath, [program, 'balance', workbook], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as Record<string, unknown[]>;
  expect(Object.keys(balance)).toEqual(['workbook', 'scenario', 'unit', 'basis', 'months', 'supply', 'imports', 'demand', 'exports', 'gap', 'cumulativeGap', 'inventory', 'unmet', 'overflow', 'coverDays']);
  expect(balance.gap).toHaveLength(36);
  const refused = spawnSync(process.execPath, [program, 'balance', join(root, 'README.md')], { encoding: 'utf8' });
  expect(refused.status).toBe(2);
  expect(refused.stdout).toBe('');
  expect(refused.stderr.trim().split('\n')).toHaveLength(1);
});

test('the report view shows the pages with the edited number, at the paper’s exact size', async ({ app }) => {
  await cell(app, 'sectors/nev/intensity', '2025').click();
  await app.keyboard.type('3.9');
  await app.keyboard.press('Enter');
  await app.getByRole('button', { name: 'Report' }).click();
  await expect(app.locator('.page').last()).toContainText(/page (\d+) of \1/);
  await expect(app.locator('[data-kind="balance"] .year').first()).toContainText('69,771');
  // Worked out beside the window, and there when it comes.
  await expect(app.locator('[data-kind="scenarios"]')).toContainText('Base to Prolonged control: the gap changes by');
  const box = await app.locator('.page').first().boundingBox();
  expect(Math.round(((box?.height ?? 0) / (box?.width ?? 1)) * 100)).toBe(141);
});

test('nothing on a sheet is cut on any paper, and no sheet is blank', async ({ app }) => {
  await app.getByRole('button', { name: 'Report' }).click();
  for (const paper of ['A4', 'Letter', 'A3']) {
    await app.getByRole('radio', { name: paper, exact: true }).click();
    await expect(app.locator('.page').last()).toContainText(/page (\d+) of \1/);
    const faults = await app.evaluate(sheetFaults);
    expect(faults, paper).toEqual([]);
  }
});

test('pages are hidden, moved and written beside the preview, one step each, and a wrong reference is told', async ({ app }) => {
  await app.getByRole('button', { name: 'Report' }).click();
  await expect(app.locator('.page[data-kind="price"]')).toHaveCount(1);
  await app.getByLabel('Show Price').uncheck();
  await expect(app.locator('.page[data-kind="price"]')).toHaveCount(0);
  await app.getByRole('button', { name: 'Add a text page' }).click();
  const text = app.getByLabel('Text of Comment');
  await text.click();
  await app.keyboard.type('Supply {sup');
  await expect(app.locator('.bound-names').getByRole('option').first()).toContainText('supply.2025');
  await expect(app.locator('.bound-names').getByRole('option').first()).toContainText('265.0 kt');
  await text.press('Tab');
  await expect(text).toHaveValue('Supply {supply.2025}');
  await text.fill('The gap of 2025 is {gap.2025|t}, not {gap.2031}.');
  await text.press('Enter');
  await expect(app.locator('.page[data-kind="comment"]')).toContainText('−9,673 t, not {gap.2031}');
  await expect(app.locator('.unbound')).toContainText('Comment: {gap.2031}, the period lies outside the horizon.');
  for (const _ of [1, 2, 3]) await app.keyboard.press('Control+z');
  await expect(app.locator('.page[data-kind="price"]')).toHaveCount(1);
  await expect(app.locator('.page[data-kind="comment"]')).toHaveCount(0);
});

test('Ctrl+P lays the pages out in a frame of their own, prints that, and leaves nothing behind', async ({ app }) => {
  // What the print dialog would be given: the pages of the frame that asks for it.
  await app.addInitScript(() => {
    window.print = () => {
      const pages = [...document.querySelectorAll('.page')].map((page) => page.textContent ?? '');
      Object.assign(window.top ?? window, { printed: { pages, title: document.title } });
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await app.reload();
  await app.locator('.ag-row').first().waitFor();
  await app.keyboard.press('Control+p');
  await app.waitForFunction(() => 'printed' in window);
  const printed = await app.evaluate(() => (window as unknown as { printed: { pages: string[]; title: string } }).printed);
  expect(printed.title).toBe('China NdFeB magnets — Base');
  expect(printed.pages.length).toBeGreaterThan(8);
  expect(printed.pages.at(-1)).toContain(`page ${printed.pages.length} of ${printed.pages.length}`);
  await expect(app.locator('iframe')).toHaveCount(0);

  // Given up while it is made: no file, no frame, no word.
  const downloads: string[] = [];
  app.on('download', (download) => downloads.push(download.suggestedFilename()));
  await app.getByRole('button', { name: 'Report' }).click();
  await app.locator('.preview-bar').getByRole('button', { name: /page to send/i }).click();
  await expect(app.locator('.notice progress')).toHaveAttribute('value', /^[1-6]$/, { timeout: 20_000 });
  await app.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.locator('iframe')).toHaveCount(0);
  await expect(app.locator('.notice')).toHaveCount(0);
  expect(downloads).toEqual([]);
});

test('a chart is copied as picture, drawing and numbers, into the real clipboard', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const kinds = (): Promise<readonly string[]> => app.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  const copy = async (name: string): Promise<void> => {
    // What was said of the copy before is gone by then.
    await expect(app.locator('.copy-chart [role="status"]').first()).toHaveText('');
    await app.getByRole('button', { name: /^Copy the chart/ }).first().click();
    await app.getByRole('menuitem', { name }).click();
    await expect(app.locator('.copy-chart [role="status"]').first()).toHaveText('The chart was copied.');
  };
  await copy('Copy the data');
  const text = await app.evaluate(() => navigator.clipboard.readText());
  expect(text.split('\n')[0]).toBe('Period\tgap\tcumulative');
  expect(text.split('\n')).toHaveLength(27);
  await copy('Copy as SVG');
  expect(await app.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg .*The market turns short.*<\/svg>$/s);
  await copy('Copy as picture (PNG)');
  expect(await kinds()).toContain('image/png');
  const size = await app.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = item && (await createImageBitmap(await item.getType('image/png')));
    return picture ? [picture.width, picture.height] : [];
  });
  expect(Math.min(...size)).toBeGreaterThan(500);
  await app.getByRole('button', { name: 'Report' }).click();
  await expect(app.locator('.page').first().getByRole('button', { name: /^Copy the chart/ })).toHaveCount(2);
});
