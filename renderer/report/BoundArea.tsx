/** The text of a page as it is written: a brace offers the names of numbers, each with what it says now. Enter commits as in every such field. */
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { reportPanel } from '../../shared/messages/reportEdits.ts';
import { bindText, type BoundContext } from '../../shared/report/boundText.ts';
import { completeBound, withName, type Completion } from '../../shared/report/completeBound.ts';
import { useDraft } from '../dialogs/useDraft.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly names: readonly string[];
  readonly context: BoundContext;
  onCommit(value: string): void;
};

export function BoundArea({ label, value, names, context, onCommit }: Props) {
  const draft = useDraft(value, onCommit);
  const [offer, setOffer] = useState<Completion | null>(null);
  const [marked, setMarked] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const offered = useRef<HTMLUListElement>(null);
  // The panel scrolls; what is offered must be seen.
  useEffect(() => {
    if (offer) offered.current?.scrollIntoView({ block: 'nearest' });
  }, [offer]);
  const look = ({ value: text, selectionStart, selectionEnd }: HTMLTextAreaElement): void => {
    setOffer(selectionStart === selectionEnd ? completeBound(text, selectionStart, names) : null);
    setMarked(0);
  };
  const choose = (name: string | undefined): void => {
    if (!offer || name === undefined) return;
    const next = withName(draft.text, offer, name);
    flushSync(() => {
      draft.set(next.text);
      setOffer(null);
    });
    area.current?.setSelectionRange(next.caret, next.caret);
  };
  /** True where the key was meant for the list. */
  const steer = (key: string): boolean => {
    if (!offer) return false;
    const { length } = offer.names;
    if (key === 'ArrowDown') setMarked((marked + 1) % length);
    else if (key === 'ArrowUp') setMarked((marked + length - 1) % length);
    else if (key === 'Enter' || key === 'Tab') choose(offer.names[marked]);
    else if (key === 'Escape') setOffer(null);
    else return false;
    return true;
  };
  return (
    <div className="bound-area">
      <textarea
        ref={area}
        className="field area"
        rows={2}
        lang={context.language}
        aria-label={label}
        role="combobox"
        aria-expanded={offer !== null}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={offer ? `${list}-${marked}` : undefined}
        value={draft.text}
        data-editing={draft.isEdited}
        onChange={({ target }) => {
          draft.set(target.value);
          look(target);
        }}
        onClick={({ currentTarget }) => look(currentTarget)}
        onBlur={() => {
          setOffer(null);
          draft.commit();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !steer(event.key)) return draft.onKeyDown(event);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {offer && (
        // The press must not take the focus from the text.
        <ul className="bound-names" ref={offered} id={list} role="listbox" aria-label={reportPanel.names[context.language]} onMouseDown={(event) => event.preventDefault()}>
          {offer.names.map((name, at) => (
            <li key={name} id={`${list}-${at}`} role="option" aria-selected={at === marked} onMouseMove={() => setMarked(at)} onClick={() => choose(name)}>
              <span>{name}</span>
              <em>{bindText(context, `{${name}}`).text}</em>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
