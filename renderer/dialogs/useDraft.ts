/** What is typed into a field stays with it until Enter or until it is left, so that one change is one step. Escape takes it back. */
import { useState, type KeyboardEvent } from 'react';

export type Draft = {
  /** What the field shows. */
  readonly text: string;
  /** Whether that is not yet in the workbook. */
  readonly isEdited: boolean;
  set(text: string): void;
  commit(): void;
  /** `onEnter` comes once the value is committed. In a text of several lines Shift+Enter begins a new one. */
  onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>, onEnter?: () => void): void;
};

/** `onDraft` hears what is typed, letter by letter; null once it is committed or taken back. */
export function useDraft(value: string, onCommit: (value: string) => void, onDraft?: (draft: string | null) => void): Draft {
  const [draft, keepDraft] = useState<string | null>(null);
  const setDraft = (next: string | null): void => {
    keepDraft(next);
    onDraft?.(next);
  };
  const isEdited = draft !== null && draft !== value;
  const commit = (): void => {
    setDraft(null);
    if (isEdited) onCommit(draft);
  };
  return {
    text: draft ?? value,
    isEdited,
    set: setDraft,
    commit,
    onKeyDown(event, onEnter) {
      // An input method uses Enter and Escape for its own candidates.
      if (event.nativeEvent.isComposing) return;
      const isNewLine = event.shiftKey && event.currentTarget instanceof HTMLTextAreaElement;
      if (event.key === 'Enter' && !isNewLine) {
        event.preventDefault();
        commit();
        onEnter?.();
      } else if (event.key === 'Escape' && isEdited) {
        event.preventDefault();
        event.stopPropagation();
        setDraft(null);
      }
    },
  };
}
