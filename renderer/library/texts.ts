/** The texts of workbooks, written in slices so that typing goes on meanwhile, and once for all who ask: save, journal, versions. */
import { serializedPieces } from '../../shared/file/serializeWorkbook.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { yieldToWindow } from './yieldToWindow.ts';

export type Texts = {
  /** The text of a file that holds this workbook. */
  of(workbook: Workbook): Promise<string>;
};

/** How long a slice may take: half of a frame, so that a key waits for less than one. */
const sliceMs = 8;
/** Texts are large: the one that is shown, the one saved, and those just before them. */
const held = 3;

async function write(workbook: Workbook, pause: () => Promise<void>, now: () => number): Promise<string> {
  const pieces: string[] = [];
  let begun = now();
  for (const piece of serializedPieces(workbook)) {
    pieces.push(piece);
    if (now() - begun < sliceMs) continue;
    await pause();
    begun = now();
  }
  return pieces.join('');
}

export function createTexts(pause: () => Promise<void> = yieldToWindow, now: () => number = () => performance.now()): Texts {
  let known: readonly (readonly [Workbook, Promise<string>])[] = [];
  return {
    of(workbook) {
      const found = known.find(([one]) => one === workbook);
      const text = found?.[1] ?? write(workbook, pause, now);
      known = [[workbook, text] as const, ...known.filter(([one]) => one !== workbook)].slice(0, held);
      return text;
    },
  };
}
