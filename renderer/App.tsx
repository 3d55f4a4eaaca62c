/** The window: bars around the workbench, and the one place where actions and their keys are carried out. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { isAvailable, type ActionId } from '../shared/actions.ts';
import type { Host } from '../shared/host.ts';
import { workbench } from '../shared/messages/workbench.ts';
import { problemText } from '../shared/messages/problems.ts';
import { computeBalance } from '../shared/model/computeBalance.ts';
import type { CellAddress, ScenarioId } from '../shared/model/workbook.ts';
import { actionHandlers } from './actionHandlers.ts';
import { groupsOfRows } from '../shared/tables/rowGroups.ts';
import type { Desk } from './desk.ts';
import { checkDisk, followDisk } from './diskCheck.ts';
import { followRequests } from './host/followRequests.ts';
import { LateView } from './late/LateView.tsx';
import { ViewBoundary } from './late/ViewBoundary.tsx';
import { lateParts, prepareParts } from './lateParts.ts';
import { rowActions } from './rowActions.ts';
import { createGridInUse } from './store/gridInUse.ts';
import { createGridActions } from './store/gridActions.ts';
import { createPanel } from './store/panel.ts';
import { arriveAt, createPlaces, selectPlace } from './store/places.ts';
import { createSelectionSummary } from './store/selectionSummary.ts';
import type { Preferences } from './store/preferences.ts';
import { isUnsaved, type Session } from './store/session.ts';
import { createStore, useStore, type Store } from './store/store.ts';
import { useActionKeys } from './useActionKeys.ts';
import { useFinder } from './useFinder.ts';
import type { TabTable } from './views/chooseTables.ts';
import { allShownTables } from './views/shownTables.ts';
import type { ReportWork } from './store/reportWork.ts';
import { NoticeBar } from './views/NoticeBar.tsx';
import { ReportProgress } from './views/ReportProgress.tsx';
import { placeOf, type GridPlace } from './views/placeOf.ts';
import { Rail } from './views/Rail.tsx';
import { StatusBar } from './views/StatusBar.tsx';
import { TopBar } from './views/TopBar.tsx';
import { UnitPanel } from './views/UnitPanel.tsx';
import { Workbench } from './views/Workbench.tsx';

type Props = { readonly host: Host; readonly desk: Desk; readonly session: Session; readonly preferences: Store<Preferences> };

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
const watchDark = (listener: () => void): (() => void) => {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
};

export function App({ host, desk, session, preferences }: Props) {
  const state = useStore(session.state);
  const liked = useStore(preferences);
  const systemDark = useSyncExternalStore(watchDark, () => darkQuery.matches);
  const dark = liked.theme === 'system' ? systemDark : liked.theme === 'dark';
  const [panel] = useState(createPanel);
  const [gridActions] = useState(createGridActions);
  const [summary] = useState(createSelectionSummary);
  const openPanel = useStore(panel);
  const [historyOpen] = useState(() => createStore(false));
  const isHistoryOpen = useStore(historyOpen);
  const { language } = liked;
  const workbook = state.history.present;
  const balance = computeBalance(workbook, state.scenario);
  const unsaved = isUnsaved(state);
  const [places] = useState(createPlaces);
  const [inUse] = useState(createGridInUse);
  const [reportWork] = useState(() => createStore<ReportWork | null>(null));
  const reportPage = useRef<string | null>(null);
  const rows = rowActions({ preferences, places, inUse });
  /** Whoever is led to a row sees it, even where it was folded away or filtered out. */
  const showRow = ({ tab, table, rowId }: GridPlace): void => {
    const all = tables().find((one) => one.table.id === table)?.table.rows ?? [];
    const group = groupsOfRows(all)[all.findIndex(({ id }) => id === rowId)];
    if (group && preferences.get().folded[table]?.includes(group.id)) rows.toggleGroup(table, group.id);
    if (places.get().filters[tab] !== undefined) rows.setFilter(tab, null);
  };
  const arrive = (place: GridPlace, focus = true): void => {
    preferences.set({ ...preferences.get(), view: 'workbench', tab: place.tab });
    showRow(place);
    (focus ? arriveAt : selectPlace)(places, place.table, { rowId: place.rowId, columnId: place.columnId });
  };
  // Every grid at once is only built for those who look for something.
  const tables = useMemo(() => {
    let made: readonly TabTable[] | null = null;
    return (): readonly TabTable[] => (made ??= balance.ok ? allShownTables(workbook, state.scenario, balance.value, { periodicity: liked.periodicity, rows: liked.rows }) : []);
  }, [workbook, state.scenario, balance, liked.periodicity, liked.rows]);
  const search = useFinder({ workbook, scenario: state.scenario, language, tab: liked.tab, places, tables, arrive });
  const goTo = (address: CellAddress): void => {
    const place = balance.ok ? placeOf(workbook, state.scenario, balance.value, address) : null;
    if (!place) return;
    preferences.set({ ...preferences.get(), view: 'workbench', tab: place.tab });
    showRow(place);
    selectPlace(places, place.table, { rowId: place.rowId, columnId: place.columnId });
  };

  const showReportPage = (page: string): void => {
    reportPage.current = page;
    preferences.set({ ...preferences.get(), view: 'report' });
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

  const isSearching = openPanel === 'palette' || openPanel === 'goTo';
  const closePanel = (): void => panel.set(null);
  /** Whoever closes a dialog goes on in the grid. */
  const closeDialog = (): void => {
    closePanel();
    places.set({ ...places.get(), arrivals: places.get().arrivals + 1 });
  };
  const closeHistory = (): void => historyOpen.set(false);
  // Where a view stands that cannot be loaded or drawn.
  const page = { language, place: 'page', shows: workbook, waiting: <main /> } as const;
  const over = { language, place: 'over', shows: workbook, onClose: closePanel } as const;
  const situation = { view: liked.view, undoSteps: state.history.past.length, redoSteps: state.history.future.length, readOnly: state.readOnly, finding: search.finder.query.trim() !== '' };
  const handlers = actionHandlers({ host, desk, session, preferences, places, panel, historyOpen, reportWork, rows, finder: search, isDark: () => dark });
  const act = async (id: ActionId): Promise<void> => {
    if (!isAvailable(id, situation) || gridActions.get()?.run(id) === true) return;
    const byId: Readonly<Partial<Record<ActionId, () => void | Promise<void>>>> = handlers;
    await byId[id]?.();
  };
  useActionKeys({
    act: (id) => void act(id),
    holdsWork: () => unsaved || state.history.past.length > 0,
    onHeldReload: () => session.notify(workbench.heldReload),
  });

  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(
    () =>
      followRequests(host, {
        showProgress: (done, all) => reportWork.set({ done, all }),
        act: (id) => latest.current(id),
        openGiven: desk.openGiven,
        notify: session.notify,
        checkFile: () => checkDisk(host, session),
        save: () => session.save(false, workbench.overwrite),
        settle: desk.settle,
      }),
    [host, desk, session, reportWork],
  );

  useEffect(() => followDisk(window, host, session), [host, session]);
  useEffect(() => void prepareParts(), []);

  return (
    <div className="window">
      <TopBar session={session} state={state} situation={situation} language={language} onScenario={chooseScenario} onAction={(id) => void act(id)} />
      <ReportProgress work={reportWork} language={language} onStop={() => host.stopReport()} />
      <NoticeBar session={session} state={state} language={language} />
      <Rail view={liked.view} language={language} onAction={(id) => void act(id)} />
      {liked.view === 'library' ? (
        <LateView
          part={lateParts.library}
          {...page}
          props={{
            language,
            openId: state.id,
            desk,
            place: host.capabilities.libraryPlace,
            onNew: (id) => void act(id),
            onOpened: () => void act('showWorkbench'),
          }}
        />
      ) : liked.view === 'compare' ? (
        <LateView part={lateParts.compare} {...page} props={{ host, session, state, preferences, liked, dark, onScenario: chooseScenario, onGo: goTo, onReportPage: showReportPage }} />
      ) : liked.view === 'report' && balance.ok ? (
        <LateView
          part={lateParts.report}
          {...page}
          props={{
            workbook,
            scenario: state.scenario,
            balance: balance.value,
            language,
            paper: liked.paper,
            writesPdf: host.capabilities.writesPdf,
            run: session.run,
            wanted: reportPage,
            onPaper: (paper) => preferences.set({ ...preferences.get(), paper }),
            onAction: (id) => void act(id),
          }}
        />
      ) : balance.ok ? (
        <ViewBoundary language={language} place="page" shows={workbook}>
          <Workbench session={session} state={state} balance={balance.value} preferences={preferences} liked={liked} dark={dark} places={places} gridActions={gridActions} inUse={inUse} rows={rows} summary={summary} search={search} onGo={goTo} onAction={(id) => void act(id)} />
        </ViewBoundary>
      ) : (
        <main className="problem">{problemText(balance.problem)[language]}</main>
      )}
      {(openPanel === 'structure' || openPanel === 'sources') && <LateView key={openPanel} part={lateParts.structure} {...over} props={{ session, state, language, atSources: openPanel === 'sources', onClose: closeDialog }} />}
      {isSearching && (
        <LateView
          key={openPanel}
          part={lateParts.palette}
          {...over}
          props={{
            mode: openPanel,
            workbook,
            tables: tables(),
            situation,
            preferences,
            places,
            language,
            onAction: (id) => void act(id),
            onScenario: chooseScenario,
            onPlace: arrive,
            onClose: closePanel,
          }}
        />
      )}
      {isHistoryOpen && <LateView part={lateParts.history} {...over} onClose={closeHistory} props={{ history: state.history, language, onJump: session.jump, onClose: closeHistory }} />}
      {openPanel === 'unit' && <UnitPanel inUse={inUse} rows={rows} language={language} onClose={closePanel} />}
      {openPanel === 'versions' && <LateView part={lateParts.versions} {...over} props={{ desk, session, state, language, onClose: closePanel }} />}
      {openPanel === 'keyboard' && <LateView part={lateParts.keyboard} {...over} props={{ language, onClose: closeDialog }} />}
      <StatusBar state={state} summary={summary} balance={balance.ok ? balance.value : null} language={language} zoom={liked.view === 'workbench' ? liked.zoom : null} onGo={goTo} onAction={(id) => void act(id)} />
    </div>
  );
}
