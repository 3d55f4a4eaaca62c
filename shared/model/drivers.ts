/**
 * The three-way lock (method, section 1; settled point 4; worked case M01).
 *
 *   demand = volume * intensity / 1000          t; volume in units, vehicles or MW, intensity in kg per one of them
 *
 * Any two members give the third. The lock is solved once on the workbook's own numbers; from then on volume and intensity
 * drive, in every scenario.
 */
import type { AnnualValue } from './balance.ts';
import { remember } from './remember.ts';
import { weakerState } from './state.ts';
import type { Cell, DriverSector, LockMember, PeriodKey, Series } from './workbook.ts';

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

function solvedCell(value: number | null, a: AnnualValue, b: AnnualValue): Cell {
  return { value, state: weakerState(a.state, b.state) };
}

/**
 * Volume and intensity of every year on the workbook's own numbers, the yielding one computed. The demand series drives only
 * in the years where volume or intensity yields.
 */
export const solveLock = remember(
  (sector: DriverSector, volume: Series, intensity: Series, demand: Series, firstYear: number, lastYear: number): SolvedLock => {
    let volumes: Record<PeriodKey, Cell> | null = null;
    let intensities: Record<PeriodKey, Cell> | null = null;
    for (let year = firstYear; year <= lastYear; year += 1) {
      const yields = yieldingMember(sector, year);
      if (yields === 'demand') continue;
      const key = String(year);
      const d = known(demand.cells[key]);
      if (yields === 'intensity') {
        const v = known(volume.cells[key]);
        intensities ??= { ...intensity.cells };
        intensities[key] = solvedCell(impliedIntensity(v.value, d.value), v, d);
      } else {
        const q = known(intensity.cells[key]);
        volumes ??= { ...volume.cells };
        volumes[key] = solvedCell(impliedVolume(q.value, d.value), q, d);
      }
    }
    return {
      volume: volumes === null ? volume : { ...volume, cells: volumes },
      intensity: intensities === null ? intensity : { ...intensity, cells: intensities },
    };
  },
);
