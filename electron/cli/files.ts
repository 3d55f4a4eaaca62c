/** Files of the command line: read as strict UTF-8, written whole or not at all. */
import { mkdir } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readWorkbookFile } from '../files/readWorkbookFile.ts';
import { writeAtomically } from '../files/writeAtomically.ts';

/** The text of a file. Problems: file-not-found, file-not-readable, file-too-large, file-not-utf8. */
export async function readTextFile(path: string): Promise<Result<string>> {
  const file = await readWorkbookFile(path);
  return file.ok ? ok(file.value.text) : file;
}

/** Replaces the file whole or leaves it as it was. Problem: file-not-writable; there is no open work to speak of here. */
export async function writeFileAtomically(path: string, content: Uint8Array): Promise<Result<null>> {
  const written = await writeAtomically(path, content);
  return written.ok ? written : fail('file-not-writable', { values: { cause: String(written.problem.values?.['cause'] ?? '') } });
}

/** Makes a folder and those above it. Problem: file-not-writable. */
export async function makeFolder(path: string): Promise<Result<null>> {
  try {
    await mkdir(path, { recursive: true });
    return ok(null);
  } catch (error) {
    return fail('file-not-writable', { values: { cause: error instanceof Error ? error.message : String(error) } });
  }
}
