/**
 * The report document in a headless Chromium, printed to PDF. The built pages are served from memory under a name of
 * their own; no port is opened and every other request is refused.
 */
import { statSync } from 'node:fs';
import { join, relative, isAbsolute, sep } from 'node:path';
import type { Browser, Page } from 'playwright';
import { cliMessages } from '../../shared/messages/cli.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { isReportReady, isSentReport, type ReportJob, type SentJob } from '../../shared/report/reportJob.ts';
import { followProgress } from '../report/followProgress.ts';
import { answer, refuse, type Answer, type PrintedReport } from './effects.ts';
import { findChromium } from './findChromium.ts';

const origin = 'https://lodestone.local';

/** How long the report's script may take to be there after the page has loaded. */
const scriptTimeoutMs = 10_000;

export async function printReport(job: ReportJob, rendererFolder: string): Promise<Answer<PrintedReport>> {
  return withReportPage(rendererFolder, async (page) => {
    const ready = await call(page, 'render', job);
    if (!isReportReady(ready)) throw new Error('the report page did not say how many pages it has');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    // Only here: the library that reads PDFs is larger than the rest of the command line.
    const { describePdf } = await import('../report/describePdf.ts');
    return { content: await describePdf(pdf, ready), pages: ready.pages, findings: ready.findings };
  });
}

/** The same pages as one file of HTML. */
export async function writeReport(job: SentJob, rendererFolder: string, told: (done: number) => void): Promise<Answer<PrintedReport>> {
  return withReportPage(rendererFolder, async (page) => {
    const sent = await followProgress(call(page, 'write', job), () => page.evaluate('window.lodestoneReport?.done() ?? 0'), told);
    if (!isSentReport(sent)) throw new Error('the report page wrote nothing');
    return { content: new TextEncoder().encode(sent.html), pages: sent.pages, findings: sent.findings };
  });
}

async function withReportPage(rendererFolder: string, work: (page: Page) => Promise<PrintedReport>): Promise<Answer<PrintedReport>> {
  if (!isFile(join(rendererFolder, 'report.html'))) return refuse(cliMessages.reportPagesMissing);
  // Loaded only here: the other commands start without it, and a packaged program may come without it, which is the
  // one way this can fail.
  const playwright = await import('playwright').catch(() => null);
  if (!playwright) return refuse(cliMessages.browserDriverMissing);
  const { chromium } = playwright;
  const { env, platform } = process;
  const executablePath = findChromium({ platform, env, isFile, ownBrowser: chromium.executablePath() });
  if (executablePath === null) return refuse(cliMessages.chromiumMissing(env['LODESTONE_CHROMIUM'] ?? ''));
  // Chromium refuses its sandbox to root; everyone else keeps it.
  const chromiumSandbox = process.getuid?.() !== 0;
  let browser: Browser | null = null;
  try {
    browser = await chromium.launch({ executablePath, chromiumSandbox });
    const page = await browser.newPage();
    await serve(page, rendererFolder);
    await page.goto(`${origin}/report.html`);
    return answer(await work(page));
  } catch (error) {
    return refuse(problemText({ code: 'print-failed', values: { cause: firstLine(error) } }));
  } finally {
    await browser?.close();
  }
}

async function serve(page: Page, rendererFolder: string): Promise<void> {
  await page.route('**/*', (route) => route.abort());
  await page.route(`${origin}/**`, async (route) => {
    const path = fileOf(rendererFolder, new URL(route.request().url()).pathname);
    await (path === null ? route.fulfill({ status: 404 }) : route.fulfill({ path }));
  });
}

/** The built file behind a path of the address; null when there is none or it would lead out of the folder. */
export function fileOf(folder: string, pathname: string): string | null {
  const path = join(folder, decodeURIComponent(pathname));
  const inside = relative(folder, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return isFile(path) ? path : null;
}

/** What the report's page answers to one of its two calls. */
async function call(page: Page, name: 'render' | 'write', job: ReportJob | SentJob): Promise<unknown> {
  // As text, because this layer is compiled without a DOM; JSON is an expression of JavaScript.
  return page.evaluate(`(async () => {
    const end = Date.now() + ${String(scriptTimeoutMs)};
    while (!window.lodestoneReport) {
      if (Date.now() > end) throw new Error('the report page did not start');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return window.lodestoneReport.${name}(${JSON.stringify(job)});
  })()`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/^page\.evaluate: (Error: )?/, '');
}
