/** The window: bars around the workbench, and the one place where actions and their keys are carried out. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { actions, isActionId, type ActionId } from '../shared/actions.ts';
import { serializeWorkbook } from '../shared/file/serializeWorkbook.ts';
import type { Host } from '../shared/host.ts';
import { workbench } from '../shared/messages/workbench.ts';
import { reportMessages } from '../shared/messages/report.ts';
import type { ReportJob } from '../shared/report/reportJob.ts';
import { problemText } from '../shared/messages/problems.ts';
import { computeBalance } from '../shared/model/computeBalance.ts';
import type { CellAddress, ScenarioId } from '../shared/model/workbook.ts';
import type { Desk } from './desk.ts';
import { StructureDialog } from './dialogs/StructureDialog.tsx';
import { followRequests } from './host/followRequests.ts';
import { createPlaces, selectPlace } from './store/places.ts';
import type { Preferences } from './store/preferences.ts';
import { isUnsaved, type Session } from './store/session.ts';
import { useStore, type Store } from './store/store.ts';
import { LibraryView } from './views/LibraryView.tsx';
import { NoticeBar } from './views/NoticeBar.tsx';
import { placeOf } from './views/placeOf.ts';
import { Rail } from './views/Rail.tsx';
import { ReportView } from './views/ReportView.tsx';
import { StatusBar } from './views/StatusBar.tsx';
import { TopBar } from './views/TopBar.tsx';
import { Workbench } from './views/Workbench.tsx';

type Props = { readonly host: Host; readonly desk: Desk; readonly session: Session; readonly preferences: Store<Preferences> };

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
const watchDark = (listener: () => void): (() => void) => {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
};

/** "Mod+Shift+Z" for a key event, Mod being Ctrl or Cmd. */
function keyName(event: KeyboardEvent): string {
  const parts = [event.ctrlKey || event.metaKey ? 'Mod' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', event.key.length === 1 ? event.key.toUpperCase() : event.key];
  return parts.filter((part) => part !== '').join('+');
}

export function App({ host, desk, session, preferences }: Props) {
  const state = useStore(session.state);
  const liked = useStore(preferences);
  const systemDark = useSyncExternalStore(watchDark, () => darkQuery.matches);
  const dark = liked.theme === 'system' ? systemDark : liked.theme === 'dark';
  const [isStructureOpen, setStructureOpen] = useState(false);
  const { language } = liked;
  const workbook = state.history.present;
  const balance = computeBalance(workbook, state.scenario);
  const unsaved = isUnsaved(state);
  const [places] = useState(createPlaces);
  const goTo = (address: CellAddress): void => {
    const place = balance.ok ? placeOf(workbook, state.scenario, balance.value, address) : null;
    if (!place) return;
    preferences.set({ ...preferences.get(), view: 'workbench', tab: place.tab });
    selectPlace(places, place.table, { rowId: place.rowId, columnId: place.columnId });
  };

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [dark, language]);
  useEffect(() => {
    // The scenario last looked at comes back with its workbook.
    const wanted = preferences.get().scenarios[state.id];
    if (wanted !== undefined) session.chooseScenario(wanted);
  }, [preferences, session, state.id]);
  const chooseScenario = (id: ScenarioId): void => {
    session.chooseScenario(id);
    preferences.set({ ...preferences.get(), scenarios: { ...preferences.get().scenarios, [state.id]: id } });
  };
  useEffect(() => {
    host.setWindowState({ title: workbook.title[language], unsaved, language });
  }, [host, workbook.title, unsaved, language]);

  const reportJob = (): ReportJob => {
    const { history, scenario } = session.state.get();
    return { workbookText: serializeWorkbook(history.present), scenario, language, paper: liked.paper };
  };
  const act = async (id: ActionId): Promise<void> => {
    switch (id) {
      case 'undo':
        return session.undo();
      case 'redo':
        return session.redo();
      case 'save':
      case 'saveAs':
        await session.save(id === 'saveAs', workbench.overwrite);
        return;
      case 'open':
        return desk.openFile();
      case 'newFromSample':
        await desk.newFromSample();
        return preferences.set({ ...preferences.get(), view: 'workbench' });
      case 'explain':
        return places.set({ ...places.get(), explaining: !places.get().explaining });
      case 'newEmpty':
        await desk.newEmpty();
        return preferences.set({ ...preferences.get(), view: 'workbench' });
      case 'editStructure':
        return setStructureOpen(true);
      case 'showWorkbench':
        return preferences.set({ ...preferences.get(), view: 'workbench' });
      case 'showReport':
        return preferences.set({ ...preferences.get(), view: 'report' });
      case 'print': {
        const printed = await host.printReport(reportJob());
        if (!printed.ok) session.notify(problemText(printed.problem), 'problem');
        return;
      }
      case 'exportPdf': {
        const written = await host.exportPdf(reportJob(), `${workbook.title[language]}.pdf`);
        if (!written.ok) session.notify(problemText(written.problem), 'problem');
        else if (written.value !== null) session.notify(reportMessages.written(written.value));
        return;
      }
      case 'showLibrary':
        return preferences.set({ ...preferences.get(), view: 'library' });
      case 'switchLanguage':
        return preferences.set({ ...preferences.get(), language: language === 'en' ? 'zh' : 'en' });
      case 'switchTheme':
        return preferences.set({ ...preferences.get(), theme: dark ? 'light' : 'dark' });
    }
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // A cell or a field that holds what is not yet in the workbook has an undo of its own.
      const editing =
        (event.target instanceof HTMLTextAreaElement && event.target.classList.contains('on')) ||
        (event.target instanceof HTMLInputElement && event.target.dataset.editing === 'true');
      const name = keyName(event);
      for (const [id, spec] of Object.entries(actions)) {
        if (!('keys' in spec) || !(spec.keys as readonly string[]).includes(name) || !isActionId(id)) continue;
        if (editing && (id === 'undo' || id === 'redo')) return;
        event.preventDefault();
        void act(id);
        return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(
    () =>
      followRequests(host, {
        act: (id) => latest.current(id),
        openGiven: desk.openGiven,
        notify: session.notify,
        save: () => session.save(false, workbench.overwrite),
        settle: desk.settle,
      }),
    [host, desk, session],
  );

  return (
    <div className="window">
      <TopBar session={session} state={state} language={language} onScenario={chooseScenario} onAction={(id) => void act(id)} />
      <NoticeBar session={session} state={state} language={language} />
      <Rail view={liked.view} language={language} onAction={(id) => void act(id)} />
      {liked.view === 'library' ? (
        <LibraryView
          language={language}
          openId={state.id}
          list={desk.list}
          onNew={(id) => void act(id)}
          onOpen={(record) => void desk.openRecord(record).then(() => act('showWorkbench'))}
        />
      ) : liked.view === 'report' && balance.ok ? (
        <ReportView
          workbook={workbook}
          scenario={state.scenario}
          balance={balance.value}
          language={language}
          paper={liked.paper}
          writesPdf={host.capabilities.writesPdf}
          onPaper={(paper) => preferences.set({ ...preferences.get(), paper })}
          onAction={(id) => void act(id)}
        />
      ) : balance.ok ? (
        <Workbench session={session} state={state} balance={balance.value} preferences={preferences} liked={liked} dark={dark} places={places} onGo={goTo} onAction={(id) => void act(id)} />
      ) : (
        <main className="problem">{problemText(balance.problem)[language]}</main>
      )}
      {isStructureOpen && <StructureDialog session={session} state={state} language={language} onClose={() => setStructureOpen(false)} />}
      <StatusBar state={state} balance={balance.ok ? balance.value : null} language={language} onGo={goTo} />
    </div>
  );
}
