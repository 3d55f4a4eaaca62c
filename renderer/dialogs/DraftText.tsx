/** A text of some lines that keeps what is typed to itself until Enter or until it is left; Shift+Enter begins a new line. */
import { useState } from 'react';

type Props = { readonly label: string; readonly value: string; readonly lang: string; onCommit(value: string): void };

export function DraftText({ label, value, lang, onCommit }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const isEdited = draft !== null && draft !== value;
  const commit = (): void => {
    setDraft(null);
    if (isEdited) onCommit(draft);
  };
  return (
    <textarea
      className="field area"
      rows={2}
      lang={lang}
      aria-label={label}
      value={draft ?? value}
      data-editing={isEdited}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        // An input method uses Enter and Escape for its own candidates.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          commit();
        } else if (event.key === 'Escape' && isEdited) {
          event.preventDefault();
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}
