/** A sentence in both languages. Every sentence a user reads is one of these, in a file of this folder. */
import type { LocalText } from '../model/workbook.ts';

export type Language = 'en' | 'zh';
export const languages: readonly Language[] = ['en', 'zh'];

/** A parameterised sentence is a function that returns a Phrase. */
export type Phrase = LocalText;

export function phrase(en: string, zh: string): Phrase {
  return { en, zh };
}
