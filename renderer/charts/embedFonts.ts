/** The faces that some letters need, as style rules that hold the fonts themselves: what carries them needs no file beside it. */
import { subsetFont } from './subsetFont.ts';

type Face = { readonly family: string; readonly weight: string; readonly range: string; readonly url: string; /** The same face in a form that can be cut down; null where none is offered. */ readonly woff: string | null };

function facesOf(sheets: readonly CSSStyleSheet[]): readonly Face[] {
  return sheets.flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const base = sheet.href ?? document.baseURI;
      const urls = [...style.getPropertyValue('src').matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, url = '']) => new URL(url, base).href);
      const [url] = urls;
      if (url === undefined) return [];
      return [{ family: style.getPropertyValue('font-family'), weight: style.getPropertyValue('font-weight'), range: style.getPropertyValue('unicode-range'), url, woff: urls.find((one) => one.endsWith('.woff')) ?? null }];
    }),
  );
}

/** Whether a face has any of these letters; one without ranges has all. */
function isNeeded({ range }: Face, letters: ReadonlySet<number>): boolean {
  if (range === '') return true;
  const ranges = range.split(',').map((part) => {
    const [, from = '', to = from] = /U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/i.exec(part.trim()) ?? [];
    return [Number.parseInt(from.replace(/\?/g, '0'), 16), Number.parseInt(to.replace(/\?/g, 'F'), 16)] as const;
  });
  for (const letter of letters) if (ranges.some(([from, to]) => letter >= from && letter <= to)) return true;
  return false;
}

async function bytesOf(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function dataUrl(bytes: Uint8Array, type: 'woff' | 'woff2'): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new Error(type)));
    reader.readAsDataURL(new Blob([new Uint8Array(bytes)], { type: `font/${type}` }));
  });
}

/** A Chinese face has thousands of characters, of which a text needs some hundreds; a Latin one is small and is embedded whole, with its ways of setting digits. */
async function sourceOf({ family, url, woff }: Face, letters: ReadonlySet<number>): Promise<string> {
  const isCut = woff !== null && family.includes('Noto');
  const type = isCut ? 'woff' : 'woff2';
  const bytes = isCut ? await subsetFont(await bytesOf(woff), letters) : await bytesOf(url);
  return `url(${await dataUrl(bytes, type)}) format("${type}")`;
}

/** Letters above this are in the face of Chinese characters alone. */
const latinEnd = 0x2e80;

/** Rejects where a font cannot be read. */
export async function embedFonts(text: string): Promise<string> {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  const isChinese = [...letters].some((letter) => letter >= latinEnd);
  const faces = facesOf([...document.styleSheets]).filter((face) => isNeeded(face, letters) && (isChinese || !face.family.includes('Noto')));
  const rules = await Promise.all(faces.map(async (face) => `@font-face{font-family:${face.family};font-weight:${face.weight};${face.range === '' ? '' : `unicode-range:${face.range};`}src:${await sourceOf(face, letters)}}`));
  return rules.join('\n');
}
