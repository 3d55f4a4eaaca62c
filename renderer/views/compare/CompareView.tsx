/** Scenarios: the list with what each says, and beside it what those chosen there differ in and why. */
import { useEffect, useMemo, useState } from 'react';
import { darkPalette, lightPalette } from '../../../shared/charts/palette.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { parseWorkbook } from '../../../shared/file/parseWorkbook.ts';
import type { Host } from '../../../shared/host.ts';
import { compareMessages as say } from '../../../shared/messages/compare.ts';
import type { Language } from '../../../shared/messages/phrase.ts';
import { problemText } from '../../../shared/messages/problems.ts';
import { scenarioManager } from '../../../shared/messages/scenarioManager.ts';
import { rootScenarioId } from '../../../shared/model/computeBalance.ts';
import { descendantsOf } from '../../../shared/model/scenarioTree.ts';
import type { CellAddress, ScenarioId } from '../../../shared/model/workbook.ts';
import type { Preferences } from '../../store/preferences.ts';
import type { Session, SessionState } from '../../store/session.ts';
import type { Store } from '../../store/store.ts';
import { BridgePanel } from './BridgePanel.tsx';
import { ComparePanels } from './ComparePanels.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { ScenarioDetails } from './ScenarioDetails.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { fileKey, scenarioKey, subjectOf, type OtherFile, type Subject, type SubjectKey } from './subjects.ts';
import './compare.css';

type Props = {
  readonly host: Host;
  readonly session: Session;
  readonly state: SessionState;
  readonly preferences: Store<Preferences>;
  readonly liked: Preferences;
  readonly dark: boolean;
  onScenario(id: ScenarioId): void;
  onGo(address: CellAddress): void;
};

type ChosenProps = { readonly subjects: readonly Subject[]; readonly language: Language; onFirst(key: SubjectKey): void; onDrop(key: SubjectKey): void };

/** What is compared, the first one marked; a press on another makes it the first. */
function Chosen({ subjects, language, onFirst, onDrop }: ChosenProps) {
  return (
    <ul className="chosen" aria-label={say.subjects[language]}>
      {subjects.map(({ key, name, color }, at) => (
        <li key={key}>
          <button type="button" className="pill" aria-pressed={at === 0} title={at === 0 ? say.first[language] : say.makeFirst(name)[language]} onClick={() => onFirst(key)}>
            <i style={{ background: color }} />
            {name[language]}
            {at === 0 && subjects.length > 1 && <span className="muted">{say.first[language]}</span>}
          </button>
          {key === fileKey && (
            <button type="button" className="sign" aria-label={say.dropFile(name.en)[language]} onClick={() => onDrop(key)}>
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

export function CompareView({ host, session, state, preferences, liked, dark, onScenario, onGo }: Props) {
  const workbook = state.history.present;
  const { scenario } = state;
  const { language } = liked;
  const palette = dark ? darkPalette : lightPalette;
  const [other, setOther] = useState<OtherFile | null>(null);
  const [removing, setRemoving] = useState(false);
  useEffect(() => setRemoving(false), [scenario]);
  const root = rootScenarioId(workbook) ?? '';
  const kept = liked.compared[state.id];
  const keys = useMemo((): readonly SubjectKey[] => kept ?? (scenario === root ? [scenarioKey(root)] : [scenarioKey(root), scenarioKey(scenario)]), [kept, root, scenario]);
  const subjects = useMemo(() => keys.flatMap((key, at) => subjectOf(key, workbook, scenario, other, palette, at) ?? []), [keys, workbook, scenario, other, palette]);
  const choose = (next: readonly SubjectKey[]): void => preferences.set({ ...preferences.get(), compared: { ...preferences.get().compared, [state.id]: [...next] } });
  const toggle = (key: SubjectKey): void => choose(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]);
  const askRemove = (id: ScenarioId): void => {
    const { parent } = workbook.scenarios[id] ?? { parent: null };
    if (parent !== null && descendantsOf(workbook.scenarios, id).length > 0) setRemoving(true);
    else session.run(commands.removeScenario, { scenario: id });
  };
  const openOther = async (): Promise<void> => {
    const file = await host.openFile();
    if (!file.ok) return session.notify(problemText(file.problem), 'problem');
    if (!file.value) return;
    const parsed = parseWorkbook(file.value.text);
    if (!parsed.ok) return session.notify(problemText({ ...parsed.problem, place: parsed.problem.place ?? file.value.name }), 'problem');
    setOther({ name: file.value.name, workbook: parsed.value });
    choose([...keys.filter((key) => key !== fileKey), fileKey]);
  };
  return (
    <main className="compare">
      <aside aria-label={scenarioManager.title[language]}>
        <ScenarioList session={session} state={state} language={language} compared={keys} onScenario={onScenario} onToggle={toggle} onRemove={askRemove} />
        <ScenarioDetails
          session={session}
          workbook={workbook}
          scenario={scenario}
          language={language}
          removing={removing}
          onScenario={onScenario}
          onRemove={() => askRemove(scenario)}
          onKept={() => setRemoving(false)}
        />
        <DifferenceList session={session} workbook={workbook} scenario={scenario} language={language} onGo={onGo} />
      </aside>
      <div className="compared">
        <header>
          <Chosen subjects={subjects} language={language} onFirst={(key) => choose([key, ...keys.filter((one) => one !== key)])} onDrop={toggle} />
          <button type="button" className="button" onClick={() => void openOther()}>
            {say.otherFile[language]}
          </button>
        </header>
        <ComparePanels session={session} workbook={workbook} scenario={scenario} subjects={subjects} palette={palette} language={language} onGo={onGo}>
          <BridgePanel workbook={workbook} scenario={scenario} subjects={subjects} palette={palette} language={language} />
        </ComparePanels>
      </div>
    </main>
  );
}
