/** The whole window in a boundary: should the bars themselves fail, there is still a sentence and a way back to the work. */
import type { Host } from '../shared/host.ts';
import { App } from './App.tsx';
import type { Desk } from './desk.ts';
import { ViewBoundary } from './late/ViewBoundary.tsx';
import type { Preferences } from './store/preferences.ts';
import type { Session } from './store/session.ts';
import { useStore, type Store } from './store/store.ts';

type Props = { readonly host: Host; readonly desk: Desk; readonly session: Session; readonly preferences: Store<Preferences> };

export function GuardedApp({ host, desk, session, preferences }: Props) {
  const { language } = useStore(preferences);
  const loadAgain = async (): Promise<void> => {
    // The library has everything before the window goes.
    await desk.settle();
    location.reload();
  };
  return (
    <ViewBoundary language={language} place="window" onLoadAgain={() => void loadAgain()}>
      <App host={host} desk={desk} session={session} preferences={preferences} />
    </ViewBoundary>
  );
}
