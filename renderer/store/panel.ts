/** What is open over the workbench: one thing at a time, so that the keys always belong to one. */
import { createStore, type Store } from './store.ts';

export type PanelId = 'structure' | 'sources' | 'palette' | 'goTo' | 'keyboard' | 'unit' | 'versions';
export type PanelStore = Store<PanelId | null>;

export function createPanel(): PanelStore {
  return createStore<PanelId | null>(null);
}
