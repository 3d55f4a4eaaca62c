/** npm test: set-up, types of every layer, walls, tests; ends with one line that counts them all. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './buildProduct.mjs';
import { runChecks } from './checks.mjs';
import { closingLine, countPlaywright, countRun, countVitest, sumCounts } from './counts.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureBrowser } from './testBrowser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @type {import('./counts.mjs').Counts[]} */
const counts = [];

/**
 * Where an installed tool's own script is.
 * @param {string} script its path below node_modules
 */
const tool = (script) => join(root, 'node_modules', script);

/**
 * Runs an installed tool with its output shown.
 * @param {string} script path of the tool's own script below node_modules
 * @param {readonly string[]} words
 */
function runTool(script, words) {
  return spawnSync(process.execPath, [tool(script), ...words], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/**
 * @param {string} path
 * @returns {string | null} null where the run left none
 */
function readReport(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function unitTests() {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-test-'));
  const report = join(folder, 'vitest.json');
  const passed = runTool('vitest/vitest.mjs', ['run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  counts.push(countRun(passed, readReport(report), countVitest));
  rmSync(folder, { recursive: true, force: true });
}

/**
 * End-to-end tests against the built product, in a real browser.
 * @param {string | null} browser its program
 */
function endToEnd(browser) {
  if (browser === null || !ensureBuild(root)) {
    counts.push({ passed: 0, failed: 1, skipped: 0 });
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-test-'));
  const report = join(folder, 'playwright.json');
  process.env.LODESTONE_CHROMIUM = browser;
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
  const passed = runTool('playwright/cli.js', ['test', '--config', 'build/playwright.config.ts', '--reporter=list,json']);
  counts.push(countRun(passed, readReport(report), countPlaywright));
  rmSync(folder, { recursive: true, force: true });
}

if (!ensureDependencies(root)) {
  process.stdout.write(`${closingLine({ passed: 0, failed: 1, skipped: 0 })}\n`);
  process.exit(1);
}
// The linter takes longest, so it begins first; a browser that has to be fetched comes meanwhile, and waits for the network only.
const checks = [
  { name: 'walls and lint', words: [tool('eslint/bin/eslint.js'), '--config', 'build/eslint.config.mjs', '--max-warnings', '0', 'shared', 'electron', 'renderer', 'tests', 'build'] },
  ...['tests', 'renderer', 'electron', 'shared', 'build'].map((layer) => ({ name: `types of ${layer}/`, words: [tool('typescript/bin/tsc'), '-p', `${layer}/tsconfig.json`] })),
  { name: 'build', words: [join(root, 'build', 'build.mjs')] },
];
const [browser, outcomes] = await Promise.all([ensureBrowser(root), runChecks(root, checks)]);
for (const passed of outcomes) counts.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
unitTests();
endToEnd(browser);
const total = sumCounts(counts);
process.stdout.write(`${closingLine(total)}\n`);
process.exit(total.failed === 0 ? 0 : 1);
