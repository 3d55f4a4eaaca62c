/** An installed Chromium, Chrome or Edge, where each system keeps it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

/**
 * LODESTONE_CHROMIUM names a program that goes first; then every folder is asked for Chromium and Chrome before any is for Edge.
 * @param {{ platform: string, env: Readonly<Record<string, string | undefined>>, exists?: (path: string) => boolean, edge?: boolean }} options
 * @returns {string | null} the program's path
 */
export function findBrowser({ platform, env, exists = existsSync, edge = true }) {
  const isEdge = (/** @type {string} */ path) => /edge/i.test(path);
  const candidates = installedPlaces(platform, env);
  const ordered = [env.LODESTONE_CHROMIUM ?? '', ...candidates.filter((path) => !isEdge(path)), ...(edge ? candidates.filter(isEdge) : [])];
  return ordered.find((path) => path !== '' && exists(path)) ?? null;
}

/**
 * @param {string} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string[]}
 */
function installedPlaces(platform, env) {
  if (platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((base) => base);
    return bases.flatMap((base) => [`${base}\\Google\\Chrome\\Application\\chrome.exe`, `${base}\\Chromium\\Application\\chrome.exe`, `${base}\\Microsoft\\Edge\\Application\\msedge.exe`]);
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return folders.flatMap((folder) => ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  const folders = [...(env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''), '/usr/bin'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}
