/**
 * Replaces a file whole or leaves it as it was: a temporary file in the same folder is written, brought to the disk and
 * renamed over the old one, then read back. A crash at any moment leaves either the old content or the new.
 */
import { randomUUID } from 'node:crypto';
import { lstat, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { errorCode } from './errorCode.ts';
import { fingerprintInTurns } from './inTurns.ts';

export type SaveStep = 'check' | 'create' | 'write' | 'flush' | 'rename' | 'verify';

/** The calls to the disk, as parameters so that tests can make each of them fail. */
export type DiskEffects = {
  readonly platform: string;
  readonly open: typeof open;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly realpath: (path: string) => Promise<string>;
  readonly lstat: (path: string) => Promise<{ isSymbolicLink(): boolean }>;
  readonly rename: typeof rename;
  readonly stat: (path: string) => Promise<{ readonly mode: number; isFile(): boolean }>;
  readonly wait: (milliseconds: number) => Promise<unknown>;
};

export const disk: DiskEffects = { platform: process.platform, open, readFile, realpath, lstat, rename, stat, wait };

/** A virus scanner or a synchroniser holds a new file for a moment on Windows; longer than this it is somebody's lock. */
const renamePausesMs: readonly number[] = [5, 10, 20, 40, 80, 160, 320];
const heldCodes: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** How network drives and foreign file systems say that they have no such call. */
const unknownCallCodes: ReadonlySet<string> = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EACCES', 'EBADF', 'EISDIR']);

/** Resolves once the disk has the new content. Problem: file-save-failed with the step and its cause; the file is then as it was. */
export async function writeAtomically(path: string, content: Uint8Array, effects: DiskEffects = disk): Promise<Result<null>> {
  let step: SaveStep = 'check';
  let temporary: string | null = null;
  try {
    const target = await followLinks(path, effects);
    const mode = await modeOf(target, effects);
    temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    step = 'create';
    const file = await effects.open(temporary, 'wx', mode ?? 0o666);
    try {
      step = 'write';
      await file.writeFile(content);
      // What the process masks at creation is put back, so that the file stays shared with whom it was shared.
      if (mode !== null) await orWithout(file.chmod(mode));
      step = 'flush';
      await file.sync();
    } finally {
      await file.close();
    }
    step = 'rename';
    await renameWithPatience(temporary, target, effects);
    temporary = null;
    step = 'flush';
    await flushFolder(dirname(target), effects);
    step = 'verify';
    if ((await fingerprintInTurns(await effects.readFile(target))) !== (await fingerprintInTurns(content))) throw fault('differs-on-disk');
    return ok(null);
  } catch (error) {
    if (temporary !== null) await rm(temporary, { force: true }).catch(() => undefined); // The failure itself is what the user must hear of.
    return fail('file-save-failed', { place: basename(path), values: { step, cause: errorCode(error) } });
  }
}

/** A failure that the system has no name for; saveReasons.ts has the sentence of each. */
function fault(code: 'EISDIR' | 'read-only-file' | 'broken-link' | 'differs-on-disk'): Error {
  return Object.assign(new Error(code), { code });
}

/** The file behind a link, so that the link itself is not replaced; a file that is new has no real path yet. */
async function followLinks(path: string, effects: DiskEffects): Promise<string> {
  try {
    return await effects.realpath(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    // A link to nowhere is no new file: its drive may come back, with the work of others on it.
    const isLink = await effects.lstat(path).then((found) => found.isSymbolicLink(), () => false);
    if (isLink) throw fault('broken-link');
    return path;
  }
}

/**
 * The permissions of the file that is replaced; null for a new one. A folder in its place is refused before anything is written, and
 * so is a file that nobody may write: renaming over it would work, against the word of whoever marked it.
 */
async function modeOf(path: string, effects: DiskEffects): Promise<number | null> {
  try {
    const found = await effects.stat(path);
    if (!found.isFile()) throw fault('EISDIR');
    if ((found.mode & 0o222) === 0) throw fault('read-only-file');
    return found.mode & 0o777;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function renameWithPatience(from: string, to: string, effects: DiskEffects): Promise<void> {
  for (const pause of renamePausesMs) {
    try {
      return await effects.rename(from, to);
    } catch (error) {
      // Elsewhere a refused rename stays refused.
      if (effects.platform !== 'win32' || !heldCodes.has(errorCode(error))) throw error;
      await effects.wait(pause);
    }
  }
  await effects.rename(from, to);
}

/** Makes the rename itself durable; Windows has no such call and does not need it. */
async function flushFolder(folder: string, effects: DiskEffects): Promise<void> {
  if (effects.platform === 'win32') return;
  const flush = async (): Promise<void> => {
    const handle = await effects.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  await orWithout(flush());
}

/** Lets go of what a file system cannot do and the save does without: the file has been written, flushed and named by other calls. */
async function orWithout(call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!unknownCallCodes.has(errorCode(error))) throw error;
  }
}
