/** What lies on the desk: which workbook the window has open, how another one gets there, and that nothing is lost on the way. */
import type { Host, OpenedFile } from '../shared/host.ts';
import { parseWorkbook } from '../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../shared/file/serializeWorkbook.ts';
import { problemText } from '../shared/messages/problems.ts';
import { emptyWorkbookNames } from '../shared/messages/emptyWorkbook.ts';
import { workbench } from '../shared/messages/workbench.ts';
import { calendarYears } from '../shared/model/calendar.ts';
import { daysInMonth, isIsoDate, monthAt } from '../shared/model/period.ts';
import type { Workbook } from '../shared/model/workbook.ts';
import type { Result } from '../shared/result.ts';
import { emptyWorkbook } from '../shared/sample/emptyWorkbook.ts';
import { createDraftKeeper } from './library/draftKeeper.ts';
import type { Library, LibraryRecord } from './library/library.ts';
import type { WorkbookLock } from './library/workbookLock.ts';
import { openFileOf, startSession, type Session, type SessionState } from './store/session.ts';

export type Desk = {
  openFile(): Promise<void>;
  /** Opens a file that came from outside: a recent one, a dropped one. */
  openGiven(file: OpenedFile): Promise<void>;
  openRecord(record: LibraryRecord): Promise<void>;
  newFromSample(): Promise<void>;
  /** A monthly balance without figures: last year, this one and the next, as of today. */
  newEmpty(): Promise<void>;
  list(): Promise<Result<readonly LibraryRecord[]>>;
  /** Resolves once the library has everything up to now. */
  settle(): Promise<void>;
  /** Puts the last work, or the file named at the start, on the desk. */
  begin(): Promise<void>;
};

/** A day of the calendar on this computer; months count from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

type Parts = { readonly host: Host; readonly library: Library; readonly lock: WorkbookLock; readonly session: Session; readonly sample: Workbook; newId(): string; today(): Day };

/** Years without a known Chinese New Year cannot be computed, so a clock that is far off still gives a workbook that can. */
function emptyWorkbookOf({ year, month, day }: Day): Workbook {
  const { first, last } = calendarYears;
  const now = Math.min(last - 1, Math.max(first + 1, year));
  const monthText = monthAt(now * 12 + month - 1);
  const text = `${monthText}-${String(Math.min(day, daysInMonth(now, month))).padStart(2, '0')}`;
  if (!isIsoDate(text)) throw new Error(`${text} is not a date.`);
  return emptyWorkbook(emptyWorkbookNames.title, monthAt((now - 1) * 12), monthAt((now + 1) * 12 + 11), text);
}

/** The text of the saved workbook: it stays the same through many drafts. Only the last is held, for texts are large. */
function createSavedText(): (workbook: Workbook) => string {
  let held: { readonly workbook: Workbook; readonly text: string } | null = null;
  return (workbook) => {
    if (held?.workbook !== workbook) held = { workbook, text: serializeWorkbook(workbook) };
    return held.text;
  };
}

export function createDesk({ host, library, lock, session, sample, newId, today }: Parts): Desk {
  const savedTextOf = createSavedText();
  const keeper = createDraftKeeper(
    async (draft) => {
      const kept = await library.keep(draft);
      // Unsaved work has a copy outside the library too, for the day on which the library is lost.
      const copied = await host.backup(draft.id, draft.text === draft.savedText ? null : draft.text);
      return kept.ok ? copied : kept;
    },
    (result) => {
      if (!result.ok) session.notify(problemText(result.problem), 'problem');
    },
  );
  const keep = (state: SessionState): void =>
    keeper.note(() => {
      const { present } = state.history;
      const savedText = savedTextOf(state.saved);
      return { id: state.id, title: present.title, text: present === state.saved ? savedText : serializeWorkbook(present), savedText, fileName: state.file?.name ?? state.fileName };
    });
  let last = session.state.get();
  session.state.subscribe(() => {
    const state = session.state.get();
    const changed = state.id === last.id && (state.history.present !== last.history.present || state.saved !== last.saved);
    if (changed && !state.readOnly) keep(state);
    last = state;
  });
  window.addEventListener('pagehide', () => void keeper.flush());
  document.addEventListener('visibilitychange', () => void keeper.flush());

  /** The work before is in the library, written to the last edit, before the next one takes its place. */
  const put = async (next: SessionState): Promise<void> => {
    await keeper.flush();
    const editable = await lock.take(next.id);
    session.state.set({ ...next, readOnly: !editable, notice: editable ? next.notice : { text: workbench.readOnly, tone: 'problem' } });
    // On its way to the library from the first moment, so that a second window finds the same workbook and its lock; the window does not wait for the disk.
    if (editable) {
      keep(session.state.get());
      void keeper.flush();
    }
  };
  const putFile = async (file: OpenedFile): Promise<void> => {
    const parsed = parseWorkbook(file.text);
    if (!parsed.ok) return session.notify(problemText({ ...parsed.problem, place: parsed.problem.place ?? file.name }), 'problem');
    await put({ ...startSession(newId(), parsed.value), file: openFileOf(file), fileName: file.name });
  };
  const openRecord = async (record: LibraryRecord): Promise<void> => {
    const present = parseWorkbook(record.text);
    const saved = parseWorkbook(record.savedText);
    if (!present.ok) return session.notify(problemText(present.problem), 'problem');
    const state = { ...startSession(record.id, present.value), fileName: record.fileName };
    await put(record.text === record.savedText || !saved.ok ? state : { ...state, saved: saved.value });
  };

  return {
    openRecord,
    openGiven: putFile,
    settle: () => keeper.flush(),
    list: async () => {
      await keeper.flush();
      return library.list();
    },
    newFromSample: () => put(startSession(newId(), sample)),
    newEmpty: () => put(startSession(newId(), emptyWorkbookOf(today()))),
    async openFile() {
      const file = await host.openFile();
      if (!file.ok) session.notify(problemText(file.problem), 'problem');
      else if (file.value) await putFile(file.value);
    },
    async begin() {
      const launched = await host.takeLaunchFile();
      const records = await library.list();
      const newest = records.ok ? records.value[0] : undefined;
      if (launched.ok && launched.value) await putFile(launched.value);
      else if (newest) await openRecord(newest);
      else await put(session.state.get());
      if (!records.ok) session.notify(problemText(records.problem), 'problem');
      if (!launched.ok) session.notify(problemText(launched.problem), 'problem');
    },
  };
}
