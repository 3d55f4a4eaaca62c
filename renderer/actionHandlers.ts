/** What each action of the application does, by its id. The actions of a grid are carried out by the grid in use. */
import type { ActionId, GridActionId } from '../shared/actions.ts';
import { serializeWorkbook } from '../shared/file/serializeWorkbook.ts';
import { naturalZoom, nextZoom } from '../shared/grid/zoom.ts';
import type { Host } from '../shared/host.ts';
import type { Phrase } from '../shared/messages/phrase.ts';
import { problemText } from '../shared/messages/problems.ts';
import { reportMessages } from '../shared/messages/report.ts';
import { workbench } from '../shared/messages/workbench.ts';
import type { ReportJob, SentJob } from '../shared/report/reportJob.ts';
import type { Problem, Result } from '../shared/result.ts';
import type { Desk } from './desk.ts';
import type { RowActions } from './rowActions.ts';
import type { PanelId, PanelStore } from './store/panel.ts';
import type { Places } from './store/places.ts';
import type { Preferences } from './store/preferences.ts';
import type { ReportWork } from './store/reportWork.ts';
import type { Session } from './store/session.ts';
import type { Store } from './store/store.ts';
import type { FinderControl } from './useFinder.ts';

export type ActionParts = {
  readonly host: Host;
  readonly desk: Desk;
  readonly session: Session;
  readonly preferences: Store<Preferences>;
  readonly places: Store<Places>;
  readonly panel: PanelStore;
  readonly historyOpen: Store<boolean>;
  readonly reportWork: Store<ReportWork | null>;
  readonly rows: RowActions;
  readonly finder: Pick<FinderControl, 'open' | 'step'>;
  /** Whether the window is dark just now, by choice or by the system's. */
  isDark(): boolean;
};

export type ActionHandlers = Readonly<Record<Exclude<ActionId, GridActionId>, () => void | Promise<void>>>;

export function actionHandlers({ host, desk, session, preferences, places, panel, historyOpen, reportWork, rows, finder, isDark }: ActionParts): ActionHandlers {
  const prefer = (part: Partial<Preferences>): void => preferences.set({ ...preferences.get(), ...part });
  const toggle = (id: PanelId) => (): void => panel.set(panel.get() === id ? null : id);
  const annotate = (what: 'comment' | 'source' | 'terms') => (): void => places.set({ ...places.get(), explaining: false, annotating: what });
  /** From the bar the search goes on in the bar; from elsewhere the grid takes the focus. */
  const step = (by: 1 | -1) => (): void => finder.step(by, !document.activeElement?.closest('.find-bar'));
  const reportJob = (): ReportJob => {
    const { history, scenario } = session.state.get();
    const { language, paper } = preferences.get();
    return { workbookText: serializeWorkbook(history.present), scenario, language: history.present.report?.language ?? language, paper };
  };
  /** The scenario in view comes first. */
  const sentJob = (): SentJob => {
    const { scenario, ...job } = reportJob();
    const { scenarios } = session.state.get().history.present;
    const others = Object.entries(scenarios).sort(([, a], [, b]) => a.order - b.order);
    return { ...job, scenarios: [scenario, ...others.map(([id]) => id).filter((id) => id !== scenario)] };
  };
  const reportName = (): string => session.state.get().history.present.title[preferences.get().language];
  const scenarioName = (id: string): string => session.state.get().history.present.scenarios[id]?.name[preferences.get().language] ?? id;
  /** Says what was written; what the user ended says nothing. */
  const working = async <T>(work: () => Promise<Result<T | null>>, said: (value: T) => Phrase | null): Promise<void> => {
    const refuse = (problem: Problem): void => session.notify(problemText(problem), 'problem');
    try {
      const done = await work();
      const sentence = done.ok && done.value !== null ? said(done.value) : null;
      if (!done.ok) refuse(done.problem);
      else if (sentence !== null) session.notify(sentence);
    } finally {
      reportWork.set(null);
    }
  };
  return {
    async newFromSample() {
      await desk.newFromSample();
      prefer({ view: 'workbench' });
    },
    async newEmpty() {
      await desk.newEmpty();
      prefer({ view: 'workbench' });
    },
    open: () => desk.openFile(),
    async save() {
      await session.save(false, workbench.overwrite);
    },
    async saveAs() {
      await session.save(true, workbench.overwrite);
    },
    showVersions: toggle('versions'),
    exportPdf: () => working(() => host.exportPdf(reportJob(), `${reportName()}.pdf`), reportMessages.written),
    exportPdfs() {
      const job = sentJob();
      return working(() => host.exportPdfs(job, job.scenarios.map((id) => `${reportName()} - ${scenarioName(id)}.pdf`)), reportMessages.writtenMany);
    },
    exportPage: () => working(() => host.exportPage(sentJob(), `${reportName()}.html`), reportMessages.written),
    print: () => working(() => host.printReport(reportJob()), () => null),
    undo: () => session.undo(),
    redo: () => session.redo(),
    showHistory: () => historyOpen.set(!historyOpen.get()),
    find() {
      prefer({ view: 'workbench' });
      finder.open();
    },
    findNext: step(1),
    findPrevious: step(-1),
    writeComment: annotate('comment'),
    assignSource: annotate('source'),
    stateTerms: annotate('terms'),
    goTo() {
      prefer({ view: 'workbench' });
      panel.set('goTo');
    },
    filterRows: () => rows.openFilter(),
    toggleGroup: () => rows.toggleGroup(),
    unfoldGroups: () => rows.unfoldAll(),
    chooseUnit: toggle('unit'),
    moreDecimals: () => rows.changeDecimals(1),
    fewerDecimals: () => rows.changeDecimals(-1),
    editSources: toggle('sources'),
    editStructure: toggle('structure'),
    explain: () => places.set({ ...places.get(), explaining: !places.get().explaining }),
    palette: toggle('palette'),
    keyboard: toggle('keyboard'),
    showMonths: () => prefer({ periodicity: 'months' }),
    showQuarters: () => prefer({ periodicity: 'quarters' }),
    showYears: () => prefer({ periodicity: 'years' }),
    pinTotals: () => prefer({ pinTotals: !preferences.get().pinTotals }),
    showWorkbench: () => prefer({ view: 'workbench' }),
    showCompare: () => prefer({ view: 'compare' }),
    showReport: () => prefer({ view: 'report' }),
    showLibrary: () => prefer({ view: 'library' }),
    zoomIn: () => prefer({ zoom: nextZoom(preferences.get().zoom, 1) }),
    zoomOut: () => prefer({ zoom: nextZoom(preferences.get().zoom, -1) }),
    zoomReset: () => prefer({ zoom: naturalZoom }),
    switchLanguage: () => prefer({ language: preferences.get().language === 'en' ? 'zh' : 'en' }),
    switchTheme: () => prefer({ theme: isDark() ? 'light' : 'dark' }),
  };
}
