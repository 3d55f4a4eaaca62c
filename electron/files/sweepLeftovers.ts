/**
 * Temporary files of saves that were cut off by a crash or a power cut: whole or half texts beside the workbook, hidden, of no
 * use to anyone, because the file itself was left as it was. They are recognised by the name that writeAtomically gives them.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A save takes seconds; what is older than this belongs to none that still runs, on this computer or another. */
const leftAfterMs = 60 * 60 * 1000;

/**
 * Removes what cut-off saves of this file left beside it; `now` is milliseconds since 1970. Resolves to how many went, and never
 * rejects: a folder that cannot be read or cleaned is no reason not to open a workbook.
 */
export async function sweepLeftovers(path: string, now: number): Promise<number> {
  const folder = dirname(path);
  const prefix = `.${basename(path)}.`;
  const isLeftover = (name: string): boolean => name.startsWith(prefix) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name.slice(prefix.length));
  // Whatever hinders the broom, the file it was called for is safe; there is nothing to tell the user.
  const names = await readdir(folder).catch((): string[] => []);
  const swept = await Promise.all(
    names.filter(isLeftover).map(async (name) => {
      const leftover = join(folder, name);
      try {
        if (now - (await stat(leftover)).mtimeMs < leftAfterMs) return false;
        await rm(leftover);
        return true;
      } catch {
        // Gone already, or not ours to remove: it stays and costs a little space.
        return false;
      }
    }),
  );
  return swept.filter((gone) => gone).length;
}
