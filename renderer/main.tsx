/** Wires the window together: host, preferences, library, the workbook to begin with. */
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import './styles/chineseFaces.css';
import './styles/chineseMarks.css';
import './styles/rareGlyphs.css';
import './styles/firstGlyphs.css';
import './styles/app.css';
import './styles/grid.css';
import './styles/dialogs.css';
import './styles/panels.css';
import './styles/library.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DesktopWindow } from '../shared/desktopBridge.ts';
import { currentVersion } from '../shared/file/migrations.ts';
import type { Host } from '../shared/host.ts';
import { problemText } from '../shared/messages/problems.ts';
import { workbook as sample } from '../shared/sample/china-ndfeb-magnets.lodestone?checked';
import { version } from '../package.json';
import { createDesk, type Day } from './desk.ts';
import { GuardedApp } from './GuardedApp.tsx';
import { createBrowserHost } from './host/browserHost.ts';
import { createDesktopHost } from './host/desktopHost.ts';
import { followDrops } from './host/followDrops.ts';
import { createFileHandles } from './library/fileHandles.ts';
import { createLastDrafts } from './library/lastDrafts.ts';
import { openLibrary } from './library/library.ts';
import { openLibraryStore } from './library/libraryStore.ts';
import { createOpenMarks } from './library/openMarks.ts';
import { createTexts } from './library/texts.ts';
import { createTextWork } from './library/textWork.ts';
import { createVersions } from './library/versions.ts';
import { createWorkbookLock } from './library/workbookLock.ts';
import { createPreferences } from './store/preferences.ts';
import { createSession, startSession } from './store/session.ts';

function startTextWorker(): Worker {
  return new Worker(new URL('./workers/text.worker.ts', import.meta.url), { type: 'module' });
}

async function start(): Promise<void> {
  const { lodestone } = window as DesktopWindow;
  const store = openLibraryStore();
  // The library opens while the rest is made; what may go wrong is told by who first asks for something.
  void store.attempt(() => Promise.resolve(null));
  const work = createTextWork(store, startTextWorker, (line) => host.log(line));
  const host: Host = lodestone ? createDesktopHost(lodestone) : createBrowserHost(createFileHandles(store), work);
  const preferences = createPreferences(localStorage, navigator.language);
  const newId = (): string => crypto.randomUUID();
  const today = (): Day => {
    const now = new Date();
    return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  };
  const texts = createTexts();
  const session = createSession(host, startSession(newId(), sample), texts.of);
  const now = (): number => Date.now();
  const program = `${version}/${currentVersion}`;
  const desk = createDesk({
    host,
    library: openLibrary(store, now, program),
    store,
    writer: work,
    texts,
    program,
    versions: createVersions(store, work, now, newId),
    lock: createWorkbookLock(navigator.locks),
    marks: createOpenMarks(localStorage),
    lastDrafts: createLastDrafts(localStorage),
    session,
    sample,
    storage: navigator.storage,
    newId,
    today,
    now,
  });
  await desk.begin();
  // A browser hands over a dropped file without the right to save it again, so only the desktop takes drops.
  if (lodestone) followDrops(window, host, { openGiven: desk.openGiven, tell: (problem) => session.notify(problemText(problem), 'problem') });
  const root = document.getElementById('root');
  if (root) {
    // An error that a boundary keeps from spreading is written down all the same.
    createRoot(root, { onCaughtError: (error) => host.log(`a view failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`) }).render(
      <StrictMode>
        <GuardedApp host={host} desk={desk} session={session} preferences={preferences} />
      </StrictMode>,
    );
  }
}

void start();
