/** The browser's handles of files, kept beside the library: which file each workbook belongs to, over a restart. */
import type { Result } from '../../shared/result.ts';
import type { LibraryStore } from './libraryStore.ts';
import type { KeptHandle } from './records.ts';

export type FileHandles = {
  keep(kept: KeptHandle): Promise<Result<null>>;
  /** Null where none is kept. */
  find(id: string): Promise<Result<KeptHandle | null>>;
};

export function createFileHandles(store: LibraryStore): FileHandles {
  return {
    keep: (kept) =>
      store.attempt(async (database) => {
        await database.handles.put(kept);
        return null;
      }),
    find: (id) => store.attempt(async (database) => (await database.handles.get(id)) ?? null),
  };
}
