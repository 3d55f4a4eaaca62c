/**
 * The open workbook: its history, its file, and what the last edit did. Unsaved means that the present workbook is not the
 * object that was saved or opened last: identity, no flag to forget.
 */
import { ghostLine } from '../../shared/charts/gapTitle.ts';
import type { Command } from '../../shared/commands/command.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import type { TextPieces } from '../../shared/file/textPieces.ts';
import { jumpTo, recordStep, redoStep, startHistory, undoStep, type History } from '../../shared/history.ts';
import type { FileToken, Host, OpenedFile, SavedFile } from '../../shared/host.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { refusals } from '../../shared/messages/refusals.ts';
import { diskMessages } from '../../shared/messages/versions.ts';
import { computeBalance, rootScenarioId } from '../../shared/model/computeBalance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import type { Problem } from '../../shared/result.ts';
import type { Notice, StandingNotice } from './notice.ts';
import { createStore, type Store } from './store.ts';

export type OpenFile = { readonly token: FileToken; readonly name: string; readonly fingerprint: string };

/** The gap before the last edit, drawn thin behind the new one until the next edit. */
export type Ghost = { readonly scenario: ScenarioId; readonly gap: readonly (number | null)[]; readonly line: Phrase };

export type SessionState = {
  /** The record of the library that holds this workbook. */
  readonly id: string;
  readonly history: History;
  /** The command that led to the present; null where undo, redo or another way did. */
  readonly done: { readonly name: string; readonly args: unknown } | null;
  readonly saved: Workbook;
  readonly file: OpenFile | null;
  /** The name the work goes by on disk, known from the library even where the file itself is not at hand. */
  readonly fileName: string | null;
  readonly scenario: ScenarioId;
  readonly readOnly: boolean;
  readonly ghost: Ghost | null;
  readonly notice: Notice | null;
  readonly standing: readonly StandingNotice[];
};

export type Session = {
  readonly state: Store<SessionState>;
  run<Args>(command: Command<Args>, args: Args): void;
  undo(): void;
  redo(): void;
  /** Goes to the state after that many steps, see jumpTo in shared/history.ts. */
  jump(at: number): void;
  chooseScenario(id: ScenarioId): void;
  notify(text: Phrase, tone?: Notice['tone'], actions?: Notice['actions']): void;
  dismiss(): void;
  /** Puts up a notice that stays until it is withdrawn. */
  post(notice: StandingNotice): void;
  withdraw(id: StandingNotice['id']): void;
  /** Another state of this workbook as one step. Where it is the state in the file, the work counts as saved. */
  adopt(workbook: Workbook, label: Phrase, file?: OpenedFile): void;
  /** The file on disk is another one now, and what stands here is kept: Save writes over it. */
  keepOver(file: OpenedFile, onDisk: Workbook | null): void;
  save(asNew: boolean, overwriteLabel: Phrase): Promise<boolean>;
  /** A save is under way: the file on disk may be ahead of what the window knows. */
  isSaving(): boolean;
};

/** The file that Save writes over; null where the host gave no way to do so. */
export function openFileOf({ token, name, fingerprint }: SavedFile): OpenFile | null {
  return token === null ? null : { token, name, fingerprint };
}

export function isUnsaved(state: SessionState): boolean {
  return state.history.present !== state.saved;
}

export function startSession(id: string, workbook: Workbook): SessionState {
  return {
    id,
    history: startHistory(workbook),
    done: null,
    saved: workbook,
    file: null,
    fileName: null,
    scenario: rootScenarioId(workbook) ?? '',
    readOnly: false,
    ghost: null,
    notice: null,
    standing: [],
  };
}

/** A file name for a title: what no file system takes becomes a hyphen. */
export function fileNameFor(title: string): string {
  return `${title.replace(/[\\/:*?"<>|]+/g, '-').trim() || 'workbook'}.lodestone`;
}

function ghostOf(before: Workbook, after: Workbook, scenario: ScenarioId, label: Phrase): Ghost | null {
  const was = computeBalance(before, scenario);
  const is = computeBalance(after, scenario);
  if (!was.ok || !is.ok || was.value.gap.values.every((value, at) => value === is.value.gap.values[at])) return null;
  return { scenario, gap: was.value.gap.values, line: ghostLine(was.value, is.value, Number(after.asOf.slice(0, 4)), label) };
}

