/** A browser for the end-to-end tests: an installed one, else Playwright's own, else Debian's package where that can be installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './findBrowser.mjs';

/** The newest Chromium that Playwright has downloaded, on Linux. */
function downloaded() {
  const cache = join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return null;
  const folders = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)).sort();
  return folders.map((name) => join(cache, name, 'chrome-linux', 'chrome')).findLast((path) => existsSync(path)) ?? null;
}

/** @returns {string | null} the program, or null after a sentence that says what to do */
export function ensureBrowser() {
  const find = () => findBrowser({ platform: process.platform, env: process.env }) ?? downloaded();
  const installed = find();
  if (installed !== null) return installed;
  process.stderr.write('No browser for the end-to-end tests yet; asking Playwright for one...\n');
  const quiet = { stdio: /** @type {['ignore', 2, 2]} */ (['ignore', 2, 2]) };
  spawnSync(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], { ...quiet, timeout: 120_000 });
  if (find() === null && process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing the Debian package chromium...\n');
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { ...quiet, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  const found = find();
  if (found === null) process.stderr.write('There is no browser for the end-to-end tests. Install Chromium or Chrome and run npm test again.\n');
  return found;
}
