/** Under the formula bar: the comment on the selected number, and the source of the selected numbers. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { annotate as say } from '../../shared/messages/comments.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { SourceId, Workbook } from '../../shared/model/workbook.ts';

/** What is said of the selected numbers here; of their row, TermsPanel says what its tonnes are. */
export type Annotating = 'comment' | 'source';

type Props = {
  readonly mode: Annotating;
  readonly workbook: Workbook;
  readonly language: Language;
  readonly comment: string;
  readonly source: SourceId | null;
  readonly locator: string;
  /** How many inputs are selected. */
  readonly count: number;
  onComment(text: string): void;
  onSource(source: SourceId | null, locator: string): void;
  onClose(): void;
};

export function AnnotatePanel({ mode, workbook, language, comment, source, locator, count, onComment, onSource, onClose }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(comment);
  const [chosen, setChosen] = useState(source ?? '');
  const [where, setWhere] = useState(locator);
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.querySelector<HTMLElement>(mode === 'comment' ? 'textarea' : 'select')?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [mode]);
  const sources = Object.entries(workbook.sources).sort(([, a], [, b]) => (a.publisher < b.publisher ? -1 : a.publisher > b.publisher ? 1 : a.date < b.date ? 1 : -1));
  const save = (): void => {
    if (mode === 'comment') onComment(text);
    else onSource(chosen === '' ? null : chosen, where);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || (mode === 'source' && event.target instanceof HTMLInputElement))) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={panel} className="annotate" role="dialog" aria-label={say.title[language]} onKeyDown={onKeyDown}>
      {mode === 'comment' ? (
        <label>
          <span>{say.comment[language]}</span>
          <textarea className="field" rows={3} data-editing="true" placeholder={say.commentAsk[language]} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      ) : (
        <>
          <label>
            <span>{say.sourceOf(count)[language]}</span>
            <select className="field" value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">{say.noSource[language]}</option>
              {sources.map(([id, one]) => (
                <option key={id} value={id}>
                  {`${one.publisher}: ${one.title}, ${one.date}`}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{say.locator[language]}</span>
            <input className="field" type="text" data-editing="true" placeholder={say.locatorAsk[language]} value={where} onChange={(event) => setWhere(event.target.value)} />
          </label>
        </>
      )}
      <footer>
        <span className="muted">{say.hint[language]}</span>
        <button type="button" className="button" onClick={onClose}>
          {workbench.close[language]}
        </button>
        <button type="button" className="button primary" onClick={save}>
          {(mode === 'comment' ? say.writeComment : say.apply)[language]}
        </button>
      </footer>
    </div>
  );
}
