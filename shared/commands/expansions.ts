/** Adding, editing, ordering and removing new capacity; its tonnes, delay and ramp are inputs of the Supply grid. */
import { addedEntry, editedEntry, entryKinds, movedEntry, removedEntry } from '../messages/commands.ts';
import { isMonth } from '../model/period.ts';
import type { Expansion, ExpansionId, LocalText, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkValue } from './cellRules.ts';
import { cleanName, isSameText } from './cleanName.ts';
import type { Command } from './command.ts';
import { freshId } from './freshId.ts';
import { moved, orderedIds, reordered, without } from './ordering.ts';
import { withoutPaths } from './withoutPaths.ts';
import { writeBaseCell } from './writeCell.ts';

export type AddExpansionArgs = {
  readonly name: LocalText;
  /** The month in which it would start without a delay. */
  readonly start: string;
  /** t blank per month; without it the capacity is missing until it is typed. */
  readonly tonnes?: number;
};

function findExpansion(workbook: Workbook, id: ExpansionId): Result<Expansion> {
  const expansion = Object.hasOwn(workbook.expansions, id) ? workbook.expansions[id] : undefined;
  return expansion ? ok(expansion) : fail('unknown-expansion', { place: id, values: { id } });
}

function expansionName(workbook: Workbook, id: ExpansionId): LocalText {
  const found = findExpansion(workbook, id);
  return found.ok ? found.value.name : { en: id, zh: id };
}

export const addExpansion: Command<AddExpansionArgs> = {
  name: 'add-expansion',
  label: (_workbook, { name }) => addedEntry(entryKinds.expansion, name),
  run(workbook, { start, tonnes, ...args }) {
    const name = cleanName(args.name);
    if (!name.ok) return name;
    if (!isMonth(start)) return fail('month-invalid', { values: { month: start } });
    const id = freshId(name.value.en, 'expansion', workbook.expansions);
    const expansions = reordered({ ...workbook.expansions, [id]: { name: name.value, order: 0, start } }, [...orderedIds(workbook.expansions), id]);
    const next = { ...workbook, expansions };
    if (tonnes === undefined) return ok(next);
    const address = { path: `expansions/${id}/tonnes`, period: 'all' };
    const checked = checkValue(next, address, tonnes);
    return checked.ok ? ok(writeBaseCell(next, address, tonnes)) : checked;
  },
};

export const editExpansion: Command<{ readonly expansion: ExpansionId; readonly name?: LocalText; readonly start?: string }> = {
  name: 'edit-expansion',
  label: (workbook, { expansion, name }) => editedEntry(expansionName(workbook, expansion), name),
  run(workbook, { expansion: id, ...changes }) {
    const before = findExpansion(workbook, id);
    if (!before.ok) return before;
    const name = cleanName(changes.name ?? before.value.name);
    if (!name.ok) return name;
    const start = changes.start ?? before.value.start;
    if (!isMonth(start)) return fail('month-invalid', { values: { month: start } });
    if (isSameText(name.value, before.value.name) && start === before.value.start) return ok(workbook);
    return ok({ ...workbook, expansions: { ...workbook.expansions, [id]: { ...before.value, name: name.value, start } } });
  },
};

/** `by` counts places: -1 is one up. */
export const moveExpansion: Command<{ readonly expansion: ExpansionId; readonly by: number }> = {
  name: 'move-expansion',
  label: (workbook, { expansion, by }) => movedEntry(expansionName(workbook, expansion), by),
  run(workbook, { expansion: id, by }) {
    const expansion = findExpansion(workbook, id);
    if (!expansion.ok) return expansion;
    const expansions = moved(workbook.expansions, id, by);
    return ok(expansions === workbook.expansions ? workbook : { ...workbook, expansions });
  },
};

export const removeExpansion: Command<{ readonly expansion: ExpansionId }> = {
  name: 'remove-expansion',
  label: (workbook, { expansion }) => removedEntry(expansionName(workbook, expansion)),
  run(workbook, { expansion: id }) {
    const expansion = findExpansion(workbook, id);
    if (!expansion.ok) return expansion;
    return ok({ ...withoutPaths(workbook, `expansions/${id}/`), expansions: without(workbook.expansions, id) });
  },
};
