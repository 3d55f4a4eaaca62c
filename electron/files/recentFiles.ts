/** The workbooks used last, newest first, as paths on this computer. */
import { z } from 'zod';
import type { JsonFile } from './jsonFile.ts';

export const recentSchema = z.array(z.string());

export type RecentFiles = {
  /** Those that still exist. A file on a drive that is not there now comes back with the drive. */
  list(): Promise<readonly string[]>;
  /** Puts a file first. */
  add(path: string): Promise<void>;
};

/** How many a menu can show without becoming a list to search. */
const limit = 12;

export function createRecentFiles(file: JsonFile<string[]>, exists: (path: string) => Promise<boolean>): RecentFiles {
  let adding: Promise<void> = Promise.resolve();
  return {
    async list() {
      await adding;
      const paths = await file.load();
      const found = await Promise.all(paths.map(exists));
      return paths.filter((_, at) => found[at]);
    },
    add(path) {
      // One after the other, so that two windows do not lose each other's entry.
      adding = adding.then(async () => {
        const before = await file.load();
        if (before[0] !== path) await file.store([path, ...before.filter((other) => other !== path)].slice(0, limit));
      });
      return adding;
    },
  };
}
