/** Earlier states of the workbooks in the library: automatic ones, of which fewer are kept the older they are, and named ones, which stay. */
import { charactersOf, type TextPieces } from '../../shared/file/textPieces.ts';
import { thinVersions } from '../../shared/file/thinVersions.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { LibraryStore } from './libraryStore.ts';
import { unpackText } from './packText.ts';
import type { GapPreview, VersionHead } from './records.ts';
import type { TextWork } from './textWork.ts';

export type Snapshot = { readonly workbookId: string; readonly text: TextPieces; readonly scenarios: number; readonly gap: GapPreview };

export type Versions = {
  /** Newest first. */
  list(workbookId: string): Promise<Result<readonly VersionHead[]>>;
  /** Keeps a state. One that is as the newest version is not kept again; a name given to it names that version. */
  keep(snapshot: Snapshot, name: string | null): Promise<Result<VersionHead>>;
  /** Gives a version a name, or another one: from then on it stays for good. Null when it is gone. */
  rename(id: string, name: string): Promise<Result<VersionHead | null>>;
  /** The text of a version; null when it is gone. A damaged one is storage-unavailable. */
  text(id: string): Promise<Result<string | null>>;
};

const newestFirst = (a: VersionHead, b: VersionHead): number => b.at - a.at || (a.id < b.id ? 1 : -1);

/** `now` is milliseconds since 1970; `newId` gives ids that are used once. */
export function createVersions(store: LibraryStore, work: Pick<TextWork, 'digest' | 'pack'>, now: () => number, newId: () => string): Versions {
  const list = (workbookId: string): Promise<Result<readonly VersionHead[]>> =>
    store.attempt(async (database) => (await database.versions.where('workbookId').equals(workbookId).toArray()).sort(newestFirst));

  return {
    list,
    async keep({ workbookId, text, scenarios, gap }, name) {
      const known = await list(workbookId);
      if (!known.ok) return known;
      const [newest] = known.value;
      const digest = await work.digest(text);
      if (newest?.digest === digest) {
        if (name === null || name === newest.name) return ok(newest);
        const named = { ...newest, name };
        return store.attempt(async (database) => {
          await database.versions.put(named);
          return named;
        });
      }
      const head: VersionHead = { id: newId(), workbookId, at: now(), name, digest, size: charactersOf(text), scenarios, gap };
      const packed = await work.pack(text);
      return store.attempt((database) =>
        database.transaction('rw', database.versions, database.versionTexts, async () => {
          await database.versions.put(head);
          await database.versionTexts.put({ id: head.id, workbookId, packed });
          const going = thinVersions([head, ...known.value].map((one) => ({ id: one.id, at: one.at, named: one.name !== null })), now());
          await database.versions.bulkDelete([...going]);
          await database.versionTexts.bulkDelete([...going]);
          return head;
        }),
      );
    },
    rename: (id, name) =>
      store.attempt((database) =>
        database.transaction('rw', database.versions, async () => {
          const found = await database.versions.get(id);
          if (found === undefined) return null;
          const named = { ...found, name };
          await database.versions.put(named);
          return named;
        }),
      ),
    text: (id) =>
      store.attempt(async (database) => {
        const found = await database.versionTexts.get(id);
        return found === undefined ? null : unpackText(found.packed);
      }),
  };
}
