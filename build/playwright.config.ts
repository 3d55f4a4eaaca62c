import { fileURLToPath } from 'node:url';
import { defineConfig } from 'playwright/test';

const executablePath = process.env.LODESTONE_CHROMIUM;

export default defineConfig({
  testDir: fileURLToPath(new URL('../tests/e2e', import.meta.url)),
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  workers: 2,
  // Tests of one file share nothing (those that do say so), so both workers are busy to the end.
  fullyParallel: true,
  timeout: 60_000,
  // A failure leaves a picture. A trace costs every step nearly as much time again: ask for one with --trace retain-on-failure.
  use: { viewport: { width: 1440, height: 860 }, screenshot: 'only-on-failure', trace: 'off', launchOptions: executablePath === undefined ? {} : { executablePath } },
});
