/** Giving the workbook another title. */
import { renamedWorkbook } from '../messages/commands.ts';
import type { LocalText } from '../model/workbook.ts';
import { fail, ok } from '../result.ts';
import type { Command } from './command.ts';

export const renameWorkbook: Command<{ readonly title: LocalText }> = {
  name: 'rename-workbook',
  label: (_workbook, { title }) => renamedWorkbook(title),
  run(workbook, { title }) {
    const trimmed = { en: title.en.trim(), zh: title.zh.trim() };
    if (trimmed.en === '' || trimmed.zh === '') return fail('title-empty');
    return ok(trimmed.en === workbook.title.en && trimmed.zh === workbook.title.zh ? workbook : { ...workbook, title: trimmed });
  },
};
