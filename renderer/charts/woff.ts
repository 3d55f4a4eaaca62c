/** The container of a font on the web (WOFF 1.0, W3C): a directory of tables, each deflated by itself. */

/** A table's four letters and its bytes, whole. */
export type FontTables = ReadonlyMap<string, Uint8Array>;

const signature = 0x774f4646;
const [headerSize, entrySize, sfntHeader, sfntEntry] = [44, 20, 12, 16];

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const read = new Response(stream.readable).arrayBuffer();
  const writer = stream.writable.getWriter();
  // What is wrong with the bytes is told by the reading side; the writing side would tell it a second time.
  const written = writer.write(new Uint8Array(bytes)).then(() => writer.close());
  const [whole] = await Promise.all([read, written]);
  return new Uint8Array(whole);
}

const aligned = (size: number): number => (size + 3) & ~3;

/** Rejects when the bytes are no WOFF. */
export async function readWoff(bytes: Uint8Array): Promise<FontTables> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < headerSize || view.getUint32(0) !== signature) throw new Error('no WOFF');
  const tables = new Map<string, Uint8Array>();
  for (let at = 0; at < view.getUint16(12); at += 1) {
    const entry = headerSize + at * entrySize;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const [offset, packed, whole] = [view.getUint32(entry + 4), view.getUint32(entry + 8), view.getUint32(entry + 12)];
    const part = bytes.subarray(offset, offset + packed);
    tables.set(tag, packed < whole ? await through(part, new DecompressionStream('deflate')) : part);
  }
  return tables;
}

/** The sum of a table's words, as its directory states it; of the head its own adjustment counts as nothing. */
function checksum(tag: string, table: Uint8Array): number {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  let sum = 0;
  for (let at = 0; at < table.byteLength; at += 4) {
    const word = at + 4 <= table.byteLength ? view.getUint32(at) : [0, 1, 2, 3].reduce((all, step) => all * 256 + (table[at + step] ?? 0), 0);
    if (!(tag === 'head' && at === 8)) sum = (sum + word) >>> 0;
  }
  return sum;
}

/** A font of TrueType outlines. Tables stand in the order of their letters, as the directory wants them. */
export async function writeWoff(tables: FontTables): Promise<Uint8Array> {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = await Promise.all(
    sorted.map(async ([tag, whole]) => {
      const packed = await through(whole, new CompressionStream('deflate'));
      return { tag, whole, bytes: packed.byteLength < whole.byteLength ? packed : whole };
    }),
  );
  const first = headerSize + parts.length * entrySize;
  const size = parts.reduce((sum, { bytes }) => sum + aligned(bytes.byteLength), first);
  const font = new Uint8Array(size);
  const view = new DataView(font.buffer);
  const unpacked = parts.reduce((sum, { whole }) => sum + sfntEntry + aligned(whole.byteLength), sfntHeader);
  [signature, 0x00010000, size].forEach((word, at) => view.setUint32(at * 4, word));
  view.setUint16(12, parts.length);
  view.setUint32(16, unpacked);
  view.setUint16(20, 1);
  let offset = first;
  for (const [at, { tag, whole, bytes }] of parts.entries()) {
    const entry = headerSize + at * entrySize;
    [...tag].forEach((letter, place) => view.setUint8(entry + place, letter.charCodeAt(0)));
    [offset, bytes.byteLength, whole.byteLength, checksum(tag, whole)].forEach((word, place) => view.setUint32(entry + 4 + place * 4, word));
    font.set(bytes, offset);
    offset += aligned(bytes.byteLength);
  }
  return font;
}
