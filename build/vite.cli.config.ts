import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  build: {
    ssr: 'electron/cli/lodestone.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { external: ['playwright'], output: { entryFileNames: 'lodestone.mjs' } },
  },
  ssr: { noExternal: true, external: ['playwright'] },
});