/** The session over a host; `initial` is what the library or the sample gave, `textOf` writes the text of a file. */
export function createSession(host: Host, initial: SessionState, textOf: (workbook: Workbook) => Promise<TextPieces> = async (workbook) => [serializeWorkbook(workbook)]): Session {
  const state = createStore(initial);
  const change = (part: Partial<SessionState>): void => state.set({ ...state.get(), ...part });
  const tell = (problem: Problem): void => change({ notice: { text: problemText(problem), tone: 'problem' } });

  /** Another workbook in the history: where the scenario that was looked at is not in it, its parent or the root is. */
  const changeHistory = (history: History, part: Partial<SessionState>): void => {
    const { scenario, history: before } = state.get();
    const { scenarios } = history.present;
    const parent = before.present.scenarios[scenario]?.parent ?? '';
    const standing = [scenario, parent].find((id) => Object.hasOwn(scenarios, id)) ?? rootScenarioId(history.present) ?? '';
    change({ done: null, ...part, history, scenario: standing });
  };

  const wrote = (id: string, file: SavedFile, workbook: Workbook): true => {
    // Another workbook may lie on the desk by now; it was not the one saved.
    if (state.get().id !== id) return true;
    // What the disk held is answered by the save, and so is what was recovered.
    const standing = state.get().standing.filter(({ id }) => id === 'storage');
    change({ file: openFileOf(file), fileName: file.name, saved: workbook, notice: null, standing });
    return true;
  };

  let saving = 0;
  const save = async (asNew: boolean, overwriteLabel: Phrase): Promise<boolean> => {
    const { id, history, file, fileName } = state.get();
    const workbook = history.present;
    const text = await textOf(workbook);
    /** The work is still open, and another place is one press away. */
    const notSaved = (problem: Problem, ways: Notice['actions'] = []): false => {
      const elsewhere = { label: diskMessages.saveElsewhere, run: () => void session.save(true, overwriteLabel) };
      change({ notice: { text: problemText(problem), tone: 'problem', actions: [...ways, elsewhere] } });
      return false;
    };
    if (asNew || file === null) {
      const result = await host.saveFileAs(fileName ?? fileNameFor(workbook.title.en), text);
      if (!result.ok) return notSaved(result.problem);
      return result.value === null ? false : wrote(id, result.value, workbook);
    }
    const result = await host.saveFile(file.token, text, file.fingerprint);
    if (result.ok) return wrote(id, result.value, workbook);
    if (result.problem.code !== 'file-changed-on-disk') return notSaved(result.problem);
    const overwrite = async (): Promise<void> => {
      const again = await host.saveFile(file.token, text, file.fingerprint, true);
      if (again.ok) wrote(id, again.value, workbook);
      else notSaved(again.problem);
    };
    return notSaved(result.problem, [{ label: overwriteLabel, run: () => void overwrite() }]);
  };

  const session: Session = {
    state,
    run(command, args) {
      const { history, scenario, readOnly } = state.get();
      if (readOnly) return change({ notice: { text: refusals.readOnly, tone: 'problem' } });
      const result = command.run(history.present, args);
      if (!result.ok) return tell(result.problem);
      if (result.value === history.present) return change({ notice: null });
      const label = command.label(history.present, args);
      changeHistory(recordStep(history, result.value, label), { done: { name: command.name, args }, ghost: ghostOf(history.present, result.value, scenario, label), notice: null });
    },
    undo() {
      if (!state.get().readOnly) changeHistory(undoStep(state.get().history), { ghost: null, notice: null });
    },
    redo() {
      if (!state.get().readOnly) changeHistory(redoStep(state.get().history), { ghost: null, notice: null });
    },
    jump(at) {
      if (!state.get().readOnly) changeHistory(jumpTo(state.get().history, at), { ghost: null, notice: null });
    },
    chooseScenario(id) {
      if (Object.hasOwn(state.get().history.present.scenarios, id)) change({ scenario: id, ghost: null });
    },
    notify(text, tone = 'info', actions = []) {
      change({ notice: { text, tone, actions } });
    },
    post(notice) {
      change({ standing: [...state.get().standing.filter(({ id }) => id !== notice.id), notice] });
    },
    withdraw(id) {
      const { standing } = state.get();
      if (standing.some((one) => one.id === id)) change({ standing: standing.filter((one) => one.id !== id) });
    },
    adopt(workbook, label, file) {
      const saved = file === undefined ? {} : { saved: workbook, file: openFileOf(file), fileName: file.name };
      changeHistory(recordStep(state.get().history, workbook, label), { ...saved, ghost: null, notice: null });
    },
    keepOver(file, onDisk) {
      // What cannot be read is nothing that was saved: the copy is another object, so that the work counts as unsaved.
      change({ file: openFileOf(file), fileName: file.name, saved: onDisk ?? { ...state.get().saved } });
    },
    dismiss() {
      change({ notice: null });
    },
    isSaving: () => saving > 0,
    async save(asNew, overwriteLabel) {
      saving += 1;
      try {
        return await save(asNew, overwriteLabel);
      } finally {
        saving -= 1;
      }
    },
  };
  return session;
}
