/**
 * One earlier copy of every file that a save replaces. The copies lie in the program's own folder, not beside the file: a folder of
 * the user's is often shared, synchronised or under version control, may allow no second file, and may be a drive that is gone
 * tomorrow. They stand with the safety copies, which the menu shows.
 */
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { errorCode } from './errorCode.ts';
import { fingerprintOf } from './readWorkbookFile.ts';

/** Files of one name in different folders each have their copy. */
function copyName(path: string): string {
  const end = extname(path);
  return `${basename(path, end)}.${fingerprintOf(new TextEncoder().encode(path)).slice(0, 8)}${end}`;
}

/**
 * Copies the file at a path, the copy of before giving way whole. It never rejects: what hinders the copy must not hinder the
 * save, and is written to the log. A file that is not there yet has nothing to keep.
 */
export function createEarlierCopies(folder: string, log: (line: string) => void): (path: string) => Promise<void> {
  return async (path) => {
    const copy = join(folder, copyName(path));
    const temporary = `${copy}.tmp`;
    try {
      await mkdir(folder, { recursive: true });
      await copyFile(path, temporary);
      await rename(temporary, copy);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') log(`no earlier copy of ${basename(path)}: ${errorCode(error)}`);
      await rm(temporary, { force: true }).catch(() => undefined); // A leftover is replaced by the next copy.
    }
  };
}
