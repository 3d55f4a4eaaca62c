import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEarlierCopies } from '../../electron/files/earlierCopies.ts';
import { createFileTokens } from '../../electron/files/fileTokens.ts';
import { createWorkbookFiles } from '../../electron/files/workbookFiles.ts';
import type { FileToken } from '../../shared/host.ts';
import type { Result } from '../../shared/result.ts';

let folder = '';
let used: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestone-files-'));
  used = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp() {
  let next = 0;
  const tokens = createFileTokens(() => `token-${String(++next)}`);
  return { tokens, files: createWorkbookFiles({ tokens, used: async (path) => void used.push(path), keepEarlier: createEarlierCopies(join(folder, 'earlier'), () => undefined), now: () => Date.now() }) };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('workbook files by token', () => {
  it('opens, saves over and opens again; the same file keeps its token', async () => {
    const { files } = setUp();
    const path = join(folder, 'a.lodestone');
    const first = value(await files.saveTo(path, 'one'));
    const saved = value(await files.save(first.token, 'two', first.fingerprint, false));
    const opened = value(await files.openToken(saved.token));
    expect(opened).toEqual({ token: first.token, name: 'a.lodestone', text: 'two', fingerprint: saved.fingerprint });
    expect(used).toEqual([path, path, path]);
  });

  it('does not write over what another program changed, unless told to', async () => {
    const { files } = setUp();
    const path = join(folder, 'a.lodestone');
    const first = value(await files.saveTo(path, 'one'));
    writeFileSync(path, 'theirs');
    expect(await files.save(first.token, 'ours', first.fingerprint, false)).toEqual({ ok: false, problem: { code: 'file-changed-on-disk', place: 'a.lodestone' } });
    expect(readFileSync(path, 'utf8')).toBe('theirs');
    expect((await files.save(first.token, 'ours', first.fingerprint, true)).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('ours');
  });

  it('keeps one earlier copy of what a save replaces, apart for files of one name, and saves where no copy can be kept', async () => {
    const { files } = setUp();
    const copies = (): string[] => readdirSync(join(folder, 'earlier')).map((name) => readFileSync(join(folder, 'earlier', name), 'utf8')).sort();
    const first = value(await files.saveTo(join(folder, 'a.lodestone'), 'one'));
    expect(copies()).toEqual([]);
    const second = value(await files.save(first.token, 'two', first.fingerprint, false));
    expect(copies()).toEqual(['one']);
    const third = value(await files.save(second.token, 'three', second.fingerprint, false));
    expect(copies()).toEqual(['two']);
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other', 'a.lodestone'), 'elsewhere');
    value(await files.saveTo(join(folder, 'other', 'a.lodestone'), 'new'));
    expect(copies()).toEqual(['elsewhere', 'two']);
    rmSync(join(folder, 'earlier'), { recursive: true });
    writeFileSync(join(folder, 'earlier'), 'a file where the folder should be');
    value(await files.save(third.token, 'four', third.fingerprint, false));
    expect(readFileSync(join(folder, 'a.lodestone'), 'utf8')).toBe('four');
  });

  it('reads an open file again without counting it as opened', async () => {
    const { files } = setUp();
    const path = join(folder, 'a.lodestone');
    const first = value(await files.saveTo(path, 'one'));
    writeFileSync(path, 'theirs');
    const again = value(await files.reread(first.token));
    expect(again).toMatchObject({ token: first.token, text: 'theirs' });
    expect(again.fingerprint).not.toBe(first.fingerprint);
    expect(used).toEqual([path]);
    rmSync(path);
    expect(await files.reread(first.token)).toEqual({ ok: false, problem: { code: 'file-not-found', place: 'a.lodestone' } });
  });

  it('takes a file written anew with the same content as unchanged, and makes a deleted one again', async () => {
    const { files } = setUp();
    const path = join(folder, 'a.lodestone');
    const first = value(await files.saveTo(path, 'one'));
    rmSync(path);
    writeFileSync(path, 'one');
    const second = value(await files.save(first.token, 'two', first.fingerprint, false));
    rmSync(path);
    expect((await files.save(second.token, 'three', second.fingerprint, false)).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('three');
  });

  it('lets saves of one file take turns, so that the second sees the first', async () => {
    const { files } = setUp();
    const first = value(await files.saveTo(join(folder, 'a.lodestone'), 'one'));
    const results = await Promise.all([files.save(first.token, 'two', first.fingerprint, false), files.save(first.token, 'three', first.fingerprint, false)]);
    expect(results.map((result) => result.ok)).toEqual([true, false]);
    expect(readdirSync(folder)).toEqual(['a.lodestone', 'earlier']);
  });

  it('refuses a token that was never given, and bytes that are no UTF-8', async () => {
    const { files } = setUp();
    expect(await files.openToken('/etc/passwd' as FileToken)).toMatchObject({ problem: { code: 'file-not-found' } });
    expect(await files.save('token-9' as FileToken, 'x', '', true)).toMatchObject({ problem: { code: 'file-not-found' } });
    writeFileSync(join(folder, 'latin1.lodestone'), Buffer.from([0x7b, 0xe4, 0x7d]));
    expect(await files.open(join(folder, 'latin1.lodestone'))).toEqual({ ok: false, problem: { code: 'file-not-utf8', place: 'latin1.lodestone' } });
    expect(await files.open(join(folder, 'none.lodestone'))).toMatchObject({ problem: { code: 'file-not-found', place: 'none.lodestone' } });
    expect(await files.open(folder)).toMatchObject({ problem: { code: 'file-not-readable' } });
    expect(used).toEqual([]);
    expect(existsSync(join(folder, 'none.lodestone'))).toBe(false);
  });
});

describe('tokens', () => {
  it('say nothing about the path and are one for each path', () => {
    let next = 0;
    const tokens = createFileTokens(() => `t${String(++next)}`);
    const token = tokens.give('/home/me/secret-plan.lodestone');
    expect(token).toBe('t1');
    expect(tokens.give('/home/me/secret-plan.lodestone')).toBe('t1');
    expect(tokens.give('/other')).toBe('t2');
    expect(tokens.pathOf('t1' as FileToken)).toBe('/home/me/secret-plan.lodestone');
    expect(tokens.pathOf('t3' as FileToken)).toBeNull();
  });
});

describe('what cut-off saves left beside a workbook', () => {
  const leftover = `.a.lodestone.${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.tmp`;
  const age = (name: string, hours: number): void => {
    writeFileSync(join(folder, name), 'half a text');
    const then = Date.now() / 1000 - hours * 3600;
    utimesSync(join(folder, name), then, then);
  };

  it('goes when the workbook is opened, and nothing else does: no young one, no other workbook\'s, no file of the user\'s', async () => {
    writeFileSync(join(folder, 'a.lodestone'), 'one');
    age(leftover, 2);
    age(leftover.replaceAll('0', '1'), 0.5);
    age(leftover.replace('.a.', '.b.'), 2);
    age('.a.lodestone.mine.tmp', 2);
    age('a.lodestone.tmp', 2);
    const { files } = setUp();
    expect(value(await files.open(join(folder, 'a.lodestone'))).text).toBe('one');
    expect(readdirSync(folder).sort()).toEqual(['.a.lodestone.mine.tmp', leftover.replaceAll('0', '1'), leftover.replace('.a.', '.b.'), 'a.lodestone', 'a.lodestone.tmp'].sort());
  });
});
