/**
 * The unit in which the numbers of a path are stored. Within a sector, volumes and intensities are measured as the sector says, so that
 * vehicles never meet kg per MW.
 */
import { describePath, type PathSpec } from './paths.ts';
import { units, type Dimension, type UnitId } from './unit.ts';
import type { SeriesPath, Workbook } from './workbook.ts';

/** The intensity that measures a volume: kg per vehicle for vehicles; undefined for what is no volume. */
export function intensityDimension(volume: UnitId): Dimension | undefined {
  switch (units[volume].dimension) {
    case 'vehicles':
      return 'massPerVehicle';
    case 'units':
      return 'massPerUnit';
    case 'power':
      return 'massPerPower';
    default:
      return undefined;
  }
}

/** The dimensions that a path may have in this workbook: those of its kind, narrowed to those of its sector. */
export function dimensionsOf(workbook: Pick<Workbook, 'sectors'>, path: SeriesPath, spec: PathSpec): readonly Dimension[] {
  const [area, id = '', name, , field] = path.split('/');
  const sector = area === 'sectors' && Object.hasOwn(workbook.sectors, id) ? workbook.sectors[id] : undefined;
  if (sector?.kind !== 'driver') return spec.dimensions;
  if (name === 'volume' || name === 'volumeMonthly' || name === 'volumeCumulative') return [units[sector.volumeUnit].dimension];
  if (name === 'intensity' || name === 'intensityLow' || name === 'intensityHigh' || (name === 'technologies' && field === 'mass')) return [units[sector.intensityUnit].dimension];
  return spec.dimensions;
}

/** The base unit of a path that has no series yet; "ratio" for a path that does not exist. */
export function baseUnitOf(workbook: Pick<Workbook, 'sectors' | 'events' | 'expansions'>, path: SeriesPath): UnitId {
  const spec = describePath(workbook, path);
  const dimension = spec ? dimensionsOf(workbook, path, spec)[0] : undefined;
  for (const id of Object.keys(units) as UnitId[]) if (units[id].dimension === dimension && units[id].factor === 1) return id;
  return 'ratio';
}

/** The unit in which the numbers of a path are stored: that of its series, else the base unit of what the path measures. */
export function storedUnit(workbook: Pick<Workbook, 'sectors' | 'events' | 'expansions' | 'series'>, path: SeriesPath): UnitId {
  const series = Object.hasOwn(workbook.series, path) ? workbook.series[path] : undefined;
  return series?.unit ?? baseUnitOf(workbook, path);
}
