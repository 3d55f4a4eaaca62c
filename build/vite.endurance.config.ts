import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  build: {
    ssr: 'tests/endurance/full.ts',
    outDir: '.cache/endurance',
    emptyOutDir: true,
    target: 'node20',
    // The saving process is bundled by the test itself, from where it stands; the server reads what it serves with beside itself.
    rolldownOptions: { external: ['vite', 'playwright', /build\/server\.mjs$/], output: { entryFileNames: 'full.mjs' } },
  },
  ssr: { noExternal: true, external: ['vite', 'playwright'] },
});
