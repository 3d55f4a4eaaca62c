/** A base text comes into the library, and the steps that it holds go: both or neither. */
import type { Result } from '../../shared/result.ts';
import type { LibraryStore } from './libraryStore.ts';
import type { LibraryRecord } from './records.ts';

/** A base text without the text itself. */
export type Checkpoint = Omit<LibraryRecord, 'text' | 'savedText' | 'upTo'> & {
  /** The text last saved to a file: this text itself, the one that the record has, or another one, which comes with it. */
  readonly saved: 'this' | 'as-before' | 'another';
  readonly upTo: number;
};

/** Resolves once the disk has it. Problems: those of the store. */
export function writeCheckpoint(store: LibraryStore, { saved, ...record }: Checkpoint, text: string, another: string | null): Promise<Result<null>> {
  return store.attempt((database) =>
    database.transaction('rw', database.workbooks, database.steps, async () => {
      const before = saved === 'as-before' ? await database.workbooks.get(record.id) : undefined;
      const savedText = (saved === 'another' ? another : before?.savedText) ?? text;
      await database.workbooks.put({ ...record, text, savedText });
      await database.steps.where('[workbookId+n]').between([record.id, 0], [record.id, record.upTo], true, true).delete();
      return null;
    }),
  );
}
