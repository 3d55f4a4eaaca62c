/** The sum and its companions of what is selected, written by the workbench and read by the status bar; null for a single cell. */
import type { SelectionSummary } from '../../shared/tables/selectionSummary.ts';
import { createStore, type Store } from './store.ts';

export type SelectionSummaryStore = Store<SelectionSummary | null>;

export function createSelectionSummary(): SelectionSummaryStore {
  return createStore<SelectionSummary | null>(null);
}
