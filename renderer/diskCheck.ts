/** Whether the file of the open workbook is still as it was: another program, another person or a synchroniser may have changed it. */
import { workbookDifferences } from '../shared/analysis/workbookDifferences.ts';
import { parseWorkbook } from '../shared/file/parseWorkbook.ts';
import type { Host, OpenedFile } from '../shared/host.ts';
import { diskMessages as say } from '../shared/messages/versions.ts';
import type { Workbook } from '../shared/model/workbook.ts';
import { isUnsaved, type Session } from './store/session.ts';

function offer(session: Session, file: OpenedFile, onDisk: Workbook): void {
  const done = (): void => session.withdraw('disk');
  session.post({
    id: 'disk',
    text: (isUnsaved(session.state.get()) ? say.changedUnsaved : say.changed)(file.name),
    tone: 'problem',
    comparison: { before: say.here, after: say.onDisk, workbook: onDisk, find: () => workbookDifferences(session.state.get().history.present, onDisk) },
    actions: [
      {
        label: say.reload,
        run() {
          done();
          // One step: what stood here before is an undo away.
          session.adopt(onDisk, say.reloaded(file.name), file);
        },
      },
      {
        label: say.keepMine,
        run() {
          done();
          session.keepOver(file, onDisk);
        },
      },
    ],
  });
}

/** Looks once. A file that is gone or cannot be read just now is left to Save, which says what it meets. */
export async function checkDisk(host: Host, session: Session): Promise<void> {
  const { file, id, readOnly } = session.state.get();
  // Where another window edits the workbook, that window asks.
  if (file === null || readOnly || session.isSaving()) return;
  const now = await host.readFile(file.token);
  const state = session.state.get();
  // Saved, reloaded or put away meanwhile: what was read is old.
  if (state.file !== file || state.id !== id || session.isSaving()) return;
  if (now.ok && now.value.fingerprint === file.fingerprint) return session.withdraw('disk');
  const { name } = file;
  const keepOver = (over: OpenedFile) => ({
    label: say.keepMine,
    run() {
      session.withdraw('disk');
      session.keepOver(over, null);
    },
  });
  if (!now.ok) {
    const isDamaged = now.problem.code === 'file-not-utf8' || now.problem.code === 'file-too-large';
    if (isDamaged) session.post({ id: 'disk', text: say.unreadable(name), tone: 'problem' });
    return;
  }
  const parsed = parseWorkbook(now.value.text);
  if (parsed.ok) offer(session, now.value, parsed.value);
  else session.post({ id: 'disk', text: say.unreadable(name), tone: 'problem', actions: [keepOver(now.value)] });
}

/** Looks whenever the window comes to the front. Returns the end of it. */
export function followDisk(target: Window, host: Host, session: Session): () => void {
  const onFocus = (): void => void checkDisk(host, session);
  target.addEventListener('focus', onFocus);
  return () => target.removeEventListener('focus', onFocus);
}
