/** Kills a process that saves in a loop, at random moments, and looks at what it left. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundleProgram } from './bundleProgram.ts';
import { seededNumbers } from './seededNumbers.ts';
import { saveTexts } from './saveTexts.ts';

const longestWaitMs = 40;

export type KilledSaves = {
  readonly kills: number;
  readonly old: number;
  readonly new: number;
  /** Files that were neither the one text nor the other: none may be. */
  readonly torn: number;
  /** Temporary files that kills in the middle of a save left beside the file. */
  readonly leftovers: number;
};

export async function killSaves(kills: number, seed: number): Promise<KilledSaves> {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-kill-'));
  try {
    const program = await bundleProgram('saveLoop', folder);
    const home = mkdtempSync(join(folder, 'work-'));
    const file = join(home, 'market.lodestone');
    writeFileSync(file, saveTexts[0]);
    const next = seededNumbers(seed);
    const seen = { old: 0, new: 0, torn: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      await new Promise<void>((resolve, reject) => {
        child.stdout.once('data', () => resolve());
        child.once('exit', (status) => reject(new Error(`The saving process ended by itself (${String(status)}).`)));
      });
      await wait(next() * longestWaitMs);
      child.kill('SIGKILL');
      await gone;
      const left = readFileSync(file, 'utf8');
      seen[left === saveTexts[0] ? 'old' : left === saveTexts[1] ? 'new' : 'torn'] += 1;
    }
    return { kills, ...seen, leftovers: readdirSync(home).length - 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
