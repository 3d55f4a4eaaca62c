/** How an input is read: its unit on screen and its decimals, decided once for every grid. */
import { countNames } from '../messages/inputGroups.ts';
import type { Phrase } from '../messages/phrase.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { units, type UnitId } from '../model/unit.ts';
import type { SeriesPath, Workbook } from '../model/workbook.ts';
import { unitForDisplay } from './displayUnit.ts';
import type { NumberFormat } from './table.ts';

export type InputDisplay = {
  /** Undefined for a choice or a switch, which has none. */
  readonly unit?: UnitId;
  readonly format: NumberFormat;
  /** Shown for the unit where its own name would mislead: a rank and a count are no weights. */
  readonly unitLabel?: Phrase;
};

/** Ratios that are factors, speeds or elasticities and no shares: nobody reads them in per cent. */
const factors =
  /(^|\/)(surveyCoverage|holidayFactor|stockResponse|responseSpeed|oxidePerMetal|dysprosiumFactor|terbiumFactor|ecmKappa|priceTheta|marginElasticity|shortageResponse|priceElasticity)$/;

const decimals: Readonly<Partial<Record<(typeof units)[UnitId]['dimension'], number>>> = {
  mass: 0,
  massPerMonth: 0,
  days: 1,
  months: 1,
  perMonth: 2,
  weight: 2,
  pricePerMass: 1,
  massPerVehicle: 3,
  massPerUnit: 3,
  massPerPower: 1,
};

export function inputDisplay(workbook: Workbook, path: SeriesPath): InputDisplay {
  const stored = storedUnit(workbook, path);
  const { dimension } = units[stored];
  if (dimension === 'switch' || dimension === 'choice') return { format: { decimals: 0 } };
  if (dimension === 'ratio') {
    if (factors.test(path)) return { unit: 'ratio', format: { decimals: 3 } };
    const signed = /\/(growth|subsidyUplift)$/.test(path);
    return { unit: 'percent', format: signed ? { decimals: 1, signed: true } : { decimals: /(finishedYield|Content)$/.test(path) ? 2 : 1 } };
  }
  if (path.endsWith('Midpoint')) return { unit: stored, format: { decimals: 2 } };
  if (/\/priority$/.test(path)) return { unit: stored, unitLabel: countNames.rank, format: { decimals: 0 } };
  if (/\/motors$/.test(path)) return { unit: stored, unitLabel: countNames.motors, format: { decimals: 1 } };
  if (/\/(rush|multiplier)$/.test(path)) return { unit: stored, unitLabel: countNames.times, format: { decimals: 2 } };
  // Counts are read whole, or in thousands and millions with what a month adds to them.
  if (path.endsWith('/volumeCumulative')) {
    const unit = unitForDisplay(workbook, path, stored);
    return { unit, format: { decimals: units[unit].factor === 1 ? 0 : 3 } };
  }
  return { unit: unitForDisplay(workbook, path, stored), format: { decimals: decimals[dimension] ?? 2 } };
}
