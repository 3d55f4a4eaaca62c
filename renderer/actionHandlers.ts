/** What each action of the application does, by its id. The actions of a grid are carried out by the grid in use. */
import type { ActionId, GridActionId } from '../shared/actions.ts';
import { serializeWorkbook } from '../shared/file/serializeWorkbook.ts';
import { naturalZoom, nextZoom } from '../shared/grid/zoom.ts';
import type { Host } from '../shared/host.ts';
import { problemText } from '../shared/messages/problems.ts';
import { reportMessages } from '../shared/messages/report.ts';
import { workbench } from '../shared/messages/workbench.ts';
import type { ReportJob } from '../shared/report/reportJob.ts';
import type { Desk } from './desk.ts';
import type { RowActions } from './rowActions.ts';
import type { PanelId, PanelStore } from './store/panel.ts';
import type { Places } from './store/places.ts';
import type { Preferences } from './store/preferences.ts';
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
  readonly rows: RowActions;
  readonly finder: Pick<FinderControl, 'open' | 'step'>;
  /** Whether the window is dark just now, by choice or by the system's. */
  isDark(): boolean;
};

export type ActionHandlers = Readonly<Record<Exclude<ActionId, GridActionId>, () => void | Promise<void>>>;

export function actionHandlers({ host, desk, session, preferences, places, panel, historyOpen, rows, finder, isDark }: ActionParts): ActionHandlers {
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
    async exportPdf() {
      const { title } = session.state.get().history.present;
      const written = await host.exportPdf(reportJob(), `${title[preferences.get().language]}.pdf`);
      if (!written.ok) session.notify(problemText(written.problem), 'problem');
      else if (written.value !== null) session.notify(reportMessages.written(written.value));
    },
    async print() {
      const printed = await host.printReport(reportJob());
      if (!printed.ok) session.notify(problemText(printed.problem), 'problem');
    },
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
    editStructure: toggle('structure'),
    explain: () => places.set({ ...places.get(), explaining: !places.get().explaining }),
    palette: toggle('palette'),
    keyboard: toggle('keyboard'),
    showMonths: () => prefer({ periodicity: 'months' }),
    showQuarters: () => prefer({ periodicity: 'quarters' }),
    showYears: () => prefer({ periodicity: 'years' }),
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
