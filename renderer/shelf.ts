/** What the library's page does: find, open, pin, duplicate, remove with a way back, write everything out. */
import type { ExportedFile, FileToken, Host, OpenedFile, RecentFile } from '../shared/host.ts';
import { libraryMessages as say } from '../shared/messages/library.ts';
import type { Phrase } from '../shared/messages/phrase.ts';
import { problemText } from '../shared/messages/problems.ts';
import type { Problem, Result } from '../shared/result.ts';
import { serializeWorkbook } from '../shared/file/serializeWorkbook.ts';
import type { Workbook } from '../shared/model/workbook.ts';
import { gapPreview } from './library/gapPreview.ts';
import type { Library, ShelfEntry } from './library/library.ts';
import { recoverWorkbook } from './library/recoverWorkbook.ts';
import type { WorkbookLock } from './library/workbookLock.ts';
import type { Session } from './store/session.ts';

/** How much the library takes, in bytes; null where the browser does not tell. */
export type StorageUse = { readonly used: number | null; readonly room: number | null; readonly promised: boolean };

export type Shelf = {
  list(): Promise<Result<readonly ShelfEntry[]>>;
  /** Each of these tells the user what went wrong, and resolves when the list may have changed. */
  pin(entry: ShelfEntry): Promise<void>;
  duplicate(entry: ShelfEntry): Promise<void>;
  /** `changed` hears of it when the removal was taken back. */
  remove(entry: ShelfEntry, changed: () => void): Promise<void>;
  exportAll(): Promise<void>;
  recentFiles(): Promise<readonly RecentFile[]>;
  /** Whether the file is on the desk now. */
  openRecent(token: FileToken): Promise<boolean>;
  storageUse(): Promise<StorageUse>;
};

type Parts = {
  readonly host: Host;
  readonly library: Library;
  readonly lock: WorkbookLock;
  readonly session: Session;
  readonly storage: StorageManager | undefined;
  readonly program: string;
  newId(): string;
  flush(): Promise<void>;
  openGiven(file: OpenedFile): Promise<boolean>;
};

/** A workbook of its own in the library, never saved to a file. */
export async function addToLibrary(library: Library, id: string, workbook: Workbook): Promise<Result<null>> {
  const text = serializeWorkbook(workbook);
  return library.keep({ id, title: workbook.title, text, savedText: text, fileName: null, savedAt: null, gap: gapPreview(workbook) });
}

function nameOf({ title }: ShelfEntry): Phrase {
  return title ?? say.untitled;
}

export function createShelf({ host, library, lock, session, storage, program, newId, flush, openGiven }: Parts): Shelf {
  const tell = (problem: Problem): void => session.notify(problemText(problem), 'problem');
  return {
    async list() {
      await flush();
      return library.list();
    },
    async pin({ id, pinned }) {
      const done = await library.pin(id, !pinned);
      if (!done.ok) tell(done.problem);
    },
    async duplicate({ id }) {
      const record = await library.load(id);
      if (!record.ok) return tell(record.problem);
      if (record.value === null) return;
      const found = recoverWorkbook(record.value, program);
      if (!found.ok) return tell(found.problem);
      const { workbook } = found.value;
      const kept = await addToLibrary(library, newId(), { ...workbook, title: say.copyOf(workbook.title) });
      if (!kept.ok) tell(kept.problem);
    },
    async remove(entry, changed) {
      const title = nameOf(entry);
      const both = (sentence: (name: string) => Phrase): Phrase => ({ en: sentence(title.en).en, zh: sentence(title.zh).zh });
      if (await lock.isHeld(entry.id)) return session.notify(both(say.inUse), 'problem');
      const removed = await library.remove(entry.id);
      if (!removed.ok) return tell(removed.problem);
      const putBack = async (): Promise<void> => {
        const done = await library.putBack(removed.value);
        if (done.ok) session.dismiss();
        else tell(done.problem);
        changed();
      };
      // The copy outside the library is of no further use; what fails here only leaves it there.
      await host.backup(entry.id, null, 0);
      session.notify(both(say.removed), 'info', entry.unread ? [] : [{ label: say.undoRemove, run: () => void putBack() }]);
    },
    async exportAll() {
      await flush();
      const found = await library.exportAll();
      if (!found.ok) return tell(found.problem);
      const files: readonly ExportedFile[] = found.value.files.map(({ name, text }) => ({ name, text }));
      const written = await host.exportFiles(files);
      if (!written.ok) return tell(written.problem);
      if (written.value === null) return;
      session.notify(say.exported(written.value, found.value.files.filter(({ damaged }) => damaged).length, found.value.unread));
    },
    recentFiles: () => (host.capabilities.recentFiles ? host.recentFiles() : Promise.resolve([])),
    async openRecent(token) {
      const file = await host.openRecent(token);
      if (file.ok) return openGiven(file.value);
      tell(file.problem);
      return false;
    },
    async storageUse() {
      const nothing = { used: null, room: null, promised: false };
      if (!storage) return nothing;
      try {
        const { usage, quota } = await storage.estimate();
        const room = usage === undefined || quota === undefined ? null : Math.max(0, quota - usage);
        return { used: usage ?? null, room, promised: await storage.persisted() };
      } catch {
        // A browser that does not tell leaves the line out.
        return nothing;
      }
    },
  };
}
