/** The unit in which a series is read by people: the sector's own for volumes and intensities, per cent for ratios. */
import { baseUnitOf } from '../model/pathUnits.ts';
import type { UnitId } from '../model/unit.ts';
import type { SeriesPath, Workbook } from '../model/workbook.ts';

export function unitForDisplay(workbook: Pick<Workbook, 'sectors'>, path: SeriesPath, stored: UnitId): UnitId {
  const [area, id = '', name, , field] = path.split('/');
  const sector = area === 'sectors' ? workbook.sectors[id] : undefined;
  if (sector?.kind === 'driver') {
    if (name === 'volume' || name === 'volumeMonthly') return sector.volumeUnit;
    if (name === 'intensity' || (name === 'technologies' && field === 'mass')) return sector.intensityUnit;
  }
  return stored;
}

/** The unit in which the numbers of a path are stored: that of its series, else the one that a first number would be stored in. */
export function storedUnit(workbook: Pick<Workbook, 'sectors' | 'events' | 'expansions' | 'series'>, path: SeriesPath): UnitId {
  return (Object.hasOwn(workbook.series, path) ? workbook.series[path]?.unit : undefined) ?? baseUnitOf(workbook, path);
}
