/** A chart as a picture of its own: its drawing under its title, on its ground, with the fonts that its words are set in. */
import type { EChartsCoreOption } from 'echarts/core';
import { embedFonts } from './embedFonts.ts';
import { renderStaticSvg } from './renderStaticSvg.ts';

export type PictureParts = {
  readonly option: EChartsCoreOption;
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
  readonly ink: string;
  readonly muted: string;
  readonly background: string;
};

const margin = 14;
const family = `Inter, 'Noto Sans SC', sans-serif`;
const titleSize = 13;
const subtitleSize = 10.5;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The words of a text in lines that are no wider than this; Chinese breaks between any two letters. */
function linesOf(text: string, font: string, width: number): readonly string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  const lines: string[] = [];
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*/g) ?? []) {
    const line = `${lines.at(-1) ?? ''}${word}`;
    if (lines.length > 0 && (context?.measureText(line.trimEnd()).width ?? 0) <= width) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}

/** SVG of its own size. With `fonts` it holds its letters' faces, which a picture that is drawn apart from the page needs. */
export async function chartPicture({ option, title, subtitle, width, height, ink, muted, background }: PictureParts, fonts: boolean): Promise<{ readonly svg: string; readonly width: number; readonly height: number }> {
  const heads = [
    ...linesOf(title, `600 ${titleSize}px ${family}`, width).map((text) => ({ text, size: titleSize, weight: 600, fill: ink })),
    ...(subtitle === '' ? [] : linesOf(subtitle, `${subtitleSize}px ${family}`, width).map((text) => ({ text, size: subtitleSize, weight: 400, fill: muted }))),
  ];
  let y = margin;
  const texts = heads.map(({ text, size, weight, fill }) => {
    y += size * 1.35;
    return `<text x="${margin}" y="${(y - size * 0.35).toFixed(1)}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`;
  });
  const whole = { width: width + 2 * margin, height: Math.ceil(y + 6 + height + margin) };
  const drawing = renderStaticSvg(option, width, height).replace(/^<svg /, `<svg x="${margin}" y="${(y + 6).toFixed(1)}" `);
  const words = `${heads.map(({ text }) => text).join('')}${drawing}`;
  const faces = fonts ? `<style>${await embedFonts(words)}</style>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}">${faces}<rect width="100%" height="100%" fill="${background}"/>${texts.join('')}${drawing}</svg>`;
  return { svg, ...whole };
}

/** Pixels for each of the screen's, so that it is sharp on paper too. */
const sharpness = 3;

/** Rejects where the browser cannot draw it. */
export async function chartPng(parts: PictureParts): Promise<Blob> {
  const { svg, width, height } = await chartPicture(parts, true);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  const context = canvas.getContext('2d');
  context?.scale(sharpness, sharpness);
  context?.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png'));
}
