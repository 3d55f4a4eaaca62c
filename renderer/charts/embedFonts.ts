/** The faces that some letters need, as style rules that hold the fonts themselves: what carries them needs no file beside it. */

type Face = { readonly family: string; readonly weight: string; readonly range: string; readonly url: string };

function facesOf(sheets: readonly CSSStyleSheet[]): readonly Face[] {
  return sheets.flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const url = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src'))?.[1];
      if (url === undefined) return [];
      return [{ family: style.getPropertyValue('font-family'), weight: style.getPropertyValue('font-weight'), range: style.getPropertyValue('unicode-range'), url: new URL(url, sheet.href ?? document.baseURI).href }];
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

async function dataUrl(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const blob = await answer.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^data:[^;,]*/, 'data:font/woff2')));
    reader.addEventListener('error', () => reject(new Error(url)));
    reader.readAsDataURL(blob);
  });
}

/** Letters above this are in the face of Chinese characters alone. */
const latinEnd = 0x2e80;

/** Rejects where a font cannot be read. */
export async function embedFonts(text: string): Promise<string> {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  const isChinese = [...letters].some((letter) => letter >= latinEnd);
  const faces = facesOf([...document.styleSheets]).filter((face) => isNeeded(face, letters) && (isChinese || !face.family.includes('Noto')));
  const rules = await Promise.all(faces.map(async ({ family, weight, range, url }) => `@font-face{font-family:${family};font-weight:${weight};${range === '' ? '' : `unicode-range:${range};`}src:url(${await dataUrl(url)}) format("woff2")}`));
  return rules.join('\n');
}
