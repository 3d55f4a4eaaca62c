/** The desktop's answers to a window: the Host of shared/host.ts as the main process carries it out. */
import { basename, dirname, join } from 'node:path';
import type { FileToken, WindowState } from '../../shared/host.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DoorHandlers } from '../door/answerRequest.ts';
import { createTextTray } from '../door/textTray.ts';
import { safeFileName, withExtension } from '../files/filePaths.ts';
import type { FileTokens } from '../files/fileTokens.ts';
import type { JsonFile } from '../files/jsonFile.ts';
import type { LibraryBackup } from '../files/libraryBackup.ts';
import type { RecentFiles } from '../files/recentFiles.ts';
import type { RememberedFiles } from '../files/rememberedFiles.ts';
import type { WorkbookFiles } from '../files/workbookFiles.ts';
import { freePath, writeNewFiles } from '../files/writeNewFiles.ts';
import type { ReportPrinter } from '../report/reportPrinter.ts';

export type DialogKind = 'workbook' | 'pdf' | 'html';

/** What the answers need of the window that asks. A dialog gives null when it is cancelled. */
export type WindowPort = {
  askOpen(folder: string): Promise<string | null>;
  askSave(kind: DialogKind, path: string): Promise<string | null>;
  askFolder(folder: string): Promise<string | null>;
  /** The file this window was opened for, once. */
  takeLaunchFile(): string | null;
  setState(state: WindowState): void;
  finishClose(saved: boolean): void;
  /** Tells the window how many of the reports it asked for are done. */
  tellProgress(done: number, all: number): void;
};

export type HandlerParts = {
  readonly window: WindowPort;
  readonly files: WorkbookFiles;
  readonly tokens: FileTokens;
  readonly recent: RecentFiles;
  readonly remembered: RememberedFiles;
  readonly backup: LibraryBackup;
  readonly printer: ReportPrinter;
  /** The folder a dialog begins in: the one used last. The system forgets it. */
  readonly folder: JsonFile<string | null>;
  readonly usualFolder: string;
  /** Watches the file that the window has open from now on. */
  follow(path: string): void;
  exists(path: string): Promise<boolean>;
  writeFile(path: string, content: Uint8Array): Promise<Result<null>>;
  log(line: string): void;
};

const extensions: Readonly<Record<DialogKind, string>> = { workbook: '.lodestone', pdf: '.pdf', html: '.html' };

