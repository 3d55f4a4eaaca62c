/** The Host in a browser: File System Access where there is one, file input and download elsewhere. */
import type { ExportedFile, FileToken, Host, OpenedFile, SavedFile } from '../../shared/host.ts';
import { maxFileBytes } from '../../shared/file/parseWorkbook.ts';
import type { TextPieces } from '../../shared/file/textPieces.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { FileHandles } from '../library/fileHandles.ts';
import type { TextWork } from '../library/textWork.ts';
import { browserReports } from './browserReports.ts';
import { download } from './download.ts';

type Handle = FileSystemFileHandle & { queryPermission?(options: { mode: 'readwrite' }): Promise<string>; requestPermission?(options: { mode: 'readwrite' }): Promise<string> };
type Pickers = {
  showOpenFilePicker?(options: unknown): Promise<Handle[]>;
  showSaveFilePicker?(options: unknown): Promise<Handle>;
  showDirectoryPicker?(options: unknown): Promise<FileSystemDirectoryHandle>;
};

const downloadPauseMs = 300;
const fileTypes = [{ description: 'Lodestone', accept: { 'application/json': ['.lodestone'] } }];

type Read = { readonly text: string; readonly fingerprint: string };

/** UTF-8 text of a file and the SHA-256 of its bytes; bytes that are no UTF-8 are refused rather than replaced, and a file too large for a workbook is not read. */
async function readText(file: File, digestFile: TextWork['digestFile']): Promise<Result<Read>> {
  if (file.size > maxFileBytes) return fail('file-too-large', { place: file.name, values: { limitMegabytes: maxFileBytes / 1024 / 1024 } });
  try {
    const [bytes, fingerprint] = await Promise.all([file.arrayBuffer(), digestFile(file)]);
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), fingerprint });
  } catch (error) {
    return fail(error instanceof TypeError ? 'file-not-utf8' : 'file-not-readable', { place: file.name });
  }
}

function cancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** What the system would call a failure that the browser has its own name for, so that one sentence serves both. */
function causeOf(error: unknown): string {
  const causes: Readonly<Record<string, string>> = { QuotaExceededError: 'ENOSPC', NotAllowedError: 'EACCES', NoModificationAllowedError: 'EBUSY' };
  const name = error instanceof Error ? error.name : String(error);
  return causes[name] ?? name;
}

