/** Finds Electron's program in node_modules, or has the package fetch it. Never imports the package: importing it starts a download and throws. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWatched } from './runWatched.mjs';

/** @typedef {import('./electronFailure.mjs').Failure} Failure */

/** @param {string} root */
const packageFolder = (root) => join(root, 'node_modules', 'electron');

/**
 * @param {string} root
 * @returns {string | null} the version of the package installed, null where there is none
 */
export function electronVersion(root) {
  const path = join(packageFolder(root), 'package.json');
  return existsSync(path) ? String(JSON.parse(readFileSync(path, 'utf8')).version) : null;
}

/**
 * The program where it is present, as the package itself looks for it: below dist/, or below the folder that
 * ELECTRON_OVERRIDE_DIST_PATH names, under the name that path.txt holds.
 * @param {string} root
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {string | null}
 */
export function findElectron(root, env = process.env) {
  const pathFile = join(packageFolder(root), 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
  const own = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (name === null && !own) return null;
  const program = join(own || join(packageFolder(root), 'dist'), name ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'));
  return existsSync(program) ? program : null;
}

/**
 * Fetches the program with the package's own install.js; stopped when it makes no progress.
 * @param {string} root
 * @param {number} patience milliseconds without progress
 * @returns {Promise<{ ok: true, program: string } | { ok: false, failure: Failure }>}
 */
export async function fetchElectron(root, patience) {
  const folder = packageFolder(root);
  const run = await runWatched({ program: process.execPath, words: [join(folder, 'install.js')], cwd: root, patience, watched: [join(folder, 'dist')] });
  if (run.outcome === 'stalled') return { ok: false, failure: { kind: 'download', reason: `no progress for ${Math.round(patience / 1000)} seconds` } };
  if (run.outcome === 'failed') return { ok: false, failure: { kind: 'download', reason: `refused: ${firstMessage(run.output)}` } };
  const program = findElectron(root);
  return program === null ? { ok: false, failure: { kind: 'download', reason: 'the download left no program' } } : { ok: true, program };
}

/**
 * The message of a printed error, without its kind and its stack.
 * @param {string} output
 */
function firstMessage(output) {
  const line = output.split('\n').find((text) => /^\w*Error: /.test(text)) ?? output.trim().split('\n')[0] ?? '';
  return line.replace(/^\w*Error: /, '').trim() || 'no reason given';
}
