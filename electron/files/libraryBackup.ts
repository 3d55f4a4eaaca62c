/**
 * Safety copies of unsaved workbooks, outside the library: IndexedDB can be wiped by a full disk, these stay. They are
 * workbook files like any other, in a folder the user can open.
 */
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { errorCode } from './errorCode.ts';
import { writeAtomically } from './writeAtomically.ts';

export type LibraryBackup = {
  /** Keeps the text under the id of its library record, or removes both copies. The id must be no path. */
  keep(id: string, text: string | null): Promise<Result<null>>;
};

/** How old a copy must be before it is set aside rather than replaced, so that one bad edit does not take both copies. */
const setAsideAfterMs = 10 * 60 * 1000;

/** `now` is milliseconds since 1970. */
export function createLibraryBackup(folder: string, now: () => number): LibraryBackup {
  const turns = new Map<string, Promise<unknown>>();
  /** When the copy that is replaced now was begun, by id: its own file time moves with every edit. */
  const begun = new Map<string, number>();

  const keep = async (id: string, text: string | null): Promise<Result<null>> => {
    const current = join(folder, `${id}.lodestone`);
    const earlier = join(folder, `${id}.earlier.lodestone`);
    try {
      if (text === null) {
        begun.delete(id);
        await Promise.all([rm(current, { force: true }), rm(earlier, { force: true })]);
        return ok(null);
      }
      await mkdir(folder, { recursive: true });
      const written = await timeOf(current);
      const start = begun.get(id) ?? written ?? now();
      const aged = written !== null && now() - start >= setAsideAfterMs;
      if (aged) await rename(current, earlier);
      begun.set(id, aged ? now() : start);
      return await writeAtomically(current, new TextEncoder().encode(text));
    } catch (error) {
      return fail('file-save-failed', { place: `${id}.lodestone`, values: { step: 'create', cause: errorCode(error) } });
    }
  };
  return {
    keep(id, text) {
      const turn = (turns.get(id) ?? Promise.resolve()).then(() => keep(id, text));
      turns.set(id, turn);
      return turn;
    },
  };
}

async function timeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
