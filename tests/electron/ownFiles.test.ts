import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeFileName, withExtension } from '../../electron/files/filePaths.ts';
import { createJsonFile } from '../../electron/files/jsonFile.ts';
import { launchFiles } from '../../electron/files/launchFiles.ts';
import { createLibraryBackup } from '../../electron/files/libraryBackup.ts';
import { createLogFile } from '../../electron/files/logFile.ts';
import { createRecentFiles, recentSchema } from '../../electron/files/recentFiles.ts';
import { createRememberedFiles, rememberedSchema } from '../../electron/files/rememberedFiles.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestone-own-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('recent files', () => {
  const setUp = (log: (line: string) => void = () => undefined) =>
    createRecentFiles(createJsonFile<string[]>(join(folder, 'deep', 'recent.json'), recentSchema, [], log), async (path) => !path.startsWith('/gone'));

  it('are newest first, each once, at most twelve, and outlive the program', async () => {
    const recent = setUp();
    for (let at = 0; at < 14; at += 1) await recent.add(`/${String(at)}`);
    await recent.add('/9');
    expect(await setUp().list()).toEqual(['/9', '/13', '/12', '/11', '/10', '/8', '/7', '/6', '/5', '/4', '/3', '/2']);
  });

  it('lose none when two are added at once', async () => {
    const recent = setUp();
    await Promise.all([recent.add('/a'), recent.add('/b')]);
    expect(await recent.list()).toEqual(['/b', '/a']);
  });

  it('leave out what is missing, but do not forget it: a drive may come back', async () => {
    const recent = setUp();
    await recent.add('/gone/a');
    await recent.add('/b');
    expect(await recent.list()).toEqual(['/b']);
    expect(JSON.parse(readFileSync(join(folder, 'deep', 'recent.json'), 'utf8'))).toEqual(['/b', '/gone/a']);
  });

  it('begin anew, with a line in the log, when their file is damaged', async () => {
    const lines: string[] = [];
    const recent = setUp((line) => lines.push(line));
    await recent.add('/a');
    writeFileSync(join(folder, 'deep', 'recent.json'), '{"not": "a list"}');
    expect(await recent.list()).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});

describe('the files of the library’s workbooks', () => {
  const setUp = () => createRememberedFiles(createJsonFile(join(folder, 'files.json'), rememberedSchema, [], () => undefined));

  it('are remembered over a restart, the newest one of each, none lost when two are saved at once', async () => {
    const remembered = setUp();
    await Promise.all([remembered.remember('a', { path: '/a', fingerprint: '1' }), remembered.remember('b', { path: '/b', fingerprint: '2' })]);
    await remembered.remember('a', { path: '/elsewhere/a', fingerprint: '3' });
    expect(await setUp().recall('a')).toMatchObject({ path: '/elsewhere/a', fingerprint: '3' });
    expect(await setUp().recall('b')).toMatchObject({ path: '/b' });
    expect(await setUp().recall('c')).toBeNull();
  });
});

describe('safety copies', () => {
  it('keep the newest text, set an old copy aside, and go when the work is saved', async () => {
    let now = Date.now();
    const backup = createLibraryBackup(join(folder, 'copies'), () => now);
    await backup.keep('id-1', 'one', 0);
    await backup.keep('id-1', 'two', 0);
    expect(readdirSync(join(folder, 'copies'))).toEqual(['id-1.lodestone', 'id-1.steps.jsonl']);
    now += 11 * 60 * 1000;
    await backup.keep('id-1', 'three', 0);
    await backup.keep('id-1', 'four', 0);
    expect(readFileSync(join(folder, 'copies', 'id-1.lodestone'), 'utf8')).toBe('four');
    expect(readFileSync(join(folder, 'copies', 'id-1.earlier.lodestone'), 'utf8')).toBe('two');
    await backup.keep('id-2', 'other', 0);
    expect(await backup.keep('id-1', null, 0)).toEqual({ ok: true, value: null });
    expect(readdirSync(join(folder, 'copies'))).toEqual(['id-2.lodestone', 'id-2.steps.jsonl']);
  });

  it('hold the steps since their text; those that a new text does not hold go on with it, and a line that a crash cut off hurts nothing', async () => {
    const backup = createLibraryBackup(join(folder, 'copies'), () => 0);
    const row = (n: number): string => JSON.stringify({ n, step: { kind: 'command', name: 'x', args: {} } });
    await backup.keep('id-1', 'base', 4);
    await backup.addStep('id-1', row(5));
    await backup.addStep('id-1', row(6));
    expect(await backup.list()).toEqual({ ok: true, value: [{ id: 'id-1', text: 'base', upTo: 4, rows: [row(5), row(6)] }] });
    expect(await backup.list(['id-1'])).toEqual({ ok: true, value: [] });
    await backup.keep('id-1', 'base with five', 5);
    await backup.addStep('id-1', row(7));
    // As the next start of the program finds them.
    const later = createLibraryBackup(join(folder, 'copies'), () => 0);
    expect(await later.list()).toEqual({ ok: true, value: [{ id: 'id-1', text: 'base with five', upTo: 5, rows: [row(6), row(7)] }] });
    // A text that was replaced without its list has no steps of its own.
    writeFileSync(join(folder, 'copies', 'id-1.lodestone'), 'another text');
    expect(await later.list()).toEqual({ ok: true, value: [{ id: 'id-1', text: 'another text', upTo: 0, rows: [] }] });
    expect(await backup.keep('id-1', null, 0)).toEqual({ ok: true, value: null });
    expect(await later.list()).toEqual({ ok: true, value: [] });
    expect(await createLibraryBackup(join(folder, 'none'), () => 0).list()).toEqual({ ok: true, value: [] });
  });

  it('say so when they cannot be kept', async () => {
    writeFileSync(join(folder, 'copies'), 'a file where the folder should be');
    expect(await createLibraryBackup(join(folder, 'copies'), () => 0).keep('id', 'text', 0)).toMatchObject({ ok: false, problem: { code: 'file-save-failed' } });
  });
});

