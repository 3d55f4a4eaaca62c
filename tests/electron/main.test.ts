import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { operationChannel } from '../../shared/desktopBridge.ts';
import { createElectron, type StandIn, type StandInOptions } from '../support/electronStandIn.ts';
import type * as Module from '../support/electronModule.ts';

const sample = fileURLToPath(new URL('../../shared/sample/china-ndfeb-magnets.lodestone', import.meta.url));
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 30));

let module: typeof Module;
const { argv } = process;

/** Starts the main process anew, as the system would with these words behind the program's name; `prepare` gets its own folder. */
async function start(words: readonly string[] = [], prepare: (folder: string) => void = () => undefined): Promise<(typeof Module)['control']> {
  vi.resetModules();
  module = await import('../support/electronModule.ts');
  prepare(join(module.app.getPath(), 'desktop'));
  process.argv = ['electron', '/the/program', ...words];
  await import('../../electron/main.ts');
  await vi.waitFor(() => expect(module.control.windows.length).toBeGreaterThan(0));
  return module.control;
}

async function ask(control: (typeof Module)['control'], name: Parameters<typeof operationChannel>[0], ...args: unknown[]): Promise<unknown> {
  return control.invoke(control.windows[0]?.webContents.id ?? 0, operationChannel(name), args);
}

