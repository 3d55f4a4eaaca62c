/** A field that keeps what is typed to itself until Enter or until it is left, so that one change is one step. Escape takes it back. */
import { useState } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'month' | 'year';
  readonly lang?: string;
  readonly field?: React.Ref<HTMLInputElement>;
  onCommit(value: string): void;
  /** After Enter, once the value is committed. */
  onEnter?(): void;
  /** What is typed, letter by letter; null once it is committed or taken back. */
  onDraft?(draft: string | null): void;
};

export function DraftField({ label, value, type = 'text', lang, field, onCommit, onEnter, onDraft }: Props) {
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
  return (
    <input
      ref={field}
      className={`field ${type}`}
      // A year is a text of four digits: browsers have no field for it.
      type={type === 'year' ? 'text' : type}
      inputMode={type === 'year' ? 'numeric' : undefined}
      lang={lang}
      aria-label={label}
      title={label}
      value={draft ?? value}
      data-editing={isEdited}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        // An input method uses Enter and Escape for its own candidates.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          commit();
          onEnter?.();
        } else if (event.key === 'Escape' && isEdited) {
          event.preventDefault();
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}
