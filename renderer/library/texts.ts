/** The texts of workbooks, written in slices so that typing goes on meanwhile, and once for all who ask: save, journal, versions. */
import { serializedPieces } from '../../shared/file/serializeWorkbook.ts';
import type { TextPieces } from '../../shared/file/textPieces.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { yieldToWindow } from './yieldToWindow.ts';

export type Texts = {
  /** The text of a file that holds this workbook. */
  of(workbook: Workbook): Promise<TextPieces>;
};

/** How long a slice may take: a quarter of a frame, so that a key waits for less than one even where the processor is shared. */
const sliceMs = 4;
/** As much as is joined, sent or written within a millisecond. */
const pieceCharacters = 250_000;
/** Texts are large: the one that is shown, the one saved, and those just before them. */
const held = 3;

async function write(workbook: Workbook, pause: () => Promise<void>, now: () => number): Promise<TextPieces> {
  const text: string[] = [];
  let gathered: string[] = [];
  let characters = 0;
  let begun = now();
  for (const piece of serializedPieces(workbook)) {
    gathered.push(piece);
    characters += piece.length;
    if (characters >= pieceCharacters) {
      text.push(gathered.join(''));
      gathered = [];
      characters = 0;
    }
    if (now() - begun < sliceMs) continue;
    await pause();
    begun = now();
  }
  if (gathered.length > 0) text.push(gathered.join(''));
  return text;
}

export function createTexts(pause: () => Promise<void> = yieldToWindow, now: () => number = () => performance.now()): Texts {
  let known: readonly (readonly [Workbook, Promise<TextPieces>])[] = [];
  return {
    of(workbook) {
      const found = known.find(([one]) => one === workbook);
      const text = found?.[1] ?? write(workbook, pause, now);
      known = [[workbook, text] as const, ...known.filter(([one]) => one !== workbook)].slice(0, held);
      return text;
    },
  };
}
