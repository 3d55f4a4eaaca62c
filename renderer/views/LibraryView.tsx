/** The workbooks on this computer: found, opened, pinned, copied, removed with a way back, and written out all at once. */
import { Copy, Pin, PinOff, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { actions } from '../../shared/actions.ts';
import { formatBytes } from '../../shared/format.ts';
import type { RecentFile } from '../../shared/host.ts';
import { libraryMessages as say } from '../../shared/messages/library.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { Desk } from '../desk.ts';
import type { ShelfEntry } from '../library/library.ts';
import type { StorageUse } from '../shelf.ts';
import { Sparkline } from './Sparkline.tsx';
import { timeText } from './timeText.ts';

type Props = {
  readonly language: Language;
  readonly openId: string;
  readonly desk: Desk;
  readonly place: 'browser' | 'program';
  /** A workbook was put on the desk. */
  onOpened(): void;
  onNew(id: 'newFromSample' | 'newEmpty'): void;
};

function isFound({ title, fileName }: ShelfEntry, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [title?.en, title?.zh, fileName].some((text) => text?.toLowerCase().includes(wanted) === true) || wanted === '';
}

type RowProps = { readonly entry: ShelfEntry; readonly isOpen: boolean; readonly language: Language; readonly desk: Desk; onOpen(): void; changed(): void };

function Row({ entry, isOpen, language, desk, onOpen, changed }: RowProps) {
  const [asking, setAsking] = useState(false);
  const title = (entry.title ?? say.untitled)[language];
  const run = (work: Promise<void>): void => void work.then(changed);
  if (asking) {
    const question = (entry.unread ? say.removeUnread : say.removeQuestion)(title)[language];
    return (
      <li className="shelf-row asking" role="alertdialog" aria-label={question}>
        <span>{question}</span>
        <button type="button" className="button" autoFocus onClick={() => run(desk.shelf.remove(entry, changed))}>
          {say.removeYes[language]}
        </button>
        <button type="button" className="button" onClick={() => setAsking(false)}>
          {say.removeNo[language]}
        </button>
      </li>
    );
  }
  // What was never saved is told by the column before.
  const state = isOpen ? say.open : entry.unread ? say.unread : entry.unsaved ? workbench.unsaved : entry.fileName === null ? null : workbench.saved;
  const tools = [
    { label: entry.pinned ? say.unpin : say.pin, Icon: entry.pinned ? PinOff : Pin, run: () => run(desk.shelf.pin(entry)), off: false },
    { label: say.duplicate, Icon: Copy, run: () => run(desk.shelf.duplicate(entry)), off: entry.title === null },
    { label: say.remove, Icon: Trash2, run: () => setAsking(true), off: isOpen },
  ];
  return (
    <li className={isOpen ? 'shelf-row on' : 'shelf-row'}>
      <button type="button" className="shelf-open" onClick={onOpen}>
        <span className="shelf-title">
          <b>{title}</b>
          {entry.pinned && <Pin size={12} strokeWidth={1.8} aria-label={say.pin[language]} />}
          <span className="muted">{entry.fileName ?? ''}</span>
        </span>
        <span>{entry.gap === null ? null : <Sparkline values={entry.gap} title={workbench.gap} language={language} />}</span>
        <span className="muted">{entry.updatedAt === 0 ? '' : timeText(entry.updatedAt, language)}</span>
        <span className="muted shelf-saved">{entry.savedAt === null ? (entry.fileName === null && !entry.unread ? say.never[language] : '') : timeText(entry.savedAt, language)}</span>
        <span className="muted number">{formatBytes(entry.size, language)}</span>
        <span className={(entry.unsaved || entry.unread) && !isOpen ? 'shelf-state warn' : 'shelf-state muted'}>{state?.[language]}</span>
      </button>
      <span className="shelf-tools">
        {tools.map(({ label, Icon, run: act, off }) => (
          <button key={label.en} type="button" className="icon" disabled={off} title={label[language]} aria-label={`${label[language]}: ${title}`} onClick={act}>
            <Icon size={14} strokeWidth={1.6} aria-hidden />
          </button>
        ))}
      </span>
    </li>
  );
}

function Foot({ use, place, language }: { readonly use: StorageUse; readonly place: Props['place']; readonly language: Language }) {
  const where = place === 'program' ? say.place.program : say.place.browser(location.origin);
  const told = [where, ...(use.used === null || use.room === null ? [] : [say.use(formatBytes(use.used, language), formatBytes(use.room, language))])];
  // The program's own folder is nobody's to clear.
  const promise = place === 'program' ? [] : [use.promised ? say.promised : say.notPromised];
  return <p className="muted shelf-foot">{[...told, ...promise].map((sentence) => sentence[language]).join(language === 'zh' ? '' : ' ')}</p>;
}

export function LibraryView({ language, openId, desk, place, onOpened, onNew }: Props) {
  const { shelf } = desk;
  const [entries, setEntries] = useState<readonly ShelfEntry[] | null>(null);
  const [problem, setProblem] = useState<Phrase | null>(null);
  const [recent, setRecent] = useState<readonly RecentFile[]>([]);
  const [use, setUse] = useState<StorageUse>({ used: null, room: null, promised: false });
  const [query, setQuery] = useState('');
  const [turn, setTurn] = useState(0);
  const changed = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    let current = true;
    void Promise.all([shelf.list(), shelf.recentFiles(), shelf.storageUse()]).then(([listed, files, used]) => {
      if (!current) return;
      setRecent(files);
      setUse(used);
      setProblem(listed.ok ? null : problemText(listed.problem));
      if (listed.ok) setEntries(listed.value);
    });
    return () => {
      current = false;
    };
  }, [shelf, openId, turn]);
  const open = (id: string): void => void desk.openShelved(id).then((isOpen) => (isOpen ? onOpened() : undefined));
  const shown = entries?.filter((entry) => isFound(entry, query)) ?? [];
  return (
    <main className="library">
      <header>
        <h2>{say.title[language]}</h2>
        <input type="search" aria-label={say.search[language]} placeholder={say.search[language]} value={query} onChange={(event) => setQuery(event.target.value)} />
        <span className="choice">
          {(['newFromSample', 'newEmpty'] as const).map((id) => (
            <button key={id} type="button" className="button" onClick={() => onNew(id)}>
              {actions[id].label[language]}
            </button>
          ))}
          <button type="button" className="button" disabled={!entries || entries.length === 0} onClick={() => void shelf.exportAll()}>
            {say.exportAll[language]}
          </button>
        </span>
      </header>
      <p className={problem ? 'problem-line' : 'muted'}>{(problem ?? say.about)[language]}</p>
      {shown.length > 0 && (
        <div className="shelf-head" aria-hidden>
          {[say.workbook, say.gap, say.changed, say.saved, say.size, say.state].map((label) => (
            <span key={label.en} className={label === say.saved ? 'shelf-saved' : label === say.size ? 'number' : ''}>
              {label[language]}
            </span>
          ))}
        </div>
      )}
      <ul>
        {shown.map((entry) => (
          <Row key={entry.id} entry={entry} isOpen={entry.id === openId} language={language} desk={desk} onOpen={() => open(entry.id)} changed={changed} />
        ))}
      </ul>
      {entries && shown.length === 0 && <p className="muted">{(entries.length === 0 ? say.empty : say.nothingFound(query.trim()))[language]}</p>}
      {recent.length > 0 && (
        <section className="recent">
          <h2>{say.recent[language]}</h2>
          {recent.map(({ token, name }) => (
            <button key={token} type="button" className="link" onClick={() => void shelf.openRecent(token).then((isOpen) => (isOpen ? onOpened() : undefined))}>
              {name}
            </button>
          ))}
        </section>
      )}
      <Foot use={use} place={place} language={language} />
    </main>
  );
}
