/** The workbooks on this computer, newest change first. */
import { useEffect, useState } from 'react';
import { actions } from '../../shared/actions.ts';
import { libraryMessages as say } from '../../shared/messages/library.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { LibraryRecord } from '../library/library.ts';
import type { Result } from '../../shared/result.ts';

type Props = {
  readonly language: Language;
  readonly openId: string;
  list(): Promise<Result<readonly LibraryRecord[]>>;
  onOpen(record: LibraryRecord): void;
  onNew(id: 'newFromSample' | 'newEmpty'): void;
};

export function LibraryView({ language, openId, list, onOpen, onNew }: Props) {
  const [records, setRecords] = useState<readonly LibraryRecord[]>([]);
  const [problem, setProblem] = useState<Phrase | null>(null);
  useEffect(() => {
    let current = true;
    void list().then((result) => {
      if (!current) return;
      if (result.ok) setRecords(result.value);
      else setProblem(problemText(result.problem));
    });
    return () => {
      current = false;
    };
  }, [list, openId]);
  const when = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <main className="library">
      <header>
        <h2>{say.title[language]}</h2>
        <span className="choice">
          {(['newFromSample', 'newEmpty'] as const).map((id) => (
            <button key={id} type="button" className="button" onClick={() => onNew(id)}>
              {actions[id].label[language]}
            </button>
          ))}
        </span>
      </header>
      <p className="muted">{problem ? problem[language] : say.about[language]}</p>
      {records.length === 0 && !problem && <p>{say.empty[language]}</p>}
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            <button type="button" onClick={() => onOpen(record)}>
              <b>{record.title[language]}</b>
              <span>{record.fileName ?? workbench.neverSaved[language]}</span>
              <span>{when.format(record.updatedAt)}</span>
              <span>{record.id === openId ? say.open[language] : record.text === record.savedText ? '' : workbench.unsaved[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