export function createHandlers(parts: HandlerParts): DoorHandlers {
  const { window, files, tokens, recent, backup, printer } = parts;
  const startFolder = async (): Promise<string> => {
    const last = await parts.folder.load();
    return last !== null && (await parts.exists(last)) ? last : parts.usualFolder;
  };
  const askSave = async (kind: DialogKind, suggestedName: string): Promise<string | null> => {
    const chosen = await window.askSave(kind, join(await startFolder(), safeFileName(suggestedName)));
    if (chosen === null) return null;
    await parts.folder.store(dirname(chosen));
    return withExtension(chosen, extensions[kind], parts.exists);
  };
  /** How often reports were to end. */
  let stops = 0;
  const tray = createTextTray();
  const nothing = Promise.resolve(ok(null));
  /** What was opened or saved is the file of the window. */
  const followed = async <T extends { readonly token: FileToken } | null>(result: Promise<Result<T>>): Promise<Result<T>> => {
    const done = await result;
    const path = done.ok && done.value !== null ? tokens.pathOf(done.value.token) : null;
    if (path !== null) parts.follow(path);
    return done;
  };

  const isStopped = (made: Result<unknown>): boolean => !made.ok && made.problem.code === 'report-stopped';
  /** The name of the written file; null where the user ended it. */
  const written = async (path: string, content: Result<Uint8Array>): Promise<Result<string | null>> => {
    if (!content.ok) return isStopped(content) ? ok(null) : content;
    const done = await parts.writeFile(path, content.value);
    return done.ok ? ok(basename(path)) : done;
  };

  return {
    async openFile() {
      const path = await window.askOpen(await startFolder());
      if (path === null) return ok(null);
      await parts.folder.store(dirname(path));
      return followed(files.open(path));
    },
    openRecent: (token) => followed(files.openToken(token)),
    readFile: (token) => files.reread(token),
    async recentFiles() {
      const paths = await recent.list();
      return ok(paths.map((path) => ({ token: tokens.give(path), name: basename(path) })));
    },
    takeLaunchFile() {
      const path = window.takeLaunchFile();
      return path === null ? Promise.resolve(ok(null)) : followed(files.open(path));
    },
    openDropped: (path) => followed(files.open(path)),
    sendPiece: (ticket, piece) => Promise.resolve(tray.lay(ticket, piece)),
    async saveFile(token, sent, fingerprint, overwrite) {
      const text = tray.take(sent);
      return text.ok ? followed(files.save(token, text.value, fingerprint, overwrite)) : text;
    },
    async rememberFile(id, { token, fingerprint }) {
      const path = tokens.pathOf(token);
      return path === null ? fail('file-not-found') : parts.remembered.remember(id, { path, fingerprint });
    },
    async recallFile(id) {
      const file = await parts.remembered.recall(id);
      if (file === null) return ok(null);
      parts.follow(file.path);
      return ok({ token: tokens.give(file.path), name: basename(file.path), fingerprint: file.fingerprint });
    },
    async saveFileAs(suggestedName, sent) {
      const text = tray.take(sent);
      if (!text.ok) return text;
      const path = await askSave('workbook', suggestedName);
      return path === null ? ok(null) : followed(files.saveTo(path, text.value));
    },
    async exportFiles(exported) {
      const folder = await window.askFolder(await startFolder());
      if (folder === null) return ok(null);
      await parts.folder.store(folder);
      return writeNewFiles(folder, exported, parts);
    },
    async backup(id, sent, upTo) {
      const text = sent === null ? ok(null) : tray.take(sent);
      return text.ok ? backup.keep(id, text.value, upTo) : text;
    },
    backupStep: (id, row) => backup.addStep(id, row),
    safetyCopies: (known) => backup.list(known),
    async exportPdf(job, suggestedName) {
      const path = await askSave('pdf', suggestedName);
      if (path === null) return ok(null);
      window.tellProgress(0, 1);
      return written(path, await printer.pdf(job));
    },
    async exportPage(job, suggestedName) {
      const path = await askSave('html', suggestedName);
      if (path === null) return ok(null);
      const all = job.scenarios.length;
      window.tellProgress(0, all);
      return written(path, await printer.page(job, (done) => window.tellProgress(done, all)));
    },
    async exportPdfs({ scenarios, ...job }, names) {
      const folder = await window.askFolder(await startFolder());
      if (folder === null) return ok(null);
      await parts.folder.store(folder);
      const begun = stops;
      // Those that are written by then are whole, and stay.
      const ended = (count: number): Result<number | null> => ok(count === 0 ? null : count);
      for (const [at, scenario] of scenarios.entries()) {
        window.tellProgress(at, scenarios.length);
        const pdf = await printer.pdf({ ...job, scenario });
        if (!pdf.ok) return isStopped(pdf) ? ended(at) : pdf;
        if (stops !== begun) return ended(at);
        const done = await parts.writeFile(await freePath(folder, names[at] ?? `${scenario}.pdf`, parts.exists), pdf.value);
        if (!done.ok) return done;
        // Between two of them there is nothing for the printer to end.
        if (stops !== begun) return ended(at + 1);
      }
      return ok(scenarios.length);
    },
    stopReport() {
      stops += 1;
      printer.stop();
      return nothing;
    },
    async printReport(job) {
      window.tellProgress(0, 1);
      const printed = await printer.print(job);
      return isStopped(printed) ? ok(null) : printed;
    },
    setWindowState(state) {
      window.setState(state);
      return nothing;
    },
    finishClose(saved) {
      window.finishClose(saved);
      return nothing;
    },
    log(line) {
      parts.log(`window: ${line}`);
      return nothing;
    },
  };
}
