/** Wires the window together: host, preferences, the workbook to begin with. */
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/noto-sans-sc/chinese-simplified-400.css';
import '@fontsource/noto-sans-sc/chinese-simplified-600.css';
import './styles/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { parseWorkbook } from '../shared/file/parseWorkbook.ts';
import { problemText } from '../shared/messages/problems.ts';
import sampleText from '../shared/sample/china-ndfeb-magnets.lodestone?raw';
import { App } from './App.tsx';
import { createBrowserHost } from './host/browserHost.ts';
import { createPreferences } from './store/preferences.ts';
import { createSession, startSession } from './store/session.ts';

async function start(): Promise<void> {
  const host = createBrowserHost();
  const preferences = createPreferences(localStorage, navigator.language);
  const sample = parseWorkbook(sampleText);
  if (!sample.ok) throw new Error(problemText(sample.problem).en);
  const session = createSession(host, startSession('sample', sample.value));
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
