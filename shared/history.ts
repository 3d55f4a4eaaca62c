/**
 * Past, present and future of whole workbooks. Documents share structure, so a step costs little, and undo is going back:
 * the very object that was there before.
 */
import type { Phrase } from './messages/phrase.ts';
import type { Workbook } from './model/workbook.ts';

/** The workbook before a step and what the step did. */
export type HistoryStep = { readonly workbook: Workbook; readonly label: Phrase };

export type History = {
  /** Oldest first; each holds the workbook before its step. */
  readonly past: readonly HistoryStep[];
  readonly present: Workbook;
  /** Next first; each holds the workbook after its step. */
  readonly future: readonly HistoryStep[];
};

export const historyLimit = 1000;

export function startHistory(workbook: Workbook): History {
  return { past: [], present: workbook, future: [] };
}

/** Records a step. A workbook that is the same object is no step. */
export function recordStep(history: History, workbook: Workbook, label: Phrase): History {
  if (workbook === history.present) return history;
  const past = [...history.past, { workbook: history.present, label }];
  return { past: past.slice(-historyLimit), present: workbook, future: [] };
}

export function undoStep(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.workbook,
    future: [{ workbook: history.present, label: last.label }, ...history.future],
  };
}

export function redoStep(history: History): History {
  const [next, ...rest] = history.future;
  if (!next) return history;
  return { past: [...history.past, { workbook: history.present, label: next.label }], present: next.workbook, future: rest };
}

/** One entry of the list of steps. `at` counts the steps before which the workbook stood: 0 is the beginning. */
export type HistoryEntry = { readonly at: number; readonly label: Phrase | null; readonly when: 'past' | 'present' | 'future' };

/** Every state that can be gone to, oldest first; the beginning (or the oldest one kept) has no label. */
export function historyEntries({ past, future }: History): readonly HistoryEntry[] {
  const labels: readonly (Phrase | null)[] = [null, ...past.map(({ label }) => label), ...future.map(({ label }) => label)];
  return labels.map((label, at) => ({ at, label, when: at < past.length ? 'past' : at === past.length ? 'present' : 'future' }));
}

/** Goes to the state after `at` steps in one go: the very object that was there. A place outside the list changes nothing. */
export function jumpTo(history: History, at: number): History {
  const { past, present, future } = history;
  if (!Number.isInteger(at) || at < 0 || at > past.length + future.length || at === past.length) return history;
  // Step i led from state i to state i + 1.
  const states = [...past.map(({ workbook }) => workbook), present, ...future.map(({ workbook }) => workbook)];
  const labels = [...past.map(({ label }) => label), ...future.map(({ label }) => label)];
  const step = (label: Phrase, workbook: Workbook | undefined): HistoryStep[] => (workbook === undefined ? [] : [{ workbook, label }]);
  return {
    past: labels.slice(0, at).flatMap((label, i) => step(label, states[i])),
    present: states[at] ?? present,
    future: labels.slice(at).flatMap((label, i) => step(label, states[at + i + 1])),
  };
}
