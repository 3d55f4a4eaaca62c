/** Installs what the lock file names when it is missing or not of this lock file. Plain Node: it runs before anything is installed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root
 * @returns {string} the hash of the lock file
 */
export function lockHash(root) {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'node_modules', '.lodestone-stamp');
}

/**
 * True when the installed packages are those of the lock file. File times lie after a clone, so a stamp with its hash,
 * written only after an install that succeeded, is what counts.
 * @param {string} root
 */
export function dependenciesAreFresh(root) {
  const stamp = stampPath(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash(root);
}

/**
 * Runs npm ci where needed; its output goes to standard error so that a command's own output stays clean.
 * @param {string} root
 * @returns {boolean} false when the install failed
 */
export function ensureDependencies(root) {
  if (dependenciesAreFresh(root)) return true;
  process.stderr.write('Installing dependencies (once, and again when package-lock.json changes)...\n');
  const npm = process.env.npm_execpath;
  // Everything here is a development dependency, and NODE_ENV=production would leave them all out.
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: /** @type {['ignore', 2, 2]} */ (['ignore', 2, 2]) };
  const run = npm ? spawnSync(process.execPath, [npm, ...words], options) : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
  if (run.status !== 0) {
    process.stderr.write('The dependencies could not be installed: npm ci failed (its reason stands above).\n');
    return false;
  }
  writeFileSync(stampPath(root), `${lockHash(root)}\n`);
  return true;
}
