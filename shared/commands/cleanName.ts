/** What may be a name: both languages, trimmed; one that is empty is the other. Fails with name-empty or name-too-long. */
import type { LocalText } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';

export const longestName = 120;

export function cleanName(name: LocalText): Result<LocalText> {
  const en = name.en.trim();
  const zh = name.zh.trim();
  if (en === '' && zh === '') return fail('name-empty');
  if (Math.max(en.length, zh.length) > longestName) return fail('name-too-long', { values: { limit: longestName } });
  return ok({ en: en || zh, zh: zh || en });
}

/** True when a cleaned name says what the one before said. */
export function isSameText(a: LocalText, b: LocalText): boolean {
  return a.en === b.en && a.zh === b.zh;
}
