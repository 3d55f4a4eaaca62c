/**
 * A font with the glyphs of some letters alone. Every glyph keeps its number, so that all else in the font goes on holding: those that
 * are not wanted become empty, which packs to nothing. Layout by pairs stays; substitutions, which could lead to an empty glyph, and
 * what is for vertical writing go. Follows OpenType 1.9: cmap, glyf, loca.
 */
import { readWoff, writeWoff, type FontTables } from './woff.ts';

const kept = ['GDEF', 'GPOS', 'OS/2', 'cvt ', 'fpgm', 'gasp', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post', 'prep'] as const;

function viewOf(tables: FontTables, tag: string): DataView {
  const table = tables.get(tag);
  if (!table) throw new Error(`no ${tag}`);
  return new DataView(table.buffer, table.byteOffset, table.byteLength);
}

/** The glyph of each letter that the font has, by the one table of letters that every font for the web has (platform 3, encoding 1, format 4). */
function glyphsOf(tables: FontTables, letters: Iterable<number>): ReadonlyMap<number, number> {
  const cmap = viewOf(tables, 'cmap');
  const offsets = Array.from({ length: cmap.getUint16(2) }, (_, at) => 4 + at * 8).filter((at) => cmap.getUint16(at) === 3 && cmap.getUint16(at + 2) === 1);
  const start = offsets[0] === undefined ? -1 : cmap.getUint32(offsets[0] + 4);
  if (start < 0 || cmap.getUint16(start) !== 4) throw new Error('no letters');
  const doubled = cmap.getUint16(start + 6);
  const ends = start + 14;
  const [starts, deltas, ranges] = [ends + doubled + 2, ends + 2 * doubled + 2, ends + 3 * doubled + 2];
  const glyphs = new Map<number, number>();
  for (const letter of letters) {
    for (let at = 0; at < doubled; at += 2) {
      if (cmap.getUint16(ends + at) < letter) continue;
      const first = cmap.getUint16(starts + at);
      if (first > letter) break;
      const range = cmap.getUint16(ranges + at);
      const raw = range === 0 ? letter : cmap.getUint16(ranges + at + range + 2 * (letter - first));
      const glyph = raw === 0 ? 0 : (raw + cmap.getUint16(deltas + at)) & 0xffff;
      if (glyph !== 0) glyphs.set(letter, glyph);
      break;
    }
  }
  return glyphs;
}

/** Where each glyph begins in glyf, and after the last one where that ends. */
function placesOf(tables: FontTables): readonly number[] {
  const loca = viewOf(tables, 'loca');
  const isLong = viewOf(tables, 'head').getInt16(50) === 1;
  const count = viewOf(tables, 'maxp').getUint16(4) + 1;
  return Array.from({ length: count }, (_, at) => (isLong ? loca.getUint32(at * 4) : loca.getUint16(at * 2) * 2));
}

/** The glyphs that a glyph is put together from. */
function partsOf(glyf: DataView, from: number, to: number): readonly number[] {
  if (to <= from || glyf.getInt16(from) >= 0) return [];
  const parts: number[] = [];
  for (let at = from + 10; ; ) {
    const flags = glyf.getUint16(at);
    parts.push(glyf.getUint16(at + 2));
    if ((flags & 0x20) === 0) return parts;
    at += 4 + ((flags & 1) === 0 ? 2 : 4) + ((flags & 8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0);
  }
}

/** One group of format 12 for each run of letters whose glyphs follow each other too. */
function cmapOf(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const groups: { from: number; to: number; glyph: number }[] = [];
  for (const [letter, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last && last.to + 1 === letter && last.glyph + letter - last.from === glyph) last.to = letter;
    else groups.push({ from: letter, to: letter, glyph });
  }
  const table = new Uint8Array(12 + 16 + groups.length * 12);
  const view = new DataView(table.buffer);
  [0, 1, 3, 10].forEach((word, at) => view.setUint16(at * 2, word));
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + groups.length * 12);
  view.setUint32(24, groups.length);
  groups.forEach(({ from, to, glyph }, at) => [from, to, glyph].forEach((word, place) => view.setUint32(28 + at * 12 + place * 4, word)));
  return table;
}

/** Letters that the font does not have are left out. Rejects when the bytes are no WOFF of TrueType outlines. */
export async function subsetFont(woff: Uint8Array, letters: Iterable<number>): Promise<Uint8Array> {
  const tables = await readWoff(woff);
  const glyphs = glyphsOf(tables, letters);
  const [glyf, places] = [viewOf(tables, 'glyf'), placesOf(tables)];
  const endsOf = (glyph: number): readonly [number, number] => [places[glyph] ?? 0, places[glyph + 1] ?? 0];
  const wanted = new Set<number>([0]);
  const want = (glyph: number): void => {
    if (wanted.has(glyph)) return;
    wanted.add(glyph);
    partsOf(glyf, ...endsOf(glyph)).forEach(want);
  };
  for (const glyph of glyphs.values()) want(glyph);
  const loca = new DataView(new ArrayBuffer(places.length * 4));
  const outlines: Uint8Array[] = [];
  let size = 0;
  for (let glyph = 0; glyph < places.length - 1; glyph += 1) {
    loca.setUint32(glyph * 4, size);
    if (!wanted.has(glyph)) continue;
    const [from, to] = endsOf(glyph);
    outlines.push(new Uint8Array(glyf.buffer, glyf.byteOffset + from, to - from));
    size += (to - from + 3) & ~3;
  }
  loca.setUint32((places.length - 1) * 4, size);
  const drawn = new Uint8Array(size);
  let at = 0;
  for (const outline of outlines) {
    drawn.set(outline, at);
    at += (outline.byteLength + 3) & ~3;
  }
  const head = new Uint8Array(viewOf(tables, 'head').byteLength);
  head.set(tables.get('head') ?? []);
  // Places are words now.
  new DataView(head.buffer).setInt16(50, 1);
  const own = kept.flatMap((tag) => {
    const table = tables.get(tag);
    return table ? [[tag, table] as const] : [];
  });
  return writeWoff(new Map<string, Uint8Array>([...own, ['head', head], ['cmap', cmapOf(glyphs)], ['glyf', drawn], ['loca', new Uint8Array(loca.buffer)]]));
}
