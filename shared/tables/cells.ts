/** Cells of the grids: what is shown, in which unit, where it comes from, and what typing into it does. */
import type { Phrase } from '../messages/phrase.ts';
import { refusals } from '../messages/refusals.ts';
import type { AnnualValue, MonthlyQuantity } from '../model/balance.ts';
import type { Inputs } from '../model/inputs.ts';
import type { ResolvedCell } from '../model/resolve.ts';
import { convertUnit, type UnitId } from '../model/unit.ts';
import type { Cell, CellAddress, PeriodKey, SeriesPath } from '../model/workbook.ts';
import type { NumberFormat, TableCell, TableRow } from './table.ts';

export const formats = {
  tonnes: { decimals: 0 },
  signedTonnes: { decimals: 0, signed: true },
  percent: { decimals: 1, percent: true },
  signedPercent: { decimals: 1, percent: true, signed: true },
  days: { decimals: 1 },
  ratio: { decimals: 3 },
  integer: { decimals: 0 },
} as const satisfies Record<string, NumberFormat>;

function shown(value: number | null, from: UnitId, to: UnitId): number | null {
  return value === null ? null : convertUnit(value, from, to);
}

function originOf(inputs: Inputs, cell: Cell | ResolvedCell | null): 'own' | 'inherited' | 'root' {
  if (inputs.isRoot) return 'root';
  return cell && 'origin' in cell && cell.origin === 'own' ? 'own' : 'inherited';
}

/** An input of the model, in the display unit of its row. Actuals refuse to be overridden by a scenario. */
export function inputCell(inputs: Inputs, path: SeriesPath, period: PeriodKey, unit: UnitId, stored?: UnitId): TableCell {
  const cell = inputs.cell(path, period);
  const address: CellAddress = { path, period };
  const locked = !inputs.isRoot && cell?.state === 'actual';
  return {
    value: shown(cell?.value ?? null, stored ?? inputs.series(path)?.unit ?? unit, unit),
    role: 'input',
    state: cell?.state ?? 'forecast',
    origin: originOf(inputs, cell),
    edit: locked ? { kind: 'refused', reason: refusals.actualLocked } : { kind: 'input', address },
    ...(cell?.source === undefined ? {} : { source: cell.source }),
  };
}

/** A computed number that refuses to be typed into and says why. */
export function computedCell(value: number | null, state: AnnualValue['state'], reason: Phrase, drivenBy?: CellAddress): TableCell {
  return {
    value,
    role: 'computed',
    state,
    edit: { kind: 'refused', reason, ...(drivenBy === undefined ? {} : { drivenBy }) },
  };
}

/** One computed cell per month, keyed by month. */
export function computedMonths(
  months: readonly string[],
  line: MonthlyQuantity,
  reason: Phrase,
  convert: (value: number) => number | null = (value) => value,
): Record<string, TableCell> {
  return Object.fromEntries(
    months.map((month, at) => {
      const value = line.values[at] ?? null;
      return [month, computedCell(value === null ? null : convert(value), line.states[at] ?? 'forecast', reason)];
    }),
  );
}

export function groupRow(id: string, label: Phrase): TableRow {
  return { id, kind: 'group', label, format: formats.tonnes, cells: {} };
}

/** Decimals that show four or five significant digits of a display value. */
export function decimalsFor(value: number | null): number {
  if (value === null || value === 0) return 2;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return Math.max(0, Math.min(4, (magnitude >= 2 ? 3 : 4) - magnitude));
}
