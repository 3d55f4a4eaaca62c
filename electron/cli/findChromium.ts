/** The browser that prints reports: the one the user names, else an installed one, else the browser driver's own. */
import { posix, win32 } from 'node:path';

export type ChromiumSearch = {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  isFile(path: string): boolean;
  /** Where the browser driver keeps its own download; null when it has none. */
  readonly ownBrowser: string | null;
};

const programNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPlaces = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** The program file of a Chromium; null when none is found. One that the user names wrongly is not replaced by another. */
export function findChromium(search: ChromiumSearch): string | null {
  const named = search.env['LODESTONE_CHROMIUM'];
  if (named !== undefined && named !== '') return search.isFile(named) ? named : null;
  return installedPlaces(search).find((path) => search.isFile(path)) ?? null;
}

function installedPlaces({ platform, env, ownBrowser }: ChromiumSearch): readonly string[] {
  const own = ownBrowser === null ? [] : [ownBrowser];
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined);
    return [...windowsPlaces.flatMap((place) => roots.map((root) => win32.join(root, place))), ...own];
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const onPath = programNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
  return [...onPath, ...(platform === 'darwin' ? macPlaces : ['/usr/bin/chromium', '/snap/bin/chromium']), ...own];
}
