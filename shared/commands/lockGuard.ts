/**
 * What is locked stays as it is. The guard looks at what a command made, not at what it was asked, so that it holds for every
 * command of the registry, whatever comes to it: none has to think of locks itself.
 *
 * A locked scenario keeps its differences, its packages and what is in them, its parent and its texts; its place in the list and
 * the lock may change. The locked root is the workbook's own numbers.
 */
import type { Scenario, ScenarioId, Workbook } from '../model/workbook.ts';
import { fail, type Result } from '../result.ts';
import type { Command } from './command.ts';

const free: ReadonlySet<string> = new Set<keyof Scenario>(['order', 'locked']);
const ownOfRoot = ['series', 'sectors', 'events', 'expansions'] as const satisfies readonly (keyof Workbook)[];

function saysTheSame(before: Scenario, after: Scenario): boolean {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].every((field) => free.has(field) || Object.is(old.get(field), now.get(field)));
}

function isTouched(before: Workbook, after: Workbook, id: ScenarioId, scenario: Scenario): boolean {
  const now = after.scenarios[id];
  if (now === undefined) return true;
  if (now !== scenario && !saysTheSame(scenario, now)) return true;
  if (scenario.packages?.some((one) => before.packages?.[one]?.overlays !== after.packages?.[one]?.overlays) === true) return true;
  return scenario.parent === null && ownOfRoot.some((part) => before[part] !== after[part]);
}

/** What a command made of a workbook, or the refusal that a locked scenario would change. */
export function keepLocked(before: Workbook, result: Result<Workbook>): Result<Workbook> {
  if (!result.ok || result.value === before) return result;
  for (const [id, scenario] of Object.entries(before.scenarios)) {
    if (scenario.locked !== true || !isTouched(before, result.value, id, scenario)) continue;
    return fail('scenario-locked', { place: id, values: { name: scenario.name.en, nameZh: scenario.name.zh } });
  }
  return result;
}

function guarded<Args>(command: Command<Args>): Command<Args> {
  return { ...command, run: (workbook, args) => keepLocked(workbook, command.run(workbook, args)) };
}

/** The same list of commands, each of them refused where it would change a locked scenario. */
export function guardAll<List extends Readonly<Record<string, Command<never>>>>(list: List): List {
  // The type of each command stays: only what `run` may give became narrower.
  return Object.fromEntries(Object.entries(list).map(([name, command]) => [name, guarded(command)])) as Record<string, Command<never>> as List;
}
