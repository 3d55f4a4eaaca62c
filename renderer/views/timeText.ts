/** A moment on this computer as people read it. */
import type { Language } from '../../shared/messages/phrase.ts';

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' }),
};

/** Milliseconds since 1970 as "27 Nov 2025, 09:30" or "2025年11月27日 09:30". */
export function timeText(at: number, language: Language): string {
  return formats[language].format(at);
}
