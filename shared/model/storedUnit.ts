/** The unit in which the numbers of a path are stored: that of its series, else the base unit of what the path measures. */
import { describePath } from './paths.ts';
import { units, type Dimension, type UnitId } from './unit.ts';
import type { SeriesPath, Workbook } from './workbook.ts';

function baseUnitOf(dimension: Dimension | undefined): UnitId {
  for (const id of Object.keys(units) as UnitId[]) if (units[id].dimension === dimension && units[id].factor === 1) return id;
  return 'ratio';
}

/** What a sector counts and weighs decides for its volumes, its intensity and the masses of its technologies. */
function sectorUnit(workbook: Pick<Workbook, 'sectors'>, path: SeriesPath): UnitId | null {
  const [area, id = '', name, , field] = path.split('/');
  const sector = area === 'sectors' && Object.hasOwn(workbook.sectors, id) ? workbook.sectors[id] : undefined;
  if (sector?.kind !== 'driver') return null;
  if (name === 'volume' || name === 'volumeMonthly') return sector.volumeUnit;
  return name === 'intensity' || (name === 'technologies' && field === 'mass') ? sector.intensityUnit : null;
}

export function storedUnit(workbook: Pick<Workbook, 'sectors' | 'events' | 'expansions' | 'series'>, path: SeriesPath): UnitId {
  const series = Object.hasOwn(workbook.series, path) ? workbook.series[path] : undefined;
  if (series) return series.unit;
  const own = sectorUnit(workbook, path);
  return baseUnitOf(own === null ? describePath(workbook, path)?.dimensions[0] : units[own].dimension);
}
