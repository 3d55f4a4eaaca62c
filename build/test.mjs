/** npm test: set-up, types of every layer, walls, tests; ends with one line that counts them all. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './buildProduct.mjs';
import { closingLine, countPlaywright, countRun, countVitest, sumCounts } from './counts.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureBrowser } from './testBrowser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @type {import('./counts.mjs').Counts[]} */
const counts = [];

/**
 * Runs an installed tool with its output shown.
 * @param {string} script path of the tool's own script below node_modules
 * @param {readonly string[]} words
 */
function runTool(script, words) {
  return spawnSync(process.execPath, [join(root, 'node_modules', script), ...words], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/**
 * A step that passes or fails as a whole.
 * @param {string} name
 * @param {() => boolean} run
 */
function check(name, run) {
  const started = performance.now();
  const passed = run();
  process.stdout.write(`${passed ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
  counts.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
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

/** End-to-end tests against the built product, in a real browser. */
async function endToEnd() {
  const browser = await ensureBrowser(root);
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
for (const layer of ['shared', 'electron', 'renderer', 'tests', 'build']) check(`types of ${layer}/`, () => runTool('typescript/bin/tsc', ['-p', `${layer}/tsconfig.json`]));
check('walls and lint', () => runTool('eslint/bin/eslint.js', ['--config', 'build/eslint.config.mjs', '--max-warnings', '0', 'shared', 'electron', 'renderer', 'tests', 'build']));
unitTests();
await endToEnd();
const total = sumCounts(counts);
process.stdout.write(`${closingLine(total)}\n`);
process.exit(total.failed === 0 ? 0 : 1);
