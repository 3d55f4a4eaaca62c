/**
 * The report document in a headless Chromium, printed to PDF. The built pages are served from memory under a name of
 * their own; no port is opened and every other request is refused.
 */
import { statSync } from 'node:fs';
import { join, relative, isAbsolute, sep } from 'node:path';
import type { Browser, Page } from 'playwright';
import { cliMessages } from '../../shared/messages/cli.ts';
import { problemText } from '../../shared/messages/problems.ts';
import type { ReportJob } from '../../shared/report/reportJob.ts';
import { answer, refuse, type Answer, type PrintedReport } from './effects.ts';
import { findChromium } from './findChromium.ts';

const origin = 'https://lodestone.local';

/** How long the report's script may take to be there after the page has loaded. */
const scriptTimeoutMs = 10_000;

export async function printReport(job: ReportJob, rendererFolder: string): Promise<Answer<PrintedReport>> {
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
    const pages = await render(page, job);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    return answer({ pdf, pages });
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

/** The number of pages that the document says it has laid out. */
async function render(page: Page, job: ReportJob): Promise<number> {
  // As text, because this layer is compiled without a DOM; JSON is an expression of JavaScript.
  const ready: unknown = await page.evaluate(`(async () => {
    const end = Date.now() + ${String(scriptTimeoutMs)};
    while (!window.lodestoneReport) {
      if (Date.now() > end) throw new Error('the report page did not start');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return window.lodestoneReport.render(${JSON.stringify(job)});
  })()`);
  if (typeof ready === 'object' && ready !== null && 'pages' in ready && typeof ready.pages === 'number') return ready.pages;
  throw new Error('the report page did not say how many pages it has');
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/^page\.evaluate: (Error: )?/, '');
}
