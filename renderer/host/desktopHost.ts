/** The Host in the desktop window: every call goes through the door that the preload opens. */
import type { DesktopBridge, DoorText } from '../../shared/desktopBridge.ts';
import type { TextPieces } from '../../shared/file/textPieces.ts';
import type { Host } from '../../shared/host.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

export function createDesktopHost(bridge: DesktopBridge): Host {
  /** A large text crosses in pieces, each in a turn of its own, so that no key waits for twenty million characters to be copied. */
  const sent = async (text: TextPieces): Promise<Result<DoorText>> => {
    if (text.length <= 1) return ok(text[0] ?? '');
    const ticket = crypto.randomUUID();
    for (const piece of text) {
      const laid = await bridge.sendPiece(ticket, piece);
      if (!laid.ok) return laid;
    }
    return ok({ sent: ticket });
  };
  return {
    capabilities: { savesInPlace: true, writesPdf: true, nativeMenu: true, recentFiles: true, libraryPlace: 'program' },
    openFile: () => bridge.openFile(),
    openRecent: (token) => bridge.openRecent(token),
    async recentFiles() {
      const files = await bridge.recentFiles();
      // Without the list the window offers Open; the main process has logged why.
      return files.ok ? files.value : [];
    },
    takeLaunchFile: () => bridge.takeLaunchFile(),
    openDropped: (file) => (file instanceof File ? bridge.openDropped(file) : Promise.resolve(fail('file-not-readable'))),
    readFile: (token) => bridge.readFile(token),
    async saveFile(token, text, fingerprint, overwrite = false) {
      const there = await sent(text);
      return there.ok ? bridge.saveFile(token, there.value, fingerprint, overwrite) : there;
    },
    rememberFile: (id, file) => bridge.rememberFile(id, file),
    recallFile: (id) => bridge.recallFile(id),
    async saveFileAs(suggestedName, text) {
      const there = await sent(text);
      return there.ok ? bridge.saveFileAs(suggestedName, there.value) : there;
    },
    exportFiles: (files) => bridge.exportFiles(files),
    async backup(id, text, upTo) {
      const there = text === null ? ok(null) : await sent(text);
      return there.ok ? bridge.backup(id, there.value, upTo) : there;
    },
    backupStep: (id, row) => bridge.backupStep(id, row),
    safetyCopies: (known) => bridge.safetyCopies(known),
    exportPdf: (job, suggestedName) => bridge.exportPdf(job, suggestedName),
    exportPdfs: (job, names) => bridge.exportPdfs(job, names),
    exportPage: (job, suggestedName) => bridge.exportPage(job, suggestedName),
    stopReport: () => void bridge.stopReport(),
    printReport: (job) => bridge.printReport(job),
    setWindowState: (state) => void bridge.setWindowState(state),
    finishClose: (saved) => void bridge.finishClose(saved),
    onRequest: (listener) => bridge.onRequest(listener),
    log: (line) => void bridge.log(line),
  };
}
