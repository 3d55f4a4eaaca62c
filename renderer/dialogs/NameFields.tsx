/** A name in both languages, side by side; a change to either is one step with both. */
import { fieldOf, structure as say } from '../../shared/messages/structure.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { DraftField } from './DraftField.tsx';

type Props = { readonly name: Phrase; readonly language: Language; readonly owner?: Phrase; onCommit(name: Phrase): void };

export function NameFields({ name, language, owner = name, onCommit }: Props) {
  return (
    <>
      <DraftField label={fieldOf(owner, say.english)[language]} lang="en" value={name.en} onCommit={(en) => onCommit({ ...name, en })} />
      <DraftField label={fieldOf(owner, say.chinese)[language]} lang="zh-CN" value={name.zh} onCommit={(zh) => onCommit({ ...name, zh })} />
    </>
  );
}
