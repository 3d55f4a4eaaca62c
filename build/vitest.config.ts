import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    // A law over many generated workbooks takes seconds where several programs share the processor; a hang is still noticed.
    testTimeout: 30_000,
    // Electron itself is never loaded in Node: without its program it would begin to download one.
    alias: { electron: fileURLToPath(new URL('../tests/support/electronModule.ts', import.meta.url)) },
    // All processors: with two of them the default would leave one idle.
    maxWorkers: '100%',
    reporters: ['default'],
  },
});
