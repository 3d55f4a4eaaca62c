/** The bar over the grids that looks for a text in every tab. Enter and F3 go on, with Shift back; Escape leads to the cell. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { findBar as say } from '../../shared/messages/find.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { Finder } from '../store/finder.ts';

type Props = {
  readonly finder: Finder;
  /** How many places hold the query. */
  readonly hits: number;
  readonly language: Language;
  onQuery(query: string): void;
  onStep(by: 1 | -1): void;
  onClose(): void;
};

export function FindBar({ finder, hits, language, onQuery, onStep, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [finder.asked]);
  const empty = finder.query.trim() === '';
  return (
    <div className="find-bar" role="search" aria-label={say.title[language]}>
      <input
        ref={field}
        type="text"
        className="field"
        aria-label={say.title[language]}
        placeholder={say.ask[language]}
        spellCheck={false}
        autoComplete="off"
        data-editing="true"
        value={finder.query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
        }}
      />
      <span className={!empty && hits === 0 ? 'find-count warn' : 'find-count'} role="status">
        {empty ? '' : (hits === 0 ? say.none : say.count(Math.min(finder.at, hits - 1), hits))[language]}
      </span>
      <button type="button" className="sign" disabled={hits === 0} aria-label={say.previous[language]} title={`${say.previous[language]} (Shift+F3)`} onClick={() => onStep(-1)}>
        <ChevronUp size={15} strokeWidth={1.6} aria-hidden />
      </button>
      <button type="button" className="sign" disabled={hits === 0} aria-label={say.next[language]} title={`${say.next[language]} (F3)`} onClick={() => onStep(1)}>
        <ChevronDown size={15} strokeWidth={1.6} aria-hidden />
      </button>
      <button type="button" className="sign" aria-label={workbench.close[language]} title={`${workbench.close[language]} (Esc)`} onClick={onClose}>
        <X size={15} strokeWidth={1.6} aria-hidden />
      </button>
    </div>
  );
}
