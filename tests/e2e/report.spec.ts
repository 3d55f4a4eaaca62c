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

test('the command line writes the report as a PDF of vectors and real fonts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-report-'));
  const out = join(folder, 'report.pdf');
  const run = spawnSync(process.execPath, [program, 'report', workbook, '--out', out, '--lang', 'zh', '--scenario', 'Prolonged control'], { encoding: 'utf8' });
  expect(run.status, run.stderr).toBe(0);
  const pdf = readFileSync(out, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(3);
  expect(pdf).not.toContain('/Subtype /Image');
  expect(pdf).not.toContain('/Type3');
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
  await expect(app.locator('.page')).toHaveCount(3);
  await expect(app.locator('.page').last()).toContainText('page 3 of 3');
  await expect(app.locator('.months .year').first()).toContainText('69,771');
  const box = await app.locator('.page').first().boundingBox();
  expect(Math.round(((box?.height ?? 0) / (box?.width ?? 1)) * 100)).toBe(141);
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
  expect(printed.pages).toHaveLength(3);
  expect(printed.pages[2]).toContain('page 3 of 3');
  await expect(app.locator('iframe')).toHaveCount(0);
});
