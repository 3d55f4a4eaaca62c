/** The Host in the desktop window: every call goes through the door that the preload opens. */
import type { DesktopBridge } from '../../shared/desktopBridge.ts';
import type { Host } from '../../shared/host.ts';
import { fail } from '../../shared/result.ts';

export function createDesktopHost(bridge: DesktopBridge): Host {
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
    saveFile: (token, text, fingerprint, overwrite = false) => bridge.saveFile(token, text, fingerprint, overwrite),
    rememberFile: (id, file) => bridge.rememberFile(id, file),
    recallFile: (id) => bridge.recallFile(id),
    saveFileAs: (suggestedName, text) => bridge.saveFileAs(suggestedName, text),
    exportFiles: (files) => bridge.exportFiles(files),
    backup: (id, text, upTo) => bridge.backup(id, text, upTo),
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
