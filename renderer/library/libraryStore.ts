/** The database of the library: opened when it is first needed, refused when a newer program made it, its failures as Problems. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { JournalRow, KeptHandle, LibraryMark, LibraryRecord, VersionHead, VersionText } from './records.ts';

export type LibraryDatabase = Dexie & {
  readonly workbooks: EntityTable<LibraryRecord, 'id'>;
  readonly marks: EntityTable<LibraryMark, 'id'>;
  readonly versions: EntityTable<VersionHead, 'id'>;
  readonly versionTexts: EntityTable<VersionText, 'id'>;
  readonly steps: Table<JournalRow, [string, number]>;
  readonly handles: EntityTable<KeptHandle, 'id'>;
};

export type LibraryStore = {
  /** Does work in the database. Problems: library-too-new, storage-full, storage-not-written, storage-unavailable. */
  attempt<T>(work: (database: LibraryDatabase) => Promise<T>): Promise<Result<T>>;
  close(): void;
};

export const databaseName = 'lodestone';
export const databaseVersion = 3;
/** IndexedDB counts Dexie's versions in tens. */
const nativeStep = 10;

function storageProblem(error: unknown): Result<never> {
  // Dexie holds the browser's own error inside; a transaction that was given up says no more than that.
  const inner: unknown = error instanceof Error && error.name === 'AbortError' && 'inner' in error ? (error.inner ?? error) : error;
  const name = inner instanceof Error || inner instanceof DOMException ? inner.name : String(inner);
  if (name === 'VersionError') return fail('library-too-new');
  // So Chromium says that the disk, not its own limit, refused a large value: "Failed to write blobs (IOError)".
  if (inner instanceof Error && name === 'DataError' && inner.message.includes('write')) return fail('storage-not-written');
  return fail(name === 'QuotaExceededError' ? 'storage-full' : 'storage-unavailable', { values: { cause: name } });
}

function createDatabase(): LibraryDatabase {
  // Strict durability costs about a millisecond and survives a power cut.
  const database = new Dexie(databaseName, { autoOpen: false, chromeTransactionDurability: 'strict' });
  // What was ever released stays declared; a later version only adds.
  database.version(1).stores({ workbooks: 'id, updatedAt' });
  database.version(2).stores({ marks: 'id', versions: 'id, workbookId', versionTexts: 'id, workbookId' });
  database.version(databaseVersion).stores({ steps: '[workbookId+n], workbookId', handles: 'id' });
  // A newer program in another window needs the database for itself: this window lets go, and is refused when it asks again.
  database.on('versionchange', () => database.close());
  return database as LibraryDatabase;
}

/**
 * Dexie opens what a newer program made as if nothing were, and may even add to it: the version is read before. Where the browser
 * does not tell, the database is opened as it is.
 */
async function isTooNew(): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return false;
  const found = (await indexedDB.databases()).find(({ name }) => name === databaseName);
  return Math.floor((found?.version ?? 0) / nativeStep) > databaseVersion;
}

export function openLibraryStore(): LibraryStore {
  const database = createDatabase();
  let opening: Promise<Result<null>> | null = null;
  const open = async (): Promise<Result<null>> => {
    if (await isTooNew()) return fail('library-too-new');
    await database.open();
    return ok(null);
  };
  const ensureOpen = async (): Promise<Result<null>> => {
    if (database.isOpen()) return ok(null);
    opening ??= open().finally(() => (opening = null));
    return opening;
  };
  return {
    async attempt(work) {
      try {
        const opened = await ensureOpen();
        return opened.ok ? ok(await work(database)) : opened;
      } catch (error) {
        return storageProblem(error);
      }
    },
    close: () => database.close(),
  };
}
