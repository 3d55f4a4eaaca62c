import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  build: {
    ssr: 'tests/bench/main.ts',
    outDir: '.cache/bench',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { external: ['playwright'], output: { entryFileNames: 'bench.mjs' } },
  },
  ssr: { noExternal: true, external: ['playwright'] },
});
