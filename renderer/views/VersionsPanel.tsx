/** Earlier states of the open workbook: each with its gap, how it differs from now, and the way back to it, which undo takes back. */
import { useEffect, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { isWithoutDifference, workbookDifferences } from '../../shared/analysis/workbookDifferences.ts';
import { commands } from '../../shared/commands/registry.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { versionMessages as say } from '../../shared/messages/versions.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Desk } from '../desk.ts';
import type { VersionHead } from '../library/records.ts';
import type { Session, SessionState } from '../store/session.ts';
import { DifferencesList } from './DifferencesList.tsx';
import { Sparkline } from './Sparkline.tsx';
import { timeText } from './timeText.ts';

type Props = { readonly desk: Desk; readonly session: Session; readonly state: SessionState; readonly language: Language; onClose(): void };

const languages = ['en', 'zh'] as const;

function nameOf({ name, at }: VersionHead): Phrase {
  const [en, zh] = languages.map((language) => name ?? timeText(at, language));
  return { en: en ?? '', zh: zh ?? '' };
}

async function workbookOf(desk: Desk, id: string): Promise<Result<Workbook>> {
  const text = await desk.versions.text(id);
  if (!text.ok) return text;
  return text.value === null ? fail('storage-unavailable') : parseWorkbook(text.value);
}

type DetailsProps = Omit<Props, 'onClose'> & { readonly version: VersionHead; onRenamed(): void };

/** A name for the version, or another one. */
function NameForm({ desk, session, state, language, version, onRenamed }: DetailsProps) {
  const [name, setName] = useState(version.name ?? '');
  const wanted = name.trim();
  const rename = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wanted === '' || wanted === version.name) return;
    const renamed = await desk.versions.rename(version.id, wanted);
    if (!renamed.ok) return session.notify(problemText(renamed.problem), 'problem');
    if (renamed.value === null) session.notify(say.gone, 'problem');
    else session.notify(say.renamed(wanted));
    onRenamed();
  };
  return (
    <form className="version-name" onSubmit={(event) => void rename(event)}>
      <input aria-label={say.newName[language]} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      <button type="submit" className="button" disabled={wanted === '' || wanted === version.name || state.readOnly}>
        {(version.name === null ? say.giveName : say.rename)[language]}
      </button>
    </form>
  );
}

/** What the chosen version holds against now. */
function Details(props: DetailsProps) {
  const { desk, session, state, language, version } = props;
  const [read, setRead] = useState<Result<Workbook> | null>(null);
  const { present } = state.history;
  useEffect(() => {
    let current = true;
    void workbookOf(desk, version.id).then((result) => {
      if (current) setRead(result);
    });
    return () => {
      current = false;
    };
  }, [desk, version.id]);
  const then = read?.ok ? read.value : null;
  const found = useMemo(() => (then === null ? null : workbookDifferences(then, present)), [then, present]);
  const isNow = found?.ok === true && isWithoutDifference(found.value);
  if (read === null) return <p className="muted">{say.reading[language]}</p>;
  if (!read.ok) return <p className="problem-line">{problemText(read.problem)[language]}</p>;
  return (
    <div className="version-details">
      {found && (found.ok ? <DifferencesList found={found.value} workbook={present} before={say.then} after={say.now} language={language} /> : <p>{problemText(found.problem)[language]}</p>)}
      <NameForm {...props} />
      <button type="button" className="button" disabled={state.readOnly || isNow} onClick={() => session.run(commands.restoreVersion, { workbook: read.value, name: nameOf(version) })}>
        {say.restore[language]}
      </button>
    </div>
  );
}

export function VersionsPanel({ desk, session, state, language, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  const [versions, setVersions] = useState<readonly VersionHead[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const { id, saved } = state;
  const show = useMemo(
    () =>
      async (isCurrent: () => boolean = () => true): Promise<void> => {
        await desk.settle();
        const listed = await desk.versions.list(id);
        if (!isCurrent()) return;
        if (listed.ok) setVersions(listed.value);
        else session.notify(problemText(listed.problem), 'problem');
      },
    [desk, session, id],
  );
  useEffect(() => {
    let current = true;
    void show(() => current);
    return () => {
      current = false;
    };
  }, [show, saved]);
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.querySelector<HTMLElement>('input')?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
  };
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    const kept = await desk.nameVersion(wanted);
    if (!kept.ok) return session.notify(problemText(kept.problem), 'problem');
    setName('');
    session.notify(say.kept(wanted));
    await show();
  };
  return (
    <aside ref={panel} className="history versions" aria-label={say.title[language]} onKeyDown={onKeyDown}>
      <header>
        <h2>{say.title[language]}</h2>
        <span className="space" />
        <button type="button" className="button" onClick={onClose}>
          {workbench.close[language]}
        </button>
      </header>
      <form className="version-name" onSubmit={(event) => void keep(event)}>
        <input aria-label={say.name[language]} placeholder={say.nameHint[language]} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        <button type="submit" className="button" disabled={name.trim() === '' || state.readOnly}>
          {say.keep[language]}
        </button>
      </form>
      <ol>
        {versions?.length === 0 && <li className="muted nothing">{say.empty[language]}</li>}
        {versions?.map((version) => (
          <li key={version.id}>
            <button type="button" className={version.id === chosen ? 'version on' : 'version'} aria-expanded={version.id === chosen} data-version={version.id} onClick={() => setChosen(version.id === chosen ? null : version.id)}>
              <span className="version-label">
                <b>{version.name ?? timeText(version.at, language)}</b>
                <span className="muted">
                  {version.name === null ? say.automatic[language] : timeText(version.at, language)} · {say.scenarios(version.scenarios)[language]}
                </span>
              </span>
              <Sparkline values={version.gap} title={say.gap} language={language} />
            </button>
            {version.id === chosen && <Details key={version.id} desk={desk} session={session} state={state} language={language} version={version} onRenamed={() => void show()} />}
          </li>
        ))}
      </ol>
      <p className="search-hint">{say.about[language]}</p>
    </aside>
  );
}
