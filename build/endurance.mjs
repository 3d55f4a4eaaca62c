/** npm run test:endurance: the long form of the tests that kill, fill and corrupt. Minutes, not seconds; not part of npm test. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './buildProduct.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureBrowser } from './testBrowser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @param {readonly string[]} words @param {import('node:child_process').StdioOptions} stdio */
const node = (words, stdio) => spawnSync(process.execPath, words, { cwd: root, stdio }).status === 0;

if (!ensureDependencies(root) || !ensureBuild(root)) process.exit(2);
const browser = await ensureBrowser(root);
if (browser === null) process.exit(2);
process.env.LODESTONE_CHROMIUM = browser;
const bundled = node([join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', join(root, 'build', 'vite.endurance.config.ts'), '--logLevel', 'warn'], ['ignore', 2, 2]);
process.exit(bundled && node([join(root, '.cache', 'endurance', 'full.mjs'), ...process.argv.slice(2)], 'inherit') ? 0 : 1);
