/** Up, down and remove at the end of a row. */
import { ChevronDown, ChevronUp, X, type LucideIcon } from 'lucide-react';
import { movedEntry, removedEntry } from '../../shared/messages/commands.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { focusAfterRemoval } from './focusAfterRemoval.ts';

type Props = { readonly name: Phrase; readonly language: Language; onMove?(by: number): void; onRemove(): void };

export function RowButtons({ name, language, onMove, onRemove }: Props) {
  const button = (label: Phrase, Icon: LucideIcon, act: () => void) => (
    <button
      type="button"
      className="sign"
      aria-label={label[language]}
      title={label[language]}
      onClick={(event) => {
        const { currentTarget } = event;
        const goOn = focusAfterRemoval(currentTarget);
        act();
        // A row that moves takes its buttons along, and the focus stays on the one that was pressed.
        queueMicrotask(() => {
          currentTarget.focus();
          goOn();
        });
      }}
    >
      <Icon size={14} strokeWidth={1.6} aria-hidden />
    </button>
  );
  return (
    <span className="signs">
      {onMove && button(movedEntry(name, -1), ChevronUp, () => onMove(-1))}
      {onMove && button(movedEntry(name, 1), ChevronDown, () => onMove(1))}
      {button(removedEntry(name), X, onRemove)}
    </span>
  );
}
