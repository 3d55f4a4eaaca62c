/** Independent readers of PDF files: poppler-utils, where they are installed. */
import { spawnSync } from 'node:child_process';

/** What a tool says of a file; null where there is no such tool. */
export function poppler(tool: 'pdftotext' | 'pdfinfo' | 'pdffonts', ...words: readonly string[]): string | null {
  const run = spawnSync(tool, words, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  return run.status === 0 ? run.stdout : null;
}

/** The text of every page in reading order; null where there is no tool. */
export function pagesOf(file: string): readonly string[] | null {
  return poppler('pdftotext', file, '-')?.split('\f').slice(0, -1) ?? null;
}

const pointsPerMm = 72 / 25.4;

export type Margins = { readonly top: number; readonly side: number; readonly bottom: number };

/** Words that stand outside the margins of their sheet, by more than a rounding; header and footer have half of the upper and lower one. mm */
export function wordsOutside(file: string, { top, side, bottom }: Margins): readonly string[] | null {
  const boxes = poppler('pdftotext', '-bbox', file, '-');
  if (boxes === null) return null;
  const slack = 0.6;
  // A word's box is that of its font, which reaches over the lines that it is set in.
  const boxSlack = 1.4;
  const found: string[] = [];
  let [page, width, height] = [0, 0, 0];
  for (const line of boxes.split('\n')) {
    const sheet = /<page width="([\d.]+)" height="([\d.]+)"/.exec(line);
    if (sheet) [page, width, height] = [page + 1, Number(sheet[1]) / pointsPerMm, Number(sheet[2]) / pointsPerMm];
    const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (!word) continue;
    const [left = 0, above = 0, right = 0, below = 0] = word.slice(1, 5).map((number) => Number(number) / pointsPerMm);
    const inBody = above >= top - boxSlack && below <= height - bottom + boxSlack;
    const inFrame = (below <= top && above >= 3 - boxSlack) || (above >= height - bottom && below <= height - 2);
    if (left < side - slack || right > width - side + slack || !(inBody || inFrame)) found.push(`page ${page}: ${word[5] ?? ''}`);
  }
  return found;
}
