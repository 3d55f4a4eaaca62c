/** A workbook file as the commands read it, and the sentence that names the file where it cannot be. */
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Problem } from '../../shared/result.ts';
import { answer, refuse, type Answer, type CliEffects } from './effects.ts';

export type OpenedWorkbook = { readonly workbook: Workbook; readonly text: string };

export async function openWorkbook(file: string, effects: Pick<CliEffects, 'readTextFile' | 'resolvePath'>): Promise<Answer<OpenedWorkbook>> {
  const text = await effects.readTextFile(effects.resolvePath(file));
  if (!text.ok) return refuse(fileSentence(file, text.problem));
  const workbook = parseWorkbook(text.value);
  return workbook.ok ? answer({ workbook: workbook.value, text: text.value }) : refuse(fileSentence(file, workbook.problem));
}

export function fileSentence(file: string, problem: Problem): Phrase {
  const { en, zh } = problemText(problem);
  return phrase(`${file}: ${en}`, `${file}：${zh}`);
}
