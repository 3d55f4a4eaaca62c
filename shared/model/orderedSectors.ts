/** Sectors in the order of the workbook. */
import { remember } from './remember.ts';
import type { Sector, SectorId, Workbook } from './workbook.ts';

/** Every sector with its id, by its order and then by its id. */
export const orderedSectors = remember(
  (sectors: Workbook['sectors']): readonly (readonly [SectorId, Sector])[] =>
    Object.entries(sectors).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1)),
);
