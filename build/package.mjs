/** npm run package: builds the product and packs the desktop program for this system into release/. Needs Electron's own program. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './buildProduct.mjs';
import { ensureDependencies } from './dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
if (!ensureDependencies(root) || !ensureBuild(root)) process.exit(1);
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
const words = ['--config', join('build', 'electron-builder.yml'), '--publish', 'never', ...process.argv.slice(2)];
const run = spawnSync(process.execPath, [builder, ...words], { cwd: root, stdio: 'inherit' });
process.exit(run.status ?? 1);
