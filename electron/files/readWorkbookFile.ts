/** A workbook file as text, with the fingerprint by which a later save knows whether another program has changed it. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { maxFileBytes } from '../../shared/file/parseWorkbook.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { errorCode } from './errorCode.ts';
import { fingerprintInTurns } from './inTurns.ts';

export type FileContent = { readonly text: string; readonly fingerprint: string };

/** SHA-256 of the bytes, in hexadecimal. Times and sizes lie on network drives; content does not. */
export function fingerprintOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads strictly: bytes that are no UTF-8 are refused rather than replaced. Problems: file-not-found, file-not-readable, file-too-large, file-not-utf8. */
export async function readWorkbookFile(path: string): Promise<Result<FileContent>> {
  try {
    const { size } = await stat(path);
    if (size > maxFileBytes) return fail('file-too-large', { values: { limitMegabytes: maxFileBytes / 1024 / 1024 } });
    const bytes = await readFile(path);
    const text = decode(bytes);
    return text.ok ? ok({ text: text.value, fingerprint: await fingerprintInTurns(bytes) }) : text;
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
