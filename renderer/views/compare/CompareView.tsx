/** Scenarios: the list with what each says, and beside it what those chosen there differ in and why. */
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { daysWithGap } from '../../../shared/analysis/asOfViews.ts';
import type { BridgeJob } from '../../../shared/analysis/bridgeJob.ts';
import { darkPalette, lightPalette } from '../../../shared/charts/palette.ts';
import { pageOfBridge } from '../../../shared/commands/bridgePage.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { parseWorkbook } from '../../../shared/file/parseWorkbook.ts';
import type { Host } from '../../../shared/host.ts';
import { asOfMessages } from '../../../shared/messages/asOf.ts';
import { compareMessages as say } from '../../../shared/messages/compare.ts';
import type { Language } from '../../../shared/messages/phrase.ts';
import { problemText } from '../../../shared/messages/problems.ts';
import { scenarioManager } from '../../../shared/messages/scenarioManager.ts';
import { rootScenarioId } from '../../../shared/model/computeBalance.ts';
import { descendantsOf } from '../../../shared/model/scenarioTree.ts';
import type { IsoDate } from '../../../shared/model/period.ts';
import type { CellAddress, ScenarioId } from '../../../shared/model/workbook.ts';
import type { Comparing, Preferences } from '../../store/preferences.ts';
import type { Session, SessionState } from '../../store/session.ts';
import type { Store } from '../../store/store.ts';
import { AsOfPanel } from './AsOfPanel.tsx';
import { bridgeChoice } from './bridgeChoice.ts';
import { BridgePanel } from './BridgePanel.tsx';
import { ComparePanels } from './ComparePanels.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { ScenarioDetails } from './ScenarioDetails.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { daySubject, fileKey, firstSubjects, scenarioKey, subjectOf, type OtherFile, type Subject, type SubjectKey } from './subjects.ts';
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
  /** Shows a page of the report. */
  onReportPage(id: string): void;
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

const ways = [
  ['subjects', asOfMessages.bySubjects],
  ['days', asOfMessages.byDays],
] as const;

/** Scenarios and vintages, or the days of one scenario. */
function Ways({ by, language, onBy }: { readonly by: 'subjects' | 'days'; readonly language: Language; onBy(by: 'subjects' | 'days'): void }) {
  return (
    <div className="choice" role="radiogroup" aria-label={asOfMessages.mode[language]}>
      {ways.map(([way, name]) => (
        <button key={way} type="button" role="radio" aria-checked={by === way} className={by === way ? 'pill on' : 'pill'} onClick={() => onBy(way)}>
          {name[language]}
        </button>
      ))}
    </div>
  );
}

export function CompareView({ host, session, state, preferences, liked, dark, onScenario, onGo, onReportPage }: Props) {
  const workbook = state.history.present;
  const { scenario } = state;
  const { language } = liked;
  const palette = dark ? darkPalette : lightPalette;
  const [other, setOther] = useState<OtherFile | null>(null);
  const [removing, setRemoving] = useState(false);
  useEffect(() => setRemoving(false), [scenario]);
  const root = rootScenarioId(workbook) ?? '';
  const kept = liked.compared[state.id];
  const keys = useMemo(() => kept ?? firstSubjects(workbook.scenarios, root, scenario), [kept, workbook.scenarios, root, scenario]);
  const chosen = useMemo(() => keys.flatMap((key, at) => subjectOf(key, workbook, scenario, other, palette, at) ?? []), [keys, workbook, scenario, other, palette]);
  const comparing = liked.comparing[state.id] ?? {};
  const by = comparing.by ?? 'subjects';
  const setComparing = (change: Comparing): void => {
    const before = preferences.get().comparing;
    preferences.set({ ...preferences.get(), comparing: { ...before, [state.id]: { ...before[state.id], ...change } } });
  };
  const days = useMemo(() => (by === 'days' ? daysWithGap(workbook, scenario) : []), [by, workbook, scenario]);
  const dayAt = (date: string | undefined): IsoDate | undefined => days.find((day) => day.date === date)?.date;
  const against = dayAt(comparing.against) ?? days.at(-1)?.date;
  const seen = dayAt(comparing.seen) ?? dayAt(workbook.asOf) ?? days[0]?.date;
  // The slider moves at once; what is worked out for the day follows.
  const drawn = dayAt(useDeferredValue(seen)) ?? seen;
  const ofDays = useMemo(
    () => (drawn === undefined || against === undefined ? [] : [daySubject(workbook, scenario, drawn, palette.accent), daySubject(workbook, scenario, against, palette.ink)]),
    [workbook, scenario, drawn, against, palette],
  );
  const subjects = by === 'days' ? ofDays : chosen;
  const printBridge = (job: BridgeJob): void => {
    session.run(commands.printBridge, { job });
    const page = pageOfBridge(session.state.get().history.present, job);
    if (page !== null) onReportPage(page);
  };
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
    // Until the user chooses, a file is held against the scenario that is looked at and no other.
    choose([...(kept ?? [scenarioKey(scenario)]).filter((key) => key !== fileKey), fileKey]);
  };
  const picture =
    by === 'subjects' || seen === undefined || drawn === undefined || against === undefined ? null : (
      <AsOfPanel
        workbook={workbook}
        scenario={scenario}
        days={days}
        seen={seen}
        drawn={drawn}
        against={against}
        months={bridgeChoice(workbook, scenario, subjects, comparing).months}
        palette={palette}
        language={language}
        onSeen={(date) => setComparing({ seen: date })}
        onAgainst={(date) => setComparing({ against: date })}
      />
    );
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
          <Ways by={by} language={language} onBy={(way) => setComparing({ by: way })} />
          {by === 'subjects' && (
            <>
              <Chosen subjects={subjects} language={language} onFirst={(key) => choose([key, ...keys.filter((one) => one !== key)])} onDrop={toggle} />
              <button type="button" className="button" onClick={() => void openOther()}>
                {say.otherFile[language]}
              </button>
            </>
          )}
        </header>
        {by === 'days' && picture === null ? (
          <p className="muted">{asOfMessages.noDays[language]}</p>
        ) : (
          <ComparePanels session={session} workbook={workbook} scenario={scenario} subjects={subjects} palette={palette} language={language} picture={picture} onGo={onGo}>
            <BridgePanel
              workbook={workbook}
              scenario={scenario}
              subjects={subjects}
              comparing={comparing}
              palette={palette}
              language={language}
              onComparing={setComparing}
              onPrint={printBridge}
              onProblem={(sentence) => session.notify(sentence, 'problem')}
            />
          </ComparePanels>
        )}
      </div>
    </main>
  );
}
