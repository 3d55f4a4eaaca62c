/**
 * The three-way lock (method, section 1; settled point 4; worked case M01).
 *
 *   demand = volume * intensity / 1000          t; volume in units, vehicles or MW, intensity in kg per one of them
 *
 * Any two members give the third. The lock is solved once on the workbook's own numbers; from then on volume and intensity
 * drive, in every scenario.
 */
import type { AnnualValue } from './balance.ts';
import { memoize } from './memoize.ts';
import { weakestState } from './state.ts';
import type { Cell, DriverSector, LockMember, Series } from './workbook.ts';

const missing: AnnualValue = { value: null, state: 'forecast' };

function known(cell: Cell | undefined): AnnualValue {
  return cell ? { value: cell.value, state: cell.state } : missing;
}

/** kg per unit from tonnes and units; null without a volume. Zero demand over zero volume has no intensity either. */
export function impliedIntensity(volume: number | null, demand: number | null): number | null {
  return volume === null || demand === null || volume === 0 ? null : (demand * 1000) / volume;
}

/** Units from tonnes and kg per unit; null without an intensity. */
export function impliedVolume(intensity: number | null, demand: number | null): number | null {
  return intensity === null || demand === null || intensity === 0 ? null : (demand * 1000) / intensity;
}

/** Tonnes from units and kg per unit. */
export function impliedDemand(volume: number | null, intensity: number | null): number | null {
  return volume === null || intensity === null ? null : (volume * intensity) / 1000;
}

export function yieldingMember(sector: DriverSector, year: number): LockMember {
  return sector.yields[String(year)] ?? 'demand';
}

export type SolvedLock = { readonly volume: Series; readonly intensity: Series };

function withCell(series: Series, year: number, value: number | null, ...terms: readonly AnnualValue[]): Series {
  return {
    ...series,
    cells: { ...series.cells, [String(year)]: { value, state: weakestState(...terms.map((term) => term.state)) } },
  };
}

/**
 * Volume and intensity of every year on the workbook's own numbers, the yielding one computed. The demand series drives only
 * in the years where volume or intensity yields.
 */
export const solveLock = memoize(
  (sector: DriverSector, volume: Series, intensity: Series, demand: Series, firstYear: number, lastYear: number): SolvedLock => {
    let solved: SolvedLock = { volume, intensity };
    for (let year = firstYear; year <= lastYear; year += 1) {
      const key = String(year);
      const v = known(volume.cells[key]);
      const q = known(intensity.cells[key]);
      const d = known(demand.cells[key]);
      switch (yieldingMember(sector, year)) {
        case 'intensity':
          solved = { ...solved, intensity: withCell(solved.intensity, year, impliedIntensity(v.value, d.value), v, d) };
          break;
        case 'volume':
          solved = { ...solved, volume: withCell(solved.volume, year, impliedVolume(q.value, d.value), q, d) };
          break;
        case 'demand':
          break;
      }
    }
    return solved;
  },
);
