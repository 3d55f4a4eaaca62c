/** An id for something new: readable in a file, made of its English name, never one that stands already. */

/** Ids that would reach an object's prototype instead of a field; a file that holds one is refused. */
const reserved: ReadonlySet<string> = new Set(['constructor', 'prototype']);
const longest = 40;

/** "Humanoid robots" becomes "humanoidRobots". Accents are dropped; a name without Latin letters gives the fallback. */
function slugOf(english: string, fallback: string): string {
  const words = english.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').match(/[A-Za-z0-9]+/g) ?? [];
  // An abbreviation is lower case as a whole: "NEV" is "nev".
  const first = (word: string): string => (word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1));
  const slug = words.map((word, at) => (at === 0 ? first(word) : word.charAt(0).toUpperCase() + word.slice(1))).join('').slice(0, longest);
  // An id that begins with a digit could be taken for a year in a path.
  return /^[A-Za-z]/.test(slug) ? slug : `${fallback}${slug}`;
}

/** The slug of a name, with a number behind it where `taken` has it already. */
export function freshId(english: string, fallback: string, taken: Readonly<Record<string, unknown>>): string {
  const slug = slugOf(english, fallback);
  const isFree = (id: string): boolean => !Object.hasOwn(taken, id) && !reserved.has(id);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}${number}`;
    if (isFree(id)) return id;
  }
}
