/**
 * The library: the workbooks on this computer, in IndexedDB at the application's own origin. It holds the same text as a
 * file, so that there is one parser and one migration path. It is never the only home of work: Save writes a real file.
 */
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import type { LocalText } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { exportFileOf, type ExportFile } from './exportFile.ts';
import type { LibraryDatabase, LibraryStore } from './libraryStore.ts';
import { recoverWorkbook } from './recoverWorkbook.ts';
import type { GapPreview, JournalRow, KeptWorkbook, LibraryMark, LibraryRecord, VersionHead, VersionText } from './records.ts';

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
  /** The store cannot read the record: what stands here comes from its newest version and its remembered file. */
  readonly unread: boolean;
};

/** What comes back at the start. */
export type NewestWorkbook = {
  /** The one changed last of those that can be read; null when there is none. */
  readonly kept: KeptWorkbook | null;
  /** How many were changed later and cannot be read. */
  readonly unread: number;
};

/** A workbook that was taken out, whole, so that it can be put back. */
export type RemovedWorkbook = {
  readonly record: LibraryRecord | undefined;
  readonly mark: LibraryMark | undefined;
  readonly versions: readonly VersionHead[];
  readonly texts: readonly VersionText[];
  readonly steps: readonly JournalRow[];
};

export type Library = {
  /** Pinned ones first, then newest change first; records that the store cannot read stand among them. */
  list(): Promise<Result<readonly ShelfEntry[]>>;
  /** Which workbooks there are, damaged ones with them. */
  ids(): Promise<Result<readonly string[]>>;
  newest(): Promise<Result<NewestWorkbook>>;
  load(id: string): Promise<Result<KeptWorkbook | null>>;
  /** Keeps a workbook whole, in the place of its text and the steps since; resolves once the disk has it. Records of other workbooks are never touched. */
  keep(record: Omit<LibraryRecord, 'updatedAt'>): Promise<Result<null>>;
  pin(id: string, pinned: boolean): Promise<Result<null>>;
  /** Takes a workbook and its versions out, a record that cannot be read as well; that alone does not come back with the rest. */
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
function entryOf(id: string, record: Partial<Record<keyof LibraryRecord, unknown>>, pinned: boolean, hasSteps: boolean): ShelfEntry {
  const body = text(record.text) ?? '';
  return {
    id,
    title: titleOf(record.title),
    fileName: text(record.fileName),
    updatedAt: time(record.updatedAt) ?? 0,
    savedAt: time(record.savedAt),
    size: body.length,
    gap: Array.isArray(record.gap) ? record.gap.map(time) : null,
    unsaved: hasSteps || body !== record.savedText,
    pinned,
    unread: false,
  };
}

/** A record that cannot be read: its newest version says what it was. */
async function unreadEntry(database: LibraryDatabase, id: string, pinned: boolean): Promise<ShelfEntry> {
  // Where these cannot be read either, nothing more can be said.
  const heads = await database.versions.where('workbookId').equals(id).sortBy('at').catch((): VersionHead[] => []);
  const file = await database.handles.get(id).catch(() => undefined);
  const newest = heads.at(-1);
  return { id, title: null, fileName: file?.handle.name ?? null, updatedAt: newest?.at ?? 0, savedAt: null, size: newest?.size ?? 0, gap: newest?.gap ?? null, unsaved: false, pinned, unread: true };
}

/** Undefined where the store has the record and cannot read it. */
function readRecord(database: LibraryDatabase, id: string): Promise<LibraryRecord | undefined> {
  return database.workbooks.get(id).catch(() => undefined);
}

/** Each record on its own, so that one that cannot be read does not take the others with it. */
async function eachRecord<T>(database: LibraryDatabase, take: (id: string, record: LibraryRecord) => T): Promise<{ readonly taken: readonly T[]; readonly unread: readonly string[] }> {
  const ids = await database.workbooks.toCollection().primaryKeys();
  const taken: T[] = [];
  const unread: string[] = [];
  for (const id of ids) {
    const record = await readRecord(database, id);
    if (record === undefined) unread.push(id);
    else taken.push(take(id, record));
  }
  return { taken, unread };
}

/** The steps of a workbook, in their order; none where they cannot be read, so that the text before them is still to be had. */
function rowsOf(database: LibraryDatabase, id: string): Promise<readonly JournalRow[]> {
  return database.steps
    .where('workbookId')
    .equals(id)
    .sortBy('n')
    .catch(() => []);
}

/** The texts of the versions of a workbook, each on its own: those that cannot be read are left out. */
async function readTexts(database: LibraryDatabase, id: string): Promise<readonly VersionText[]> {
  const texts: VersionText[] = [];
  for (const one of await database.versionTexts.where('workbookId').equals(id).primaryKeys()) {
    const found = await database.versionTexts.get(one).catch(() => undefined);
    if (found !== undefined) texts.push(found);
  }
  return texts;
}

async function keptOf(database: LibraryDatabase, record: LibraryRecord | undefined): Promise<KeptWorkbook | null> {
  return record === undefined ? null : { record, rows: (await rowsOf(database, record.id)).filter(({ n }) => n > (record.upTo ?? 0)) };
}

/** What goes out as a file: the text with what was done since; where that cannot be put together, the text as it lies there. */
function writtenOut(kept: KeptWorkbook, program: string): LibraryRecord {
  if (kept.rows.length === 0 || typeof kept.record.text !== 'string') return kept.record;
  const recovered = recoverWorkbook(kept, program);
  return recovered.ok ? { ...kept.record, text: serializeWorkbook(recovered.value.workbook) } : kept.record;
}

/** `now` gives the time of a change; `program` names this one, whose steps it can do again. */
export function openLibrary(store: LibraryStore, now: () => number, program: string): Library {
  return {
    list: () =>
      store.attempt(async (database) => {
        const pinned = new Map((await database.marks.toArray()).map((mark) => [mark.id, mark.pinned]));
        const changed = new Set(await database.steps.orderBy('workbookId').uniqueKeys());
        const { taken, unread } = await eachRecord(database, (id, record) => entryOf(id, record, pinned.get(id) ?? false, changed.has(id)));
        const damaged: ShelfEntry[] = [];
        for (const id of unread) damaged.push(await unreadEntry(database, id, pinned.get(id) ?? false));
        return [...taken, ...damaged].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt);
      }),
    ids: () => store.attempt((database) => database.workbooks.toCollection().primaryKeys()),
    newest: () =>
      store.attempt(async (database) => {
        // The index is read without the records, so that a damaged one does not stand before those that are whole.
        const ids = await database.workbooks.orderBy('updatedAt').reverse().primaryKeys();
        for (const [unread, id] of ids.entries()) {
          const kept = await keptOf(database, await readRecord(database, id));
          if (kept !== null) return { kept, unread };
        }
        return { kept: null, unread: ids.length };
      }),
    load: (id) => store.attempt(async (database) => keptOf(database, await database.workbooks.get(id))),
    keep: (record) =>
      store.attempt((database) =>
        database.transaction('rw', database.workbooks, database.steps, async () => {
          const last = await database.steps.where('workbookId').equals(record.id).sortBy('n');
          // Numbers go on, so that a step of before never looks like one of after.
          await database.workbooks.put({ ...record, updatedAt: now(), upTo: Math.max(record.upTo ?? 0, last.at(-1)?.n ?? 0) });
          await database.steps.where('workbookId').equals(record.id).delete();
          return null;
        }),
      ),
    pin: (id, pinned) =>
      store.attempt(async (database) => {
        if (pinned) await database.marks.put({ id, pinned });
        else await database.marks.delete(id);
        return null;
      }),
    remove: (id) =>
      store.attempt(async (database) => {
        // A value that cannot be read ends the transaction in which it is asked for, so that all is read before.
        const removed: RemovedWorkbook = {
          record: await readRecord(database, id),
          mark: await database.marks.get(id),
          versions: await database.versions.where('workbookId').equals(id).toArray(),
          texts: await readTexts(database, id),
          steps: await rowsOf(database, id),
        };
        return database.transaction('rw', [database.workbooks, database.marks, database.versions, database.versionTexts, database.steps], async () => {
          await database.workbooks.delete(id);
          await database.marks.delete(id);
          await database.versions.where('workbookId').equals(id).delete();
          await database.versionTexts.where('workbookId').equals(id).delete();
          await database.steps.where('workbookId').equals(id).delete();
          return removed;
        });
      }),
    putBack: ({ record, mark, versions, texts, steps }) =>
      store.attempt((database) =>
        database.transaction('rw', [database.workbooks, database.marks, database.versions, database.versionTexts, database.steps], async () => {
          if (record) await database.workbooks.put(record);
          if (mark) await database.marks.put(mark);
          await database.versions.bulkPut([...versions]);
          await database.versionTexts.bulkPut([...texts]);
          await database.steps.bulkPut([...steps]);
          return null;
        }),
      ),
    exportAll: () =>
      store.attempt(async (database) => {
        const names = new Set<string>();
        const { taken, unread } = await eachRecord(database, (id, record) => [id, record] as const);
        const files: ExportFile[] = [];
        for (const [id, record] of taken) files.push(exportFileOf(id, writtenOut((await keptOf(database, { ...record, id })) ?? { record, rows: [] }, program), names));
        return { files, unread: unread.length };
      }),
  };
}