/** Whether the file may be written; the browser asks the user where it has to, which it does only within a press of a key or button. */
async function mayWrite(handle: Handle): Promise<boolean> {
  try {
    if (((await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted') return true;
    return (await handle.requestPermission?.({ mode: 'readwrite' })) === 'granted';
  } catch {
    // Asked outside of such a press, the browser throws; the user can press Save again.
    return false;
  }
}

function pickFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.lodestone';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** Into a folder where the browser lets one be chosen; else one download after the other. */
async function exportFiles(files: readonly ExportedFile[]): Promise<Result<number | null>> {
  const { showDirectoryPicker } = window as unknown as Pickers;
  if (!showDirectoryPicker) {
    for (const { name, text } of files) {
      download(name, [text]);
      // Downloads that start in the same moment take each other's place.
      await new Promise((done) => setTimeout(done, downloadPauseMs));
    }
    return ok(files.length);
  }
  try {
    const folder = await showDirectoryPicker({ mode: 'readwrite' });
    for (const { name, text } of files) {
      const handle = await folder.getFileHandle(await freeName(folder, name), { create: true });
      await writePieces(handle, [text]);
    }
    return ok(files.length);
  } catch (error) {
    return cancelled(error) ? ok(null) : fail('file-save-failed', { values: { step: 'write', cause: causeOf(error) } });
  }
}

/** The browser writes beside the file, and puts that in its place at the end. */
async function writePieces(handle: FileSystemFileHandle, text: TextPieces): Promise<void> {
  const stream = await handle.createWritable();
  for (const piece of text) await stream.write(piece);
  await stream.close();
}

/** A name that no file of the folder has. */
async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const taken = async (one: string): Promise<boolean> =>
    folder.getFileHandle(one).then(
      () => true,
      () => false,
    );
  let free = name;
  for (let count = 2; await taken(free); count += 1) free = name.replace(/(\.[^.]*)?$/, ` ${count}$1`);
  return free;
}

/** `kept` holds the handles of files over a restart; `work` gives fingerprints. */
export function createBrowserHost(kept: Pick<FileHandles, 'keep' | 'find'>, work: Pick<TextWork, 'digest' | 'digestFile'>): Host {
  const pickers = window as unknown as Pickers;
  const handles = new Map<FileToken, Handle>();
  const reports = browserReports();
  const savesInPlace = pickers.showSaveFilePicker !== undefined;
  let unsaved = false;
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });

  const remember = (handle: Handle): FileToken => {
    const token = crypto.randomUUID() as FileToken;
    handles.set(token, handle);
    return token;
  };
  const opened = async (file: File, token: FileToken | null): Promise<Result<OpenedFile>> => {
    const text = await readText(file, work.digestFile);
    return text.ok ? ok({ token, name: file.name, ...text.value }) : text;
  };
  const write = async (token: FileToken, handle: Handle, text: TextPieces): Promise<Result<SavedFile>> => {
    try {
      const [fingerprint] = await Promise.all([work.digest(text), writePieces(handle, text)]);
      return ok({ token, name: handle.name, fingerprint });
    } catch (error) {
      return fail('file-save-failed', { place: handle.name, values: { step: 'write', cause: causeOf(error) } });
    }
  };

  return {
    capabilities: { savesInPlace, writesPdf: false, nativeMenu: false, recentFiles: false, libraryPlace: 'browser' },
    async openFile() {
      try {
        if (!pickers.showOpenFilePicker) {
          const file = await pickFile();
          return file === null ? ok(null) : opened(file, null);
        }
        const [handle] = await pickers.showOpenFilePicker({ types: fileTypes });
        return handle ? opened(await handle.getFile(), remember(handle)) : ok(null);
      } catch (error) {
        return cancelled(error) ? ok(null) : fail('file-not-readable', { values: { cause: String(error) } });
      }
    },
    async openRecent(token) {
      const handle = handles.get(token);
      return handle ? opened(await handle.getFile(), token) : fail('file-not-found');
    },
    recentFiles: () => Promise.resolve([]),
    async takeLaunchFile() {
      const query = new URLSearchParams(location.search);
      const key = query.get('open');
      if (key === null || !/^[0-9a-f]{32}$/.test(key)) return ok(null);
      history.replaceState(null, '', location.pathname);
      const name = query.get('name') ?? 'workbook.lodestone';
      const answer = await fetch(`./handover/${key}.lodestone`);
      if (!answer.ok) return fail('file-not-found', { place: name });
      return opened(new File([await answer.blob()], name), null);
    },
    async openDropped(file) {
      return file instanceof File ? opened(file, null) : fail('file-not-readable');
    },
    async readFile(token) {
      const handle = handles.get(token);
      if (!handle) return fail('file-not-found');
      try {
        return await opened(await handle.getFile(), token);
      } catch (error) {
        return fail(error instanceof DOMException && error.name === 'NotFoundError' ? 'file-not-found' : 'file-not-readable', { place: handle.name });
      }
    },
    async saveFile(token, text, before, overwrite = false) {
      const handle = handles.get(token);
      if (!handle) return fail('file-not-found');
      if (!(await mayWrite(handle))) return fail('file-not-writable', { place: handle.name });
      let now: string;
      try {
        now = await work.digestFile(await handle.getFile());
      } catch (error) {
        if (causeOf(error) === 'NotFoundError') return fail('file-not-found', { place: handle.name });
        return fail('file-save-failed', { place: handle.name, values: { step: 'check', cause: causeOf(error) } });
      }
      if (!overwrite && now !== before) return fail('file-changed-on-disk', { place: handle.name });
      return write(token, handle, text);
    },
    async rememberFile(id, file) {
      const handle = handles.get(file.token);
      return handle ? kept.keep({ id, handle, fingerprint: file.fingerprint }) : ok(null);
    },
    async recallFile(id) {
      const found = await kept.find(id);
      if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
      const { handle, fingerprint: before } = found.value;
      return ok({ token: remember(handle), name: handle.name, fingerprint: before });
    },
    async saveFileAs(suggestedName, text) {
      if (!pickers.showSaveFilePicker) {
        download(suggestedName, text);
        return ok({ token: null, name: suggestedName, fingerprint: await work.digest(text) });
      }
      try {
        const handle = await pickers.showSaveFilePicker({ suggestedName, types: fileTypes });
        return await write(remember(handle), handle, text);
      } catch (error) {
        return cancelled(error) ? ok(null) : fail('file-save-failed', { values: { step: 'choose', cause: String(error) } });
      }
    },
    exportFiles,
    backup: () => Promise.resolve(ok(null)),
    backupStep: () => Promise.resolve(ok(null)),
    safetyCopies: () => Promise.resolve(ok([])),
    exportPdf: (job) => reports.print(job),
    exportPdfs: reports.printAll,
    exportPage: reports.exportPage,
    stopReport: reports.stop,
    printReport: reports.print,
    setWindowState(state) {
      unsaved = state.unsaved;
      document.title = `${state.unsaved ? '• ' : ''}${state.title} — Lodestone`;
    },
    finishClose: () => undefined,
    onRequest: reports.follow,
    log: (line) => reportError(new Error(line)),
  };
}
