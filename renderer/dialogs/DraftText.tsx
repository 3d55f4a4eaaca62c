/** A text of some lines; see useDraft.ts. */
import { useDraft } from './useDraft.ts';

type Props = { readonly label: string; readonly value: string; readonly lang: string; onCommit(value: string): void };

export function DraftText({ label, value, lang, onCommit }: Props) {
  const draft = useDraft(value, onCommit);
  return (
    <textarea className="field area" rows={2} lang={lang} aria-label={label} value={draft.text} data-editing={draft.isEdited} onChange={({ target }) => draft.set(target.value)} onBlur={draft.commit} onKeyDown={(event) => draft.onKeyDown(event)} />
  );
}
