/** Opening and saving workbook files by token. Saves of one file take turns, and a file that changed meanwhile is not overwritten unasked. */
import { basename } from 'node:path';
import type { FileToken, OpenedFile, SavedFile } from '../../shared/host.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { FileTokens } from './fileTokens.ts';
import { encodeInTurns, fingerprintInTurns } from './inTurns.ts';
import { readWorkbookFile } from './readWorkbookFile.ts';
import { sweepLeftovers } from './sweepLeftovers.ts';
import { disk, writeAtomically, type DiskEffects } from './writeAtomically.ts';

/** On a disk a file can always be written in place. */
type InPlace<T> = T & { readonly token: FileToken };

export type WorkbookFiles = {
  /** Reads a file that the user chose. Problems as readWorkbookFile gives them, with the file's name. */
  open(path: string): Promise<Result<InPlace<OpenedFile>>>;
  openToken(token: FileToken): Promise<Result<InPlace<OpenedFile>>>;
  /** Reads an open file again; nothing is noted and nothing swept. */
  reread(token: FileToken): Promise<Result<InPlace<OpenedFile>>>;
  /** Writes a file that the user chose in a dialog, which has asked about overwriting. */
  saveTo(path: string, text: string): Promise<Result<InPlace<SavedFile>>>;
  /** Problems: file-changed-on-disk when its content is not as the fingerprint says, unless overwrite; file-save-failed; file-not-found for an unknown token. */
  save(token: FileToken, text: string, fingerprint: string, overwrite: boolean): Promise<Result<InPlace<SavedFile>>>;
};

export type WorkbookFilesParts = {
  readonly tokens: FileTokens;
  /** Hears of every file opened or saved. */
  used(path: string): Promise<void>;
  /** Keeps one earlier copy of a file that is about to be replaced. It never holds a save back. */
  keepEarlier(path: string): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  readonly effects?: DiskEffects;
};

export function createWorkbookFiles({ tokens, used, keepEarlier, now, effects = disk }: WorkbookFilesParts): WorkbookFiles {
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = <T>(path: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(path) ?? Promise.resolve()).then(work);
    turns.set(path, turn);
    return turn;
  };
  const read = async (path: string): Promise<Result<InPlace<OpenedFile>>> => {
    const name = basename(path);
    const content = await readWorkbookFile(path);
    return content.ok ? ok({ token: tokens.give(path), name, ...content.value }) : { ok: false, problem: { ...content.problem, place: name } };
  };
  const open = async (path: string): Promise<Result<InPlace<OpenedFile>>> => {
    const opened = await read(path);
    if (!opened.ok) return opened;
    await used(path);
    await sweepLeftovers(path, now());
    return opened;
  };
  const write = async (path: string, text: string): Promise<Result<InPlace<SavedFile>>> => {
    const bytes = await encodeInTurns(text);
    await keepEarlier(path);
    const written = await writeAtomically(path, bytes, effects);
    if (!written.ok) return written;
    await used(path);
    return ok({ token: tokens.give(path), name: basename(path), fingerprint: await fingerprintInTurns(bytes) });
  };
  return {
    open,
    openToken(token) {
      const path = tokens.pathOf(token);
      return path === null ? Promise.resolve(fail('file-not-found')) : open(path);
    },
    reread(token) {
      const path = tokens.pathOf(token);
      return path === null ? Promise.resolve(fail('file-not-found')) : read(path);
    },
    saveTo: (path, text) => inTurn(path, () => write(path, text)),
    save(token, text, fingerprint, overwrite) {
      const path = tokens.pathOf(token);
      if (path === null) return Promise.resolve(fail('file-not-found'));
      return inTurn(path, async () => {
        if (!overwrite) {
          const unchanged = await isUnchanged(path, fingerprint);
          if (!unchanged.ok) return unchanged;
          if (!unchanged.value) return fail('file-changed-on-disk', { place: basename(path) });
        }
        return write(path, text);
      });
    },
  };
}

/** Whether the file is as it was opened. One that is gone holds nobody's work, and saving makes it again. */
async function isUnchanged(path: string, fingerprint: string): Promise<Result<boolean>> {
  const now = await readWorkbookFile(path);
  if (now.ok) return ok(now.value.fingerprint === fingerprint);
  if (now.problem.code === 'file-not-found') return ok(true);
  // It was text of a fair size when it was opened.
  if (now.problem.code === 'file-not-utf8' || now.problem.code === 'file-too-large') return ok(false);
  return fail('file-save-failed', { place: basename(path), values: { step: 'check', cause: String(now.problem.values?.['cause'] ?? '') } });
}
