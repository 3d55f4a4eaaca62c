/** The window's side of the door: one function per operation, no channel and no event of Electron's reaches the page. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { operationChannel, requestChannel, type DesktopBridge, type DoorOperations, type OperationName } from '../shared/desktopBridge.ts';
import type { HostRequest } from '../shared/host.ts';
import type { Result } from '../shared/result.ts';

function ask<Name extends OperationName>(name: Name, ...args: DoorOperations[Name]['args']): Promise<Result<DoorOperations[Name]['value']>> {
  return ipcRenderer.invoke(operationChannel(name), ...args) as Promise<Result<DoorOperations[Name]['value']>>;
}

/** Requests that come before the page listens, or while it exchanges its listener, wait here. */
const waiting: HostRequest[] = [];
let listener: ((request: HostRequest) => void) | null = null;

ipcRenderer.on(requestChannel, (_event, request: HostRequest) => {
  if (listener === null) waiting.push(request);
  else listener(request);
});

const bridge = {
  openFile: () => ask('openFile'),
  openRecent: (token) => ask('openRecent', token),
  recentFiles: () => ask('recentFiles'),
  takeLaunchFile: () => ask('takeLaunchFile'),
  openDropped: (file) => ask('openDropped', webUtils.getPathForFile(file as File)),
  readFile: (token) => ask('readFile', token),
  sendPiece: (ticket, piece) => ask('sendPiece', ticket, piece),
  saveFile: (token, text, fingerprint, overwrite) => ask('saveFile', token, text, fingerprint, overwrite),
  rememberFile: (id, file) => ask('rememberFile', id, file),
  recallFile: (id) => ask('recallFile', id),
  saveFileAs: (suggestedName, text) => ask('saveFileAs', suggestedName, text),
  exportFiles: (files) => ask('exportFiles', files),
  backup: (id, text, upTo) => ask('backup', id, text, upTo),
  backupStep: (id, row) => ask('backupStep', id, row),
  safetyCopies: (known) => ask('safetyCopies', known),
  exportPdf: (job, suggestedName) => ask('exportPdf', job, suggestedName),
  exportPdfs: (job, names) => ask('exportPdfs', job, names),
  exportPage: (job, suggestedName) => ask('exportPage', job, suggestedName),
  stopReport: () => ask('stopReport'),
  printReport: (job) => ask('printReport', job),
  setWindowState: (state) => ask('setWindowState', state),
  finishClose: (saved) => ask('finishClose', saved),
  log: (line) => ask('log', line),
  onRequest(next) {
    listener = next;
    for (const request of waiting.splice(0)) next(request);
    return () => {
      if (listener === next) listener = null;
    };
  },
} satisfies DesktopBridge;

contextBridge.exposeInMainWorld('lodestone', bridge);
