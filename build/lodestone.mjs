/** npm run -s lodestone -- ...: the command line, set up where needed, its own output untouched. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './buildProduct.mjs';
import { ensureDependencies } from './dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
if (!ensureDependencies(root) || !ensureBuild(root)) process.exit(2);
// npm runs scripts in the package's folder; files are named from where the user stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
const run = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'lodestone.mjs'), ...process.argv.slice(2)], { cwd, stdio: 'inherit' });
process.exit(run.status ?? 2);
