/**
 * The long form of the endurance tests: prints one figure per line and ends with 1 where one of them is not what it must be.
 * Words on the command line choose parts of it: files, saves, places, browsers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentVersion } from '../../shared/file/migrations.ts';
import { saveInReadOnlyFolder, saveOnFullDisk, type PlaceOutcome } from './hostilePlaces.ts';
import { killBrowsers } from './killedBrowser.ts';
import { killSaves } from './killedSaves.ts';
import { openMutatedFiles } from './mutatedFiles.ts';

const root = process.cwd();
const chosen = process.argv.slice(2);
const isWanted = (part: 'files' | 'saves' | 'places' | 'browsers'): boolean => chosen.length === 0 || chosen.includes(part);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failed = 0;
const hold = (holds: boolean, line: string): void => {
  say(`${holds ? 'ok  ' : 'FAIL'} ${line}`);
  if (!holds) failed += 1;
};

const files: readonly (readonly [string, string, number])[] = [
  ['the shipped workbook', join(root, 'shared', 'sample', 'china-ndfeb-magnets.lodestone'), 10_000],
  ...Array.from({ length: currentVersion }, (_, at): readonly [string, string, number] => [
    `the frozen file of version ${at + 1}`,
    join(root, 'tests', 'fixtures', 'formats', `version-${at + 1}.lodestone`),
    2000,
  ]),
];
for (const [name, path, count] of isWanted('files') ? files : []) {
  const mutated = openMutatedFiles(readFileSync(path, 'utf8'), count, 2026);
  hold(
    mutated.faults.length === 0 && mutated.slowestMs < 1000,
    `${mutated.files} damaged forms of ${name}: ${mutated.opened} opened, ${mutated.refused} refused with a sentence, slowest ${mutated.slowestMs.toFixed(0)} ms, ${mutated.faults.length} faults`,
  );
  for (const fault of mutated.faults.slice(0, 20)) say(`     ${fault}`);
}

if (isWanted('saves')) {
  const killed = await killSaves(500, 2026);
  hold(killed.torn === 0, `${killed.kills} kills during saves: ${killed.old} left the one text, ${killed.new} the other, ${killed.torn} torn; ${killed.leftovers} temporary files left beside it`);
}

const refused = (outcome: PlaceOutcome, step: string, place: string): void => {
  if ('skipped' in outcome) return say(`skip ${place}: ${outcome.skipped}`);
  const named = outcome.saved.ok ? '' : String(outcome.saved.problem.values?.['step']);
  hold(named === step && outcome.old && outcome.left.length === 1, `${place}: failed at "${named}", the old file ${outcome.old ? 'whole' : 'HURT'}, ${outcome.left.length - 1} files left beside it`);
};
if (isWanted('places')) {
  refused(await saveOnFullDisk(), 'write', 'a full disk');
  refused(await saveInReadOnlyFolder(), 'create', 'a read-only folder');
}

if (isWanted('browsers') && process.platform === 'linux') {
  const browsers = await killBrowsers(process.env.LODESTONE_CHROMIUM ?? '', join(root, 'dist', 'renderer'), 50, 2026);
  hold(
    browsers.faults.length === 0 && browsers.mostLostMs <= 1000,
    `${browsers.kills} kills of a browser during ${browsers.edits} edits: ${browsers.lost} edits gone, the oldest ${browsers.mostLostMs.toFixed(0)} ms before its kill; ${browsers.faults.length} faults`,
  );
  for (const fault of browsers.faults.slice(0, 20)) say(`     ${fault}`);
} else if (isWanted('browsers')) say('skip kills of a browser: its processes are found in /proc, which is on Linux');

process.exit(failed === 0 ? 0 : 1);
