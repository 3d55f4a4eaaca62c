import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceHash } from '../../build/buildProduct.mjs';
import { runChecks } from '../../build/checks.mjs';
import { countRun, countVitest } from '../../build/counts.mjs';
import { dependenciesAreFresh, ensureDependencies, lockHash } from '../../build/dependencies.mjs';
import { ensureBrowser } from '../../build/testBrowser.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lodestone-setup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('dependencies', () => {
  it('are fresh only with the stamp of this very lock file', () => {
    writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3}');
    expect(dependenciesAreFresh(root)).toBe(false);
    mkdirSync(join(root, 'node_modules'));
    expect(dependenciesAreFresh(root)).toBe(false);
    writeFileSync(join(root, 'node_modules', '.lodestone-stamp'), `${lockHash(root)}\n`);
    expect(dependenciesAreFresh(root)).toBe(true);
    expect(ensureDependencies(root)).toBe(true);
    writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
    expect(dependenciesAreFresh(root)).toBe(false);
  });
});

describe('the checks', () => {
  it('each pass or fail by their own exit status, in the order given', async () => {
    const checks = ['process.exit(0)', 'process.exit(3)', 'process.kill(process.pid)', 'setTimeout(() => {}, 50)'].map((code, at) => ({ name: `check ${at}`, words: ['-e', code] }));
    expect(await runChecks(root, checks, () => undefined)).toEqual([true, false, false, true]);
  });
});

describe('the hash of the sources', () => {
  it('changes with content and names, not with times or files outside the sources', () => {
    mkdirSync(join(root, 'shared', 'model'), { recursive: true });
    const file = join(root, 'shared', 'model', 'gap.ts');
    writeFileSync(file, 'one');
    const first = sourceHash(root);
    utimesSync(file, 1, 1);
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist', 'x.js'), 'built');
    expect(sourceHash(root)).toBe(first);
    writeFileSync(file, 'two');
    const second = sourceHash(root);
    expect(second).not.toBe(first);
    writeFileSync(join(root, 'shared', 'model', 'other.ts'), '');
    expect(sourceHash(root)).not.toBe(second);
  });
});

describe('a browser for the end-to-end tests', () => {
  type Effects = NonNullable<Parameters<typeof ensureBrowser>[1]>;

  /** Runs the search on a machine where each program run may make a browser appear. */
  async function search(machine: { installed?: string; own?: string; appears?: Record<string, 'installed' | 'own'>; debianRoot?: boolean }) {
    let installed = machine.installed ?? null;
    let own = machine.own ?? null;
    const ran: string[] = [];
    const said: string[] = [];
    const effects: Effects = {
      installed: () => installed,
      downloaded: () => Promise.resolve(own),
      debianRoot: machine.debianRoot ?? false,
      say: (line) => said.push(line),
      run: ({ program, words, env }) => {
        const name = program === 'apt-get' ? `apt-get ${words[0]}` : 'playwright install';
        ran.push(name);
        if (name === 'playwright install') expect(env?.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD).toBeUndefined();
        const appears = machine.appears?.[name];
        if (appears === 'installed') installed = '/usr/bin/chromium';
        if (appears === 'own') own = '/cache/chrome';
        return Promise.resolve(appears ? { outcome: 'done', output: '' } : { outcome: 'failed', output: 'Error: getaddrinfo ENOTFOUND host\n    at x\nError: Download failure, code=1' });
      },
    };
    process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = '1';
    const found = await ensureBrowser(root, effects);
    delete process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD;
    return { found, ran, said };
  }

  it('is an installed one, else Playwright\'s own, without a word', async () => {
    expect(await search({ installed: '/usr/bin/chromium', own: '/cache/chrome' })).toEqual({ found: '/usr/bin/chromium', ran: [], said: [] });
    expect(await search({ own: '/cache/chrome' })).toEqual({ found: '/cache/chrome', ran: [], said: [] });
  });
  it('is downloaded by Playwright, also where installs skip downloads', async () => {
    expect(await search({ appears: { 'playwright install': 'own' }, debianRoot: true })).toMatchObject({ found: '/cache/chrome', ran: ['playwright install'] });
  });
  it('is Debian\'s package for root on Debian, and the refusal before it is one line', async () => {
    const { found, ran, said } = await search({ appears: { 'apt-get install': 'installed' }, debianRoot: true });
    expect(found).toBe('/usr/bin/chromium');
    expect(ran).toEqual(['playwright install', 'apt-get update', 'apt-get install']);
    expect(said).toContain("Playwright's browser could not be downloaded: getaddrinfo ENOTFOUND host");
  });
  it('is asked for in a sentence where none can be had', async () => {
    const { found, ran, said } = await search({});
    expect(found).toBeNull();
    expect(ran).toEqual(['playwright install']);
    expect(said.at(-1)).toContain('Install Chromium or Chrome');
  });
});

describe('counting a run', () => {
  const report = (failed: number) => JSON.stringify({ numPassedTests: 3, numFailedTests: failed, numPendingTests: 0, testResults: [] });
  it('counts a crash and an error outside any test as one failure', () => {
    expect(countRun(true, report(0), countVitest)).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(countRun(false, report(2), countVitest)).toEqual({ passed: 3, failed: 2, skipped: 0 });
    expect(countRun(false, report(0), countVitest)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(countRun(false, '{"numPassed', countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countRun(true, null, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
