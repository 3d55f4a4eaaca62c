/** What lies on the desk: which workbook the window has open, how another one gets there, and that nothing is lost on the way. */
import type { Host, OpenedFile } from '../shared/host.ts';
import { parseWorkbook } from '../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../shared/file/serializeWorkbook.ts';
import { problemText } from '../shared/messages/problems.ts';
import { emptyWorkbookNames } from '../shared/messages/emptyWorkbook.ts';
import { libraryMessages } from '../shared/messages/library.ts';
import type { Phrase } from '../shared/messages/phrase.ts';
import { recoveryMessages } from '../shared/messages/versions.ts';
import { workbench } from '../shared/messages/workbench.ts';
import { calendarYears } from '../shared/model/calendar.ts';
import { daysInMonth, isIsoDate, monthAt } from '../shared/model/period.ts';
import type { Workbook } from '../shared/model/workbook.ts';
import { ok, type Problem, type Result } from '../shared/result.ts';
import { emptyWorkbook } from '../shared/sample/emptyWorkbook.ts';
import { createJournalKeeper, type Kept } from './library/journalKeeper.ts';
import type { LastDrafts } from './library/lastDrafts.ts';
import type { Library } from './library/library.ts';
import type { OpenMarks } from './library/openMarks.ts';
import type { LibraryStore } from './library/libraryStore.ts';
import type { KeptWorkbook, VersionHead } from './library/records.ts';
import { recoverWorkbook } from './library/recoverWorkbook.ts';
import { returnSafetyCopies } from './library/safetyCopies.ts';
import type { Texts } from './library/texts.ts';
import type { TextWork } from './library/textWork.ts';
import { createVersionKeeper } from './library/versionKeeper.ts';
import type { Versions } from './library/versions.ts';
import type { WorkbookLock } from './library/workbookLock.ts';
import { offerRecovery } from './recovery.ts';
import { addToLibrary, createShelf, type Shelf } from './shelf.ts';
import { isUnsaved, openFileOf, startSession, type OpenFile, type Session, type SessionState } from './store/session.ts';

export type Desk = {
  openFile(): Promise<void>;
  /** Opens a file that came from outside: a recent one, a dropped one. */
  openGiven(file: OpenedFile): Promise<void>;
  /** Opens a workbook of the library; false when it cannot be read, which is told. */
  openShelved(id: string): Promise<boolean>;
  newFromSample(): Promise<void>;
  /** A monthly balance without figures: last year, this one and the next, as of today. */
  newEmpty(): Promise<void>;
  readonly shelf: Shelf;
  readonly versions: Pick<Versions, 'list' | 'text' | 'rename'>;
  /** Keeps the open workbook as a version with a name. */
  nameVersion(name: string): Promise<Result<VersionHead>>;
  /** Resolves once the library has everything up to now. */
  settle(): Promise<void>;
  /** Puts the last work, or the file named at the start, on the desk. */
  begin(): Promise<void>;
};

/** A day of the calendar on this computer; months count from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

type Parts = {
  readonly host: Host;
  readonly library: Library;
  readonly store: LibraryStore;
  readonly writer: Pick<TextWork, 'write' | 'writeFirst'>;
  readonly texts: Texts;
  /** Which program this is: the journal of another one is not done again. */
  readonly program: string;
  readonly versions: Versions;
  readonly lock: WorkbookLock;
  readonly marks: OpenMarks;
  readonly lastDrafts: LastDrafts;
  readonly session: Session;
  readonly sample: Workbook;
  /** Missing where the browser has none. */
  readonly storage: StorageManager | undefined;
  newId(): string;
  today(): Day;
  /** Milliseconds since 1970. */
  now(): number;
};

/** Years without a known Chinese New Year cannot be computed, so a clock that is far off still gives a workbook that can. */
function emptyWorkbookOf({ year, month, day }: Day): Workbook {
  const { first, last } = calendarYears;
  const now = Math.min(last - 1, Math.max(first + 1, year));
  const monthText = monthAt(now * 12 + month - 1);
  const text = `${monthText}-${String(Math.min(day, daysInMonth(now, month))).padStart(2, '0')}`;
  if (!isIsoDate(text)) throw new Error(`${text} is not a date.`);
  return emptyWorkbook(emptyWorkbookNames.title, monthAt((now - 1) * 12), monthAt((now + 1) * 12 + 11), text);
}

