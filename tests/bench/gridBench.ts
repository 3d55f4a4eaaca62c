/**
 * A large grid, 300 rows by 120 months, in a real Chromium.
 *
 *   scrolling    from frame to frame while the wheel turns, down and across; and how many of the frames showed a blank cell
 *   paste        from Ctrl+V to the task after the frame in which the grid shows 10,000 new numbers
 *   select all   from Ctrl+A to the task after the frame in which the status bar shows the sums
 */
import type { Browser, Page } from 'playwright';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { generatedWorkbook } from './generatedWorkbook.ts';
import { keyToPaint } from './keyToPaint.ts';
import { countOf, timeMedian, timeP95, type Measurement } from './measurement.ts';

const size = { sectors: 30, months: 120, scenarios: 1 };
const viewport = { width: 1440, height: 860 };
const grid = '[data-table="monthly"]';
const pastes = 7;
const selections = 9;

type Frames = { readonly times: readonly number[]; readonly blank: number };

/** Opens the workbook from a file of the browser's own, chosen without a dialog. */
async function open(page: Page, workbook: Workbook): Promise<void> {
  await page.evaluate(async (text) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('large.lodestone', { create: true });
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    Object.assign(window, { showOpenFilePicker: () => Promise.resolve([handle]) });
  }, serializeWorkbook(workbook));
  await page.keyboard.press('Control+o');
}

/** Notes every frame: how long after the one before, and whether a place near an edge of the grid held no cell once it was painted. */
function watchFrames(selector: string): void {
  const frame = document.querySelector(`${selector} .ag-grid-viewport`)?.getBoundingClientRect();
  const times: number[] = [];
  let blank = 0;
  let before = 0;
  let watching = true;
  const places = frame ? [0.35, 0.93].flatMap((x) => [0.2, 0.92].map((y) => [frame.left + frame.width * x, frame.top + frame.height * y] as const)) : [];
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    if (places.some(([x, y]) => !document.elementFromPoint(x, y)?.closest('.ag-cell'))) blank += 1;
  };
  const next = (now: number): void => {
    if (before > 0) times.push(now - before);
    before = now;
    painted.port2.postMessage(null);
    if (watching) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  Object.assign(window, {
    frames: (): Frames => {
      watching = false;
      return { times, blank };
    },
  });
}

async function scroll(page: Page): Promise<Frames> {
  const box = await page.locator(grid).boundingBox();
  if (!box) throw new Error('The grid is not in view.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(watchFrames, grid);
  for (const [across, down] of [[0, 90], [60, 0], [0, -140], [-90, 0]] as const) {
    for (let at = 0; at < 40; at += 1) await page.mouse.wheel(across, down);
  }
  return page.evaluate(() => (window as unknown as { frames: () => Frames }).frames());
}

/** The whole block from the selected cell on, with its heads, until it holds 10,000 numbers of months; each a little larger. */
function largerBlock(copied: string, factor: number): string {
  const [heads = '', ...lines] = copied.split('\r\n');
  const months = heads.split('\t').map((head) => /^\d{4}-\d{2}$/.test(head));
  const made = [heads];
  let count = 0;
  for (const line of lines) {
    if (count >= 10_000) break;
    const cells = line.split('\t').map((text, at) => {
      if (months[at] !== true || !/^-?[\d.]+%?$/.test(text)) return text;
      count += 1;
      return text.endsWith('%') ? `${Number(text.slice(0, -1)) + factor - 1}%` : String(Number(text) * factor);
    });
    made.push(cells.join('\t'));
  }
  if (count < 10_000) throw new Error(`The block holds ${count} numbers.`);
  return made.join('\r\n');
}

async function pasteTimes(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('Control+Home');
  // Under the days lost, which are computed, and behind the published months: a paste would ask about both.
  await page.keyboard.press('ArrowDown');
  for (let at = 0; at < 30; at += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Control+Shift+C');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  // Back to the corner, where the numbers change that are in view.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  const times: number[] = [];
  for (let run = 0; run < pastes; run += 1) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), largerBlock(copied, 1 + (run + 1) / 10_000));
    times.push(await keyToPaint(page, 'Control+v', grid));
    if ((await page.locator('dialog[open]').count()) > 0) throw new Error('The paste asks a question.');
    await page.keyboard.press('Control+z');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  }
  return times.slice(1);
}

async function selectionTimes(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < selections; run += 1) {
    await page.keyboard.press('Control+Home');
    times.push(await keyToPaint(page, 'Control+a', '.statusbar'));
  }
  return times.slice(2);
}

export async function gridMeasurements(browser: Browser, url: string, sample: Workbook): Promise<readonly Measurement[]> {
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.ag-row').first().waitFor();
  await open(page, generatedWorkbook(sample, size));
  await page.getByRole('tab', { name: 'Monthly', exact: true }).click();
  await page.waitForFunction((selector) => Number(document.querySelector(`${selector} [aria-rowcount]`)?.getAttribute('aria-rowcount')) > 290, grid);
  await page.locator(`${grid} .ag-cell.column-period`).first().click();
  // What was never drawn is compiled first.
  await scroll(page);
  const { times, blank } = await scroll(page);
  const selected = await selectionTimes(page);
  const pasted = await pasteTimes(page);
  await context.close();
  return [
    timeP95({ id: 'grid-frames', name: 'Frame while scrolling 300 rows x 120 months', target: 34 }, times),
    countOf({ id: 'grid-blank', name: 'Frames with a blank cell while scrolling', target: 0 }, blank, times.length),
    timeMedian({ id: 'grid-paste', name: 'Paste of 10,000 cells to the grid painted', target: 300 }, pasted),
    timeMedian({ id: 'grid-select-all', name: 'Select all of it, to the status bar painted', target: 50 }, selected),
  ];
}
