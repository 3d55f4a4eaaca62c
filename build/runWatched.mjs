/** Runs a program that fetches something, and stops it when it makes no progress. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How much of the output is kept, its end: enough for the reason of a failure. */
const kept = 16_000;

/**
 * Runs a program with its output captured and a folder of its own for temporary files. Progress is any output, or any
 * growth of that folder or of the folders watched: a download writes into the first, unpacking into the second.
 * @param {{ program: string, words: readonly string[], cwd: string, patience: number, watched?: readonly string[], env?: Readonly<Record<string, string | undefined>> }} options
 *   `patience` in milliseconds
 * @returns {Promise<{ outcome: 'done' | 'failed' | 'stalled', output: string }>} never rejects: a program that cannot be started has failed, with the reason as output
 */
export function runWatched({ program, words, cwd, patience, watched = [], env = process.env }) {
  const temporary = mkdtempSync(join(tmpdir(), 'lodestone-setup-'));
  return new Promise((resolve) => {
    let output = '';
    let size = 0;
    let last = performance.now();
    let stalled = false;
    // A group of its own on POSIX, so that a program's own children are stopped with it.
    const detached = process.platform !== 'win32';
    const child = spawn(program, words, { cwd, env: { ...env, TMPDIR: temporary, TMP: temporary, TEMP: temporary }, stdio: ['ignore', 'pipe', 'pipe'], detached });
    const stop = () => {
      if (child.pid === undefined) return;
      if (detached) signalGroup(child.pid);
      else spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    };
    // Ctrl-C does not reach a group of its own; it is passed on, and ends this process as it would have.
    const interrupted = () => {
      stop();
      rmSync(temporary, { recursive: true, force: true });
      process.exit(130);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    const clock = setInterval(() => {
      const now = [temporary, ...watched].reduce((sum, folder) => sum + folderSize(folder), 0);
      if (now !== size) last = performance.now();
      size = now;
      if (performance.now() - last < patience) return;
      stalled = true;
      stop();
    }, Math.min(500, patience / 4));
    /** @param {Buffer} chunk */
    const hear = (chunk) => {
      last = performance.now();
      output = (output + chunk.toString()).slice(-kept);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    /** @param {boolean} passed */
    const finish = (passed) => {
      clearInterval(clock);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
      resolve({ outcome: stalled ? 'stalled' : passed ? 'done' : 'failed', output });
    };
    child.once('error', (error) => {
      output = error.message;
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}

/** @param {number} group */
function signalGroup(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // The group has ended between the check and the signal, which is what was wanted.
  }
}

/**
 * The bytes below a folder; a file that vanishes while it is counted has none.
 * @param {string} folder
 * @returns {number}
 */
function folderSize(folder) {
  let size = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      size += entry.isDirectory() ? folderSize(path) : statSync(path).size;
    }
  } catch {
    return size;
  }
  return size;
}
