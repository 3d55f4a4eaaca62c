/** What the sentence of a finding may say of its values. */
export type FindingValues = {
  text(key: string): string;
  /** Tonnes rounded for reading. */
  tonnes(key: string): string;
};
