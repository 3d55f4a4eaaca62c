import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'playwright/test';
import { cell, test } from './app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist', 'cli', 'lodestone.mjs');
const workbook = join(root, 'shared', 'sample', 'china-ndfeb-magnets.lodestone');

/** What a tool of poppler-utils says of a file; null where they are not installed. */
function poppler(tool: string, ...words: readonly string[]): string | null {
  const run = spawnSync(tool, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return run.status === 0 ? run.stdout : null;
}

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
  const box = await app.locator('.page').first().boundingBox();
  expect(Math.round(((box?.height ?? 0) / (box?.width ?? 1)) * 100)).toBe(141);
});

test('nothing on a sheet is cut on any paper, and no sheet is blank', async ({ app }) => {
  await app.getByRole('button', { name: 'Report' }).click();
  for (const paper of ['A4', 'Letter', 'A3']) {
    await app.getByRole('radio', { name: paper, exact: true }).click();
    await expect(app.locator('.page').last()).toContainText(/page (\d+) of \1/);
    const faults = await app.evaluate(() =>
      [...document.querySelectorAll('.page')].flatMap((page, at) => {
        const body = page.querySelector('.body');
        const end = page.querySelector('.end');
        const blocks = [...page.querySelectorAll('.block')];
        const last = blocks.at(-1);
        if (!body || !end || !last) return [`sheet ${at + 1} is blank`];
        const below = last.getBoundingClientRect().bottom - end.getBoundingClientRect().top;
        // What stands in a block takes room in it: styles of the window must not lift it out of the sheet.
        const lifted = blocks.filter((block) => [...block.children].some((one) => one.getBoundingClientRect().bottom > block.getBoundingClientRect().bottom + 1 || one.getBoundingClientRect().height < 1));
        const wide = [...page.querySelectorAll('.block > *, header, footer')].filter((one) => one.scrollWidth > one.clientWidth + 1);
        return [...(below > 1 ? [`sheet ${at + 1} runs ${below} px into its foot`] : []), ...lifted.map((one) => `sheet ${at + 1}: ${one.firstElementChild?.className ?? ''} stands outside its block`), ...wide.map((one) => `sheet ${at + 1}: ${one.className} is too wide`)];
      }),
    );
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
  await text.fill('The gap of 2025 is {gap.2025|t}, not {gap.2031}.');
  await text.press('Enter');
  await expect(app.locator('.page[data-kind="comment"]')).toContainText('−9,673 t, not {gap.2031}');
  await expect(app.locator('.unbound')).toContainText('outside the horizon');
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
});
