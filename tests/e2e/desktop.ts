/**
 * The built main process and preload over a stand-in for Electron, their windows being pages of a real Chromium. What the
 * preload exposes reaches the page by functions of the browser driver; the program's scheme is answered by its own handler.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type BrowserContext, type Page } from 'playwright/test';
import { requestChannel } from '../../shared/desktopBridge.ts';
import type { HostRequest } from '../../shared/host.ts';
import { createPreloadElectron, loadBundle } from '../support/electronPreload.ts';
import { createElectron, type StandIn, type StandInPage } from '../support/electronStandIn.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = (name: string): string => join(root, 'dist', 'electron', `${name}.cjs`);
/** Stands for app://lodestone: a secure origin that the browser driver can answer for. */
const origin = 'https://lodestone.test';

export type Desktop = {
  readonly folder: string;
  readonly control: StandIn['control'];
  /** The page of a window, the first one unless said otherwise; waits until it is there. */
  page(at?: number): Promise<Page>;
  /** Clicks an item of the menu bar by its id. */
  menu(id: string): void;
  readonly problems: string[];
};

async function preload(page: Page, contentsId: number, standIn: StandIn): Promise<(channel: string, value: unknown) => void> {
  const half = createPreloadElectron((channel, args) => standIn.control.invoke(contentsId, channel, args));
  loadBundle(bundle('preload'), half.electron);
  const { onRequest, ...calls } = half.exposed['lodestone'] ?? {};
  for (const [name, call] of Object.entries(calls)) await page.exposeFunction(`preload_${name}`, call);
  await page.addInitScript((names) => {
    const inside = window as unknown as Record<string, unknown>;
    // The preload runs in the main frame only.
    if (window.top !== window) return;
    const waiting: unknown[] = [];
    let listener: ((request: unknown) => void) | null = null;
    const bridge: Record<string, unknown> = {
      onRequest(next: (request: unknown) => void) {
        listener = next;
        waiting.splice(0).forEach(next);
        return () => (listener = null);
      },
    };
    for (const name of names) bridge[name] = inside[`preload_${name}`];
    inside['preload_receive'] = (request: unknown) => (listener === null ? waiting.push(request) : listener(request));
    inside['lodestone'] = bridge;
  }, Object.keys(calls));
  onRequest?.((request: HostRequest) => void page.evaluate((value) => (window as unknown as { preload_receive(request: unknown): void }).preload_receive(value), request));
  return half.receive;
}

async function openPage(context: BrowserContext, standIn: StandIn, url: string, contentsId: number, preloadPath: string | undefined, problems: string[]): Promise<StandInPage & { readonly page: Page }> {
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.route('**/*', (route) => route.abort());
  await page.route(`${origin}/**`, async (route) => {
    const answer = await standIn.control.serve(route.request().url().replace(origin, 'app://lodestone'), route.request().method());
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) });
  });
  const receive = preloadPath === undefined ? () => undefined : await preload(page, contentsId, standIn);
  await page.goto(url.replace('app://lodestone', origin));
  return {
    page,
    run: (script) => page.evaluate(script),
    pdf: () => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }),
    receive: (channel, value) => channel === requestChannel && receive(channel, value),
    close: () => page.close(),
  };
}

export const test = base.extend<{ desktop: Desktop }>({
  desktop: async ({ context }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'lodestone-desktop-'));
    const problems: string[] = [];
    const pages = new Map<number, Page>();
    const standIn: StandIn = createElectron({
      userData: join(folder, 'profile'),
      appPath: root,
      openPage: async (url, contentsId, preloadPath) => {
        const opened = await openPage(context, standIn, url, contentsId, preloadPath, problems);
        pages.set(contentsId, opened.page);
        return opened;
      },
    });
    const { argv } = process;
    // What the operating system would have started: the runtime and the program's folder, no file.
    process.argv = ['electron', root];
    loadBundle(bundle('main'), standIn.electron);
    process.argv = argv;
    const { control } = standIn;
    const page = async (at = 0): Promise<Page> => {
      const end = Date.now() + 15_000;
      while (Date.now() < end) {
        const window = control.windows[at];
        await window?.loaded;
        const found = window && pages.get(window.webContents.id);
        if (found) return found;
        await new Promise((done) => setTimeout(done, 20));
      }
      throw new Error(`There is no window ${String(at)}.`);
    };
    const menu = (id: string): void => {
      const items = control.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
      const click = items.find((item) => item.id === id)?.click as (() => void) | undefined;
      if (click === undefined) throw new Error(`There is no menu item ${id}.`);
      click();
    };
    const first = await page();
    await first.locator('.ag-row').first().waitFor();
    await use({ folder, control, page, menu, problems });
    for (const window of [...control.windows]) window.destroy();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    if (problems.length > 0) throw new Error(`The window reported: ${problems.join('; ')}`);
  },
});
