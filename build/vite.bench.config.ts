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
    // The server reads what it serves with beside itself, so it stays where it is.
    rolldownOptions: { external: ['playwright', /build\/server\.mjs$/], output: { entryFileNames: 'bench.mjs' } },
  },
  ssr: { noExternal: true, external: ['playwright'] },
});
