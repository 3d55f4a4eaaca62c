/**
 * Whether an intensity, typed or implied, is plausible (method, section 1 table, section 7 checks, section 11 "range flag";
 * settled point 33).
 *
 *   low <= q_y <= high                          kg per unit; the range is an input of the sector with its own source
 *   |q_y / q_(y-1) - 1|:   up to 7.5% ok, up to 15% a note, beyond it a warning
 *
 * A range is there to catch a slip of the pen or a wrong basis; it never changes a number.
 */
import type { Finding, SectorYear } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { remember } from './remember.ts';
import { storedUnit } from './pathUnits.ts';
import { scalarOf, sectorPaths } from './sectorDemand.ts';
import { convertUnit, type UnitId } from './unit.ts';
import type { DriverSector, SectorId, SeriesPath } from './workbook.ts';

/** A change of the intensity by more than this on the year before fails; by more than half of it, it is worth a note. */
export const changeThreshold = 0.15;

/** Nothing is out of range by its last binary digit. */
const tolerance = 1e-9;

type Years = Readonly<Record<string, SectorYear>>;

const checked = remember((years: Years, path: string, unit: UnitId, shownIn: UnitId, low: number | null, high: number | null): readonly Finding[] => {
  const findings: Finding[] = [];
  const shown = (value: number): number => convertUnit(value, unit, shownIn) ?? value;
  if (low !== null && high !== null && low > high) {
    return [{ code: 'intensity-range-crossed', severity: 'warning', place: `${path}Low@all`, values: { low: shown(low), high: shown(high), unit: shownIn } }];
  }
  let before: number | null = null;
  let yearBefore = Number.NaN;
  // Years are whole numbers, so the record has them in ascending order.
  for (const year in years) {
    const value = years[year]?.intensity.value ?? null;
    const isNext = Number(year) === yearBefore + 1;
    yearBefore = Number(year);
    if (value !== null) {
      const isBelow = low !== null && value < low * (1 - tolerance);
      const isAbove = high !== null && value > high * (1 + tolerance);
      if (isBelow || isAbove) {
        const bounds = { ...(low === null ? {} : { low: shown(low) }), ...(high === null ? {} : { high: shown(high) }) };
        findings.push({ code: 'intensity-out-of-range', severity: 'warning', place: `${path}@${year}`, values: { year, value: shown(value), ...bounds, unit: shownIn } });
      }
      const change = before === null || before === 0 || !isNext ? null : value / before - 1;
      if (change !== null && Math.abs(change) > changeThreshold / 2 + tolerance) {
        findings.push({ code: 'intensity-change', severity: Math.abs(change) > changeThreshold + tolerance ? 'warning' : 'info', place: `${path}@${year}`, values: { year, change, threshold: changeThreshold } });
      }
    }
    before = value;
  }
  return findings;
});

/** The findings on a sector's intensities in a scenario, each at its cell. */
export function intensityFindings(inputs: Inputs, id: SectorId, sector: DriverSector, years: Years): readonly Finding[] {
  const paths = sectorPaths(id);
  const unit = storedUnit(inputs.workbook, paths.intensity);
  const bound = (path: SeriesPath): number | null => {
    const value = scalarOf(inputs, path);
    return value === null ? null : convertUnit(value, storedUnit(inputs.workbook, path), unit);
  };
  return checked(years, paths.intensity, unit, sector.intensityUnit, bound(paths.intensityLow), bound(paths.intensityHigh));
}
