/** npm start: sets up what is missing and opens the workbench, in an Electron window where that works, else in a browser. */
import { accessSync, constants, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editionPort, runBrowserEdition } from './browserEdition.mjs';
import { defaultBrowserCommand, openAppWindow, openDefaultBrowser, profileFolder } from './browserWindow.mjs';
import { ensureBuild } from './buildProduct.mjs';
import { dataFolder } from './dataFolder.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay, isSuperuser } from './display.mjs';
import { findBrowser } from './findBrowser.mjs';
import { whoAnswers } from './portOwner.mjs';
import { startElectron } from './startElectron.mjs';
import { readStartWords, startHelp } from './startWords.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = dataFolder();
const stopping = new AbortController();

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);
/** @param {string} line */
const complain = (line) => void process.stderr.write(`${line}\n`);

/** @type {import('./browserEdition.mjs').OpenWindow} */
async function openWindow(url, further) {
  if (!hasDisplay()) return 'none';
  const browser = findBrowser({ platform: process.platform, env: process.env });
  if (browser !== null) {
    if (isSuperuser()) say('Running as root: the browser is started without its sandbox.');
    const end = await openAppWindow({ browser, profile: profileFolder(browser, data), url, superuser: isSuperuser(), stop: stopping.signal, further });
    if (end === 'closed') return 'closed';
    say(`${browser} could not be started; trying the default browser.`);
  }
  return (await openDefaultBrowser(defaultBrowserCommand(process.platform, url))) ? 'elsewhere' : 'none';
}

/**
 * @param {string} named the file as the user wrote it
 * @returns {string | null} its full path, or null after a sentence; files are named from where the user stands
 */
function workbookFile(named) {
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), named);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) {
    try {
      accessSync(file, constants.R_OK);
      return file;
    } catch {
      complain(`The workbook ${file} may not be read by you.`);
      return null;
    }
  }
  complain(found === undefined ? `The workbook ${file} was not found. Check its name and folder.` : `${file} is not a file.`);
  return null;
}

async function main() {
  const words = readStartWords(process.argv.slice(2));
  if (!words.ok) {
    complain(words.sentence);
    return 2;
  }
  if (words.value === 'help') {
    process.stdout.write(startHelp);
    return 0;
  }
  const { edition } = words.value;
  const file = words.value.file === null ? null : workbookFile(words.value.file);
  if (file === null && words.value.file !== null) return 2;
  if (!ensureDependencies(root) || !ensureBuild(root)) return 2;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stopping.abort());
  // Where the browser edition runs already, a further window belongs to it: the other edition has another library.
  const running = edition === 'any' && (await whoAnswers(editionPort)).kind === 'ours';
  if (edition !== 'browser' && !running) {
    const status = await startElectron({ root, data, file, forced: edition === 'electron', display: hasDisplay(), stop: stopping.signal, say });
    if (status !== null) return status;
  }
  return runBrowserEdition({ folder: join(root, 'dist', 'renderer'), data, file, openWindow, stop: stopping.signal, say, complain });
}

process.exit(await main());
