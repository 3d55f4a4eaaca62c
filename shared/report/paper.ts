/** Papers and what of a sheet a page may fill, mm and CSS pixels (96 to the inch). */
import { standardMargins, type Margins } from '../model/reportSettings.ts';

export const papers = ['A4', 'Letter', 'A3'] as const;
export type Paper = (typeof papers)[number];

const sizes: Readonly<Record<Paper, readonly [width: number, height: number]>> = { A4: [210, 297], Letter: [215.9, 279.4], A3: [297, 420] };

const pixelsPerMm = 96 / 25.4;

export type Sheet = {
  /** mm */
  readonly width: number;
  readonly height: number;
  /** CSS pixels between the margins. */
  readonly bodyWidth: number;
  readonly bodyHeight: number;
};

export function sheetOf(paper: Paper, landscape: boolean, margins: Margins = standardMargins): Sheet {
  const [short, long] = sizes[paper];
  const [width, height] = landscape ? [long, short] : [short, long];
  return {
    width,
    height,
    bodyWidth: Math.floor((width - 2 * margins.side) * pixelsPerMm),
    bodyHeight: Math.floor((height - margins.top - margins.bottom) * pixelsPerMm),
  };
}

/** How much taller than on an upright A4 sheet a chart is drawn. */
export function chartStretch(sheet: Sheet): number {
  return Math.min(1.1, Math.max(0.8, sheet.bodyHeight / sheetOf('A4', false).bodyHeight));
}
