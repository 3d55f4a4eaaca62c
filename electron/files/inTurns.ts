/**
 * Work on the bytes of a large file in slices, with a turn for everything else between any two: the main process hands every key on
 * to its window, so that what holds it up is felt there.
 */
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';

/** About a millisecond's work. */
const slice = 1_000_000;

/** The text as UTF-8; a pair of surrogates is never cut. */
export async function encodeInTurns(text: string): Promise<Uint8Array> {
  if (text.length <= slice) return new TextEncoder().encode(text);
  const slices: Uint8Array[] = [];
  for (let from = 0; from < text.length; ) {
    const end = Math.min(text.length, from + slice);
    const isCut = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
    const to = isCut ? end - 1 : end;
    slices.push(new TextEncoder().encode(text.slice(from, to)));
    from = to;
    await turn();
  }
  return Buffer.concat(slices);
}

/** The same as fingerprintOf. */
export async function fingerprintInTurns(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let from = 0; from < bytes.length; from += slice) {
    if (from > 0) await turn();
    hash.update(bytes.subarray(from, from + slice));
  }
  return hash.digest('hex');
}
