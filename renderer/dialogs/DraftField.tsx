/** A field of one line; see useDraft.ts. */
import { useDraft } from './useDraft.ts';

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
  const draft = useDraft(value, onCommit, onDraft);
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
      value={draft.text}
      data-editing={draft.isEdited}
      onChange={({ target }) => draft.set(target.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => draft.onKeyDown(event, onEnter)}
    />
  );
}
