/** Why there is no Electron window: derived from what the program printed, said in one line, remembered for a day. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `download`: its program cannot be had; `start`: it is there and will not start. @typedef {{ kind: 'download' | 'start', reason: string }} Failure */

const day = 24 * 60 * 60 * 1000;

/** @param {string} data */
const pathIn = (data) => join(data, 'electron-failure.json');

/**
 * The reason in words for what a program that did not start has printed.
 * @param {{ code: number | string | null, signal: string | null, output: string }} ended
 * @returns {string}
 */
export function startFailureReason({ code, signal, output }) {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(output) ?? /(?:Library not loaded: |cannot open shared object file: )(\S+)/.exec(output);
  if (library) return `the library ${library[1]} is missing`;
  const outdated = /version [`']?(GLIBC\w*_[\d.]+)'? not found/.exec(output);
  if (outdated) return `the system's libraries are too old (${outdated[1]} is asked for)`;
  if (/sandbox/i.test(output)) return 'the system does not allow its sandbox';
  if (/Missing X server|cannot open display|platform failed to initialize/i.test(output)) return 'it found no display';
  if (code === 0xc0000135) return 'a library of the system is missing';
  const line = output.trim().split('\n').at(-1)?.trim() ?? '';
  const how = signal === null ? `it ended with ${code}` : `it was ended by ${signal}`;
  return line === '' ? how : `${how}: ${line.slice(0, 200)}`;
}

/**
 * @param {Failure} failure
 * @returns {string} the one line said when Electron was tried and failed
 */
export function failureLine({ kind, reason }) {
  const what = kind === 'download' ? 'Electron could not be downloaded' : 'Electron did not start';
  return `${what} (${reason}); the browser edition opens instead. "npm start -- --electron" tries again.`;
}

/**
 * @param {Failure} failure
 * @returns {string} the one line said when it is not tried because it failed less than a day ago
 */
export function rememberedLine({ kind, reason }) {
  const what = kind === 'download' ? 'could not be downloaded' : 'did not start';
  return `Electron ${what} when last tried (${reason}), so the browser edition opens. "npm start -- --electron" tries again.`;
}

/**
 * Keeps the failure for a day. Where it cannot be written Electron is merely tried again the next time.
 * @param {string} data the data folder
 * @param {Failure & { version: string }} failure
 * @param {number} now milliseconds since 1970
 */
export function rememberFailure(data, failure, now) {
  try {
    mkdirSync(data, { recursive: true });
    writeFileSync(pathIn(data), `${JSON.stringify({ ...failure, time: new Date(now).toISOString() }, null, 2)}\n`);
  } catch (error) {
    process.stderr.write(`The failure could not be noted in ${data}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/** @param {string} data the data folder */
export function forgetFailure(data) {
  rmSync(pathIn(data), { force: true });
}

/**
 * The failure of this version of Electron within the last day. A failed download says nothing once the program is there.
 * @param {string} data the data folder
 * @param {{ version: string, present: boolean, now: number }} situation
 * @returns {Failure | null}
 */
export function recallFailure(data, { version, present, now }) {
  const path = pathIn(data);
  if (!existsSync(path)) return null;
  try {
    const noted = JSON.parse(readFileSync(path, 'utf8'));
    const age = now - Date.parse(noted.time);
    if (noted.version !== version || !(age >= 0 && age < day)) return null;
    if (noted.kind === 'start' || (noted.kind === 'download' && !present)) return { kind: noted.kind, reason: String(noted.reason) };
  } catch {
    // A damaged note is no note: Electron is tried again and the note is written anew.
  }
  return null;
}
