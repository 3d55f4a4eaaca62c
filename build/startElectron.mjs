/** Opens the Electron edition where its program can be had and will start. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isSuperuser } from './display.mjs';
import { electronVersion, fetchElectron, findElectron } from './electronBinary.mjs';
import { failureLine, forgetFailure, recallFailure, rememberedLine, rememberFailure, startFailureReason } from './electronFailure.mjs';

/** @typedef {import('./electronFailure.mjs').Failure} Failure */
/** @typedef {{ started: true, status: number } | { started: false, reason: string }} Launch */

/** A download that makes no progress for so long is given up, in milliseconds. */
const patience = 8_000;
/** An end with an error within so long of the start counts as a failed start, in milliseconds. */
const grace = 10_000;

/**
 * Runs the program until it ends. Ending with an error within the grace is a failed start; ending well at once is not:
 * a second start hands its file to the running one and ends.
 * @param {{ program: string, words: readonly string[], stop: AbortSignal, grace?: number }} options
 * @returns {Promise<Launch>}
 */
export function launchElectron({ program, words, stop, grace: allowed = grace }) {
  const env = { ...process.env };
  // Terminals inside Electron programs set this, and with it Electron would run as plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  return new Promise((resolve) => {
    const begun = performance.now();
    let output = '';
    const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => void child.kill();
    stop.addEventListener('abort', end);
    /** @param {Buffer} chunk */
    const hear = (chunk) => {
      output = (output + chunk.toString()).slice(-16_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => {
      stop.removeEventListener('abort', end);
      resolve({ started: false, reason: error.message });
    });
    child.once('close', (code, signal) => {
      stop.removeEventListener('abort', end);
      if (code === 0 || stop.aborted) return resolve({ started: true, status: 0 });
      if (performance.now() - begun < allowed) return resolve({ started: false, reason: startFailureReason({ code, signal, output }) });
      process.stderr.write(`Lodestone ended unexpectedly (${startFailureReason({ code, signal, output })}).\n`);
      resolve({ started: true, status: 1 });
    });
  });
}

/**
 * Opens the window and waits for its end. Where that fails one line says why, and the failure is remembered for a day.
 * @param {{
 *   root: string, data: string, file: string | null, forced: boolean, display: boolean, stop: AbortSignal, say: (line: string) => void,
 *   superuser?: boolean, now?: () => number, fetchProgram?: typeof fetchElectron, launch?: typeof launchElectron,
 * }} options `forced`: --electron was given; `display`: there is a screen to open a window on
 * @returns {Promise<number | null>} the exit status when it ran, null when the browser edition is to open
 */
export async function startElectron({
  root, data, file, forced, display, stop, say, superuser = isSuperuser(), now = Date.now, fetchProgram = fetchElectron, launch = launchElectron,
}) {
  const version = electronVersion(root);
  if (version === null || !existsSync(join(root, 'dist', 'electron', 'main.cjs'))) {
    say(failureLine({ kind: 'start', reason: version === null ? 'its package is not installed' : 'dist/electron/main.cjs is missing' }));
    return null;
  }
  if (!display && !forced) {
    say('There is no display for an Electron window; the browser edition is served instead.');
    return null;
  }
  const present = findElectron(root);
  const remembered = forced ? null : recallFailure(data, { version, present: present !== null, now: now() });
  if (remembered !== null) {
    say(rememberedLine(remembered));
    return null;
  }
  /** @param {Failure} failure */
  const failed = (failure) => {
    rememberFailure(data, { version, ...failure }, now());
    say(failureLine(failure));
    return null;
  };
  if (present === null) say(`Downloading Electron ${version} (once)...`);
  const fetched = present === null ? await fetchProgram(root, patience) : /** @type {const} */ ({ ok: true, program: present });
  if (!fetched.ok) return failed(fetched.failure);
  if (superuser) say('Running as root: Electron is started without its sandbox.');
  // The project's folder is the first word, before any switch: what follows the second word of the command line are workbooks.
  const words = [root, ...(superuser ? ['--no-sandbox'] : []), ...(file === null ? [] : [file])];
  const launched = await launch({ program: fetched.program, words, stop });
  if (!launched.started) return failed({ kind: 'start', reason: launched.reason });
  forgetFailure(data);
  return launched.status;
}
