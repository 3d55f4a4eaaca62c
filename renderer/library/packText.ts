/** Texts of versions as gzip: a workbook shrinks to about a tenth. */

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** Takes the UTF-8 of a text. */
export function packText(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return through(bytes, new CompressionStream('gzip'));
}

/** Rejects for bytes that are damaged. */
export async function unpackText(packed: Uint8Array): Promise<string> {
  // The copy has a buffer of its own, which is what a Blob takes.
  return new TextDecoder('utf-8', { fatal: true }).decode(await through(new Uint8Array(packed), new DecompressionStream('gzip')));
}

/** SHA-256 in hexadecimal. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
