/**
 * A part of the window that is not loaded with it but on first use, or before that while the window is idle. Once it is
 * here it is drawn at once, without a turn in between in which typed keys would go elsewhere.
 */
import type { ComponentType } from 'react';
import { createStore, type Store } from '../store/store.ts';

export type LateState<P> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'here'; readonly View: ComponentType<P> }
  | { readonly kind: 'failed'; readonly error: LateLoadError };

export type LatePart<P> = {
  readonly state: Store<LateState<P>>;
  /** Loads the part unless it is here or on its way; what failed before is tried again. Never rejects: a failure is the state. */
  load(): Promise<void>;
  /** Loads the part before anybody asks for it: a failure is not told, the first use tries again. */
  prepare(): Promise<void>;
};

/** What may be asked of a part without knowing what it shows. */
type Loadable = { readonly state: Pick<Store<unknown>, 'subscribe'>; load(): Promise<void> };

/** The code of a part could not be loaded: the server is gone, or a file of the program is missing. */
export class LateLoadError extends Error {
  readonly part: Loadable;

  constructor(cause: unknown, part: Loadable) {
    super(`a part of the window could not be loaded: ${String(cause)}`, { cause });
    this.part = part;
  }
}

/** A part that came with the window: what one types into at once must not wait, or the keys typed meanwhile would go elsewhere. */
export function presentPart<P>(View: ComponentType<P>): LatePart<P> {
  const here = (): Promise<void> => Promise.resolve();
  return { state: createStore<LateState<P>>({ kind: 'here', View }), load: here, prepare: here };
}

export function latePart<P>(load: () => Promise<ComponentType<P>>): LatePart<P> {
  const state = createStore<LateState<P>>({ kind: 'waiting' });
  let underWay: Promise<void> | null = null;
  /** Whether somebody wants to see it, and not only has it made ready. */
  let isWanted = false;
  const begin = (): Promise<void> => {
    if (state.get().kind === 'here') return Promise.resolve();
    state.set({ kind: 'waiting' });
    underWay ??= load().then(
      (View) => {
        underWay = null;
        state.set({ kind: 'here', View });
      },
      (cause: unknown) => {
        underWay = null;
        state.set(isWanted ? { kind: 'failed', error: new LateLoadError(cause, part) } : { kind: 'waiting' });
      },
    );
    return underWay;
  };
  const part: LatePart<P> = {
    state,
    load() {
      isWanted = true;
      return begin();
    },
    prepare: begin,
  };
  return part;
}
