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
