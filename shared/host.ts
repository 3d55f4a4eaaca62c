/**
 * The interface to the world outside the window. Desktop (Electron) and browser implement it; the user interface asks
 * `capabilities`, never which one it runs on. Every call resolves: expected failures are Problems, a cancelled dialog is null.
 */
import type { TextPieces } from './file/textPieces.ts';
import type { Language } from './messages/phrase.ts';
import type { Problem, Result } from './result.ts';
import type { ReportJob, SentJob } from './report/reportJob.ts';

/** Stands for a file the user chose. The window never names a path; only the host knows what a token points to. */
export type FileToken = string & { readonly __fileToken: true };

export type OpenedFile = {
  /** Null where the host cannot write the file in place (a browser's download or upload): Save then asks for a place. */
  readonly token: FileToken | null;
  /** File name without folders, for the title and the messages. */
  readonly name: string;
  readonly text: string;
  /** The state of the file when read; given back on save so that a change on disk in between is noticed. */
  readonly fingerprint: string;
};

export type SavedFile = { readonly token: FileToken | null; readonly name: string; readonly fingerprint: string };

export type RememberedFile = { readonly token: FileToken; readonly fingerprint: string };

/** A file to be written out, its name without folders. */
export type ExportedFile = { readonly name: string; readonly text: string };

/** A copy of an unsaved workbook outside the library: its text, and what was done since, each row of the journal as JSON. */
export type SafetyCopy = { readonly id: string; readonly text: string; readonly upTo: number; readonly rows: readonly string[] };

export type RecentFile = { readonly token: FileToken; readonly name: string };

export type HostCapabilities = {
  /** Save writes to the file that was opened, without asking again. */
  readonly savesInPlace: boolean;
  /** A PDF can be written directly; else the print dialog makes one. */
  readonly writesPdf: boolean;
  /** The host has a menu bar of its own, so the window draws none. */
  readonly nativeMenu: boolean;
  readonly recentFiles: boolean;
  /** Where the library lies: in the browser's store for this address, or in the program's own folder. */
  readonly libraryPlace: 'browser' | 'program';
};

/** What the outside asks of the window. */
export type HostRequest =
  | { readonly kind: 'action'; readonly action: string }
  | { readonly kind: 'open-file'; readonly file: OpenedFile }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Something happened to a file that the window has open; it may have been the window's own save. */
  | { readonly kind: 'file-touched' }
  /** The window is about to close with unsaved work and the user chose Save. */
  | { readonly kind: 'save-and-close' }
  /** How many reports of those under way are done; the first word of it comes once the place is chosen. */
  | { readonly kind: 'report-progress'; readonly done: number; readonly all: number };

/** What the title bar and the close question need to know. */
export type WindowState = {
  readonly title: string;
  readonly unsaved: boolean;
  readonly language: Language;
};

export type Host = {
  readonly capabilities: HostCapabilities;
  /** Asks for a workbook file and reads it. */
  openFile(): Promise<Result<OpenedFile | null>>;
  /** Reads a file the user opened before, or dropped on the window. */
  openRecent(token: FileToken): Promise<Result<OpenedFile>>;
  recentFiles(): Promise<readonly RecentFile[]>;
  /** The file named on the command line or by a double click, once; null when there is none. */
  takeLaunchFile(): Promise<Result<OpenedFile | null>>;
  /** Reads a file dropped on the window. */
  openDropped(file: unknown): Promise<Result<OpenedFile>>;
  /** Reads the file of the open workbook again, to see whether it is still as it was. */
  readFile(token: FileToken): Promise<Result<OpenedFile>>;
  /** Writes over a chosen file; fails with file-changed-on-disk when it is not as the fingerprint says, unless overwrite. */
  saveFile(token: FileToken, text: TextPieces, fingerprint: string, overwrite?: boolean): Promise<Result<SavedFile>>;
  /** Remembers over a restart which file a workbook of the library belongs to, as it was when it was read or written last. */
  rememberFile(id: string, file: RememberedFile): Promise<Result<null>>;
  /** That file; null where none is remembered. Whether it is still there, and may be written, is found out when it is. */
  recallFile(id: string): Promise<Result<(RememberedFile & { readonly name: string }) | null>>;
  /** Asks for a place and writes there. */
  saveFileAs(suggestedName: string, text: TextPieces): Promise<Result<SavedFile | null>>;
  /** Asks for a folder and writes new files there, over none that exist; resolves to how many, or null when it was cancelled. */
  exportFiles(files: readonly ExportedFile[]): Promise<Result<number | null>>;
  /** Keeps a copy of an unsaved workbook outside the library, which holds its steps up to that number; null removes it. */
  backup(id: string, text: TextPieces | null, upTo: number): Promise<Result<null>>;
  /** Adds a step to that copy: a row of the journal as JSON. */
  backupStep(id: string, row: string): Promise<Result<null>>;
  /** The copies of workbooks other than these, which the library has. */
  safetyCopies(known: readonly string[]): Promise<Result<readonly SafetyCopy[]>>;
  /** Asks for a place and writes the report there as PDF (where capabilities.writesPdf). Resolves to the file name. */
  exportPdf(job: ReportJob, suggestedName: string): Promise<Result<string | null>>;
  /** Asks for a folder and writes a PDF of each scenario there, over no file that exists (where capabilities.writesPdf). Resolves to how many, also where it was ended before the last. */
  exportPdfs(job: SentJob, names: readonly string[]): Promise<Result<number | null>>;
  /** Asks for a place and writes the report there as one page of HTML. Resolves to the file name. */
  exportPage(job: SentJob, suggestedName: string): Promise<Result<string | null>>;
  /** Ends the reports of this window that are under way: what asked for them resolves to null, or to how many are written already; these stay. */
  stopReport(): void;
  /** Opens the system's print dialog on the report. */
  printReport(job: ReportJob): Promise<Result<null>>;
  setWindowState(state: WindowState): void;
  /** Tells the host that save-and-close ended; closes the window when saved. */
  finishClose(saved: boolean): void;
  /** Registers the one listener for what the outside asks. Returns its removal. */
  onRequest(listener: (request: HostRequest) => void): () => void;
  /** Writes a line to the log file of the host (desktop) or the console (browser). */
  log(line: string): void;
};
