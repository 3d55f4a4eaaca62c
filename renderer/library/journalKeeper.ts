/**
 * Keeps the open workbook in the library: every step at once, as what was done, and now and then the whole as a base text. A base
 * text is written after a pause, after many steps, and when the window is left; a step that no command can do again asks for one at
 * once.
 */
import type { TextPieces } from '../../shared/file/textPieces.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { fail, type Result } from '../../shared/result.ts';
import { gapPreview } from './gapPreview.ts';
import type { LibraryStore } from './libraryStore.ts';
import type { JournalRow, JournalStep } from './records.ts';
import type { Texts } from './texts.ts';
import type { TextWork } from './textWork.ts';
import { yieldToWindow } from './yieldToWindow.ts';

/** The open workbook, as much of it as the journal keeps. */
export type Kept = {
  readonly id: string;
  readonly present: Workbook;
  /** As it was last saved to a file, or opened. */
  readonly saved: Workbook;
  readonly fileName: string | null;
  readonly savedAt: number | null;
};

/** What a command did; null for undo, redo and whatever else brought a workbook. */
export type DoneStep = { readonly name: string; readonly args: unknown } | null;

export type JournalKeeper = {
  /**
   * A workbook comes onto the desk; `last` is the number of its last step, and `savedIsThere` says that the library has its saved
   * text already. Its base text is on the way from now on.
   */
  begin(kept: Kept, last: number, savedIsThere: boolean): void;
  /** It changed, or what is known of its file did. */
  changed(kept: Kept, done: DoneStep): void;
  /** Whether the library has everything up to now. */
  isKept(): boolean;
  /** Writes what no base text holds yet; resolves once the library has everything up to now. */
  flush(): Promise<void>;
};

type Parts = {
  readonly store: LibraryStore;
  readonly writer: Pick<TextWork, 'write' | 'writeFirst'>;
  readonly texts: Texts;
  /** Which program this is. */
  readonly program: string;
  readonly now: () => number;
  /** Hears every outcome. */
  report(result: Result<null>): void;
  /** Keeps a copy outside the library; null where the work is in a file. */
  backup(id: string, text: TextPieces | null, upTo: number): Promise<Result<null>>;
  backupStep(id: string, line: string): Promise<Result<null>>;
};

const pauseMs = 3000;
const longestMs = 20_000;
const mostSteps = 50;

export function createJournalKeeper({ store, writer, texts, program, now, report, backup, backupStep }: Parts): JournalKeeper {
  let kept: Kept | null = null;
  /** The number of the last step. */
  let last = 0;
  /** The states since the last base text that was begun, with the number of the step that led to each. */
  let states = new WeakMap<Workbook, number>();
  /** What the library has as the saved workbook. */
  let savedThere: Workbook | null = null;
  /** What the last base text that was begun holds; another object means that something is not in it. */
  let based: Kept | null = null;
  let steps = 0;
  let firstAt = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  /** Whether the library has a base text at all, how many steps are on their way there, and the last one that is missing in their row. */
  let hasBase = true;
  let onTheWay = 0;
  let gapAt = 0;

  const checkpoint = (first: boolean): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const work = kept;
    if (work === null || work === based) return writing;
    based = work;
    const upTo = last;
    states = new WeakMap([[work.present, upTo]]);
    steps = 0;
    const write = async (): Promise<void> => {
      const { id, present, saved, fileName, savedAt } = work;
      const text = await texts.of(present);
      const savedIs = saved === present ? 'this' : saved === savedThere ? 'as-before' : 'another';
      const another = savedIs === 'another' ? await texts.of(saved) : null;
      // The last slice of a large text, its gap and its first piece are a turn each.
      if (text.length > 1) await yieldToWindow();
      const gap = gapPreview(present);
      if (text.length > 1) await yieldToWindow();
      const title: Phrase = present.title;
      const written = await (first ? writer.writeFirst : writer.write)({ id, title, saved: savedIs, fileName, savedAt, gap, updatedAt: now(), upTo }, text, another);
      if (written.ok) {
        savedThere = saved;
        hasBase = true;
        if (upTo >= gapAt) gapAt = 0;
      } else {
        // Tried again with the next change, or when the window is left; a record that can be read no more has no saved text to keep.
        savedThere = null;
        if (based === work) based = null;
      }
      const copied = await backup(id, saved === present ? null : text, upTo);
      report(written.ok ? copied : written);
    };
    // What throws must not keep the base texts after it from being written.
    writing = writing.then(write).catch((error: unknown) => {
      based = null;
      report(fail('storage-unavailable', { values: { cause: error instanceof Error ? error.message : String(error) } }));
    });
    return writing;
  };

  /** Steps that wait for the write before them: they go together, so that quick typing is never more than one write behind. */
  let waiting: JournalRow[] = [];
  let isWriting = false;
  const writeSteps = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const rows = waiting;
      waiting = [];
      const written = await store.attempt(async (database) => {
        await database.steps.bulkPut(rows);
        return null;
      });
      onTheWay -= rows.length;
      // A store that takes a step is no proof that it took the text before it, so that good news comes with the next base text only.
      if (written.ok) continue;
      gapAt = Math.max(gapAt, ...rows.map(({ n }) => n));
      based = null;
      report(written);
    }
    isWriting = false;
  };
  const addStep = async (id: string, n: number, step: JournalStep): Promise<void> => {
    const row: JournalRow = { workbookId: id, n, program, at: now(), step };
    onTheWay += 1;
    waiting.push(row);
    if (!isWriting) void writeSteps();
    const copied = await backupStep(id, JSON.stringify(row));
    if (!copied.ok) report(copied);
  };

  const soon = (): void => {
    if (steps === 1) firstAt = now();
    if (steps >= mostSteps || now() - firstAt >= longestMs) return void checkpoint(false);
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void checkpoint(false), pauseMs);
  };

  return {
    begin(next, lastStep, savedIsThere) {
      kept = next;
      last = lastStep;
      based = null;
      savedThere = savedIsThere ? next.saved : null;
      hasBase = false;
      gapAt = 0;
      void checkpoint(true);
    },
    changed(next, done) {
      const before = kept;
      kept = next;
      if (before?.present === next.present) return void checkpoint(false);
      const goneTo = states.get(next.present);
      const step: JournalStep | null = done !== null ? { kind: 'command', ...done } : goneTo !== undefined ? { kind: 'state', at: goneTo } : null;
      last += 1;
      steps += 1;
      states.set(next.present, last);
      if (step !== null) void addStep(next.id, last, step);
      else gapAt = last;
      // The first edit after a save makes the work unsaved: what stands outside the library needs a text to begin with.
      const wasSaved = before !== null && before.present === before.saved;
      if (step === null || wasSaved) void checkpoint(false);
      else soon();
    },
    isKept: () => hasBase && onTheWay === 0 && gapAt === 0,
    async flush() {
      await checkpoint(false);
    },
  };
}
