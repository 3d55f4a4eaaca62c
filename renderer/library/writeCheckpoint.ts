/** A base text comes into the library, and the steps that it holds go: both or neither. */
import type { Result } from '../../shared/result.ts';
import type { LibraryStore } from './libraryStore.ts';
import type { LibraryRecord } from './records.ts';

export type Checkpoint = Omit<LibraryRecord, 'savedText' | 'upTo'> & {
  /** The text last saved to a file: this text itself, the one that the record has, or another one. */
  readonly saved: 'this' | 'as-before' | { readonly text: string };
  readonly upTo: number;
};

/** Resolves once the disk has it. Problems: those of the store. */
export function writeCheckpoint(store: LibraryStore, { saved, ...record }: Checkpoint): Promise<Result<null>> {
  return store.attempt((database) =>
    database.transaction('rw', database.workbooks, database.steps, async () => {
      const before = saved === 'as-before' ? await database.workbooks.get(record.id) : undefined;
      const savedText = typeof saved === 'object' ? saved.text : (before?.savedText ?? record.text);
      await database.workbooks.put({ ...record, savedText });
      await database.steps.where('[workbookId+n]').between([record.id, 0], [record.id, record.upTo], true, true).delete();
      return null;
    }),
  );
}
