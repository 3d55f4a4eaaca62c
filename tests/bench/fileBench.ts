/**
 * A file of 20 MB in a real Chromium against the built window.
 *
 *   open      from the press of the keys to the frame in which the window has the workbook's name and its grid
 *   save      from the press of the keys to the window's word that it is saved
 *   block     the longest time for which the window could not have taken a key meanwhile, and while the version of it is kept
 *   journal   the same while an edit and the base text after it go into the journal, on a workbook of this size
 */
import { chromium, type Page } from 'playwright';
import { serveBuilt } from '../support/serveBuilt.ts';
import { timeMedian, type Measurement } from './measurement.ts';

const runs = 3;
const fileName = 'large.lodestone';
const editedCell = '.ag-row[row-id="sectors/nev/intensity"] .ag-cell[col-id="2025"]';
/** Longer than a version takes to be packed and kept. */
const versionMs = 2000;
/** Longer than the journal waits before it writes a base text. */
const journalMs = 6000;

/** The file into the browser's own file system, where it is picked without a dialog. */
async function layFile(page: Page, text: string): Promise<void> {
  await page.evaluate(
    async ([name, content]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
      const stream = await handle.createWritable();
      await stream.write(content);
      await stream.close();
      Object.assign(window, { showOpenFilePicker: async () => [handle], showSaveFilePicker: async () => handle });
    },
    [fileName, text] as const,
  );
}

/** Notes how long messages to the window itself wait; the longest wait is kept on the window. */
function watchBlocks(): void {
  const watch = { longest: 0, on: true };
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    watch.longest = Math.max(watch.longest, now - last);
    last = now;
    if (watch.on) port2.postMessage(null);
  };
  port2.postMessage(null);
  Object.assign(window, { blocks: watch });
}

const longestBlock = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const watch = (window as unknown as { blocks: { longest: number; on: boolean } }).blocks;
    watch.on = false;
    return watch.longest;
  });

/** Milliseconds from the key to the frame after the window's title is so. */
async function untilTitle(page: Page, keys: string, title: string): Promise<number> {
  // The watch stands before the key is sent: a key goes before a script that waits, and would be missed.
  await page.evaluate(
    (wanted) => {
      const titled = new Promise<number>((resolve) => {
        let pressed = 0;
        window.addEventListener('keydown', (event) => (pressed = pressed || event.timeStamp), true);
        const look = (): void => {
          if (pressed > 0 && document.title === wanted && document.querySelector('.ag-row') !== null) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed), 0));
          else setTimeout(look, 4);
        };
        look();
      });
      Object.assign(window, { titled });
    },
    title,
  );
  await page.keyboard.press(keys);
  return page.evaluate(() => (window as unknown as { titled: Promise<number> }).titled);
}

export async function fileMeasurements(builtFolder: string, executablePath: string, text: string): Promise<readonly Measurement[]> {
  const served = await serveBuilt(builtFolder);
  const browser = await chromium.launch({ executablePath });
  const times: Record<'open' | 'save' | 'block' | 'journal', number[]> = { open: [], save: [], block: [], journal: [] };
  try {
    for (let run = 0; run < runs; run += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 860 } });
      const page = await context.newPage();
      await page.goto(served.url);
      await page.locator('.ag-row').first().waitFor();
      await layFile(page, text);
      times.open.push(await untilTitle(page, 'Control+o', 'Large — Lodestone'));
      await page.waitForTimeout(journalMs / 2);
      for (const value of ['3.5', '3.6']) {
        await page.locator(editedCell).click();
        await page.keyboard.type(value);
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.title.startsWith('•'));
      }
      await page.waitForTimeout(500);
      await page.evaluate(watchBlocks);
      await page.waitForTimeout(journalMs);
      times.journal.push(await longestBlock(page));
      await page.evaluate(watchBlocks);
      times.save.push(await untilTitle(page, 'Control+s', 'Large — Lodestone'));
      await page.waitForTimeout(versionMs);
      times.block.push(await longestBlock(page));
      await context.close();
    }
    return [
      timeMedian({ id: 'open-20mb', name: 'A file of 20 MB opened', target: 2000 }, times.open),
      timeMedian({ id: 'save-20mb', name: 'A file of 20 MB saved', target: 1500 }, times.save),
      timeMedian({ id: 'save-20mb-block', name: 'Longest wait of a key meanwhile', target: 50 }, times.block),
      timeMedian({ id: 'journal-block', name: 'Longest wait of a key while the journal writes it', target: 20 }, times.journal),
    ];
  } finally {
    await browser.close();
    served.close();
  }
}
