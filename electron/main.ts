/** The main process: guards first, then the door, then windows. It owns the life of workbook files; the pages own none. */
import { randomUUID } from 'node:crypto';
import { access, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, crashReporter, ipcMain, protocol, screen, session, shell } from 'electron';
import { z } from 'zod';
import { operationChannel, pageScheme } from '../shared/desktopBridge.ts';
import type { HostRequest } from '../shared/host.ts';
import type { Language } from '../shared/messages/phrase.ts';
import { answerRequest, operationNames, type DoorHandlers } from './door/answerRequest.ts';
import { createEarlierCopies } from './files/earlierCopies.ts';
import { createFileTokens } from './files/fileTokens.ts';
import { createFileWatch } from './files/fileWatch.ts';
import { createJsonFile } from './files/jsonFile.ts';
import { launchFiles } from './files/launchFiles.ts';
import { createLibraryBackup } from './files/libraryBackup.ts';
import { createLogFile } from './files/logFile.ts';
import { createRecentFiles, recentSchema } from './files/recentFiles.ts';
import { createRememberedFiles, rememberedSchema } from './files/rememberedFiles.ts';
import { createWorkbookFiles } from './files/workbookFiles.ts';
import { writeAtomically } from './files/writeAtomically.ts';
import { createHandlers } from './host/createHandlers.ts';
import { showMenu } from './menu.ts';
import { createReportPrinter, type ReportPrinter } from './report/reportPrinter.ts';
import { guardContents } from './security/guardContents.ts';
import { guardSession } from './security/guardSession.ts';
import { servePages } from './security/servePages.ts';
import { openReportWindow, openWorkbenchWindow, type WorkbenchWindow } from './window.ts';
import { boundsSchema, fitOnScreen, type StoredBounds } from './windows/windowBounds.ts';

type OpenWindow = { readonly window: WorkbenchWindow; readonly handlers: DoorHandlers };

/** How far each further window stands from the one before it, in pixels. */
const cascade = 28;
/** How long leaving waits for what is still being written. */
const leavingTimeoutMs = 3000;

// What must stand before the runtime is ready.
app.enableSandbox();
crashReporter.start({ uploadToServer: false });
protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);

const { platform } = process;
const ownFolder = join(app.getPath('userData'), 'desktop');
const safetyFolder = join(ownFolder, 'safety-copies');
const log = createLogFile(join(ownFolder, 'lodestone.log'), { now: () => new Date(), report: (sentence) => process.stderr.write(`${sentence}\n`) });
process.on('uncaughtExceptionMonitor', (error) => log.write(`uncaught: ${error.stack ?? error.message}`));

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
const tokens = createFileTokens(randomUUID);
const recent = createRecentFiles(createJsonFile<string[]>(join(ownFolder, 'recent.json'), recentSchema, [], log.write), exists);
const remembered = createRememberedFiles(createJsonFile<z.infer<typeof rememberedSchema>>(join(ownFolder, 'files.json'), rememberedSchema, [], log.write));
const boundsFile = createJsonFile<StoredBounds>(join(ownFolder, 'window.json'), boundsSchema, null, log.write);
const folder = createJsonFile<string | null>(join(ownFolder, 'folder.json'), z.string().nullable(), null, log.write);
const backup = createLibraryBackup(safetyFolder, () => Date.now());
/** One for each window: what ends the reports of the one leaves those of the others alone. */
const newPrinter = (): ReportPrinter =>
  createReportPrinter({
    openWindow: openReportWindow,
    // The library that reads PDFs is asked for when there is one: starting does not wait for it.
    describe: async (pdf, description) => (await import('./report/describePdf.ts')).describePdf(pdf, description),
  });
const noteUse = async (path: string): Promise<void> => {
  await recent.add(path);
  // The system's own list, where there is one.
  app.addRecentDocument(path);
  await updateMenu();
};
const files = createWorkbookFiles({ tokens, used: noteUse, keepEarlier: createEarlierCopies(join(safetyFolder, 'before-save'), log.write), now: () => Date.now() });

const windows = new Map<number, OpenWindow>();
let quitting = false;

function frontWindow(): WorkbenchWindow | null {
  const all = [...windows.values()].map(({ window }) => window);
  return all.find((window) => window.isFocused()) ?? all.at(-1) ?? null;
}

function language(): Language {
  return frontWindow()?.language() ?? (app.getLocale().toLowerCase().startsWith('zh') ? 'zh' : 'en');
}

