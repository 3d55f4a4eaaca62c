/** Text as UTF-8, in slices: twenty million characters at once would hold the window up for as long as a key notices. */
import { yieldToWindow } from './yieldToWindow.ts';

/** About a millisecond. */
const sliceCharacters = 500_000;

/** The bytes of a text of any length; a pair of surrogates is never cut. */
export async function encodeText(text: string, pause: () => Promise<void> = yieldToWindow): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  if (text.length <= sliceCharacters) return encoder.encode(text);
  const slices: Uint8Array[] = [];
  for (let from = 0; from < text.length; ) {
    const end = Math.min(text.length, from + sliceCharacters);
    const last = text.charCodeAt(end - 1);
    const to = end < text.length && last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
    slices.push(encoder.encode(text.slice(from, to)));
    from = to;
    await pause();
  }
  const bytes = new Uint8Array(slices.reduce((sum, slice) => sum + slice.length, 0));
  let at = 0;
  for (const slice of slices) {
    bytes.set(slice, at);
    at += slice.length;
  }
  return bytes;
}
