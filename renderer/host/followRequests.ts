/** Carries out what the outside asks of the window: a menu's action, a file from a double click, Save before closing. */
import { isActionId, type ActionId } from '../../shared/actions.ts';
import type { Host, OpenedFile } from '../../shared/host.ts';
import { problemText } from '../../shared/messages/problems.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';

type Window = {
  act(id: ActionId): Promise<void>;
  openGiven(file: OpenedFile): Promise<void>;
  notify(text: Phrase, tone: 'problem'): void;
  /** Looks whether the file of the open workbook is still as it was. */
  checkFile(): Promise<void>;
  /** Saves the open workbook, asking for a place where it has none; false when it is still unsaved. */
  save(): Promise<boolean>;
  /** Shows how far the reports under way are. */
  showProgress(done: number, all: number): void;
  /** Resolves once the library has everything up to now. */
  settle(): Promise<void>;
};

/** Returns the end of it. */
export function followRequests(host: Host, window: Window): () => void {
  return host.onRequest((request) => {
    switch (request.kind) {
      case 'action':
        if (isActionId(request.action)) void window.act(request.action);
        else host.log(`a request for an unknown action: ${request.action}`);
        return;
      case 'open-file':
        void window.openGiven(request.file);
        return;
      case 'problem':
        window.notify(problemText(request.problem), 'problem');
        return;
      case 'file-touched':
        void window.checkFile();
        return;
      case 'report-progress':
        window.showProgress(request.done, request.all);
        return;
      case 'save-and-close':
        // The window goes away at once, so the library must know of the save before.
        void window.save().then(async (saved) => {
          await window.settle();
          host.finishClose(saved);
        });
        return;
    }
  });
}
