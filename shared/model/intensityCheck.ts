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
import { storedUnit } from './pathUnits.ts';
import { rememberReads } from './rememberReads.ts';
import { convertUnit, type UnitId } from './unit.ts';
import type { DriverSector, SectorId } from './workbook.ts';

/** A change of the intensity by more than this on the year before fails; by more than half of it, it is worth a note. */
export const changeThreshold = 0.15;

/** Nothing is out of range by its last binary digit. */
const tolerance = 1e-9;

type Years = Readonly<Record<string, SectorYear>>;

function checked(years: Years, path: string, unit: UnitId, shownIn: UnitId, low: number | null, high: number | null): readonly Finding[] {
  const findings: Finding[] = [];
  const shown = (value: number): number => convertUnit(value, unit, shownIn) ?? value;
  if (low !== null && high !== null && low > high) {
    return [{ code: 'intensity-range-crossed', severity: 'warning', place: `${path}Low@all`, values: { low: shown(low), high: shown(high), unit: shownIn } }];
  }
  for (const year of Object.keys(years).sort()) {
    const value = years[year]?.intensity.value ?? null;
    if (value === null) continue;
    const isBelow = low !== null && value < low * (1 - tolerance);
    const isAbove = high !== null && value > high * (1 + tolerance);
    if (isBelow || isAbove) {
      const bounds = { ...(low === null ? {} : { low: shown(low) }), ...(high === null ? {} : { high: shown(high) }) };
      findings.push({ code: 'intensity-out-of-range', severity: 'warning', place: `${path}@${year}`, values: { year, value: shown(value), ...bounds, unit: shownIn } });
    }
    const before = years[String(Number(year) - 1)]?.intensity.value ?? null;
    const change = before === null || before === 0 ? null : value / before - 1;
    if (change !== null && Math.abs(change) > changeThreshold / 2 + tolerance) {
      findings.push({ code: 'intensity-change', severity: Math.abs(change) > changeThreshold + tolerance ? 'warning' : 'info', place: `${path}@${year}`, values: { year, change, threshold: changeThreshold } });
    }
  }
  return findings;
}

const ofYears = rememberReads((inputs: Inputs, years: Years, id: SectorId, shownIn: UnitId): readonly Finding[] => {
  const path = `sectors/${id}/intensity`;
  const unit = storedUnit(inputs.workbook, path);
  const bound = (name: 'Low' | 'High'): number | null => {
    const value = inputs.cell(path + name, 'all')?.value ?? null;
    return value === null ? null : convertUnit(value, storedUnit(inputs.workbook, path + name), unit);
  };
  return checked(years, path, unit, shownIn, bound('Low'), bound('High'));
});

/** The findings on a sector's intensities in a scenario, each at its cell. */
export function intensityFindings(inputs: Inputs, id: SectorId, sector: DriverSector, years: Years): readonly Finding[] {
  return ofYears(inputs, years, id, sector.intensityUnit);
}
