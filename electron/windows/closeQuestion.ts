/**
 * Closing a window with unsaved work: asked once, answered by Save, Don't save or Cancel. Save is carried out by the
 * window's page, which may itself ask for a place; only what was saved closes.
 */
export type CloseAnswer = 'save' | 'discard' | 'cancel';

export type CloseEffects = {
  /** Shows the question. */
  ask(): Promise<CloseAnswer>;
  /** Asks the page to save; finished() comes back from it. */
  requestSave(): void;
  /** Closes the window for good, and goes on quitting where that was under way. */
  close(): void;
  /** The user stays: a quit that was under way is given up. */
  stay(): void;
};

export type CloseQuestion = {
  setUnsaved(unsaved: boolean): void;
  /** The window wants to close; false holds it back. */
  mayClose(): boolean;
  /** The page has saved, or has not. */
  finished(saved: boolean): void;
};

export function createCloseQuestion(effects: CloseEffects): CloseQuestion {
  let unsaved = false;
  let state: 'open' | 'asking' | 'saving' | 'closing' = 'open';
  const close = (): void => {
    state = 'closing';
    effects.close();
  };
  const stay = (): void => {
    state = 'open';
    effects.stay();
  };
  const ask = async (): Promise<void> => {
    state = 'asking';
    const answer = await effects.ask();
    if (answer === 'discard') return close();
    if (answer === 'cancel') return stay();
    state = 'saving';
    effects.requestSave();
  };
  return {
    setUnsaved(value) {
      unsaved = value;
    },
    mayClose() {
      if (state === 'closing' || (state === 'open' && !unsaved)) return true;
      // While saving, a second wish to close means that the save does not come back: the question is put again rather than the door kept shut.
      if (state !== 'asking') void ask();
      return false;
    },
    finished(saved) {
      if (state !== 'saving') return;
      if (saved) close();
      else stay();
    },
  };
}
