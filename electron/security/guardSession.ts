/** The session of all windows: one permission is granted, to the program's own pages, and nothing is fetched from anywhere but the program itself. */
import type { Session } from 'electron';
import { isOwnUrl } from './isOwnUrl.ts';

export type GuardedSession = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'> & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
};

/** What stays inside the process: the developer tools, and data that a page has made itself. */
const innerSchemes: ReadonlySet<string> = new Set(['devtools:', 'blob:', 'data:']);

/** Writing a picture of a chart to the clipboard, after a click: the browser makes the picture anew, so nothing harmful passes. Reading is never granted. */
function isGranted(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnUrl(url);
}

export function guardSession(session: GuardedSession, log: (line: string) => void): void {
  // Electron grants everything by default. Both are needed: some features ask, others only look.
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    if (isGranted(permission, details.requestingUrl)) return answer(true);
    log(`permission was refused: ${permission}`);
    answer(false);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isInside(details.url);
    if (!allowed) log(`a request was refused: ${details.url.slice(0, 200)}`);
    answer({ cancel: !allowed });
  });
}

/** Whether a request stays inside the program. */
export function isInside(url: string): boolean {
  return isOwnUrl(url) || (URL.canParse(url) && innerSchemes.has(new URL(url).protocol));
}
