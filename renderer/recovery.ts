/** After a crash: what came back stands beside what was saved, with the list of differences, and the user chooses. */
import { workbookDifferences } from '../shared/analysis/workbookDifferences.ts';
import { recoveryMessages as say } from '../shared/messages/versions.ts';
import type { Workbook } from '../shared/model/workbook.ts';
import type { Session } from './store/session.ts';

/** Offers the choice; `keepCopy` puts a workbook of its own into the library and tells whether it is there. */
export function offerRecovery(session: Session, fileName: string, keepCopy: (workbook: Workbook) => Promise<boolean>): void {
  const { history, saved } = session.state.get();
  const recovered = history.present;
  const done = (): void => session.withdraw('recovery');
  const openSaved = (): void => {
    done();
    // One step, so that the recovered work is an undo away; it is a version, too.
    session.adopt(session.state.get().saved, say.openedSaved);
  };
  const keepBoth = async (): Promise<void> => {
    if (!(await keepCopy(session.state.get().history.present))) return;
    openSaved();
    session.notify(say.bothKept);
  };
  session.post({
    id: 'recovery',
    text: say.found(fileName),
    tone: 'info',
    comparison: { before: say.saved, after: say.recovered, workbook: recovered, find: () => workbookDifferences(saved, recovered) },
    actions: [
      { label: say.keepRecovered, run: done },
      { label: say.openSaved, run: openSaved },
      { label: say.keepBoth, run: () => void keepBoth() },
    ],
  });
}

