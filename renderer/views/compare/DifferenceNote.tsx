/** What a difference rests on: its note in the language of the window and its source, each written as one step. */
import { commands } from '../../../shared/commands/registry.ts';
import { commentAfter } from '../../../shared/commands/setComment.ts';
import type { Difference } from '../../../shared/analysis/differences.ts';
import type { Language } from '../../../shared/messages/phrase.ts';
import { scenarioManager as say } from '../../../shared/messages/scenarioManager.ts';
import { fieldOf } from '../../../shared/messages/structure.ts';
import type { Workbook } from '../../../shared/model/workbook.ts';
import { DraftText } from '../../dialogs/DraftText.tsx';
import type { Session } from '../../store/session.ts';

type Props = { readonly session: Session; readonly workbook: Workbook; readonly difference: Difference; readonly language: Language };

export function DifferenceNote({ session, workbook, difference, language }: Props) {
  const { owner, key, name, overlay } = difference;
  const sources = Object.entries(workbook.sources).sort(([, a], [, b]) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.title < b.title ? -1 : 1));
  const write = (text: string): void => session.run(commands.noteDifference, { owner, key, note: commentAfter(overlay.note, language, text) });
  return (
    <div className="note-fields">
      <DraftText label={fieldOf(name, say.note)[language]} lang={language === 'zh' ? 'zh-CN' : 'en'} value={overlay.note?.[language] ?? ''} onCommit={write} />
      <select
        className="field"
        aria-label={fieldOf(name, say.source)[language]}
        value={overlay.source ?? ''}
        onChange={({ target }) => session.run(commands.noteDifference, { owner, key, source: target.value === '' ? null : target.value })}
      >
        <option value="">{say.noSource[language]}</option>
        {sources.map(([id, { date, title }]) => (
          <option key={id} value={id}>
            {`${date}  ${title}`}
          </option>
        ))}
      </select>
    </div>
  );
}
