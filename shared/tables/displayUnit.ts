/** The unit in which a series is read by people: the sector's own for volumes and intensities, per cent for ratios. */
import { units, type Dimension, type UnitId } from '../model/unit.ts';
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

/** What a person may choose to read an amount in, smallest first; other dimensions have the one unit they are shown in. */
const choices: Readonly<Partial<Record<Dimension, readonly UnitId[]>>> = {
  mass: ['t', 'kt', 'wanTonnes'],
  vehicles: ['vehicle', 'wanVehicles', 'millionVehicles'],
  units: ['unit', 'thousandUnits', 'wanUnits', 'millionUnits'],
  power: ['MW', 'wanKilowatts', 'GW'],
  massPerUnit: ['gPerUnit', 'kgPerUnit'],
};

/** The units in which a row shown in one of them may be shown, that one among them. */
export function displayUnits(unit: UnitId): readonly UnitId[] {
  return choices[units[unit].dimension] ?? [unit];
}
