/** The number that a tool asks for, beside the selected cells, with the choices that go with it. Enter takes it, Esc leaves. */
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { actions } from '../../shared/actions.ts';
import type { SpreadBy } from '../../shared/fill/timeTools.ts';
import { promptWords as say } from '../../shared/messages/grid.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { columnTitle } from './gridColumns.ts';
import type { Box } from './gridGeometry.ts';
import { besideCell } from './besideCell.ts';
import type { KeptColumn, PromptId, ToolChoice, Tools } from './useTools.ts';

type Props = { readonly id: PromptId; readonly at: Box; readonly language: Language; readonly tools: Tools; onClose(): void };

const questions: Readonly<Record<PromptId, Phrase>> = { changeBy: say.change, growBy: say.grow, spreadTotal: say.spread, shiftBy: say.shift };
const overs = { before: say.growBefore, yearBefore: say.growYear } as const;
const shares = { proportions: say.byProportions, equal: say.byEqual, yearBefore: say.byYearBefore } as const satisfies Partial<Record<SpreadBy, Phrase>>;

type ChoiceProps<Id extends string> = { readonly label: Phrase; readonly options: Readonly<Record<Id, Phrase>>; readonly value: Id; readonly language: Language; onChoose(id: Id): void };

function Choice<Id extends string>({ label, options, value, language, onChoose }: ChoiceProps<Id>) {
  const ids = Object.keys(options) as Id[];
  return (
    <select className="field" value={value} aria-label={label[language]} onChange={({ target }) => ids.filter((id) => id === target.value).forEach(onChoose)}>
      {ids.map((id) => (
        <option key={id} value={id}>
          {options[id][language]}
        </option>
      ))}
    </select>
  );
}

type KeptProps = { readonly columns: readonly KeptColumn[]; readonly kept: readonly string[]; readonly language: Language; onKeep(kept: readonly string[]): void };

/** The months that a spread leaves alone; those that it may not change are pressed already. */
function Kept({ columns, kept, language, onKeep }: KeptProps) {
  return (
    <fieldset>
      <legend>{say.keep[language]}</legend>
      {columns.map(({ column, stays }) => {
        const isKept = kept.includes(column.id);
        return (
          <button key={column.id} type="button" className="chip" disabled={stays} aria-pressed={stays || isKept} onClick={() => onKeep(isKept ? kept.filter((id) => id !== column.id) : [...kept, column.id])}>
            {columnTitle(column, language)}
          </button>
        );
      })}
    </fieldset>
  );
}

export function ToolPrompt({ id, at, language, tools, onClose }: Props) {
  const [text, setText] = useState('');
  const [columns] = useState(() => (id === 'spreadTotal' ? tools.columns() : []));
  const [choice, setChoice] = useState<ToolChoice>({ over: 'before', by: 'proportions', kept: columns.flatMap(({ column, pinned }) => (pinned ? [column.id] : [])) });
  const [wrong, setWrong] = useState<Phrase | null>(null);
  const close = (): void => {
    tools.close();
    onClose();
  };
  const by = choice.by === 'profile' ? 'proportions' : choice.by;
  return createPortal(
    <form
      className="tool-prompt"
      role="dialog"
      aria-label={actions[id].label[language]}
      style={besideCell(at, { width: 292, height: 96 + (columns.length === 0 ? 0 : 20 + Math.ceil(columns.length / 4) * 28) })}
      onMouseDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key !== 'Tab') event.stopPropagation();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const problem = tools.answer(text, choice);
        setWrong(problem);
        if (problem === null) onClose();
      }}
    >
      <label>
        {questions[id][language]}
        <input className="field" autoFocus value={text} aria-invalid={wrong !== null} data-editing="true" onChange={(event) => setText(event.target.value)} />
      </label>
      {id === 'growBy' && <Choice label={actions.growBy.label} options={overs} value={choice.over} language={language} onChoose={(over) => setChoice({ ...choice, over })} />}
      {id === 'spreadTotal' && <Choice label={say.spreadBy} options={shares} value={by} language={language} onChoose={(one) => setChoice({ ...choice, by: one })} />}
      {columns.length > 1 && <Kept columns={columns} kept={choice.kept} language={language} onKeep={(kept) => setChoice({ ...choice, kept })} />}
      <button type="submit" className="button">
        {say.apply[language]}
      </button>
      {wrong && (
        <p role="alert" className="warn">
          {wrong[language]}
        </p>
      )}
    </form>,
    document.body,
  );
}
