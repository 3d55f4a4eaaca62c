/** npm start: sets up what is missing and opens the workbench in an app window of an installed browser. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './buildProduct.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { findBrowser } from './findBrowser.mjs';
import { createStaticServer, markHeader } from './server.mjs';

/** The library belongs to the browser profile and to this address, so both never change. */
const port = 47310;
const host = `127.0.0.1:${port}`;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist', 'renderer');

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

function profileFolder() {
  const home = homedir();
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Lodestone', 'browser');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lodestone', 'browser');
  return join(process.env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'lodestone', 'browser');
}

/** @returns {Promise<'free' | 'ours' | string>} free, ours, or what the foreign program calls itself */
async function whoAnswers() {
  try {
    const answer = await fetch(`http://${host}/`, { method: 'HEAD', signal: AbortSignal.timeout(2000) });
    return answer.headers.has(markHeader) ? 'ours' : (answer.headers.get('server') ?? 'a program that does not give its name');
  } catch {
    // Nobody speaks HTTP there; listening then shows whether the port is free.
    return 'free';
  }
}

/**
 * Copies a workbook to where the window can fetch it, under a name that nobody can guess.
 * @param {string} file
 */
function handOver(file) {
  const key = randomBytes(16).toString('hex');
  mkdirSync(join(folder, 'handover'), { recursive: true });
  const copy = join(folder, 'handover', `${key}.lodestone`);
  copyFileSync(file, copy);
  return { query: `?open=${key}&name=${encodeURIComponent(basename(file))}`, remove: () => rmSync(copy, { force: true }) };
}

/**
 * Opens a window and resolves when it is closed; false where no window can be opened.
 * @param {string} url
 * @returns {Promise<boolean>}
 */
function openWindow(url) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return Promise.resolve(false);
  const browser = findBrowser({ platform: process.platform, env: process.env });
  if (browser === null) return Promise.resolve(false);
  const words = [`--app=${url}`, `--user-data-dir=${profileFolder()}`, '--no-first-run', '--no-default-browser-check'];
  if (process.getuid?.() === 0) {
    say('Running as root: the browser is started without its sandbox.');
    words.push('--no-sandbox');
  }
  return new Promise((done) => {
    const child = spawn(browser, words, { stdio: 'ignore' });
    child.once('error', () => done(false));
    child.once('exit', () => done(true));
  });
}

async function main() {
  const named = process.argv.slice(2).find((word) => !word.startsWith('--'));
  const file = named === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), named);
  if (file !== null && !existsSync(file)) {
    process.stderr.write(`The workbook ${file} was not found. Check its name and folder.\n`);
    return 2;
  }
  if (!ensureDependencies(root) || !ensureBuild(root)) return 2;
  const answering = await whoAnswers();
  if (answering !== 'free' && answering !== 'ours') {
    process.stderr.write(`Port ${port} is taken by another program (${answering}). Close it and start again: the library belongs to this address.\n`);
    return 2;
  }
  const handed = file === null ? null : handOver(file);
  const url = `http://${host}/${handed?.query ?? ''}`;
  if (answering === 'ours') {
    say(`Lodestone is running already; opening a window on ${url}`);
    await openWindow(url);
    return 0;
  }
  const server = createStaticServer({ folder, host });
  try {
    await new Promise((listening, refused) => server.once('error', refused).listen(port, '127.0.0.1', () => listening(null)));
  } catch {
    process.stderr.write(`Port ${port} is taken by a program that does not answer. Close it and start again: the library belongs to this address.\n`);
    return 2;
  }
  say(`Lodestone is ready at ${url}`);
  const closed = await openWindow(url);
  if (!closed) {
    say('Open this address in a browser. Ctrl-C ends Lodestone.');
    await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
  }
  server.close();
  server.closeAllConnections();
  handed?.remove();
  return 0;
}

process.exit(await main());
