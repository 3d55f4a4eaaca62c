/** Under the formula bar: the comment on the selected number, and the source of the selected numbers. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { annotate as say } from '../../shared/messages/comments.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import { stateNames } from '../../shared/messages/states.ts';
import type { SetSourceArgs } from '../../shared/commands/setSource.ts';
import type { CellState, Grade, SourceId, Workbook } from '../../shared/model/workbook.ts';

/** What is said of numbers besides their comment. */
export type Evidence = Omit<SetSourceArgs, 'scenario' | 'cells'>;

/** What is said of the selected numbers here; of their row, TermsPanel says what its tonnes are. */
export type Annotating = 'comment' | 'source';

type Props = {
  readonly mode: Annotating;
  readonly workbook: Workbook;
  readonly language: Language;
  readonly comment: string;
  readonly source: SourceId | null;
  readonly locator: string;
  readonly grade: Grade | null;
  /** Null where the number is a scenario's own: it is an assumption, and nobody published it. */
  readonly evidence: { readonly state: CellState; readonly known: string } | null;
  /** How many inputs are selected. */
  readonly count: number;
  onComment(text: string): void;
  onSource(said: Evidence): void;
  onNewSource(): void;
  onClose(): void;
};

const grades = ['A', 'B', 'C'] as const satisfies readonly Grade[];
const states = ['actual', 'estimate', 'forecast'] as const satisfies readonly CellState[];

export function AnnotatePanel({ mode, workbook, language, comment, source, locator, grade, evidence, count, onComment, onSource, onNewSource, onClose }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(comment);
  const [chosen, setChosen] = useState(source ?? '');
  const [where, setWhere] = useState(locator);
  const [rated, setRated] = useState(grade);
  const [state, setState] = useState(evidence?.state ?? null);
  const [known, setKnown] = useState(evidence?.known ?? '');
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
    else {
      // What was not touched stays as it is in each of the selected numbers.
      const isDated = evidence !== null && known !== evidence.known;
      onSource({
        source: chosen === '' ? null : chosen,
        locator: where,
        ...(rated === null || rated === grade ? {} : { grade: rated }),
        ...(state === null || state === evidence?.state ? {} : { state }),
        ...(isDated ? { known: known === '' ? null : known } : {}),
      });
    }
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
          <div className="trio">
            <label>
              <span>{say.grade[language]}</span>
              <select className="field" value={rated ?? ''} onChange={({ target }) => setRated(grades.find((id) => id === target.value) ?? null)}>
                {grade === null && <option value="">{say.noGrade[language]}</option>}
                {grades.map((id) => (
                  <option key={id} value={id}>
                    {say.grades[id][language]}
                  </option>
                ))}
              </select>
            </label>
            {evidence !== null && (
              <>
                <label>
                  <span>{say.state[language]}</span>
                  <select className="field" value={state ?? ''} onChange={({ target }) => setState(states.find((id) => id === target.value) ?? null)}>
                    {states.map((id) => (
                      <option key={id} value={id}>
                        {stateNames[id][language]}
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  <span>{say.known[language]}</span>
                  <input className="field" type="date" data-editing="true" value={known} onChange={(event) => setKnown(event.target.value)} />
                </label>
              </>
            )}
          </div>
        </>
      )}
      <footer>
        <span className="muted">{say.hint[language]}</span>
        {mode === 'source' && (
          <button type="button" className="button" onClick={onNewSource}>
            {say.newSource[language]}
          </button>
        )}
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
