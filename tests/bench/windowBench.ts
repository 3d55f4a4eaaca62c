/**
 * Times in a real Chromium against the built window.
 *
 *   edit to paint   from the Enter that takes a number to the task after the frame in which the gap chart's SVG changed
 *   cold start      from the start of navigation to the frame after the grid's editor has taken a typed key
 */
import { chromium, type Browser, type Page } from 'playwright';
import type { Workbook } from '../../shared/model/workbook.ts';
import { serveBuilt } from '../support/serveBuilt.ts';
import { gridMeasurements } from './gridBench.ts';
import { keyToPaint } from './keyToPaint.ts';
import { timeMedian, timeP95, type Measurement } from './measurement.ts';

const edits = 45;
const starts = 5;
const viewport = { width: 1440, height: 860 };
const editedCell = '.ag-row[row-id="sectors/nev/intensity"] .ag-cell[col-id="2025"]';

async function editTimes(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < edits; at += 1) {
    await page.locator(editedCell).click();
    await page.keyboard.type((3.5 + at / 50).toFixed(2));
    times.push(await keyToPaint(page, 'Enter', '[data-chart="gap"] svg', true));
  }
  return times;
}

/** Notes on the page's own clock, which starts with the navigation, when the editor has shown a typed key. */
function noteFirstKey(): void {
  const firstKey = new Promise<number>((resolve) => {
    document.addEventListener('input', () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)), { once: true });
  });
  Object.assign(window, { firstKey });
}

async function startTime(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.addInitScript(noteFirstKey);
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(editedCell).click();
  await page.keyboard.type('4');
  const time = await page.evaluate(() => (window as unknown as { firstKey: Promise<number> }).firstKey);
  await context.close();
  return time;
}

export async function windowMeasurements(builtFolder: string, executablePath: string, sample: Workbook): Promise<{ readonly chromium: string; readonly measurements: readonly Measurement[] }> {
  const served = await serveBuilt(builtFolder);
  const browser = await chromium.launch({ executablePath });
  try {
    const startTimes: number[] = [];
    for (let at = 0; at < starts; at += 1) startTimes.push(await startTime(browser, served.url));
    const page = await browser.newPage({ viewport });
    await page.goto(served.url);
    await page.locator('[data-chart="gap"] svg').waitFor();
    const paintTimes = await editTimes(page);
    await page.close();
    return {
      chromium: browser.version(),
      measurements: [
        timeP95({ id: 'edit-to-paint', name: 'Edit in the grid to chart painted', target: 50 }, paintTimes),
        timeMedian({ id: 'cold-start', name: 'Cold start to an interactive grid', target: 1500 }, startTimes),
        ...(await gridMeasurements(browser, served.url, sample)),
      ],
    };
  } finally {
    await browser.close();
    served.close();
  }
}
