/** The desktop's answers to a window: the Host of shared/host.ts as the main process carries it out. */
import { basename, dirname, join } from 'node:path';
import type { WindowState } from '../../shared/host.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { DoorHandlers } from '../door/answerRequest.ts';
import { safeFileName, withExtension } from '../files/filePaths.ts';
import type { FileTokens } from '../files/fileTokens.ts';
import type { JsonFile } from '../files/jsonFile.ts';
import type { LibraryBackup } from '../files/libraryBackup.ts';
import type { RecentFiles } from '../files/recentFiles.ts';
import type { WorkbookFiles } from '../files/workbookFiles.ts';
import type { ReportPrinter } from '../report/reportPrinter.ts';

export type DialogKind = 'workbook' | 'pdf';

/** What the answers need of the window that asks. A dialog gives null when it is cancelled. */
export type WindowPort = {
  askOpen(folder: string): Promise<string | null>;
  askSave(kind: DialogKind, path: string): Promise<string | null>;
  /** The file this window was opened for, once. */
  takeLaunchFile(): string | null;
  setState(state: WindowState): void;
  finishClose(saved: boolean): void;
};

export type HandlerParts = {
  readonly window: WindowPort;
  readonly files: WorkbookFiles;
  readonly tokens: FileTokens;
  readonly recent: RecentFiles;
  readonly backup: LibraryBackup;
  readonly printer: ReportPrinter;
  /** The folder a dialog begins in: the one used last. The system forgets it. */
  readonly folder: JsonFile<string | null>;
  readonly usualFolder: string;
  exists(path: string): Promise<boolean>;
  writeFile(path: string, content: Uint8Array): Promise<Result<null>>;
  log(line: string): void;
};

const extensions: Readonly<Record<DialogKind, string>> = { workbook: '.lodestone', pdf: '.pdf' };

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
  const nothing = Promise.resolve(ok(null));

  return {
    async openFile() {
      const path = await window.askOpen(await startFolder());
      if (path === null) return ok(null);
      await parts.folder.store(dirname(path));
      return files.open(path);
    },
    openRecent: (token) => files.openToken(token),
    async recentFiles() {
      const paths = await recent.list();
      return ok(paths.map((path) => ({ token: tokens.give(path), name: basename(path) })));
    },
    takeLaunchFile() {
      const path = window.takeLaunchFile();
      return path === null ? Promise.resolve(ok(null)) : files.open(path);
    },
    openDropped: (path) => files.open(path),
    saveFile: (token, text, fingerprint, overwrite) => files.save(token, text, fingerprint, overwrite),
    async saveFileAs(suggestedName, text) {
      const path = await askSave('workbook', suggestedName);
      return path === null ? ok(null) : files.saveTo(path, text);
    },
    backup: (id, text) => backup.keep(id, text),
    async exportPdf(job, suggestedName) {
      const path = await askSave('pdf', suggestedName);
      if (path === null) return ok(null);
      const pdf = await printer.pdf(job);
      if (!pdf.ok) return pdf;
      const written = await parts.writeFile(path, pdf.value);
      return written.ok ? ok(basename(path)) : written;
    },
    printReport: (job) => printer.print(job),
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
