/** The number that a tool asks for, beside the selected cells. Enter takes it, Esc leaves. */
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { actions } from '../../shared/actions.ts';
import { promptWords as say } from '../../shared/messages/grid.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import type { Box } from './gridGeometry.ts';
import { besideCell } from './besideCell.ts';
import type { PromptId, Tools } from './useTools.ts';

type Props = { readonly id: PromptId; readonly at: Box; readonly language: Language; readonly tools: Tools; onClose(): void };

const questions: Readonly<Record<PromptId, Phrase>> = { changeBy: say.change, growBy: say.grow, spreadTotal: say.spread, shiftBy: say.shift };

export function ToolPrompt({ id, at, language, tools, onClose }: Props) {
  const [text, setText] = useState('');
  const [over, setOver] = useState<'before' | 'yearBefore'>('before');
  const [wrong, setWrong] = useState<Phrase | null>(null);
  const close = (): void => {
    tools.close();
    onClose();
  };
  return createPortal(
    <form
      className="tool-prompt"
      role="dialog"
      aria-label={actions[id].label[language]}
      style={besideCell(at, { width: 292, height: 96 })}
      onMouseDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key !== 'Tab') event.stopPropagation();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const problem = tools.answer(text, over);
        setWrong(problem);
        if (problem === null) onClose();
      }}
    >
      <label>
        {questions[id][language]}
        <input className="field" autoFocus value={text} aria-invalid={wrong !== null} data-editing="true" onChange={(event) => setText(event.target.value)} />
      </label>
      {id === 'growBy' && (
        <select className="field" value={over} aria-label={actions.growBy.label[language]} onChange={(event) => setOver(event.target.value === 'yearBefore' ? 'yearBefore' : 'before')}>
          <option value="before">{say.growBefore[language]}</option>
          <option value="yearBefore">{say.growYear[language]}</option>
        </select>
      )}
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
