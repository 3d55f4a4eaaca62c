import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root: `${root}renderer`,
  base: './',
  plugins: [react()],
  server: { fs: { allow: [root] } },
  build: { outDir: `${root}dist/renderer`, emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 2000, rolldownOptions: { input: [`${root}renderer/index.html`, `${root}renderer/report.html`] } },
});
