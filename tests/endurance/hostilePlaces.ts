/** Saves into places that refuse: a full disk, a folder that may not be written. The old file must be whole, and the step named. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from '../../electron/files/writeAtomically.ts';
import type { Result } from '../../shared/result.ts';
import { bundleProgram } from './bundleProgram.ts';
import { saveTexts } from './saveTexts.ts';

/** What became of a save there; `skipped` says why the place could not be had on this machine. */
export type PlaceOutcome = { readonly saved: Result<null>; readonly old: boolean; readonly left: readonly string[] } | { readonly skipped: string };

const isRoot = process.getuid?.() === 0;
/** The user and the group "nobody" of Linux. */
const nobody = 65_534;

function outcomeIn(folder: string, name: string, before: string, saved: Result<null>): PlaceOutcome {
  return { saved, old: readFileSync(join(folder, name), 'utf8') === before, left: readdirSync(folder) };
}

/** A file system of a quarter of a megabyte that holds a small workbook and has no room for a large one. */
export async function saveOnFullDisk(): Promise<PlaceOutcome> {
  if (process.platform !== 'linux' || !isRoot) return { skipped: 'only root on Linux mounts a small disk' };
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-full-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { encoding: 'utf8' });
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return { skipped: `no small disk could be mounted: ${mounted.stderr.trim()}` };
  }
  try {
    const before = 'the old text\n'.repeat(5000);
    writeFileSync(join(folder, 'market.lodestone'), before);
    const saved = await writeAtomically(join(folder, 'market.lodestone'), new TextEncoder().encode(saveTexts[1]));
    return outcomeIn(folder, 'market.lodestone', before, saved);
  } finally {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder that may be read and not written; where this process is root, a child without root's rights saves. */
export async function saveInReadOnlyFolder(): Promise<PlaceOutcome> {
  if (process.platform === 'win32') return { skipped: 'Windows has no folders that may not be written by their mode' };
  const home = mkdtempSync(join(tmpdir(), 'lodestone-readonly-'));
  const folder = join(home, 'shared');
  try {
    const program = await bundleProgram('saveOnce', home);
    mkdirSync(folder);
    writeFileSync(join(folder, 'market.lodestone'), saveTexts[0], { mode: 0o666 });
    chmodSync(folder, 0o555);
    const child = spawnSync(process.execPath, [program, join(folder, 'market.lodestone')], { encoding: 'utf8', cwd: '/', ...(isRoot ? { uid: nobody, gid: nobody } : {}) });
    if (child.status !== 0) return { skipped: `no child without root's rights could run: ${child.error?.message ?? child.stderr.slice(-300)}` };
    return outcomeIn(folder, 'market.lodestone', saveTexts[0], JSON.parse(child.stdout) as Result<null>);
  } finally {
    chmodSync(folder, 0o755);
    rmSync(home, { recursive: true, force: true });
  }
}
