import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown } from 'vite';
import { checkedSample } from './checkedSample.ts';
import { reachedModules } from './reachedModules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// Named as the build names its modules, on Windows too.
const pages = ['index', 'report'].map((name) => `${root}renderer/${name}.html`.replaceAll('\\', '/'));

/**
 * What both pages need before they can begin, in one file. Left to itself the build cuts it into a dozen, by who else needs each
 * piece, and a browser fetches six at a time from one server: the largest waited behind the small ones.
 */
const common: Rolldown.CodeSplittingGroup = {
  debugName: 'common',
  name: (id, context) => (pages.every((page) => reachedModules(page, (one) => context.getModuleInfo(one)?.importedIds ?? []).has(id)) ? 'common' : null),
};

export default defineConfig({
  root: `${root}renderer`,
  base: './',
  plugins: [react(), checkedSample()],
  server: { fs: { allow: [root] } },
  build: {
    outDir: `${root}dist/renderer`,
    emptyOutDir: true,
    target: 'chrome140',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: pages, output: { codeSplitting: { groups: [common] } } },
  },
});
