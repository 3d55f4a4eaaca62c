/**
 * Cuts rows into pages that hold so many lines each; `linesOf` says how many lines a row takes. A row is never split, a page
 * is never blank, no rows give no page.
 */
export function paginate<T>(rows: readonly T[], linesPerPage: number, linesOf: (row: T) => number = () => 1): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let left = 0;
  for (const row of rows) {
    const lines = linesOf(row);
    const page = pages.at(-1);
    if (page && lines <= left) page.push(row);
    else pages.push([row]);
    left = (page && lines <= left ? left : linesPerPage) - lines;
  }
  return pages;
}

/** Lines that a text takes where a line holds so many Latin letters; a Chinese character is as wide as two. */
export function linesFor(text: string, lettersPerLine: number): number {
  const letters = [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
  return Math.max(1, Math.ceil(letters / lettersPerLine));
}
