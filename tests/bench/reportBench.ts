/**
 * Reports: the time to a PDF on the command line, from its start to its end with the browser's, and the time to a new preview in the
 * window, from the key that changes the model to the task after the frame in which the pages changed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { serveBuilt } from '../support/serveBuilt.ts';
import { keyToPaint } from './keyToPaint.ts';
import { timeMedian, type Measurement } from './measurement.ts';

const prints = 3;
const previews = 15;

/** Of the sample's report, which has twelve sheets with every page. */
function printTimes(root: string): readonly number[] {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-bench-'));
  const times = Array.from({ length: prints }, () => {
    const started = performance.now();
    const run = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'lodestone.mjs'), 'report', join(root, 'shared', 'sample', 'china-ndfeb-magnets.lodestone'), '--out', join(folder, 'report.pdf')], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return performance.now() - started;
  });
  rmSync(folder, { recursive: true });
  return times;
}

async function timeOf(page: Page, key: string): Promise<number> {
  const time = await keyToPaint(page, key, '.report');
  // What is done after the first page is no part of the next measurement.
  await page.waitForTimeout(1500);
  return time;
}

export async function reportMeasurements(root: string, builtFolder: string, executablePath: string): Promise<readonly Measurement[]> {
  const served = await serveBuilt(builtFolder);
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
    await page.goto(served.url);
    await page.locator('.ag-row[row-id="sectors/nev/intensity"] .ag-cell[col-id="2025"]').click();
    await page.keyboard.type('3.9');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Report' }).click();
    await page.locator('.page').nth(8).waitFor();
    const times: number[] = [];
    for (let at = 0; at < previews; at += 1) times.push(await timeOf(page, at % 2 === 0 ? 'Control+z' : 'Control+y'));
    return [timeMedian({ id: 'report-pdf', name: 'PDF of 12 pages on the command line', target: 5000 }, printTimes(root)), timeMedian({ id: 'report-preview', name: 'Preview of a page after an edit', target: 150 }, times)];
  } finally {
    await browser.close();
    served.close();
  }
}
