/** What was done since a base text, done again: the commands of the journal in their order, with the states that undo went back to. */
import type { Command } from '../../shared/commands/command.ts';
import { commands } from '../../shared/commands/registry.ts';
import { checkConsistency } from '../../shared/file/checkConsistency.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { JournalRow } from './records.ts';

export type Replayed = {
  readonly workbook: Workbook;
  /** How many of the rows could not be done again; they are the last ones. */
  readonly left: number;
};

// Which arguments belong to which command is known where the step is made; here a name is all there is.
const byName: ReadonlyMap<string, Command<never>> = new Map(Object.values(commands).map((command) => [command.name, command as Command<never>]));

/** Whether a command is one of those that a journal can name. */
export function isReplayable(command: { readonly name: string }): boolean {
  return byName.has(command.name);
}

function stepFrom(workbook: Workbook, states: ReadonlyMap<number, Workbook>, { step }: JournalRow): Workbook | null {
  if (step.kind === 'state') return states.get(step.at) ?? null;
  try {
    const done = byName.get(step.name)?.run(workbook, step.args as never);
    return done?.ok ? done.value : null;
  } catch {
    // Arguments that this command does not understand come from a damaged store: what stands before them is what is left.
    return null;
  }
}

/**
 * Does the rows again, the first at the base, which holds everything up to the step of the number `upTo`. A row of another program,
 * or one that does not go as it went, ends it: what comes after it would stand on something else.
 */
export function replaySteps(base: Workbook, upTo: number, rows: readonly JournalRow[], program: string): Replayed {
  const states = new Map<number, Workbook>([[upTo, base]]);
  let workbook = base;
  let done = 0;
  for (const row of rows) {
    // A number that is missing is a step that no command can do again, or one that did not get there.
    const next = row.n === upTo + done + 1 && row.program === program ? stepFrom(workbook, states, row) : null;
    if (next === null) break;
    workbook = next;
    states.set(row.n, workbook);
    done += 1;
  }
  // Every command leaves a workbook that agrees with itself; a damaged row may not.
  return done === 0 || checkConsistency(workbook).ok ? { workbook, left: rows.length - done } : { workbook: base, left: rows.length };
}