describe('files named at the start', () => {
  const workingFolder = '/home/me/work';
  it('come from the command line, relative to where the user stands', () => {
    expect(launchFiles({ argv: ['lodestone', '--enable-logging', 'a.lodestone', '/b/c.lodestone'], packaged: true, workingFolder })).toEqual(['/home/me/work/a.lodestone', '/b/c.lodestone']);
  });
  it('do not include the program’s own folder when it is not packaged', () => {
    expect(launchFiles({ argv: ['electron', '/src/lodestone', 'a.lodestone'], packaged: false, workingFolder })).toEqual(['/home/me/work/a.lodestone']);
    expect(launchFiles({ argv: ['electron', '--no-sandbox', '/src/lodestone', 'a.lodestone'], packaged: false, workingFolder })).toEqual(['/home/me/work/a.lodestone']);
    expect(launchFiles({ argv: ['electron', '/src/lodestone'], packaged: false, workingFolder })).toEqual([]);
  });
  it('may be URLs of a file manager', () => {
    const url = pathToFileURL('/tmp/磁材 a.lodestone').href;
    expect(launchFiles({ argv: ['lodestone', url, 'file://elsewhere/x', 'file:///%zz'], packaged: true, workingFolder })).toEqual(['/tmp/磁材 a.lodestone']);
  });
});

describe('names', () => {
  it('of a title never lead out of the folder', () => {
    expect(safeFileName('../../etc/passwd')).toBe('-..-etc-passwd');
    expect(safeFileName('China: NdFeB / 2025?.pdf')).toBe('China- NdFeB - 2025-.pdf');
    expect(safeFileName('..')).toBe('workbook');
    expect(safeFileName('中国钕铁硼磁材.lodestone')).toBe('中国钕铁硼磁材.lodestone');
  });
  it('get their extension, but never that of a file the dialog did not ask about', async () => {
    expect(await withExtension('/a/b', '.lodestone', async () => false)).toBe('/a/b.lodestone');
    expect(await withExtension('/a/b.LODESTONE', '.lodestone', async () => false)).toBe('/a/b.LODESTONE');
    expect(await withExtension('/a/b', '.lodestone', async () => true)).toBe('/a/b');
  });
});

describe('the log', () => {
  const now = (): Date => new Date('2026-01-02T03:04:05.000Z');
  it('has one line for each entry, its time first, and begins anew when it has grown', async () => {
    const path = join(folder, 'deep', 'lodestone.log');
    const log = createLogFile(path, { now, report: () => undefined, maxBytes: 60 });
    log.write('first\n  at second line');
    await log.flush();
    expect(readFileSync(path, 'utf8')).toBe('2026-01-02T03:04:05.000Z first | at second line\n');
    log.write('x'.repeat(30));
    log.write('after');
    await log.flush();
    expect(readFileSync(path, 'utf8')).toBe('2026-01-02T03:04:05.000Z after\n');
    expect(existsSync(`${path}.1`)).toBe(true);
  });
  it('reports once that it cannot be written, and goes on', async () => {
    writeFileSync(join(folder, 'deep'), '');
    const reports: string[] = [];
    const log = createLogFile(join(folder, 'deep', 'lodestone.log'), { now, report: (sentence) => reports.push(sentence) });
    log.write('one');
    log.write('two');
    await log.flush();
    expect(reports).toHaveLength(1);
  });
});
