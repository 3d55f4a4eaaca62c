import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { electronVersion, fetchElectron, findElectron } from '../../build/electronBinary.mjs';
import { failureLine, recallFailure, rememberFailure, startFailureReason } from '../../build/electronFailure.mjs';
import { launchElectron, startElectron } from '../../build/startElectron.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lodestone-electron-'));
const root = join(folder, 'project');
const data = join(folder, 'data');
const packageFolder = join(root, 'node_modules', 'electron');
const noon = Date.parse('2026-01-05T12:00:00Z');
const hour = 60 * 60 * 1000;
const never = new AbortController().signal;

/** A package folder as it is after npm ci, with an install.js of the test's own. */
function packageWith(install: string): void {
  mkdirSync(packageFolder, { recursive: true });
  writeFileSync(join(packageFolder, 'package.json'), JSON.stringify({ name: 'electron', version: '1.2.3' }));
  writeFileSync(join(packageFolder, 'install.js'), install);
  mkdirSync(join(root, 'dist', 'electron'), { recursive: true });
  writeFileSync(join(root, 'dist', 'electron', 'main.cjs'), '');
}

function presentProgram(): string {
  mkdirSync(join(packageFolder, 'dist'), { recursive: true });
  writeFileSync(join(packageFolder, 'path.txt'), 'electron');
  writeFileSync(join(packageFolder, 'dist', 'electron'), '');
  return join(packageFolder, 'dist', 'electron');
}

function script(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  packageWith('');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('having Electron\'s program', () => {
  it('finds it only where the package would', () => {
    expect(electronVersion(root)).toBe('1.2.3');
    expect(findElectron(root, {})).toBeNull();
    const program = presentProgram();
    expect(findElectron(root, {})).toBe(program);
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') })).toBeNull();
  });
  it('gives a download that works its time, seen by what it writes', async () => {
    packageWith(`
      const fs = require('node:fs'), os = require('node:os'), path = require('node:path');
      const write = (n) => {
        fs.appendFileSync(path.join(os.tmpdir(), 'electron.zip'), 'x'.repeat(100));
        if (n > 0) return setTimeout(write, 100, n - 1);
        fs.mkdirSync(path.join(__dirname, 'dist'));
        fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), '');
        fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');
      };
      write(12);`);
    expect(await fetchElectron(root, 1000)).toEqual({ ok: true, program: join(packageFolder, 'dist', 'electron') });
  });
  it('stops a download that makes no progress', async () => {
    packageWith(`require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid)); setInterval(() => {}, 1000);`);
    const begun = performance.now();
    expect(await fetchElectron(root, 1000)).toEqual({ ok: false, failure: { kind: 'download', reason: 'no progress for 1 seconds' } });
    expect(performance.now() - begun).toBeLessThan(4000);
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow();
  });
  it('says why a download was refused', async () => {
    packageWith(`console.error('TypeError: fetch failed\\n    at somewhere'); process.exit(1);`);
    expect(await fetchElectron(root, 5000)).toEqual({ ok: false, failure: { kind: 'download', reason: 'refused: fetch failed' } });
  });
});

describe('starting the program', () => {
  const node = process.execPath;
  it('takes an end with an error at once for a failed start and says why', async () => {
    const libraries = script('libraries.cjs', `console.error('electron: error while loading shared libraries: libnss3.so: cannot open shared object file'); process.exit(127);`);
    expect(await launchElectron({ program: node, words: [libraries], stop: never })).toEqual({ started: false, reason: 'the library libnss3.so is missing' });
    expect(await launchElectron({ program: join(folder, 'nowhere'), words: [], stop: never })).toMatchObject({ started: false });
  });
  it('takes a good end, and an error after the grace, for a start', async () => {
    expect(await launchElectron({ program: node, words: [script('good.cjs', '')], stop: never })).toEqual({ started: true, status: 0 });
    const late = script('late.cjs', 'setTimeout(() => process.exit(3), 150);');
    expect(await launchElectron({ program: node, words: [late], stop: never, grace: 100 })).toEqual({ started: true, status: 1 });
  });
  it('ends the program when it is told to stop', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    expect(await launchElectron({ program: node, words: [script('stay.cjs', 'setInterval(() => {}, 1000);')], stop: stop.signal })).toEqual({ started: true, status: 0 });
  });
  it.each([
    ['The SUID sandbox helper binary was found, but is not configured correctly. Rather than run without sandboxing', 'the system does not allow its sandbox'],
    ['electron: /lib/libc.so.6: version `GLIBC_2.39\' not found', "the system's libraries are too old (GLIBC_2.39 is asked for)"],
    ['Missing X server or $DISPLAY', 'it found no display'],
    ['first\nSomething else', 'it ended with 9: Something else'],
    ['', 'it ended with 9'],
  ])('derives the reason from %j', (output, reason) => {
    expect(startFailureReason({ code: 9, signal: null, output })).toBe(reason);
  });
});

