/** Several files into one folder, none of them over a file that is there already. */
import { extname, join } from 'node:path';
import type { ExportedFile } from '../../shared/host.ts';
import { ok, type Result } from '../../shared/result.ts';
import { safeFileName } from './filePaths.ts';

export type NewFileEffects = {
  exists(path: string): Promise<boolean>;
  writeFile(path: string, content: Uint8Array): Promise<Result<null>>;
};

/** The path in a folder for a new file of this name: over none that exists. */
export async function freePath(folder: string, name: string, exists: NewFileEffects['exists']): Promise<string> {
  const safe = safeFileName(name);
  const end = extname(safe);
  const stem = safe.slice(0, safe.length - end.length);
  let path = join(folder, safe);
  for (let count = 2; await exists(path); count += 1) path = join(folder, `${stem} ${String(count)}${end}`);
  return path;
}

/** Resolves to how many were written. The first failure ends it; what was written until then stays. */
export async function writeNewFiles(folder: string, files: readonly ExportedFile[], { exists, writeFile }: NewFileEffects): Promise<Result<number>> {
  for (const { name, text } of files) {
    const written = await writeFile(await freePath(folder, name, exists), new TextEncoder().encode(text));
    if (!written.ok) return written;
  }
  return ok(files.length);
}
