import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The main process in one file; the packaged program carries no node_modules. */
export default defineConfig({
  root,
  build: {
    ssr: 'electron/main.ts',
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'node24',
    rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs', codeSplitting: false } },
  },
  ssr: { noExternal: true, external: ['electron'] },
});
