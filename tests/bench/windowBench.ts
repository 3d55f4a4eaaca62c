/**
 * Times in a real Chromium against the built window.
 *
 *   edit to paint   from the Enter that takes a number, its digits already on the screen, to the task after the frame in which
 *                   the gap chart's SVG changed
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

/** Resolves once what was typed is painted: a hand leaves that much time, and the frame of a digit is not the edit's. */
const nextFrame = (page: Page): Promise<void> => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));

async function editTimes(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < edits; at += 1) {
    await page.locator(editedCell).click();
    await page.keyboard.type((3.5 + at / 50).toFixed(2));
    await nextFrame(page);
    times.push(await keyToPaint(page, 'Enter', '[data-chart="gap"] svg', true));
  }
  return times;
}

type Point = { readonly x: number; readonly y: number };
type Watched = { readonly cellShown: Promise<Point>; readonly firstKey: Promise<number> };

/**
 * Promises kept on the window: where the cell stands, as soon as the page has it, and the time at which the editor has shown a typed
 * key. The page watches itself, because a test tool looks for an element only every half second; its clock starts with the navigation.
 */
function watchStart(cell: string): void {
  const cellShown = new Promise<Point>((resolve) => {
    const look = (): void => {
      const box = document.querySelector(cell)?.getBoundingClientRect();
      if (box && box.width > 0) resolve({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
      else requestAnimationFrame(look);
    };
    look();
  });
  const firstKey = new Promise<number>((resolve) => {
    document.addEventListener('input', () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)), { once: true });
  });
  Object.assign(window, { cellShown, firstKey } satisfies Watched);
}

async function startTime(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.addInitScript(watchStart, editedCell);
  await page.goto(url, { waitUntil: 'commit' });
  const { x, y } = await page.evaluate(() => (window as unknown as Watched).cellShown);
  await page.mouse.click(x, y);
  await page.keyboard.type('4');
  const time = await page.evaluate(() => (window as unknown as Watched).firstKey);
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