async function openWindow(launchFile: string | null): Promise<void> {
  const stored = await boundsFile.load();
  const { id } = screen.getPrimaryDisplay();
  const screens = screen.getAllDisplays().sort((a, b) => Number(b.id === id) - Number(a.id === id));
  const bounds = fitOnScreen(stored, screens.map(({ workArea }) => workArea));
  const step = windows.size * cascade;
  const window: WorkbenchWindow = openWorkbenchWindow({
    bounds: { ...bounds, x: bounds.x + step, y: bounds.y + step },
    maximized: stored?.maximized ?? false,
    preload: join(app.getAppPath(), 'dist', 'electron', 'preload.cjs'),
    launchFile,
    language: language(),
    platform,
    keepBounds: (left) => void boundsFile.store(left),
    changed: () => void updateMenu(),
    closed() {
      fileWatch.end();
      windows.delete(window.contentsId);
      // A quit that a window held back goes on with the next one.
      if (quitting) app.quit();
    },
    stayed: () => (quitting = false),
    log: log.write,
  });
  const fileWatch = createFileWatch(() => window.send({ kind: 'file-touched' }), log.write);
  const usualFolder = app.getPath('documents');
  const handlers = createHandlers({ window, files, tokens, recent, remembered, backup, printer: newPrinter(), folder, usualFolder, follow: fileWatch.follow, exists, writeFile: writeAtomically, log: log.write });
  windows.set(window.contentsId, { window, handlers });
  await updateMenu();
}

/** Asks the window in front; a window is opened where there is none, and then the request is not needed. */
async function toFront(request: HostRequest): Promise<void> {
  const window = frontWindow();
  if (window === null) await openWindow(null);
  else window.send(request);
}

async function openRecent(path: string): Promise<void> {
  if (frontWindow() === null) return openWindow(path);
  const file = await files.open(path);
  await toFront(file.ok ? { kind: 'open-file', file: file.value } : { kind: 'problem', problem: file.problem });
}

async function showSafetyCopies(): Promise<void> {
  await mkdir(safetyFolder, { recursive: true });
  const failure = await shell.openPath(safetyFolder);
  if (failure !== '') log.write(`the folder of safety copies did not open: ${failure}`);
}

async function updateMenu(): Promise<void> {
  const paths = await recent.list();
  showMenu({
    language: language(),
    platform,
    packaged: app.isPackaged,
    recent: paths.map((path) => ({ name: basename(path), path })),
    act: (action) => void toFront({ kind: 'action', action }),
    openRecent: (path) => void openRecent(path),
    newWindow: () => void openWindow(null),
    showSafetyCopies: () => void showSafetyCopies(),
  });
}

function answerWindows(): void {
  for (const name of operationNames) {
    ipcMain.handle(operationChannel(name), (event, ...args: unknown[]) => {
      const frame = event.senderFrame;
      const sender = frame === null ? null : { url: frame.url, isMainFrame: frame.parent === null };
      return answerRequest(name, sender, args, windows.get(event.sender.id)?.handlers ?? null, log.write);
    });
  }
}

/** Opens what a start named, each in a window of its own; without a file the window in front, or a first one. */
async function openAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await openWindow(path);
  if (paths.length > 0) return;
  const window = frontWindow();
  if (window === null) await openWindow(null);
  else window.bringForward();
}

async function start(named: readonly string[]): Promise<void> {
  const waiting = [...named];
  let ready = false;
  // macOS hands files over by this event, also before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (ready) void openWindow(path);
    else waiting.push(path);
  });
  const secondStart = z.object({ files: z.array(z.string()) });
  // The second start has read its own command line: the runtime may reorder the one that arrives here.
  app.on('second-instance', (_event, _argv, _workingFolder, data) => {
    const parsed = secondStart.safeParse(data);
    void openAll(parsed.success ? parsed.data.files : []);
  });
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log.write));
  app.on('before-quit', () => (quitting = true));
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  app.on('activate', () => void openAll([]));
  let written = false;
  app.on('will-quit', (event) => {
    if (written) return;
    event.preventDefault();
    const late = new Promise((resolve) => setTimeout(resolve, leavingTimeoutMs));
    void Promise.race([Promise.all([boundsFile.load(), folder.load(), recent.list(), log.flush()]), late]).then(() => {
      written = true;
      app.quit();
    });
  });

  await app.whenReady();
  ready = true;
  guardSession(session.defaultSession, log.write);
  protocol.handle(pageScheme, servePages(join(app.getAppPath(), 'dist', 'renderer')));
  answerWindows();
  await openAll(waiting);
}

const named = launchFiles({ argv: process.argv, packaged: app.isPackaged, workingFolder: process.cwd() });
if (app.requestSingleInstanceLock({ files: [...named] })) {
  start(named).catch(async (error: unknown) => {
    const why = `the program did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    process.stderr.write(`${why}\n`);
    log.write(why);
    await log.flush();
    // Without a window nothing else would ever end it, and whoever started it must learn of the failure.
    app.exit(1);
  });
} else {
  app.quit();
}
