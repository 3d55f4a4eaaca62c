/** The unit in which a series is read by people: the sector's own for volumes and intensities, per cent for ratios. */
import type { UnitId } from '../model/unit.ts';
import type { SeriesPath, Workbook } from '../model/workbook.ts';

export function unitForDisplay(workbook: Pick<Workbook, 'sectors'>, path: SeriesPath, stored: UnitId): UnitId {
  const [area, id = '', name, , field] = path.split('/');
  const sector = area === 'sectors' ? workbook.sectors[id] : undefined;
  if (sector?.kind === 'driver') {
    if (name === 'volume' || name === 'volumeMonthly' || name === 'volumeCumulative') return sector.volumeUnit;
    if (name === 'intensity' || name === 'intensityLow' || name === 'intensityHigh' || (name === 'technologies' && field === 'mass')) return sector.intensityUnit;
  }
  return stored;
}
