/** One question after a paste: where do these numbers come from? It waits aside, and goes with the next edit or Esc. */
import { useState } from 'react';
import { commands } from '../../shared/commands/registry.ts';
import { askSource, sourceWords } from '../../shared/messages/grid.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { ScenarioId, Source, SourceId, Workbook } from '../../shared/model/workbook.ts';
import type { Session } from '../store/session.ts';
import type { Unsourced } from './useGridWork.ts';

type Props = {
  readonly session: Session;
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly unsourced: Unsourced;
  readonly language: Language;
  /** The source that was named last, offered first. */
  readonly last: SourceId | null;
  onNamed(source: SourceId): void;
  onClose(): void;
};

function nameOf({ publisher, title, date }: Source): string {
  return `${publisher.replace(/\s*\(.*\)$/, '')}: ${title}, ${date}`;
}

export function SourceChip({ session, workbook, scenario, unsourced, language, last, onNamed, onClose }: Props) {
  const [choosing, setChoosing] = useState(false);
  const sources = Object.entries(workbook.sources).sort(([, a], [, b]) => (a.date < b.date ? 1 : -1));
  const offered = last !== null ? workbook.sources[last] : undefined;
  const name = (source: SourceId): void => {
    session.run(commands.setSource, { scenario, cells: unsourced.cells, source });
    onNamed(source);
    onClose();
  };
  const question = askSource(unsourced.cells.length)[language];
  return (
    <div className="source-chip" role="group" aria-label={question} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <span>{question}</span>
      {offered && last !== null && !choosing && (
        <button type="button" className="button offered" title={nameOf(offered)} onClick={() => name(last)}>
          {nameOf(offered)}
        </button>
      )}
      {offered && !choosing ? (
        <button type="button" className="button" onClick={() => setChoosing(true)}>
          {sourceWords.other[language]}
        </button>
      ) : (
        <select className="field" aria-label={question} defaultValue="" onChange={(event) => name(event.target.value)}>
          <option value="" disabled>
            {sourceWords.none[language]}
          </option>
          {sources.map(([id, source]) => (
            <option key={id} value={id}>
              {nameOf(source)}
            </option>
          ))}
        </select>
      )}
      <button type="button" className="button" onClick={onClose}>
        {sourceWords.dismiss[language]}
      </button>
    </div>
  );
}
