/**
 * The library: the workbooks on this computer, in IndexedDB at the application's own origin. It holds the same text as a
 * file, so that there is one parser and one migration path. It is never the only home of work: Save writes a real file.
 */
import type { LocalText } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { exportFileOf, type ExportFile } from './exportFile.ts';
import type { LibraryDatabase, LibraryStore } from './libraryStore.ts';
import type { GapPreview, LibraryMark, LibraryRecord, VersionHead, VersionText } from './records.ts';

/** A workbook as the list of the library shows it. */
export type ShelfEntry = {
  readonly id: string;
  /** Null where the record is damaged so far that it has none. */
  readonly title: LocalText | null;
  readonly fileName: string | null;
  readonly updatedAt: number;
  readonly savedAt: number | null;
  /** Characters of the text. */
  readonly size: number;
  readonly gap: GapPreview | null;
  readonly unsaved: boolean;
  readonly pinned: boolean;
};

/** A workbook that was taken out, whole, so that it can be put back. */
export type RemovedWorkbook = {
  readonly record: LibraryRecord | undefined;
  readonly mark: LibraryMark | undefined;
  readonly versions: readonly VersionHead[];
  readonly texts: readonly VersionText[];
};

export type Library = {
  /** Pinned ones first, then newest change first. A record that cannot be read is left out of the list, not the list with it. */
  list(): Promise<Result<readonly ShelfEntry[]>>;
  /** The one changed last; null when there is none. */
  newest(): Promise<Result<LibraryRecord | null>>;
  load(id: string): Promise<Result<LibraryRecord | null>>;
  /** Keeps a workbook; resolves once the disk has it. Records of other workbooks are never touched. */
  keep(record: Omit<LibraryRecord, 'updatedAt'>): Promise<Result<null>>;
  pin(id: string, pinned: boolean): Promise<Result<null>>;
  /** Takes a workbook and its versions out. */
  remove(id: string): Promise<Result<RemovedWorkbook>>;
  putBack(removed: RemovedWorkbook): Promise<Result<null>>;
  /** Every workbook as a file, the damaged ones as they are; `unread` counts the records of which not even that could be read. */
  exportAll(): Promise<Result<{ readonly files: readonly ExportFile[]; readonly unread: number }>>;
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const time = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

function titleOf(value: unknown): LocalText | null {
  if (typeof value !== 'object' || value === null) return null;
  const [en, zh] = ['en', 'zh'].map((language) => text(Reflect.get(value, language)));
  return en && zh ? { en, zh } : null;
}

/** What can be said of a record, whatever became of it. */
function entryOf(id: string, record: Partial<Record<keyof LibraryRecord, unknown>>, pinned: boolean): ShelfEntry {
  const body = text(record.text) ?? '';
  return {
    id,
    title: titleOf(record.title),
    fileName: text(record.fileName),
    updatedAt: time(record.updatedAt) ?? 0,
    savedAt: time(record.savedAt),
    size: body.length,
    gap: Array.isArray(record.gap) ? record.gap.map(time) : null,
    unsaved: body !== record.savedText,
    pinned,
  };
}

/** Each record on its own, so that one that cannot be read does not take the others with it. */
async function eachRecord<T>(database: LibraryDatabase, take: (id: string, record: LibraryRecord) => T): Promise<{ readonly taken: readonly T[]; readonly unread: number }> {
  const ids = await database.workbooks.toCollection().primaryKeys();
  const taken: T[] = [];
  let unread = 0;
  for (const id of ids) {
    const record = await database.workbooks.get(id).catch(() => undefined); // Counted below, where it is told.
    if (record === undefined) unread += 1;
    else taken.push(take(id, record));
  }
  return { taken, unread };
}

/** `now` gives the time of a change. */
export function openLibrary(store: LibraryStore, now: () => number): Library {
  return {
    list: () =>
      store.attempt(async (database) => {
        const pinned = new Map((await database.marks.toArray()).map((mark) => [mark.id, mark.pinned]));
        const { taken } = await eachRecord(database, (id, record) => entryOf(id, record, pinned.get(id) ?? false));
        return [...taken].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt);
      }),
    newest: () => store.attempt(async (database) => (await database.workbooks.orderBy('updatedAt').last()) ?? null),
    load: (id) => store.attempt(async (database) => (await database.workbooks.get(id)) ?? null),
    keep: (record) =>
      store.attempt(async (database) => {
        await database.workbooks.put({ ...record, updatedAt: now() });
        return null;
      }),
    pin: (id, pinned) =>
      store.attempt(async (database) => {
        if (pinned) await database.marks.put({ id, pinned });
        else await database.marks.delete(id);
        return null;
      }),
    remove: (id) =>
      store.attempt((database) =>
        database.transaction('rw', database.workbooks, database.marks, database.versions, database.versionTexts, async () => {
          const removed: RemovedWorkbook = {
            record: await database.workbooks.get(id),
            mark: await database.marks.get(id),
            versions: await database.versions.where('workbookId').equals(id).toArray(),
            texts: await database.versionTexts.where('workbookId').equals(id).toArray(),
          };
          await database.workbooks.delete(id);
          await database.marks.delete(id);
          await database.versions.where('workbookId').equals(id).delete();
          await database.versionTexts.where('workbookId').equals(id).delete();
          return removed;
        }),
      ),
    putBack: ({ record, mark, versions, texts }) =>
      store.attempt((database) =>
        database.transaction('rw', database.workbooks, database.marks, database.versions, database.versionTexts, async () => {
          if (record) await database.workbooks.put(record);
          if (mark) await database.marks.put(mark);
          await database.versions.bulkPut([...versions]);
          await database.versionTexts.bulkPut([...texts]);
          return null;
        }),
      ),
    exportAll: () =>
      store.attempt(async (database) => {
        const names = new Set<string>();
        const { taken, unread } = await eachRecord(database, (id, record) => exportFileOf(id, record, names));
        return { files: taken, unread };
      }),
  };
}