export function createDesk({ host, library, store, writer, texts, program, versions, lock, marks, lastDrafts, session, sample, storage, newId, today, now }: Parts): Desk {
  const tell = (problem: Problem): void => session.notify(problemText(problem), 'problem');
  /** Stays on the screen until the library takes the work again. */
  const tellStorage = (result: Result<unknown>): void => {
    if (result.ok) session.withdraw('storage');
    else session.post({ id: 'storage', text: problemText(result.problem), tone: 'problem' });
  };
  const keeper = createJournalKeeper({
    store,
    writer,
    texts,
    program,
    now,
    report: tellStorage,
    // Unsaved work has a copy outside the library too, for the day on which the library is lost.
    backup: (id, text, upTo) => host.backup(id, text, upTo),
    backupStep: (id, row) => host.backupStep(id, row),
  });
  const versionKeeper = createVersionKeeper(versions, texts, now, tellStorage);
  /** When the open workbook was last saved to a file. */
  let savedAt: number | null = null;
  const keptOf = ({ id, history, saved, file, fileName }: SessionState): Kept => ({ id, present: history.present, saved, fileName: file?.name ?? fileName, savedAt });
  let asked = false;
  /** Once there is work, the browser is asked to keep it for good. A refusal is said on the page of the library. */
  const askToPersist = (): void => {
    if (!asked) void storage?.persist().catch((error: unknown) => host.log(`the store was not promised: ${String(error)}`));
    asked = true;
  };
  /** What cannot be remembered is asked for again, by the dialog of Save. */
  const rememberFile = (id: string, { token, fingerprint }: OpenFile): void =>
    void host.rememberFile(id, { token, fingerprint }).then((done) => (done.ok ? undefined : host.log(`the file of a workbook is not remembered: ${done.problem.code}`)));
  let last = session.state.get();
  session.state.subscribe(() => {
    const [before, state] = [last, session.state.get()];
    last = state;
    if (state.id !== before.id || state.readOnly) return;
    const { present } = state.history;
    if (present !== before.history.present) {
      versionKeeper.edited(state.id, before.history.present);
      askToPersist();
    }
    if (state.saved !== before.saved && state.saved === present && state.fileName !== null) {
      savedAt = now();
      versionKeeper.saved(state.id, present);
    }
    if (state.file !== null && state.file !== before.file) rememberFile(state.id, state.file);
    if (present !== before.history.present || state.saved !== before.saved) keeper.changed(keptOf(state), state.done);
  });
  // A window that is closed takes its mark away; one that crashes does not come to that.
  window.addEventListener('pagehide', () => {
    const { id, readOnly, history } = session.state.get();
    if (readOnly) return;
    marks.clear(id);
    if (!keeper.isKept()) lastDrafts.leave(id, serializeWorkbook(history.present), now());
    void keeper.flush();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    const { id, readOnly } = session.state.get();
    if (persisted && !readOnly) marks.set(id);
  });
  document.addEventListener('visibilitychange', () => void keeper.flush());

  const keepRecovered = async (workbook: Workbook): Promise<boolean> => {
    const kept = await addToLibrary(library, newId(), { ...workbook, title: recoveryMessages.recoveredTitle(workbook.title) });
    if (!kept.ok) tell(kept.problem);
    return kept.ok;
  };
  /** The work before is in the library, written to the last edit, before the next one takes its place. */
  const put = async (next: SessionState, from: Pick<KeptWorkbook, 'rows'> & { readonly savedAt: number | null; readonly upTo: number } | null = null): Promise<void> => {
    await keeper.flush();
    const before = session.state.get();
    const editable = await lock.take(next.id);
    if (!before.readOnly) marks.clear(before.id);
    const crashed = editable && marks.has(next.id);
    savedAt = from?.savedAt ?? null;
    const standing = before.standing.filter(({ id }) => id === 'storage');
    session.state.set({ ...next, standing, readOnly: !editable, notice: editable ? next.notice : { text: workbench.readOnly, tone: 'problem' } });
    if (!editable) return;
    marks.set(next.id);
    versionKeeper.opened(next.id, next.history.present);
    // What was never saved to a file has nothing beside it to choose from; it simply came back.
    if (crashed && isUnsaved(next) && next.fileName !== null) offerRecovery(session, next.fileName, keepRecovered);
    // On its way to the library from the first moment, so that a second window finds the same workbook and its lock; the window does not wait for the disk.
    if (next.file !== null) rememberFile(next.id, next.file);
    keeper.begin(keptOf(session.state.get()), Math.max(from?.upTo ?? 0, from?.rows.at(-1)?.n ?? 0), from !== null);
  };
  const putFile = async (file: OpenedFile): Promise<boolean> => {
    const parsed = parseWorkbook(file.text);
    if (parsed.ok) await put({ ...startSession(newId(), parsed.value), file: openFileOf(file), fileName: file.name });
    else tell({ ...parsed.problem, place: parsed.problem.place ?? file.name });
    return parsed.ok;
  };
  /** A damaged record is opened no more; its versions are, as a workbook of its own, the newest that can be read. */
  const openVersion = async (heads: readonly VersionHead[]): Promise<void> => {
    for (const { id } of heads) {
      const text = await versions.text(id);
      const parsed = text.ok && text.value !== null ? parseWorkbook(text.value) : null;
      if (parsed?.ok) return put(startSession(newId(), { ...parsed.value, title: recoveryMessages.recoveredTitle(parsed.value.title) }));
    }
    session.notify(libraryMessages.noVersion, 'problem');
  };
  const tellDamaged = async (id: string, why: Phrase): Promise<false> => {
    const heads = await versions.list(id);
    const ways = heads.ok && heads.value.length > 0 ? [{ label: libraryMessages.openVersion, run: () => void openVersion(heads.value) }] : [];
    session.notify(why, 'problem', ways);
    return false;
  };
  const openKept = async (kept: KeptWorkbook): Promise<boolean> => {
    const { record, rows } = kept;
    const found = recoverWorkbook(kept, program);
    if (!found.ok) return tellDamaged(record.id, problemText(found.problem));
    const { workbook, base, left, baseAt } = found.value;
    const saved = record.text === record.savedText ? ok(base) : parseWorkbook(record.savedText);
    const file = record.fileName === null ? null : await host.recallFile(record.id);
    await put({ ...startSession(record.id, workbook), file: file?.ok ? file.value : null, fileName: record.fileName, saved: saved.ok ? saved.value : { ...workbook } }, { rows, savedAt: record.savedAt ?? null, upTo: record.upTo ?? 0 });
    if (left > 0) session.notify(recoveryMessages.stepsLeft(left, Math.max(0, Math.round(((rows.at(-1)?.at ?? baseAt) - baseAt) / 60_000))), 'problem');
    return true;
  };
  const shelf = createShelf({ host, library, lock, session, storage, program, newId, flush: keeper.flush, openGiven: putFile });

  return {
    shelf,
    versions,
    nameVersion(name) {
      const { id, history } = session.state.get();
      return versionKeeper.name(id, history.present, name);
    },
    async openShelved(id) {
      const record = await library.load(id);
      if (record.ok && record.value) return openKept(record.value);
      if (record.ok || record.problem.code !== 'storage-unavailable') {
        if (!record.ok) tell(record.problem);
        return false;
      }
      return tellDamaged(id, libraryMessages.damaged);
    },
    async openGiven(file) {
      await putFile(file);
    },
    async settle() {
      await Promise.all([keeper.flush(), versionKeeper.settle()]);
    },
    newFromSample: () => put(startSession(newId(), sample)),
    newEmpty: () => put(startSession(newId(), emptyWorkbookOf(today()))),
    async openFile() {
      const file = await host.openFile();
      if (!file.ok) tell(file.problem);
      else if (file.value) await putFile(file.value);
    },
    async begin() {
      const launched = await host.takeLaunchFile();
      const collected = await lastDrafts.collect(library);
      const returned = await returnSafetyCopies(host, library, program);
      const newest = await library.newest();
      const opened = launched.ok && launched.value ? await putFile(launched.value) : newest.ok && newest.value.kept ? await openKept(newest.value.kept) : false;
      // A last workbook that cannot be read stays in the library as it is, and its sentence on the screen.
      if (!opened) await put({ ...session.state.get() });
      const unread = [newest, collected].find((one) => !one.ok);
      if (unread) tellStorage(unread);
      if (newest.ok && newest.value.unread > 0) session.notify(libraryMessages.damagedAtStart(newest.value.unread), 'problem');
      if (returned.length > 0) session.notify(recoveryMessages.returned(returned));
      if (!launched.ok) tell(launched.problem);
    },
  };
}