beforeEach(() => void (process.argv = argv));
afterEach(async () => {
  process.argv = argv;
  // Each start of the main process listens anew; in life there is one.
  process.removeAllListeners('uncaughtExceptionMonitor');
  await settled();
  rmSync(module.app.getPath(), { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
});

describe('the main process', () => {
  it('opens one window, sandboxed, isolated, without Node, shown when it is painted', async () => {
    const control = await start();
    expect(control.calls).toContain('enableSandbox');
    expect(control.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
    expect(control.windows).toHaveLength(1);
    expect(control.windows[0]?.options).toMatchObject({
      show: false,
      webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false },
    });
    expect(control.windows[0]?.options.webPreferences?.preload).toMatch(/dist.electron.preload\.cjs$/);
    await vi.waitFor(() => expect(control.windows[0]?.shown).toBe(true));
  });

  it('denies navigation, new windows and embedded browsers to every page; only the report may be framed', async () => {
    const contents = (await start()).windows[0]?.webContents;
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://lodestone/report.html']) expect(contents?.refuses('will-navigate', { url })).toBe(true);
    expect(contents?.refuses('will-redirect', { url: 'https://example.org/' })).toBe(true);
    expect(contents?.refuses('will-attach-webview', {})).toBe(true);
    expect(contents?.refuses('will-frame-navigate', { url: 'https://example.org/' })).toBe(true);
    expect(contents?.refuses('will-frame-navigate', { url: 'app://lodestone/report.html' })).toBe(false);
    expect(contents?.openHandler?.({ url: 'https://example.org/' } as never)).toEqual({ action: 'deny' });
  });

  it('grants no permission but writing to the clipboard, to its own pages, and lets no request out', async () => {
    const control = await start();
    await vi.waitFor(() => expect(control.permissionRequest).not.toBeNull());
    const answers: boolean[] = [];
    for (const permission of ['clipboard-read', 'geolocation', 'media', 'notifications', 'fileSystem'] as const) {
      control.permissionRequest?.({} as never, permission, (granted) => answers.push(granted), { requestingUrl: 'app://lodestone/index.html' } as never);
      answers.push(control.permissionCheck?.(null, permission, 'app://lodestone', {} as never) ?? true);
    }
    expect(answers).toEqual(Array.from({ length: 10 }, () => false));
    const written: boolean[] = [];
    for (const requestingUrl of ['app://lodestone/index.html', 'https://example.org/']) {
      control.permissionRequest?.({} as never, 'clipboard-sanitized-write', (granted) => written.push(granted), { requestingUrl } as never);
      written.push(control.permissionCheck?.(null, 'clipboard-sanitized-write', requestingUrl, {} as never) ?? true);
    }
    expect(written).toEqual([true, true, false, false]);
    const cancelled = (url: string): boolean | undefined => {
      let response: boolean | undefined;
      control.beforeRequest?.({ url } as never, ({ cancel }) => (response = cancel));
      return response;
    };
    expect(cancelled('https://example.org/')).toBe(true);
    expect(cancelled('app://lodestone/index.html')).toBe(false);
  });

  it('answers the main frame of its own windows only', async () => {
    const control = await start();
    await vi.waitFor(async () => expect(await ask(control, 'recentFiles')).toEqual({ ok: true, value: [] }));
    const { id } = control.windows[0]?.webContents ?? { id: 0 };
    const refused = { ok: false, problem: { code: 'host-refused' } };
    expect(await control.invoke(id, operationChannel('openFile'), [], { url: 'app://lodestone/report.html', parent: {} })).toMatchObject(refused);
    expect(await control.invoke(id, operationChannel('openFile'), [], { url: 'https://example.org/', parent: null })).toMatchObject(refused);
    expect(await control.invoke(id + 100, operationChannel('openFile'), [])).toMatchObject(refused);
    expect(await control.invoke(id, operationChannel('openRecent'), ['/etc/passwd'])).toMatchObject(refused);
    expect(control.dialogs).toEqual([]);
  });

  it('hands a window the file named at the start, once, and remembers it as recent', async () => {
    const control = await start([sample]);
    await vi.waitFor(async () => expect(await ask(control, 'takeLaunchFile')).toMatchObject({ ok: true, value: { name: 'china-ndfeb-magnets.lodestone' } }));
    expect(await ask(control, 'takeLaunchFile')).toEqual({ ok: true, value: null });
    expect(control.calls).toContain(`addRecentDocument ${sample}`);
    expect(await ask(control, 'recentFiles')).toMatchObject({ value: [{ name: 'china-ndfeb-magnets.lodestone' }] });
    expect(JSON.stringify(await ask(control, 'recentFiles'))).not.toContain(sample);
  });

  it('begins a dialog in the folder used last', async () => {
    const control = await start();
    const folder = module.app.getPath();
    await vi.waitFor(() => expect(control.handlers.size).toBeGreaterThan(0));
    control.saveAnswer = join(folder, 'plan');
    await vi.waitFor(async () => expect(await ask(control, 'saveFileAs', '../plan.lodestone', 'text')).toMatchObject({ ok: true, value: { name: 'plan.lodestone' } }));
    expect(readFileSync(join(folder, 'plan.lodestone'), 'utf8')).toBe('text');
    await ask(control, 'openFile');
    expect(control.dialogs.map(({ defaultPath }) => defaultPath)).toEqual([join(folder, '-plan.lodestone'), folder]);
  });

  it('opens a recent file from the menu in the window in front, and says when it cannot', async () => {
    const control = await start();
    const file = join(module.app.getPath(), 'a.lodestone');
    control.saveAnswer = file;
    await vi.waitFor(async () => expect(await ask(control, 'saveFileAs', 'a', 'text')).toMatchObject({ ok: true }));
    const items = control.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const recent = items.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])).find(({ label }) => label === 'a.lodestone');
    (recent?.click as () => void)();
    await vi.waitFor(() => expect(control.windows[0]?.webContents.sent).toMatchObject([{ kind: 'open-file', file: { name: 'a.lodestone', text: 'text' } }]));
    rmSync(file);
    (recent?.click as () => void)();
    await vi.waitFor(() => expect(control.windows[0]?.webContents.sent[1]).toMatchObject({ kind: 'problem', problem: { code: 'file-not-found', place: 'a.lodestone' } }));
  });

  it('gives a second start’s file a window of its own; without a file it comes to the front', async () => {
    const control = await start();
    expect(control.lockData).toEqual({ files: [] });
    await vi.waitFor(() => expect(control.menu.length).toBeGreaterThan(0));
    control.fire('second-instance', ['electron', '--switch', 'ignored'], '/', { files: [sample] });
    await vi.waitFor(() => expect(control.windows).toHaveLength(2));
    expect(control.windows[1]?.options).toMatchObject({ x: (control.windows[0]?.options.x ?? 0) + 28 });
    control.fire('second-instance', [], '/', 'nonsense');
    expect(control.fire('open-file', sample)).toBe(true);
    await vi.waitFor(() => expect(control.windows).toHaveLength(3));
  });

  it('asks for each unsaved window when quitting; Cancel gives the quit up, and quitting goes on where it is let', async () => {
    const control = await start();
    await vi.waitFor(async () => expect(await ask(control, 'setWindowState', { title: 'Plan', unsaved: true, language: 'zh' })).toMatchObject({ ok: true }));
    expect(control.windows[0]?.title).toBe('• Plan — Lodestone');
    control.boxAnswers.push(2);
    module.app.quit();
    await settled();
    expect(control.boxes[0]).toMatchObject({ message: '要保存对“Plan”的更改吗？', buttons: ['保存', '不保存', '取消'] });
    expect(control.windows).toHaveLength(1);
    expect(control.quitted).toBe(false);
    control.boxAnswers.push(1);
    module.app.quit();
    await vi.waitFor(() => expect(control.quitted).toBe(true));
    const stored = join(module.app.getPath(), 'desktop', 'window.json');
    expect(JSON.parse(readFileSync(stored, 'utf8'))).toMatchObject({ width: 1440, height: 900, maximized: false });
  });

  it('offers to load the page again when it is gone', async () => {
    const control = await start();
    const [window] = control.windows;
    control.boxAnswers.push(0);
    window?.webContents.events.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    await vi.waitFor(() => expect(window?.webContents.reloads).toBe(1));
    window?.webContents.events.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    await settled();
    expect(control.boxes).toHaveLength(1);
  });

  it('a second start gets no lock, opens nothing and leaves; a start that fails ends with an error', async () => {
    const run = async (parts: Partial<StandInOptions>): Promise<StandIn['control']> => {
      vi.resetModules();
      const standIn = createElectron({ userData: module.app.getPath(), appPath: '/the/program', ...parts });
      vi.doMock('electron', () => standIn.electron);
      await import('../../electron/main.ts');
      vi.doUnmock('electron');
      await settled();
      return standIn.control;
    };
    const second = await run({ first: false });
    expect(second.windows).toHaveLength(0);
    expect(second.handlers.size).toBe(0);
    expect(second.quitted).toBe(true);
    const failed = await run({ whenReady: () => Promise.reject(new Error('no display')) });
    await vi.waitFor(() => expect(failed.calls).toContain('exit 1'));
    expect(readFileSync(join(module.app.getPath(), 'desktop', 'lodestone.log'), 'utf8')).toContain('no display');
  });

  it.each([
    ['where the last window was left', '{"x": 50, "y": 60, "width": 1100, "height": 700, "maximized": false}', { x: 50, y: 60, width: 1100, height: 700 }],
    ['in the middle where that cannot be read', '{"x": "left"}', { x: 240, y: 70, width: 1440, height: 900 }],
  ])('begins %s', async (_what, stored, bounds) => {
    const control = await start([], (folder) => {
      mkdirSync(folder);
      writeFileSync(join(folder, 'window.json'), stored);
    });
    expect(control.windows[0]?.options).toMatchObject(bounds);
  });
});
