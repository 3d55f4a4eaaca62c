/** Every page of the program stays where it is: no navigation, no new windows, no embedded browsers. */
import type { WebContents } from 'electron';
import { isOwnUrl } from './isOwnUrl.ts';

export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/** The report preview is a frame inside the window, so a frame may load pages of the program and nothing else. */
export function guardContents(contents: GuardedContents, log: (line: string) => void): void {
  const refuse = (what: string) => (event: { preventDefault(): void; readonly url?: string }) => {
    event.preventDefault();
    log(`${what} was refused: ${event.url ?? ''}`);
  };
  contents.on('will-navigate', refuse('navigation'));
  contents.on('will-redirect', refuse('redirection'));
  contents.on('will-attach-webview', refuse('an embedded browser'));
  contents.on('will-frame-navigate', (details) => {
    if (!isOwnUrl(details.url)) refuse('navigation of a frame')(details);
  });
  contents.setWindowOpenHandler(({ url }) => {
    log(`a new window was refused: ${url}`);
    return { action: 'deny' };
  });
}
