/** An installed Chromium, Chrome or Edge, where each system keeps it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

/**
 * @param {{ platform: string, env: Readonly<Record<string, string | undefined>>, exists?: (path: string) => boolean }} options
 * @returns {string | null} the program's path
 */
export function findBrowser({ platform, env, exists = existsSync }) {
  const candidates = [env.LODESTONE_CHROMIUM ?? ''];
  if (platform === 'win32') {
    for (const base of [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]) {
      if (base) candidates.push(`${base}\\Google\\Chrome\\Application\\chrome.exe`, `${base}\\Microsoft\\Edge\\Application\\msedge.exe`, `${base}\\Chromium\\Application\\chrome.exe`);
    }
  } else if (platform === 'darwin') {
    for (const name of ['Google Chrome', 'Microsoft Edge', 'Chromium']) candidates.push(`/Applications/${name}.app/Contents/MacOS/${name}`);
  } else {
    for (const folder of (env.PATH ?? '').split(delimiter)) if (folder) for (const name of names) candidates.push(join(folder, name));
    for (const name of names) candidates.push(`/usr/bin/${name}`);
  }
  return candidates.find((path) => path !== '' && exists(path)) ?? null;
}
