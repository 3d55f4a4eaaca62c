/** Fonts cut down to the letters of a page: what is left is what it was, and nothing else is. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { subsetFont } from '../../renderer/charts/subsetFont.ts';
import { readWoff, writeWoff, type FontTables } from '../../renderer/charts/woff.ts';

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(fileURLToPath(new URL(`../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-${name}.woff`, import.meta.url))));
const whole = file('chinese-simplified-400-normal');
const lettersOf = (text: string): readonly number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);

const view = (tables: FontTables, tag: string): DataView => {
  const table = tables.get(tag) ?? new Uint8Array();
  return new DataView(table.buffer, table.byteOffset, table.byteLength);
};

/** The outline of a glyph, as its bytes, without what fills it up to a whole word. */
function outline(tables: FontTables, glyph: number): string {
  const loca = view(tables, 'loca');
  const table = tables.get('glyf') ?? new Uint8Array();
  return Buffer.from(table.subarray(loca.getUint32(glyph * 4), loca.getUint32(glyph * 4 + 4))).toString('hex').replace(/(00)+$/, '');
}

/** The groups of the table of letters: from, to, first glyph. */
function groups(tables: FontTables): readonly (readonly number[])[] {
  const cmap = view(tables, 'cmap');
  return Array.from({ length: cmap.getUint32(24) }, (_, at) => [0, 4, 8].map((place) => cmap.getUint32(28 + at * 12 + place)));
}

describe('a font cut down', () => {
  it('has the glyphs of the letters as they were, under their numbers, and is small', async () => {
    const letters = lettersOf('中国钕铁硼磁材月度平衡表，吨（折毛坯）。');
    const cut = await subsetFont(whole, letters);
    expect(cut.byteLength).toBeLessThan(60_000);
    const [before, after] = await Promise.all([readWoff(whole), readWoff(cut)]);
    const known = groups(after).flatMap(([from = 0, to = 0, glyph = 0]) => Array.from({ length: to - from + 1 }, (_, at) => [from + at, glyph + at] as const));
    expect(known.map(([letter]) => letter)).toEqual([...new Set(letters)].sort((a, b) => a - b));
    for (const [letter, glyph] of known) {
      expect(outline(after, glyph).length, String.fromCodePoint(letter)).toBeGreaterThan(20);
      expect(outline(after, glyph)).toBe(outline(before, glyph));
    }
    const count = view(after, 'maxp').getUint16(4);
    expect(count).toBe(view(before, 'maxp').getUint16(4));
    const filled = Array.from({ length: count }, (_, glyph) => glyph).filter((glyph) => outline(after, glyph) !== '');
    // The sign for what is missing, and the letters.
    expect(filled).toHaveLength(known.length + 1);
    expect(Buffer.from(after.get('hmtx') ?? []).equals(Buffer.from(before.get('hmtx') ?? []))).toBe(true);
    expect(after.has('GPOS')).toBe(true);
    expect(after.has('GSUB')).toBe(false);
  });

  it('keeps what a glyph is put together from, and leaves out letters that the font does not have', async () => {
    const before = await readWoff(whole);
    const [loca, glyf] = [view(before, 'loca'), view(before, 'glyf')];
    const isCompound = (glyph: number): boolean => loca.getUint32(glyph * 4 + 4) > loca.getUint32(glyph * 4) && glyf.getInt16(loca.getUint32(glyph * 4)) < 0;
    const accented = lettersOf('ÀÉÖüāōǎ');
    const after = await readWoff(await subsetFont(whole, [...accented, 0x1f600]));
    const glyphs = groups(after).map(([, , glyph = 0]) => glyph);
    expect(groups(after).some(([from]) => from === 0x1f600)).toBe(false);
    for (const glyph of glyphs.filter(isCompound)) {
      const part = glyf.getUint16(loca.getUint32(glyph * 4) + 12);
      expect(outline(after, part)).toBe(outline(before, part));
      expect(outline(after, part)).not.toBe('');
    }
  });

  it('works for a face whose places are halved, and refuses what is no such font', async () => {
    const cut = await readWoff(await subsetFont(file('29-400-normal'), lettersOf('钐钆')));
    expect(groups(cut).flatMap(([from = 0, to = 0, glyph = 0]) => [outline(cut, glyph), ...(to > from ? [outline(cut, glyph + 1)] : [])])).not.toContain('');
    await expect(subsetFont(new Uint8Array([1, 2, 3]), [65])).rejects.toThrow();
    const { head } = { head: new Uint8Array(54) };
    await expect(writeWoff(new Map([['head', head]])).then((font) => subsetFont(font, [65]))).rejects.toThrow();
  });

  it('is written so that it reads the same', async () => {
    const tables = await readWoff(whole);
    const again = await readWoff(await writeWoff(tables));
    for (const [tag, table] of tables) expect(Buffer.from(again.get(tag) ?? []).equals(Buffer.from(table)), tag).toBe(true);
  });
});
