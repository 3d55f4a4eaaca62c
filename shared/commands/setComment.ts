/** A comment on one number: its note, in the language it is typed in. */
import { commentedCell } from '../messages/commands.ts';
import { pathName } from '../messages/names.ts';
import type { Language } from '../messages/phrase.ts';
import type { CellAddress, LocalText, ScenarioId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { annotateCells } from './annotateCells.ts';
import type { Command } from './command.ts';

export type SetCommentArgs = CellAddress & {
  readonly scenario: ScenarioId;
  readonly language: Language;
  /** Empty removes the comment of this language. */
  readonly text: string;
};

/** What was typed in one language stands for both until somebody writes the other; null where nothing is left. */
export function commentAfter(before: LocalText | undefined, language: Language, text: string): LocalText | null {
  const other: Language = language === 'en' ? 'zh' : 'en';
  const written = before?.[other] ?? '';
  const own = before !== undefined && written !== '' && written !== before[language];
  const trimmed = text.trim();
  const next: LocalText = language === 'en' ? { en: trimmed, zh: own ? written : trimmed } : { en: own ? written : trimmed, zh: trimmed };
  return next.en === '' && next.zh === '' ? null : next;
}

export const setComment: Command<SetCommentArgs> = {
  name: 'set-comment',
  label(workbook, { path, period, text }) {
    return commentedCell(pathName(workbook, path), period, text.trim() === '');
  },
  run(workbook, { scenario, language, text, ...address }): Result<Workbook> {
    if (!Object.hasOwn(workbook.scenarios, scenario)) return fail('unknown-scenario', { place: scenario, values: { id: scenario } });
    const { workbook: after, count } = annotateCells(workbook, scenario, [address], ({ note: before, ...rest }) => {
      const note = commentAfter(before, language, text);
      return note === null ? rest : { ...rest, note };
    });
    return count === 0 ? fail('nothing-to-comment', { place: `${address.path}@${address.period}` }) : ok(after);
  },
};