describe('the Electron edition', () => {
  type Options = Parameters<typeof startElectron>[0];
  const refuses: NonNullable<Options['fetchProgram']> = () => Promise.resolve({ ok: false, failure: { kind: 'download', reason: 'refused: fetch failed' } });

  /** Starts with effects that are written down; nothing real is run. */
  async function start(options: Partial<Options> = {}) {
    const said: string[] = [];
    const launched: { program: string; words: readonly string[] }[] = [];
    const status = await startElectron({
      root, data, file: null, forced: false, display: true, stop: never, say: (line) => said.push(line), superuser: false, now: () => noon,
      fetchProgram: refuses,
      launch: ({ program, words }) => {
        launched.push({ program, words });
        return Promise.resolve({ started: true, status: 0 });
      },
      ...options,
    });
    return { status, said, launched };
  }

  it('opens the project with the file named, its folder first', async () => {
    const program = presentProgram();
    expect(await start({ file: '/a/book.lodestone' })).toEqual({ status: 0, said: [], launched: [{ program, words: [root, '/a/book.lodestone'] }] });
    const asRoot = await start({ file: '/a/book.lodestone', superuser: true });
    expect(asRoot.launched[0]?.words).toEqual([root, '--no-sandbox', '/a/book.lodestone']);
    expect(asRoot.said.join()).toContain('without its sandbox');
  });
  it('says in one line that it cannot be had, and does not ask again for a day', async () => {
    const first = await start();
    expect(first.status).toBeNull();
    expect(first.said.filter((line) => line.includes('could not be downloaded'))).toEqual([failureLine({ kind: 'download', reason: 'refused: fetch failed' })]);
    let asked = 0;
    const counting: NonNullable<Options['fetchProgram']> = (...words) => {
      asked += 1;
      return refuses(...words);
    };
    const again = await start({ now: () => noon + 23 * hour, fetchProgram: counting });
    expect(asked).toBe(0);
    expect(again.said).toHaveLength(1);
    expect(again.said[0]).toContain('refused: fetch failed');
    await start({ now: () => noon + 23 * hour, fetchProgram: counting, forced: true });
    expect(asked).toBe(1);
    await start({ now: () => noon + 48 * hour, fetchProgram: counting });
    expect(asked).toBe(2);
  });
  it('does not hold a failed download against a program that is there now', async () => {
    await start();
    presentProgram();
    expect((await start()).launched).toHaveLength(1);
    expect(existsSync(join(data, 'electron-failure.json'))).toBe(false);
  });
  it('remembers a program that will not start, for its version only', async () => {
    presentProgram();
    const broken: Partial<Options> = { launch: () => Promise.resolve({ started: false, reason: 'the system does not allow its sandbox' }) };
    expect((await start(broken)).said).toEqual([failureLine({ kind: 'start', reason: 'the system does not allow its sandbox' })]);
    expect((await start()).launched).toHaveLength(0);
    writeFileSync(join(packageFolder, 'package.json'), JSON.stringify({ version: '1.2.4' }));
    expect((await start()).launched).toHaveLength(1);
  });
  it('neither downloads nor remembers anything where there is no display or no build', async () => {
    const unseen = await start({ display: false });
    expect(unseen).toMatchObject({ status: null, launched: [] });
    expect(unseen.said).toHaveLength(1);
    rmSync(join(root, 'dist'), { recursive: true });
    expect((await start()).said[0]).toContain('dist/electron/main.cjs is missing');
    expect(existsSync(data)).toBe(false);
  });
  it('takes no notice of a damaged note or one from the future', () => {
    const situation = { version: '1.2.3', present: false, now: noon };
    rememberFailure(data, { kind: 'download', reason: 'refused', version: '1.2.3' }, noon + hour);
    expect(recallFailure(data, situation)).toBeNull();
    rememberFailure(data, { kind: 'download', reason: 'refused', version: '1.2.3' }, noon - hour);
    expect(recallFailure(data, situation)).toEqual({ kind: 'download', reason: 'refused' });
    writeFileSync(join(data, 'electron-failure.json'), '{"kind":');
    expect(recallFailure(data, situation)).toBeNull();
  });
});
