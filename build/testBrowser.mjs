/** A browser for the end-to-end tests: an installed one, else Playwright's own, else Debian's package where that can be installed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './findBrowser.mjs';
import { runWatched } from './runWatched.mjs';

/**
 * Where Playwright keeps the Chromium that belongs to its version; loaded late, because set-up installs it first.
 * @returns {Promise<string | null>} null where it has not been downloaded
 */
async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/** True on Debian itself: elsewhere the package chromium is missing or only points to another package system. */
function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * The words that a run which failed left, on one line.
 * @param {{ outcome: string, output: string }} run
 */
function reasonOf({ outcome, output }) {
  if (outcome === 'stalled') return 'it made no progress';
  const lines = output.trim().split('\n');
  return (lines.findLast((line) => /^(E: |Error: (?!Failed|Download failure))/.test(line)) ?? lines.at(-1) ?? '').replace(/^(E|Error): /, '').trim();
}

/**
 * @typedef {{
 *   installed: () => string | null, downloaded: () => Promise<string | null>, debianRoot: boolean,
 *   run: typeof runWatched, say: (line: string) => void,
 * }} BrowserEffects
 */

/**
 * @param {string} root
 * @returns {BrowserEffects}
 */
export function browserEffects(root) {
  return {
    installed: () => findBrowser({ platform: process.platform, env: process.env, edge: false }),
    downloaded: playwrightsOwn,
    debianRoot: process.platform === 'linux' && process.getuid?.() === 0 && isDebian(),
    run: (options) => runWatched({ ...options, cwd: root }),
    say: (line) => void process.stdout.write(`${line}\n`),
  };
}

/**
 * @param {string} root
 * @param {BrowserEffects} [effects]
 * @returns {Promise<string | null>} the program, or null after a sentence that says what to do
 */
export async function ensureBrowser(root, { installed, downloaded, debianRoot, run, say } = browserEffects(root)) {
  const present = installed() ?? (await downloaded());
  if (present !== null) return present;
  say('No browser for the end-to-end tests yet; downloading the one of Playwright...');
  // A machine may ask Playwright not to download on install; here the download is what is wanted.
  const env = { ...process.env };
  delete env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD;
  const words = [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', '--no-shell', 'chromium'];
  const download = await run({ program: process.execPath, words, cwd: root, patience: 20_000, env });
  const fetched = await downloaded();
  if (fetched !== null) return fetched;
  say(`Playwright's browser could not be downloaded: ${reasonOf(download)}`);
  if (debianRoot) {
    say('Installing the Debian package chromium...');
    const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // Packages are unpacked where this process does not look, so their patience is longer than a download's.
    await run({ program: 'apt-get', words: ['update', '-q'], cwd: root, patience: 60_000, env: quiet });
    const install = await run({ program: 'apt-get', words: ['install', '-y', '-q', 'chromium'], cwd: root, patience: 120_000, watched: ['/var/cache/apt/archives'], env: quiet });
    if (install.outcome !== 'done') say(`The Debian package chromium could not be installed: ${reasonOf(install)}`);
  }
  const found = installed();
  if (found === null) say('There is no browser for the end-to-end tests. Install Chromium or Chrome and run npm test again.');
  return found;
}
