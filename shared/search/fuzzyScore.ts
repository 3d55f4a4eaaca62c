/**
 * How well a text answers a query. Every word of the query must be found: as it stands, better at the beginning of a word, or
 * by its letters in order from the beginning of a word ("xpdf" finds no "Export PDF", "epdf" does).
 */

/** Full-width letters and capitals count as the plain ones. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Every Chinese character begins a word, as does what follows a sign. */
function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? '') || !/[a-z0-9]/.test(text[at] ?? '');
}

function wordScore(word: string, text: string): number | null {
  let best: number | null = null;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const score = 100 + word.length + (at === 0 ? 60 : beginsWord(text, at) ? 40 : 0);
    best = Math.max(best ?? 0, score);
  }
  if (best !== null) return best;
  for (let start = text.indexOf(word[0] ?? ''); start >= 0; start = text.indexOf(word[0] ?? '', start + 1)) {
    if (!beginsWord(text, start)) continue;
    let score = 0;
    let at = start - 1;
    for (const letter of word) {
      const next = text.indexOf(letter, at + 1);
      if (next < 0) return best;
      score += next === at + 1 ? 4 : beginsWord(text, next) ? 6 : 1;
      at = next;
    }
    best = Math.max(best ?? 0, score);
  }
  return best;
}

/** Higher is better; null where a word is not found. An empty query is answered by everything alike. */
export function fuzzyScore(query: string, text: string): number | null {
  const target = foldText(text);
  let total = 0;
  for (const word of foldText(query).split(/\s+/)) {
    if (word === '') continue;
    const score = wordScore(word, target);
    if (score === null) return null;
    total += score;
  }
  return total - target.length / 100;
}
