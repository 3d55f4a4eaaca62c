/**
 * The library: the workbooks on this computer, in IndexedDB at the application's own origin. It holds the same text as a
 * file, so that there is one parser and one migration path. It is never the only home of work: Save writes a real file.
 */
import { Dexie, type EntityTable } from 'dexie';
import type { LocalText } from '../../shared/model/workbook.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

export type LibraryRecord = {
  readonly id: string;
  readonly title: LocalText;
  readonly text: string;
  /** The text last saved to a file or opened, so that "unsaved" is a comparison. */
  readonly savedText: string;
  /** Name of the file it was saved to or opened from; null while it has none. */
  readonly fileName: string | null;
  /** Milliseconds since 1970, of the last change. */
  readonly updatedAt: number;
};

export type Library = {
  /** Newest change first. */
  list(): Promise<Result<readonly LibraryRecord[]>>;
  load(id: string): Promise<Result<LibraryRecord | null>>;
  /** Keeps a workbook; resolves once the disk has it. Records of other workbooks are never touched. */
  keep(record: Omit<LibraryRecord, 'updatedAt'>): Promise<Result<null>>;
};

function storageProblem(error: unknown): Result<never> {
  const name = error instanceof Error ? error.name : String(error);
  return fail(name === 'QuotaExceededError' ? 'storage-full' : 'storage-unavailable', { values: { cause: name } });
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return storageProblem(error);
  }
}

/** The library in the database `lodestone`; `now` gives the time of a change. */
export function openLibrary(now: () => number): Library {
  // Strict durability costs about a millisecond and survives a power cut.
  const database = new Dexie('lodestone', { chromeTransactionDurability: 'strict' }) as Dexie & { workbooks: EntityTable<LibraryRecord, 'id'> };
  database.version(1).stores({ workbooks: 'id, updatedAt' });
  return {
    list: () => attempt(() => database.workbooks.orderBy('updatedAt').reverse().toArray()),
    load: (id) => attempt(async () => (await database.workbooks.get(id)) ?? null),
    keep: (record) =>
      attempt(async () => {
        await database.workbooks.put({ ...record, updatedAt: now() });
        return null;
      }),
  };
}
