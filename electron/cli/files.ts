/** Files of the command line: read as strict UTF-8, written whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { maxFileBytes } from '../../shared/file/parseWorkbook.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** The text of a file. Problems: file-not-found, file-not-readable, file-too-large, file-not-utf8. */
export async function readTextFile(path: string): Promise<Result<string>> {
  try {
    const { size } = await stat(path);
    if (size > maxFileBytes) return fail('file-too-large', { values: { limitMegabytes: maxFileBytes / 1024 / 1024 } });
    return decode(await readFile(path));
  } catch (error) {
    const cause = errorCode(error);
    return cause === 'ENOENT' ? fail('file-not-found') : fail('file-not-readable', { values: { cause } });
  }
}

function decode(bytes: Uint8Array): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // A TypeError is all it says, and it says only this.
    return fail('file-not-utf8');
  }
}

/** Writes beside the file and renames over it, so that a crash leaves either the old content or the new. */
export async function writeFileAtomically(path: string, content: Uint8Array): Promise<Result<null>> {
  let temporary: string | null = null;
  try {
    // A link is followed to its file; a file that is new has no real path yet.
    const target = await realpath(path).catch(() => path);
    temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    return ok(null);
  } catch (error) {
    if (temporary !== null) await rm(temporary, { force: true });
    return fail('file-not-writable', { values: { cause: errorCode(error) } });
  }
}

function errorCode(error: unknown): string {
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message;
  return String(error);
}
