/** The command line as git's merge driver, with git itself and the built program. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist', 'cli', 'lodestone.mjs');
const workbook = join(root, 'shared', 'sample', 'china-ndfeb-magnets.lodestone');

test('git merges additions of two people through the command line as its merge driver, and stops at a true conflict with a file that opens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-driver-'));
  const git = (...args: string[]): ReturnType<typeof spawnSync> =>
    spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'core.autocrlf=false', '-c', `merge.lodestone.driver="${process.execPath}" "${program}" merge %O %A %B`, ...args], { cwd: folder, encoding: 'utf8' });
  type Cells = Record<string, Record<string, unknown>>;
  type File = { workbook: { series: Record<string, { cells: Cells }> } };
  const file = join(folder, 'market.lodestone');
  const read = (): File => JSON.parse(readFileSync(file, 'utf8')) as File;
  const commit = (month: string, value: number): void => {
    const content = read();
    const cells = content.workbook.series['sectors/nev/volumeMonthly']?.cells;
    if (!cells) throw new Error('No months in the sample.');
    cells[month] = { state: 'estimate', value };
    writeFileSync(file, JSON.stringify(content, null, 2));
    expect(spawnSync(process.execPath, [program, 'merge', file, file, file], { encoding: 'utf8' }).status).toBe(0);
    git('commit', '-qam', month);
  };
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, '.gitattributes'), '*.lodestone merge=lodestone\n');
  writeFileSync(file, readFileSync(workbook));
  git('add', '.');
  git('commit', '-qm', 'base');
  git('checkout', '-qb', 'theirs');
  commit('2026-06', 1_500_000);
  git('checkout', '-q', 'main');
  commit('2026-07', 1_600_000);
  expect(git('merge', '-q', '--no-edit', 'theirs').status).toBe(0);
  const cells = read().workbook.series['sectors/nev/volumeMonthly']?.cells;
  expect([cells?.['2026-06']?.['value'], cells?.['2026-07']?.['value']]).toEqual([1_500_000, 1_600_000]);
  git('checkout', '-qb', 'other');
  commit('2026-08', 1_000_000);
  git('checkout', '-q', 'main');
  commit('2026-08', 2_000_000);
  const conflicted = git('merge', '-q', '--no-edit', 'other');
  expect(conflicted.status).toBe(1);
  expect(String(conflicted.stderr)).toContain('2026-08: ours 2000000, theirs 1000000');
  expect(spawnSync(process.execPath, [program, 'balance', file], { encoding: 'utf8' }).status).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});
