/** Who answers at the address of the browser edition: nobody, a running Lodestone, or a foreign program, by its name. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { request } from 'node:http';
import { basename, join } from 'node:path';
import { markHeader } from './server.mjs';

/** @typedef {{ kind: 'free' } | { kind: 'ours' } | { kind: 'foreign', server: string | null }} Answer */

/**
 * Asks before listening, because some systems let two programs listen on one port.
 * @param {number} port
 * @param {number} [patience] how long to wait for an answer, in milliseconds
 * @returns {Promise<Answer>} a program that takes the connection and says nothing is foreign
 */
export function whoAnswers(port, patience = 2000) {
  return new Promise((resolve) => {
    let connected = false;
    const call = request({ host: '127.0.0.1', port, method: 'HEAD', path: '/', headers: { host: `127.0.0.1:${port}` }, agent: false });
    call.setTimeout(patience, () => call.destroy(new Error('no answer')));
    call.once('socket', (socket) => socket.once('connect', () => (connected = true)));
    call.once('response', (response) => {
      response.resume();
      const server = response.headers.server ?? null;
      resolve(response.headers[markHeader] === undefined ? { kind: 'foreign', server: server === null ? null : String(server) } : { kind: 'ours' });
      call.destroy();
    });
    // An error before the connection means that nobody listens; after it, that whoever does speaks something else.
    call.once('error', () => resolve(connected ? { kind: 'foreign', server: null } : { kind: 'free' }));
    call.end();
  });
}

/**
 * Runs a system tool for its output; '' where it is not installed or fails.
 * @param {string} program
 * @param {readonly string[]} words
 * @returns {string}
 */
function ask(program, words) {
  const run = spawnSync(program, words, { encoding: 'utf8', timeout: 5000, windowsHide: true });
  return run.status === 0 ? run.stdout : '';
}

/**
 * The name of the program that listens on a port of this machine, as far as the system tells.
 * @param {number} port
 * @param {{ platform?: string, proc?: string, run?: typeof ask }} [system]
 * @returns {string | null} for example "python3.11, process 4711"; null where the system does not tell
 */
export function portOwner(port, { platform = process.platform, proc = '/proc', run = ask } = {}) {
  if (platform === 'win32') return ownerOnWindows(port, run);
  return (platform === 'linux' ? ownerInProc(port, proc) : null) ?? ownerByLsof(port, run);
}

/**
 * @param {number} port
 * @param {typeof ask} run
 */
function ownerByLsof(port, run) {
  const fields = run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']);
  const pid = /^p(\d+)$/m.exec(fields)?.[1];
  const name = /^c(.+)$/m.exec(fields)?.[1];
  return pid && name ? `${name}, process ${pid}` : null;
}

/**
 * netstat translates the word for a listening socket, so it is known by its foreign address, which names no port.
 * @param {number} port
 * @param {typeof ask} run
 */
function ownerOnWindows(port, run) {
  const row = run('netstat', ['-ano'])
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find((cells) => cells[0] === 'TCP' && cells[1]?.endsWith(`:${port}`) && cells[2]?.endsWith(':0'));
  const pid = row?.at(-1);
  if (!pid || !/^\d+$/.test(pid)) return null;
  const name = /^"([^"]+)"/m.exec(run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']))?.[1];
  return name ? `${name}, process ${pid}` : `process ${pid}`;
}

/**
 * Linux lists listening sockets by number, and each process names the sockets it holds.
 * @param {number} port
 * @param {string} proc
 */
function ownerInProc(port, proc) {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const sockets = ['tcp', 'tcp6'].flatMap((name) => {
    const path = join(proc, 'net', name);
    if (!existsSync(path)) return [];
    const rows = readFileSync(path, 'utf8').split('\n').map((line) => line.trim().split(/\s+/));
    return rows.filter((cells) => cells[1]?.endsWith(suffix) && cells[3] === '0A').map((cells) => `socket:[${cells[9]}]`);
  });
  if (sockets.length === 0) return null;
  const pid = readdirSync(proc).find((name) => /^\d+$/.test(name) && heldBy(join(proc, name)).some((held) => sockets.includes(held)));
  const program = pid === undefined ? null : linkOf(join(proc, pid, 'exe'));
  return program === null ? null : `${basename(program)}, process ${pid}`;
}

/**
 * What a process holds open; nothing where it has ended or belongs to another user.
 * @param {string} folder
 * @returns {readonly string[]}
 */
function heldBy(folder) {
  try {
    return readdirSync(join(folder, 'fd')).flatMap((name) => linkOf(join(folder, 'fd', name)) ?? []);
  } catch {
    return [];
  }
}

/**
 * @param {string} path
 * @returns {string | null} null for what has been closed or may not be read
 */
function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
