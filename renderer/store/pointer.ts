/** The period under the pointer, "2025-09" or "2025": one place, so that both charts and the grid mark the same one. */
import { createStore, type Store } from './store.ts';

export type PointerStore = Store<string | null>;

export function createPointer(): PointerStore {
  return createStore<string | null>(null);
}
