/**
 * What passes between the desktop window and the main process. The preload exposes a DesktopBridge as `window.lodestone`;
 * the main process answers every operation with a Result and believes nothing that the window says.
 */
import type { ExportedFile, FileToken, HostRequest, OpenedFile, RecentFile, RememberedFile, SafetyCopy, SavedFile, WindowState } from './host.ts';
import type { ReportJob, SentJob } from './report/reportJob.ts';
import type { Result } from './result.ts';

/** The text of a workbook: as it is where it is short, else what was sent ahead in pieces under that ticket. */
export type DoorText = string | { readonly sent: string };

/** Every operation: the arguments that cross the door and the value of the Result that comes back. */
export type DoorOperations = {
  readonly openFile: { readonly args: []; readonly value: OpenedFile | null };
  readonly openRecent: { readonly args: [token: FileToken]; readonly value: OpenedFile };
  readonly recentFiles: { readonly args: []; readonly value: readonly RecentFile[] };
  readonly takeLaunchFile: { readonly args: []; readonly value: OpenedFile | null };
  /** The path is the preload's word, read from a file that the user dropped; a page can only hand over the file itself. */
  readonly openDropped: { readonly args: [path: string]; readonly value: OpenedFile };
  readonly readFile: { readonly args: [token: FileToken]; readonly value: OpenedFile };
  /** Lays a piece of a text beside those before it; the operation that names the ticket takes them. */
  readonly sendPiece: { readonly args: [ticket: string, piece: string]; readonly value: null };
  readonly saveFile: { readonly args: [token: FileToken, text: DoorText, fingerprint: string, overwrite: boolean]; readonly value: SavedFile };
  readonly rememberFile: { readonly args: [id: string, file: RememberedFile]; readonly value: null };
  readonly recallFile: { readonly args: [id: string]; readonly value: (RememberedFile & { readonly name: string }) | null };
  readonly saveFileAs: { readonly args: [suggestedName: string, text: DoorText]; readonly value: SavedFile | null };
  readonly exportFiles: { readonly args: [files: readonly ExportedFile[]]; readonly value: number | null };
  readonly backup: { readonly args: [id: string, text: DoorText | null, upTo: number]; readonly value: null };
  readonly backupStep: { readonly args: [id: string, row: string]; readonly value: null };
  readonly safetyCopies: { readonly args: [known: readonly string[]]; readonly value: readonly SafetyCopy[] };
  readonly exportPdf: { readonly args: [job: ReportJob, suggestedName: string]; readonly value: string | null };
  readonly exportPdfs: { readonly args: [job: SentJob, names: readonly string[]]; readonly value: number | null };
  readonly exportPage: { readonly args: [job: SentJob, suggestedName: string]; readonly value: string | null };
  readonly stopReport: { readonly args: []; readonly value: null };
  readonly printReport: { readonly args: [job: ReportJob]; readonly value: null };
  readonly setWindowState: { readonly args: [state: WindowState]; readonly value: null };
  readonly finishClose: { readonly args: [saved: boolean]; readonly value: null };
  readonly log: { readonly args: [line: string]; readonly value: null };
};

export type OperationName = keyof DoorOperations;

type Call<Name extends OperationName> = (...args: DoorOperations[Name]['args']) => Promise<Result<DoorOperations[Name]['value']>>;

/** One function per operation; a dropped file crosses as the browser's File object, which only the preload can name. */
export type DesktopBridge = { readonly [Name in Exclude<OperationName, 'openDropped'>]: Call<Name> } & {
  openDropped(file: unknown): Promise<Result<OpenedFile>>;
  /** Registers the one listener for what the outside asks; requests that came before wait for it. Returns its removal. */
  onRequest(listener: (request: HostRequest) => void): () => void;
};

/** The window of the desktop edition; elsewhere the bridge is missing. */
export type DesktopWindow = { readonly lodestone?: DesktopBridge };

/** The channel of an operation. */
export function operationChannel(name: OperationName): string {
  return `lodestone:${name}`;
}

/** The channel by which the main process asks something of the window. */
export const requestChannel = 'lodestone:request';

/** The scheme and host of the window's pages. The library belongs to this origin, so it never changes. */
export const pageScheme = 'app';
export const pageHost = 'lodestone';
export const pageOrigin = `${pageScheme}://${pageHost}`;
