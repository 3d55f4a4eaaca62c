/** Texts of versions as gzip: a workbook shrinks to about a tenth. */

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  // The copy has a buffer of its own, which is what a Blob takes.
  const piped = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

export function packText(text: string): Promise<Uint8Array> {
  return through(new TextEncoder().encode(text), new CompressionStream('gzip'));
}

/** Rejects for bytes that are damaged. */
export async function unpackText(packed: Uint8Array): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await through(packed, new DecompressionStream('gzip')));
}

/** SHA-256 in hexadecimal. */
export async function digestOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
