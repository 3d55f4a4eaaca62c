/** Opens windows of the browser edition: an app window of an installed browser with a profile of its own, else the default browser. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** An end with an error within so long of the start counts as a failed start, in milliseconds. */
const grace = 5_000;

/**
 * The profile that holds the library. A browser from a snap may write only below its own folder.
 * @param {string} browser
 * @param {string} data the data folder
 * @param {string} [home]
 */
export function profileFolder(browser, data, home = homedir()) {
  const snap = /^\/snap\/bin\/(\w+)/.exec(browser)?.[1];
  return snap === undefined ? join(data, 'browser') : join(home, 'snap', snap, 'common', 'lodestone-browser');
}

/**
 * True while a browser runs on the profile. A browser started on a profile in use hands its window over and ends at once,
 * so the end of the process started here is not always the end of its window.
 * @param {string} profile
 * @param {{ platform?: string, proc?: string, readLock?: typeof lockOf }} [system]
 */
export function profileInUse(profile, { platform = process.platform, proc = '/proc', readLock = lockOf } = {}) {
  if (platform === 'win32') return existsSync(join(profile, 'lockfile'));
  const lock = readLock(profile);
  const pid = lock?.startsWith(`${hostname()}-`) ? lock.slice(hostname().length + 1) : null;
  if (pid === null || !/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    // A lock left by a crash may name a process that is another program by now.
    return platform !== 'linux' || readFileSync(join(proc, pid, 'cmdline'), 'utf8').includes(profile);
  } catch {
    return false;
  }
}

/**
 * Chromium's lock is a link to host name and process number; it is there only while a browser runs, or after a crash.
 * @param {string} profile
 * @returns {string | null}
 */
function lockOf(profile) {
  try {
    return readlinkSync(join(profile, 'SingletonLock'));
  } catch {
    return null;
  }
}

/**
 * Opens an app window and waits until the last window of the profile is closed; a further window of a running workbench
 * is not waited for once that one's browser has taken it over.
 * @param {{
 *   browser: string, profile: string, url: string, superuser: boolean, stop: AbortSignal, further?: boolean, grace?: number,
 *   inUse?: (profile: string) => boolean, run?: typeof ended,
 * }} options
 * @returns {Promise<'closed' | 'failed'>} failed when the browser could not be started or ended with an error at once
 */
export async function openAppWindow({ browser, profile, url, superuser, stop, further = false, grace: allowed = grace, inUse = profileInUse, run = ended }) {
  mkdirSync(profile, { recursive: true });
  const words = [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check', '--disable-background-mode', '--window-size=1440,900'];
  // Without it a fresh profile on Linux may ask for a password for the system's key ring; Lodestone keeps no secrets in it.
  if (process.platform === 'linux') words.push('--password-store=basic');
  if (superuser) words.push('--no-sandbox');
  const begun = performance.now();
  const passed = await run(browser, words, stop);
  if (!passed && !stop.aborted && performance.now() - begun < allowed) return 'failed';
  while (!further && !stop.aborted && inUse(profile)) await sleep(300);
  return 'closed';
}

/**
 * Runs a program without its output.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {AbortSignal} stop
 * @returns {Promise<boolean>} false when it could not be started or ended with an error
 */
function ended(program, words, stop) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: 'ignore' });
    const end = () => void child.kill();
    stop.addEventListener('abort', end);
    /** @param {boolean} passed */
    const finish = (passed) => {
      stop.removeEventListener('abort', end);
      resolve(passed);
    };
    child.once('error', () => finish(false));
    child.once('exit', (code) => finish(code === 0));
  });
}

/**
 * The system's own way to open an address, without a shell.
 * @param {string} platform
 * @param {string} url
 * @returns {{ program: string, words: readonly string[] }}
 */
export function defaultBrowserCommand(platform, url) {
  if (platform === 'win32') return { program: 'rundll32', words: ['url.dll,FileProtocolHandler', url] };
  return { program: platform === 'darwin' ? 'open' : 'xdg-open', words: [url] };
}

/**
 * Opens the default browser. Some systems' openers become the browser and stay, so one that still runs has worked.
 * @param {{ program: string, words: readonly string[] }} command
 * @param {number} [patience] milliseconds
 * @returns {Promise<boolean>} false when there is none
 */
export function openDefaultBrowser({ program, words }, patience = 3000) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true });
    const clock = setTimeout(() => resolve(true), patience);
    /** @param {boolean} opened */
    const finish = (opened) => {
      clearTimeout(clock);
      resolve(opened);
    };
    child.once('error', () => finish(false));
    child.once('exit', (code) => finish(code === 0));
    child.unref();
  });
}
