/** The words that a choice or a switch offers. */
import { cellWords } from '../messages/inputGroups.ts';
import { choiceNames } from '../messages/pathNames.ts';
import { phrase } from '../messages/phrase.ts';
import type { PathSpec } from '../model/paths.ts';
import type { Choice } from './table.ts';

const switchChoices: readonly Choice[] = [
  { value: 0, key: '0', label: cellWords.no },
  { value: 1, key: '1', label: cellWords.yes },
];

const known = new WeakMap<readonly string[], readonly Choice[]>();

/** A switch is 0 or 1 as it is stored; a choice is numbered from 1 as its list shows it. Null for a number. */
export function choicesOf(spec: PathSpec): readonly Choice[] | null {
  if (spec.dimensions[0] === 'switch') return switchChoices;
  if (spec.choices === undefined) return null;
  const before = known.get(spec.choices);
  if (before) return before;
  const choices = spec.choices.map((name, value): Choice => ({ value, key: String(value + 1), label: choiceNames[name] ?? phrase(name, name) }));
  known.set(spec.choices, choices);
  return choices;
}

/** True for the choices of a switch, which a space turns over. */
export function isSwitch(choices: readonly Choice[]): boolean {
  return choices === switchChoices;
}
