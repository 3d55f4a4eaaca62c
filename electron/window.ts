/** The windows themselves: the workbench, several of them, and the one that is never shown and prints the report. */
import { BrowserWindow, dialog, nativeTheme, type MessageBoxOptions } from 'electron';
import { pageOrigin, requestChannel } from '../shared/desktopBridge.ts';
import type { HostRequest, WindowState } from '../shared/host.ts';
import { closeQuestion as say, fileDialogs, windowGone } from '../shared/messages/desktop.ts';
import type { Language } from '../shared/messages/phrase.ts';
import type { WindowPort } from './host/createHandlers.ts';
import type { ReportWindow } from './report/reportPrinter.ts';
import { createCloseQuestion, type CloseAnswer } from './windows/closeQuestion.ts';
import { smallestWindow, type Rectangle, type StoredBounds } from './windows/windowBounds.ts';

export type WorkbenchWindow = WindowPort & {
  /** Of its page, by which a request is known to come from it. */
  readonly contentsId: number;
  language(): Language;
  isFocused(): boolean;
  /** In front of everything, also when it was minimised or hidden. */
  bringForward(): void;
  send(request: HostRequest): void;
};

export type WindowParts = {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
  readonly preload: string;
  readonly launchFile: string | null;
  readonly language: Language;
  readonly platform: string;
  keepBounds(bounds: StoredBounds): void;
  /** Language, focus or title changed. */
  changed(): void;
  closed(): void;
  /** The user stays in a window that was to close: a quit that was under way is given up. */
  stayed(): void;
  log(line: string): void;
};

const securePage = { contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, spellcheck: false } as const;

/** The ground of the page before it is painted, as the style sheet has it. */
const grounds = { light: '#ffffff', dark: '#15171b' } as const;

export function openWorkbenchWindow(parts: WindowParts): WorkbenchWindow {
  const window = new BrowserWindow({
    ...parts.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Lodestone',
    backgroundColor: nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light,
    webPreferences: { ...securePage, preload: parts.preload },
  });
  if (parts.maximized) window.maximize();
  const contents = window.webContents;
  let state: WindowState = { title: 'Lodestone', unsaved: false, language: parts.language };
  let launchFile = parts.launchFile;
  const send = (request: HostRequest): void => {
    if (!contents.isDestroyed()) contents.send(requestChannel, request);
  };
  const ask = async (options: MessageBoxOptions): Promise<number> => (await dialog.showMessageBox(window, { type: 'warning', noLink: true, ...options })).response;

  const question = createCloseQuestion({
    async ask() {
      const { title, language } = state;
      const answers: readonly CloseAnswer[] = ['save', 'discard', 'cancel'];
      const response = await ask({ message: say.ask(title)[language], detail: say.detail[language], buttons: answers.map((answer) => say[answer][language]), defaultId: 0, cancelId: 2 });
      return answers[response] ?? 'cancel';
    },
    requestSave: () => send({ kind: 'save-and-close' }),
    close: () => window.close(),
    stay: () => parts.stayed(),
  });
  window.on('close', (event) => {
    if (!question.mayClose()) return event.preventDefault();
    parts.keepBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.on('closed', () => parts.closed());
  window.on('focus', () => parts.changed());
  // The title says what is open and whether it is saved; the page's own title would replace it.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    parts.log(`the page of a window is gone: ${reason}`);
    const { language } = state;
    const buttons = [windowGone.reload[language], windowGone.close[language]];
    void ask({ message: windowGone.ask[language], detail: windowGone.detail(reason)[language], buttons, defaultId: 0, cancelId: 1 }).then((response) => {
      if (response === 0) return contents.reload();
      // There is no page left that could save; its work is in the library.
      window.destroy();
    });
  });
  window.loadURL(`${pageOrigin}/index.html`).catch((error: unknown) => parts.log(`the workbench did not load: ${String(error)}`));

  return {
    contentsId: contents.id,
    language: () => state.language,
    isFocused: () => window.isFocused(),
    bringForward() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    send,
    async askOpen(folder) {
      const { language } = state;
      const chosen = await dialog.showOpenDialog(window, {
        defaultPath: folder,
        filters: [{ name: fileDialogs.workbooks[language], extensions: ['lodestone'] }, { name: fileDialogs.allFiles[language], extensions: ['*'] }],
        properties: ['openFile'],
      });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
    async askSave(kind, path) {
      const { language } = state;
      const filter = {
        workbook: { name: fileDialogs.workbooks[language], extensions: ['lodestone'] },
        pdf: { name: fileDialogs.pdf[language], extensions: ['pdf'] },
        html: { name: fileDialogs.pages[language], extensions: ['html'] },
      }[kind];
      const chosen = await dialog.showSaveDialog(window, { defaultPath: path, filters: [filter], properties: ['showOverwriteConfirmation', 'createDirectory'] });
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
    },
    async askFolder(folder) {
      const chosen = await dialog.showOpenDialog(window, { defaultPath: folder, properties: ['openDirectory', 'createDirectory'] });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
    tellProgress: (done, all) => send({ kind: 'report-progress', done, all }),
    takeLaunchFile() {
      const file = launchFile;
      launchFile = null;
      return file;
    },
    setState(next) {
      const languageChanged = next.language !== state.language;
      state = next;
      question.setUnsaved(next.unsaved);
      const isMac = parts.platform === 'darwin';
      window.setTitle(`${next.unsaved && !isMac ? '• ' : ''}${next.title} — Lodestone`);
      if (isMac) window.setDocumentEdited(next.unsaved);
      if (languageChanged) parts.changed();
    },
    finishClose: (saved) => question.finished(saved),
  };
}

/** A window that was shown and hidden is throttled until its fonts never load; one that was never shown is not. */
export async function openReportWindow(): Promise<ReportWindow> {
  const window = new BrowserWindow({ show: false, webPreferences: { ...securePage, backgroundThrottling: false } });
  const contents = window.webContents;
  try {
    await window.loadURL(`${pageOrigin}/report.html`);
  } catch (error) {
    window.destroy();
    throw error;
  }
  return {
    run: (script) => contents.executeJavaScript(script) as Promise<unknown>,
    printToPdf: () =>
      contents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true, margins: { top: 0, bottom: 0, left: 0, right: 0 } }),
    print: () =>
      new Promise((resolve, reject) => {
        contents.print({ silent: false, printBackground: true, margins: { marginType: 'none' } }, (success, reason) => {
          if (success) resolve(true);
          else if (/cancel/i.test(reason)) resolve(false);
          else reject(new Error(reason));
        });
      }),
    destroy: () => window.destroy(),
  };
}
