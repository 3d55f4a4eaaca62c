/** Two texts of different length and large enough that writing one takes several calls to the disk. */
export const saveTexts: readonly [string, string] = [`${'the old text\n'.repeat(60_000)}end of the old`, `${'the new text, which is longer\n'.repeat(50_000)}end of the new`];
