/** npm run bench: measures the product against its targets. Not a gate: it ends with 0 unless it could not measure. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './buildProduct.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { browserEffects, ensureBrowser } from './testBrowser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @param {readonly string[]} words @param {import('node:child_process').StdioOptions} stdio */
const node = (words, stdio) => spawnSync(process.execPath, words, { cwd: root, stdio }).status === 0;

if (!ensureDependencies(root) || !ensureBuild(root)) process.exit(2);
// Standard output is the figures' alone.
const browser = await ensureBrowser(root, { ...browserEffects(root), say: (line) => void process.stderr.write(`${line}\n`) });
if (browser === null) process.exit(2);
process.env.LODESTONE_CHROMIUM = browser;
// The measuring code is TypeScript; it is bundled each time, which takes less than a second.
const bundled = node([join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', join(root, 'build', 'vite.bench.config.ts'), '--logLevel', 'warn'], ['ignore', 2, 2]);
process.exit(bundled && node([join(root, '.cache', 'bench', 'bench.mjs'), ...process.argv.slice(2)], 'inherit') ? 0 : 2);
