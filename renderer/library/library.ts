/**
 * The library: the work on this computer, in IndexedDB at the application's own origin. It holds the same text as a file, so
 * that there is one parser and one migration path. It is never the only home of work: Save writes a real file.
 */
import { Dexie, type EntityTable } from 'dexie';
import { fail, ok, type Result } from '../../shared/result.ts';

export type Draft = {
  readonly id: string;
  readonly text: string;
  /** The text last saved to a file or opened, so that "unsaved" is a comparison. */
  readonly savedText: string;
};

export type Library = {
  /** The work that was open last; null on the first start. */
  load(): Promise<Result<Draft | null>>;
  /** Keeps the work; resolves once the disk has it. */
  keep(draft: Draft): Promise<Result<null>>;
};

const current = 'current';

function storageProblem(error: unknown): Result<never> {
  const name = error instanceof Error ? error.name : String(error);
  return fail(name === 'QuotaExceededError' ? 'storage-full' : 'storage-unavailable', { values: { cause: name } });
}

export function openLibrary(): Library {
  // Strict durability costs about a millisecond and survives a power cut.
  const database = new Dexie('lodestone', { chromeTransactionDurability: 'strict' }) as Dexie & {
    drafts: EntityTable<Draft & { slot: string }, 'slot'>;
  };
  database.version(1).stores({ drafts: 'slot' });
  return {
    async load() {
      try {
        return ok((await database.drafts.get(current)) ?? null);
      } catch (error) {
        return storageProblem(error);
      }
    },
    async keep(draft) {
      try {
        await database.drafts.put({ slot: current, ...draft });
        return ok(null);
      } catch (error) {
        return storageProblem(error);
      }
    },
  };
}
