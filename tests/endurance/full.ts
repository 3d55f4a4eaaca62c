/** The long form of the endurance tests: prints one figure per line and ends with 1 where one of them is not what it must be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { killSaves } from './killedSaves.ts';
import { openMutatedFiles } from './mutatedFiles.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failed = 0;
const hold = (holds: boolean, line: string): void => {
  say(`${holds ? 'ok  ' : 'FAIL'} ${line}`);
  if (!holds) failed += 1;
};

const sample = readFileSync(join(process.cwd(), 'shared', 'sample', 'china-ndfeb-magnets.lodestone'), 'utf8');
const mutated = openMutatedFiles(sample, 10_000, 2026);
hold(mutated.faults.length === 0 && mutated.slowestMs < 1000, `${mutated.files} damaged files: ${mutated.opened} opened, ${mutated.refused} refused with a sentence, slowest ${mutated.slowestMs.toFixed(0)} ms, ${mutated.faults.length} faults`);
for (const fault of mutated.faults.slice(0, 20)) say(`     ${fault}`);

const killed = await killSaves(500, 2026);
hold(killed.torn === 0, `${killed.kills} kills during saves: ${killed.old} left the one text, ${killed.new} the other, ${killed.torn} torn; ${killed.leftovers} temporary files left beside it`);

process.exit(failed === 0 ? 0 : 1);
