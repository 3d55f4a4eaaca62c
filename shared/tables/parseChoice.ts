/**
 * A choice as a person types it: its number in the list, or the first letters of its word in either language. What fits
 * several words is refused as what fits none.
 */
import { fail, ok, type Result } from '../result.ts';
import type { Choice } from './table.ts';

/** Full-width forms, case and the spaces around it do not matter. */
function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function words(choice: Choice): readonly string[] {
  return [plain(choice.label.en), plain(choice.label.zh)];
}

/** The position of the one choice that a text means so far; -1 where it means none or several. */
export function matchChoice(text: string, choices: readonly Choice[]): number {
  const typed = plain(text);
  if (typed === '') return -1;
  const exact = choices.findIndex((choice) => choice.key === typed || words(choice).includes(typed));
  if (exact >= 0) return exact;
  const begun = choices.flatMap((choice, at) => (words(choice).some((word) => word.startsWith(typed)) ? [at] : []));
  return begun.length === 1 ? (begun[0] ?? -1) : -1;
}

/** The value of the choice in a text. Problems: number-empty, choice-unreadable (values.text and the words on offer). */
export function parseChoice(text: string, choices: readonly Choice[]): Result<number> {
  if (plain(text) === '') return fail('number-empty');
  const choice = choices[matchChoice(text, choices)];
  if (choice) return ok(choice.value);
  const list = (language: 'en' | 'zh', comma: string): string => choices.map(({ key, label }) => `${key} ${label[language]}`).join(comma);
  return fail('choice-unreadable', { values: { text, english: list('en', ', '), chinese: list('zh', '、') } });
}
