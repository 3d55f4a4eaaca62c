/**
 * A workbook that ships with the program is read and checked when the program is built, by the same code that reads every file:
 * `import { workbook } from 'FILE.lodestone?checked'` gives the result, and a window need not check it again at every start.
 * A file that would be refused stops the build with its problem.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { parseWorkbook } from '../shared/file/parseWorkbook.ts';
import { problemText } from '../shared/messages/problems.ts';

/** The module for the text of a workbook file: read as JSON, which is faster than a program that makes the same objects. */
export function checkedModule(text: string): string {
  const parsed = parseWorkbook(text);
  if (!parsed.ok) throw new Error(problemText(parsed.problem).en);
  return `export const workbook = JSON.parse(${JSON.stringify(JSON.stringify(parsed.value))});`;
}

export function checkedSample(): Plugin {
  return {
    name: 'checked-sample',
    load(id) {
      const file = /^(.*\.lodestone)\?checked$/.exec(id)?.[1];
      return file === undefined ? null : { code: checkedModule(readFileSync(file, 'utf8')), moduleType: 'js' };
    },
  };
}
