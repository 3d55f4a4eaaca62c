/** The line over the grids that keeps the rows whose names hold every word. */
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Language } from '../../shared/messages/phrase.ts';
import { rowDisplay as say } from '../../shared/messages/rowDisplay.ts';

type Props = {
  readonly text: string;
  /** Counts the times that the filter was asked for. */
  readonly asked: number;
  readonly shown: number;
  readonly all: number;
  readonly language: Language;
  onText(text: string): void;
  /** The keyboard goes on in the grid. */
  onLeave(): void;
  onClose(): void;
};

export function FilterBar({ text, asked, shown, all, language, onText, onLeave, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);
  return (
    <div className="filter-bar" role="search" aria-label={say.filter[language]}>
      <input
        ref={field}
        type="text"
        className="field"
        aria-label={say.filter[language]}
        placeholder={say.filterAsk[language]}
        spellCheck={false}
        autoComplete="off"
        data-editing="true"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === 'ArrowDown') onLeave();
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
        }}
      />
      <span className="muted" role="status">
        {say.filtered(shown, all)[language]}
      </span>
      <button type="button" className="sign" aria-label={say.clearFilter[language]} title={`${say.clearFilter[language]} (Esc)`} onClick={onClose}>
        <X size={14} strokeWidth={1.6} aria-hidden />
      </button>
    </div>
  );
}
