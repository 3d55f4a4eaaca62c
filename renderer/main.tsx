/** Wires the window together: host, preferences, the workbook to begin with. */
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/noto-sans-sc/chinese-simplified-400.css';
import '@fontsource/noto-sans-sc/chinese-simplified-600.css';
import './styles/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { parseWorkbook } from '../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../shared/file/serializeWorkbook.ts';
import { problemText } from '../shared/messages/problems.ts';
import { workbench } from '../shared/messages/workbench.ts';
import type { Workbook } from '../shared/model/workbook.ts';
import type { Result } from '../shared/result.ts';
import sampleText from '../shared/sample/china-ndfeb-magnets.lodestone?raw';
import { App } from './App.tsx';
import { createBrowserHost } from './host/browserHost.ts';
import { createDraftKeeper } from './library/draftKeeper.ts';
import { openLibrary, type Draft } from './library/library.ts';
import { holdWorkbook } from './library/workbookLock.ts';
import { createPreferences } from './store/preferences.ts';
import { createSession, startSession, type SessionState } from './store/session.ts';

/** The work that was open last, else the sample as a copy of its own. */
function resume(kept: Result<Draft | null>, sample: Workbook): SessionState {
  const draft = kept.ok ? kept.value : null;
  const present = draft ? parseWorkbook(draft.text) : null;
  const saved = draft ? parseWorkbook(draft.savedText) : null;
  if (!draft || !present?.ok || !saved?.ok) return startSession('sample', sample);
  const state = startSession(draft.id, present.value);
  return draft.text === draft.savedText ? state : { ...state, saved: saved.value };
}

async function start(): Promise<void> {
  const host = createBrowserHost();
  const preferences = createPreferences(localStorage, navigator.language);
  const sample = parseWorkbook(sampleText);
  if (!sample.ok) throw new Error(problemText(sample.problem).en);
  const library = openLibrary();
  const kept = await library.load();
  const editable = await holdWorkbook(navigator.locks);
  const session = createSession(host, { ...resume(kept, sample.value), readOnly: !editable });
  if (!editable) session.notify(workbench.readOnly, 'problem');
  if (!kept.ok) session.notify(problemText(kept.problem), 'problem');
  const keeper = createDraftKeeper(
    (draft) => library.keep(draft),
    (result) => {
      if (!result.ok) session.notify(problemText(result.problem), 'problem');
    },
  );
  let last = session.state.get();
  session.state.subscribe(() => {
    const state = session.state.get();
    if (!state.readOnly && (state.history.present !== last.history.present || state.saved !== last.saved)) {
      keeper.note(() => ({ id: state.id, text: serializeWorkbook(state.history.present), savedText: serializeWorkbook(state.saved) }));
    }
    last = state;
  });
  window.addEventListener('pagehide', () => void keeper.flush());
  document.addEventListener('visibilitychange', () => void keeper.flush());
  const launched = await host.takeLaunchFile();
  if (!launched.ok) session.notify(problemText(launched.problem), 'problem');
  else if (launched.value) session.open(launched.value.token, launched.value);
  const root = document.getElementById('root');
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <App host={host} session={session} preferences={preferences} />
      </StrictMode>,
    );
  }
}

void start();
