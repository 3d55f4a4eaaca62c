/** Builds the product into dist/ when its sources have changed since the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['shared', 'renderer', 'electron', 'build', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * The hash of every source file, its name and its text. File times lie after a clone, so content is what counts.
 * @param {string} root
 * @returns {string}
 */
export function sourceHash(root) {
  const hash = createHash('sha256');
  /** @param {string} name */
  const add = (name) => {
    const path = join(root, name);
    if (!existsSync(path)) return;
    const entries = /\.[a-z]+$/.test(name) ? null : readdirSync(path, { withFileTypes: true });
    if (entries === null) hash.update(`${name}\n`).update(readFileSync(path));
    else for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) addEntry(name, entry);
  };
  /**
   * @param {string} folder
   * @param {import('node:fs').Dirent} entry
   */
  const addEntry = (folder, entry) => {
    const name = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) hash.update(`${name}\n`).update(readFileSync(join(root, name)));
    else for (const child of readdirSync(join(root, name), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) addEntry(name, child);
  };
  for (const name of sources) add(name);
  return hash.digest('hex');
}

/**
 * Builds what is not fresh. The stamp is removed first and written last, so that an interrupted build is never taken for a finished one.
 * @param {string} root
 * @returns {boolean} false when the build failed
 */
export function ensureBuild(root) {
  const stamp = join(root, 'dist', '.stamp');
  const hash = sourceHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  process.stderr.write('Building Lodestone...\n');
  rmSync(stamp, { force: true });
  for (const config of ['vite.renderer.config.ts', 'vite.cli.config.ts', 'vite.main.config.ts', 'vite.preload.config.ts']) {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const run = spawnSync(process.execPath, [vite, 'build', '--config', join(root, 'build', config), '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] });
    if (run.status !== 0) {
      process.stderr.write('The build failed (its reason stands above).\n');
      return false;
    }
  }
  writeFileSync(stamp, hash);
  return true;
}
