/** A field and the list of what it finds, worked by the keyboard: the field keeps the focus, arrows mark, Enter takes. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { palette as say } from '../../shared/messages/palette.ts';
import { useModal } from '../dialogs/useModal.ts';

export type SearchItem = {
  readonly id: string;
  readonly label: Phrase;
  readonly detail: Phrase;
  /** At the right edge: a key, or a value. */
  readonly aside?: string;
};

type Props = {
  readonly title: Phrase;
  readonly ask: Phrase;
  readonly hint: Phrase;
  readonly language: Language;
  find(query: string): readonly SearchItem[];
  /** What Tab makes of the query; null where nothing is to be completed. */
  complete?(query: string, item: SearchItem): string;
  onPick(item: SearchItem, query: string): void;
  onClose(): void;
};

export function SearchDialog({ title, ask, hint, language, find, complete, onPick, onClose }: Props) {
  const modal = useModal(onClose);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const listId = useId();
  const items = find(query);
  const current = items[Math.min(marked, items.length - 1)];
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const pick = (item: SearchItem): void => {
    // Closed first, so that the focus is back where it was when the action begins.
    modal.ref.current?.close();
    onPick(item, query);
  };
  const type = (text: string): void => {
    setQuery(text);
    setMarked(0);
  };
  const move = (to: number): void => setMarked((to + items.length) % Math.max(1, items.length));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const at = Math.min(marked, items.length - 1);
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'PageDown') setMarked(Math.min(items.length - 1, at + 8));
    else if (event.key === 'PageUp') setMarked(Math.max(0, at - 8));
    else if (event.key === 'Enter' && current) pick(current);
    else if (event.key === 'Tab' && !event.shiftKey && complete && current) type(complete(query, current));
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={modal.ref}
      className="search"
      aria-label={title[language]}
      {...modal.props}
      onMouseDown={(event) => {
        if (event.target === modal.ref.current) modal.leave();
      }}
    >
      <input
        ref={field}
        className="search-field"
        type="text"
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-activedescendant={current ? `${listId}-${items.indexOf(current)}` : undefined}
        aria-label={title[language]}
        placeholder={ask[language]}
        spellCheck={false}
        autoComplete="off"
        data-editing="true"
        value={query}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={listId} className="search-list" role="listbox" aria-label={title[language]}>
        {items.map((item, at) => (
          <li key={item.id} id={`${listId}-${at}`} role="option" aria-selected={item === current} onMouseMove={() => setMarked(at)} onClick={() => pick(item)}>
            <span className="search-label">{item.label[language]}</span>
            <span className="search-detail">{item.detail[language]}</span>
            <span className="search-aside">{item.aside}</span>
          </li>
        ))}
      </ul>
      <p className="search-hint" role="status">
        {items.length === 0 ? say.nothing[language] : hint[language]}
      </p>
    </dialog>
  );
}
