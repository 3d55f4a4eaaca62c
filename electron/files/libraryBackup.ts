/**
 * Safety copies of unsaved workbooks, outside the library: IndexedDB can be wiped by a full disk, these stay. They are
 * workbook files like any other, in a folder the user can open, each with a list of the steps since beside it.
 */
import { appendFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafetyCopy } from '../../shared/host.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { errorCode } from './errorCode.ts';
import { encodeInTurns, fingerprintInTurns } from './inTurns.ts';
import { readWorkbookFile } from './readWorkbookFile.ts';
import { writeAtomically } from './writeAtomically.ts';

export type LibraryBackup = {
  /** Keeps the text under the id of its library record, or removes all copies; it holds the steps up to that number. The id must be no path. */
  keep(id: string, text: string | null, upTo: number): Promise<Result<null>>;
  /** Adds a step, which is JSON with its number in `n`; resolves once the disk has it. */
  addStep(id: string, row: string): Promise<Result<null>>;
  /** Those of other workbooks than these. */
  list(known?: readonly string[]): Promise<Result<readonly SafetyCopy[]>>;
};

/** How old a copy must be before it is set aside rather than replaced, so that one bad edit does not take both copies. */
const setAsideAfterMs = 10 * 60 * 1000;
const copyName = /^([A-Za-z0-9-]+)\.lodestone$/;

/** The first line of a list of steps: which text they follow, and the number of the last step that it holds. */
type Head = { readonly text: string; readonly upTo: number };

/** `now` is milliseconds since 1970. */
export function createLibraryBackup(folder: string, now: () => number): LibraryBackup {
  const turns = new Map<string, Promise<unknown>>();
  /** When the copy that is replaced now was begun, by id: its own file time moves with every edit. */
  const begun = new Map<string, number>();
  /** The steps in the list of each workbook: those that a new text does not hold go on in the new list. */
  const listed = new Map<string, readonly string[]>();
  const stepsPath = (id: string): string => join(folder, `${id}.steps.jsonl`);
  const inTurn = <T>(id: string, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const turn = (turns.get(id) ?? Promise.resolve()).then(async () => {
      try {
        return await work();
      } catch (error) {
        return fail('file-save-failed', { place: `${id}.lodestone`, values: { step: 'create', cause: errorCode(error) } });
      }
    });
    turns.set(id, turn);
    return turn;
  };

  const keep = async (id: string, text: string | null, upTo: number): Promise<Result<null>> => {
    const current = join(folder, `${id}.lodestone`);
    const earlier = join(folder, `${id}.earlier.lodestone`);
    if (text === null) {
      begun.delete(id);
      listed.delete(id);
      await Promise.all([current, earlier, stepsPath(id)].map((path) => rm(path, { force: true })));
      return ok(null);
    }
    await mkdir(folder, { recursive: true });
    const written = await timeOf(current);
    const start = begun.get(id) ?? written ?? now();
    const aged = written !== null && now() - start >= setAsideAfterMs;
    if (aged) await rename(current, earlier);
    begun.set(id, aged ? now() : start);
    const bytes = await encodeInTurns(text);
    const kept = await writeAtomically(current, bytes);
    if (!kept.ok) return kept;
    const head: Head = { text: await fingerprintInTurns(bytes), upTo };
    const rows = (listed.get(id) ?? []).filter((row) => numberOf(row) > upTo);
    listed.set(id, rows);
    return writeAtomically(stepsPath(id), new TextEncoder().encode(`${[JSON.stringify(head), ...rows].join('\n')}\n`));
  };

  const read = async (id: string): Promise<SafetyCopy | null> => {
    const content = await readWorkbookFile(join(folder, `${id}.lodestone`));
    if (!content.ok) return null;
    const [first = '', ...rows] = (await readFile(stepsPath(id), 'utf8').catch(() => '')).split('\n'); // A copy without a list is the text alone.
    const head = headOf(first);
    const follows = head !== null && head.text === content.value.fingerprint;
    return { id, text: content.value.text, upTo: follows ? head.upTo : 0, rows: follows ? rows.filter((row) => row !== '') : [] };
  };

  return {
    keep: (id, text, upTo) => inTurn(id, () => keep(id, text, upTo)),
    addStep: (id, row) =>
      inTurn(id, async () => {
        const line = row.replaceAll('\n', ' ');
        listed.set(id, [...(listed.get(id) ?? []), line]);
        await mkdir(folder, { recursive: true });
        await appendFile(stepsPath(id), `${line}\n`, { flush: true });
        return ok(null);
      }),
    async list(known = []) {
      try {
        const ids = (await readdir(folder)).flatMap((name) => copyName.exec(name)?.[1] ?? []).filter((id) => !known.includes(id));
        const copies = await Promise.all(ids.map(read));
        return ok(copies.filter((copy) => copy !== null));
      } catch (error) {
        // No folder yet, no copies.
        return errorCode(error) === 'ENOENT' ? ok([]) : fail('file-not-readable', { values: { cause: errorCode(error) } });
      }
    },
  };
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // A line that a crash cut off says nothing.
    return {};
  }
}

function numberOf(row: string): number {
  return Number(parsed(row)['n'] ?? 0);
}

function headOf(line: string): Head | null {
  const { text, upTo } = parsed(line);
  return typeof text === 'string' && typeof upTo === 'number' ? { text, upTo } : null;
}

async function timeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
