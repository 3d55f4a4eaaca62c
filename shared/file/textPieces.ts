/**
 * The text of a file in pieces, in order. A text of twenty million characters that is joined, copied or sent at once holds the
 * window up for longer than a key should wait; its pieces go one after the other.
 */
export type TextPieces = readonly string[];

/** How many characters all of the pieces have. */
export function charactersOf(text: TextPieces): number {
  return text.reduce((sum, piece) => sum + piece.length, 0);
}
