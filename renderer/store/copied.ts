/** What was copied last, drawn with a dashed line until it is forgotten; cut cells are emptied when they are pasted. */
import type { CellChange } from '../../shared/commands/setCells.ts';
import type { CellRange } from '../../shared/grid/selection.ts';
import type { ScenarioId } from '../../shared/model/workbook.ts';
import { createStore, type Store } from './store.ts';

export type Copied = {
  /** The grid, by its id. */
  readonly table: string;
  readonly ranges: readonly CellRange[];
  /** The text that went to the clipboard: as long as the same one comes back, the cut cells are the ones that move. */
  readonly text: string;
  /** What empties the cut cells of that scenario; null for a copy. */
  readonly cut: { readonly scenario: ScenarioId; readonly changes: readonly CellChange[] } | null;
};

export type CopiedStore = Store<Copied | null>;

export function createCopied(): CopiedStore {
  return createStore<Copied | null>(null);
}
