/** What the sentence of a finding may say of its values. */
import type { Phrase } from './phrase.ts';

export type FindingValues = {
  text(key: string): string;
  /** Tonnes rounded for reading. */
  tonnes(key: string): string;
  /** The month or period it is about, or the run of months: "May to December 2026". */
  readonly when: Phrase;
  /** The same at the head of a sentence: "In May 2026", "From May to December 2026". */
  readonly during: Phrase;
  /** Beside an amount: that it is the sum of a run; nothing for a single month. */
  readonly inAll: Phrase;
};
