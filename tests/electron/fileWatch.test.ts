import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFileWatch } from '../../electron/files/fileWatch.ts';
import { writeAtomically } from '../../electron/files/writeAtomically.ts';
import { writeNewFiles } from '../../electron/files/writeNewFiles.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lodestone-watch-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('hears of a file that is written and of one put in its place, also the second time, and not of its neighbours', async () => {
  const touched = vi.fn();
  const watch = createFileWatch(touched, () => undefined);
  const path = join(folder, 'a.lodestone');
  writeFileSync(path, 'one');
  watch.follow(path);
  writeFileSync(join(folder, 'b.lodestone'), 'other');
  await new Promise((done) => setTimeout(done, 500));
  expect(touched).not.toHaveBeenCalled();
  for (const times of [1, 2]) {
    writeFileSync(join(folder, 'new'), `text ${String(times)}`);
    renameSync(join(folder, 'new'), path);
    await vi.waitFor(() => expect(touched).toHaveBeenCalledTimes(times), { timeout: 5000 });
  }
  watch.end();
  writeFileSync(path, 'three');
  await new Promise((done) => setTimeout(done, 500));
  expect(touched).toHaveBeenCalledTimes(2);
});

it('says in the log that a folder cannot be watched, and the window goes on', () => {
  const lines: string[] = [];
  const watch = createFileWatch(() => undefined, (line) => void lines.push(line));
  watch.follow(join(folder, 'gone', 'a.lodestone'));
  expect(lines).toEqual(['the folder of a.lodestone cannot be watched: ENOENT']);
});

it('writes several files into a folder, over none that is there and outside of it never', async () => {
  writeFileSync(join(folder, 'a.lodestone'), 'mine');
  const exists = (path: string): Promise<boolean> => Promise.resolve(readdirSync(folder).includes(path.slice(folder.length + 1)));
  const files = [{ name: 'a.lodestone', text: 'one' }, { name: 'b.lodestone', text: 'two' }, { name: '../b.lodestone', text: 'three' }];
  expect(await writeNewFiles(folder, files, { exists, writeFile: writeAtomically })).toEqual({ ok: true, value: 3 });
  expect(readdirSync(folder).sort()).toEqual(['-b.lodestone', 'a 2.lodestone', 'a.lodestone', 'b.lodestone']);
  expect(readFileSync(join(folder, 'a.lodestone'), 'utf8')).toBe('mine');
});
