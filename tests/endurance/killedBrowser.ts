/**
 * Kills every process of a browser while somebody edits, starts it again, and looks at what came back. Work is lost by as much as
 * the first edit that is missing is older than the kill.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright';
import { serveBuilt } from '../support/serveBuilt.ts';
import { seededNumbers } from './seededNumbers.ts';

export type KilledBrowser = {
  readonly kills: number;
  readonly edits: number;
  /** Edits that were typed and did not come back. */
  readonly lost: number;
  /** The oldest of them, in milliseconds before its kill; 0 where none was lost. */
  readonly mostLostMs: number;
  /** What must not be: a start without the workbook, a figure that nobody typed. */
  readonly faults: readonly string[];
};

type Edit = { readonly value: number; readonly at: number };

const editedCell = '.ag-row[row-id="sectors/nev/intensity"] .ag-cell[col-id="2025"]';
const longestEditMs = 2000;
const startPatienceMs = 30_000;
/** Half a step of the figures that are typed. */
const tolerance = 0.005;

/** The value of the nth edit: every one another, with two decimals as the grid shows them. */
const valueOf = (edit: number): number => (100 + (edit % 800)) / 100;

/** The processes that name this folder of the browser's own on their command line, and their children. */
function processesOf(profile: string, first: number): readonly number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // Ended between the list and the look.
      return '';
    }
  };
  const parents = new Map(numbers.map((number) => [Number(number), Number(/^\d+ \(.*\) \S+ (\d+)/s.exec(read(`/proc/${number}/stat`))?.[1] ?? 0)]));
  const found = new Set([first, ...numbers.map(Number).filter((number) => read(`/proc/${String(number)}/cmdline`).includes(profile))]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const [child, parent] of parents) if (found.has(parent)) found.add(child);
  }
  return [...found];
}

function killAll(profile: string, browser: ChildProcess): void {
  for (const id of processesOf(profile, browser.pid ?? 0)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
}

async function startBrowser(executablePath: string, profile: string): Promise<{ readonly process: ChildProcess; readonly browser: Browser }> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  // As root on Linux Chromium runs only without its sandbox.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = [`--user-data-dir=${profile}`, '--remote-debugging-port=0', '--headless=new', '--no-first-run', '--disable-gpu', '--disable-dev-shm-usage', '--window-size=1440,860', ...sandbox, 'about:blank'];
  const started = spawn(executablePath, words, { stdio: 'ignore' });
  for (const begun = Date.now(); !existsSync(portFile) || !/^\d+\n/.test(readFileSync(portFile, 'utf8')); await wait(25)) {
    if (Date.now() - begun > startPatienceMs) throw new Error('The browser did not start.');
  }
  const [port = ''] = readFileSync(portFile, 'utf8').split('\n');
  return { process: started, browser: await chromium.connectOverCDP(`http://127.0.0.1:${port}`) };
}

/** Types one figure after the other until the browser dies; notes each with the moment at which its Enter was under way. */
async function editForEver(page: Page, first: number, note: (edit: Edit) => void): Promise<void> {
  await page.locator(editedCell).click();
  for (let edit = first; ; edit += 1) {
    const value = valueOf(edit);
    await page.keyboard.type(value.toFixed(2));
    await page.keyboard.press('Enter');
    note({ value, at: Date.now() });
    // Enter has gone on to the row below.
    await page.keyboard.press('ArrowUp');
  }
}

export async function killBrowsers(executablePath: string, builtFolder: string, kills: number, seed: number): Promise<KilledBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'lodestone-browser-'));
  const served = await serveBuilt(builtFolder);
  const next = seededNumbers(seed);
  const faults: string[] = [];
  let edits = 0;
  let lost = 0;
  let mostLostMs = 0;
  let before: { readonly made: readonly Edit[]; readonly killedAt: number } | null = null;
  let running: ChildProcess | null = null;
  try {
    // One start more than kills: the last one only looks.
    for (let turn = 0; turn <= kills; turn += 1) {
      const started = await startBrowser(executablePath, profile);
      running = started.process;
      const context = started.browser.contexts()[0] ?? (await started.browser.newContext());
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(served.url);
      await page.locator(editedCell).waitFor();
      const shown = Number((await page.locator(editedCell).textContent())?.replaceAll(',', ''));
      if (before !== null) {
        const { made, killedAt }: { readonly made: readonly Edit[]; readonly killedAt: number } = before;
        const last = made.findLastIndex(({ value }) => Math.abs(value - shown) < tolerance);
        // An edit whose Enter was on its way when the browser died may be there as well.
        const isNext = Math.abs(valueOf(edits) - shown) < tolerance;
        if (last < 0 && !isNext) faults.push(`kill ${turn}: came back with ${String(shown)}, which was not typed`);
        // What was noted while the processes were being found and killed may have come back, and is no loss where it has not.
        const missing = isNext ? [] : made.slice(last + 1).filter(({ at }) => at <= killedAt);
        lost += missing.length;
        mostLostMs = Math.max(mostLostMs, ...missing.map(({ at }) => killedAt - at));
      }
      if (turn === kills) {
        killAll(profile, started.process);
        break;
      }
      // What stands there now is what a kill before the next edit comes back to.
      const made: Edit[] = [{ value: shown, at: Date.now() }];
      const begun = edits;
      const editing = editForEver(page, edits, (edit) => {
        made.push(edit);
        edits += 1;
      }).catch((error: unknown) => String(error)); // It ends with the browser, as it must.
      while (edits === begun) await wait(10);
      await wait(next() * longestEditMs);
      const gone = new Promise<void>((resolve) => started.process.once('exit', () => resolve()));
      const killedAt = Date.now();
      killAll(profile, started.process);
      await gone;
      await editing;
      await started.browser.close().catch(() => undefined); // Its connection died with it.
      running = null;
      before = { made, killedAt };
    }
    return { kills, edits, lost, mostLostMs, faults };
  } finally {
    if (running !== null) killAll(profile, running);
    served.close();
    await wait(200);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
