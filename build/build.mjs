/** npm run build: dependencies where needed, then dist/. */
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './buildProduct.mjs';
import { ensureDependencies } from './dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.exit(ensureDependencies(root) && ensureBuild(root) ? 0 : 1);
