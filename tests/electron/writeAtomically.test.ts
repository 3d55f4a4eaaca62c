import * as fs from 'node:fs/promises';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync, lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disk, writeAtomically, type DiskEffects } from '../../electron/files/writeAtomically.ts';
import { problemText } from '../../shared/messages/problems.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestone-save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const failing = (code: string) => (): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));
const save = (name: string, text: string, effects: Partial<DiskEffects> = {}) => writeAtomically(join(folder, name), bytes(text), { ...disk, ...effects });

describe('saving a file whole', () => {
  it('writes a new file and replaces an old one, leaving nothing beside it', async () => {
    expect(await save('a.lodestone', 'one')).toEqual({ ok: true, value: null });
    expect(await save('a.lodestone', 'two')).toEqual({ ok: true, value: null });
    expect(readFileSync(join(folder, 'a.lodestone'), 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['a.lodestone']);
  });

  it('keeps the permissions of the file it replaces', async () => {
    writeFileSync(join(folder, 'a'), 'one');
    chmodSync(join(folder, 'a'), 0o664);
    await save('a', 'two');
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o664);
  });

  it('follows a link to its file and leaves the link a link', async () => {
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'a'), 'one');
    symlinkSync(join(folder, 'real', 'a'), join(folder, 'link'));
    await save('link', 'two');
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real', 'a'), 'utf8')).toBe('two');
  });

  it('refuses a folder in the place of the file, before anything is written', async () => {
    mkdirSync(join(folder, 'a'));
    expect(await save('a', 'one')).toMatchObject({ ok: false, problem: { code: 'file-save-failed', place: 'a', values: { step: 'check', cause: 'EISDIR' } } });
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('names the step when its folder is gone', async () => {
    expect(await save('gone/a', 'one')).toMatchObject({ ok: false, problem: { values: { step: 'create', cause: 'ENOENT' } } });
  });

  it('does not put a file in the place of a link whose file is not there, and says so', async () => {
    symlinkSync(join(folder, 'drive', 'a'), join(folder, 'link'));
    const saved = await save('link', 'two');
    expect(saved).toEqual({ ok: false, problem: { code: 'file-save-failed', place: 'link', values: { step: 'check', cause: 'broken-link' } } });
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder)).toEqual(['link']);
  });

  it('does not replace a file that is marked read-only', async () => {
    writeFileSync(join(folder, 'a'), 'one', { mode: 0o444 });
    expect(await save('a', 'two')).toMatchObject({ ok: false, problem: { values: { step: 'check', cause: 'read-only-file' } } });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('one');
  });

  it('saves on a drive that has neither permissions nor a way to flush a folder, as network drives may not', async () => {
    writeFileSync(join(folder, 'a'), 'one');
    const open = (async (...words: Parameters<typeof fs.open>) => {
      const handle = await fs.open(...words);
      return Object.assign(handle, words[1] === 'r' ? { sync: failing('EINVAL') } : { chmod: failing('EPERM') });
    }) as typeof fs.open;
    expect(await save('a', 'two', { open })).toEqual({ ok: true, value: null });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('two');
  });

  it.each([
    ['create', 'EACCES', 'Its folder may not be written by you.'],
    ['create', 'ENOENT', 'Its folder is no longer there.'],
    ['create', 'EROFS', 'Its disk may only be read.'],
    ['write', 'ENOSPC', 'The disk is full'],
    ['rename', 'EBUSY', 'Another program holds the file'],
    ['rename', 'EPERM', 'Another program holds the file'],
    ['flush', 'ETIMEDOUT', 'a network drive may have been disconnected'],
    ['check', 'broken-link', 'a link to a file that is not there'],
    ['check', 'read-only-file', 'marked as read-only'],
    ['check', 'EISDIR', 'a folder of this name'],
    ['verify', 'differs-on-disk', 'not what was written'],
  ])('a failure at %s with %s is told in words, with a way on, in both languages', (step, cause, words) => {
    const sentence = problemText({ code: 'file-save-failed', place: 'a.lodestone', values: { step, cause } });
    expect(sentence.en).toContain(words);
    expect(sentence.en).toContain('save it in another place');
    expect(sentence.zh).toMatch(/未能保存：在“.+”时失败.+。.+。您的内容仍处于打开状态，请保存到其他位置。/);
  });

  const brokenHandle = (part: 'writeFile' | 'sync', code: string): Partial<DiskEffects> => ({
    open: (async (...words: Parameters<typeof fs.open>) => Object.assign(await fs.open(...words), { [part]: failing(code) })) as typeof fs.open,
  });
  it.each([
    ['create', 'EACCES', { open: failing('EACCES') }],
    ['write', 'ENOSPC', brokenHandle('writeFile', 'ENOSPC')],
    ['flush', 'EIO', brokenHandle('sync', 'EIO')],
    ['rename', 'EPERM', { rename: failing('EPERM') }],
  ] as const)('a failure at %s leaves the old file whole, nothing beside it, and says so', async (step, cause, effects) => {
    writeFileSync(join(folder, 'a'), 'the old work');
    const saved = await save('a', 'the new work', effects);
    expect(saved).toEqual({ ok: false, problem: { code: 'file-save-failed', place: 'a', values: { step, cause } } });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('the old work');
    expect(readdirSync(folder)).toEqual(['a']);
    if (!saved.ok) expect(problemText(saved.problem).en).toContain(`(${cause})`);
  });

  it('says so when the disk gives back something else', async () => {
    expect(await save('a', 'one', { readFile: async () => bytes('other') })).toMatchObject({ ok: false, problem: { values: { step: 'verify' } } });
  });

  it('waits on Windows while another program holds the file, elsewhere it does not', async () => {
    let refusals = 3;
    const pauses: number[] = [];
    const held: Partial<DiskEffects> = {
      rename: (from, to) => (refusals-- > 0 ? failing('EBUSY')() : fs.rename(from, to)),
      wait: async (pause) => pauses.push(pause),
    };
    expect((await save('a', 'one', { ...held, platform: 'win32' })).ok).toBe(true);
    expect(pauses).toEqual([5, 10, 20]);
    refusals = 3;
    expect((await save('b', 'one', { ...held, platform: 'linux' })).ok).toBe(false);
    expect(existsSync(join(folder, 'b'))).toBe(false);
  });

  it('gives up when the file stays held', async () => {
    let tries = 0;
    const rename = (): Promise<never> => {
      tries += 1;
      return failing('EACCES')();
    };
    expect(await save('a', 'one', { platform: 'win32', rename, wait: async () => undefined })).toMatchObject({ ok: false, problem: { values: { step: 'rename', cause: 'EACCES' } } });
    expect(tries).toBe(8);
  });
});
