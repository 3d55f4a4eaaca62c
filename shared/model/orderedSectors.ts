/** Sectors in the order of the workbook. */
import { memoize } from './memoize.ts';
import type { Sector, SectorId, Workbook } from './workbook.ts';

/** Every sector with its id, by its order and then by its id. */
export const orderedSectors = memoize(
  (sectors: Workbook['sectors']): readonly (readonly [SectorId, Sector])[] =>
    Object.entries(sectors).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1)),
);
