/** Typed numbers in a workbook: series written or replaced, everything else as it was. */
import type { UnitId } from '../../shared/model/unit.ts';
import type { Cell, CellState, PeriodKey, Series, SeriesKind, SeriesPath, Workbook } from '../../shared/model/workbook.ts';
import { describePath } from '../../shared/model/paths.ts';
import { storedUnit } from '../../shared/model/pathUnits.ts';

/** The base unit that a path takes in these tests, by its first dimension. */
const unitOf: Readonly<Record<string, UnitId>> = {
  mass: 't', ratio: 'ratio', days: 'days', months: 'months', perMonth: 'perMonth', massPerMonth: 'tPerMonth', weight: 'weight', pricePerMass: 'yuanPerKg', choice: 'choice', switch: 'switch',
};

function kindOf(workbook: Workbook, path: SeriesPath): { readonly kind: SeriesKind; readonly unit: UnitId } {
  const spec = describePath(workbook, path);
  // What a sector counts, and what it takes per one of it, is measured as the sector says.
  const unit = unitOf[spec?.dimensions[0] ?? ''] ?? (spec ? storedUnit(workbook, path) : undefined);
  if (!spec || !unit) throw new Error(path);
  return { kind: spec.kind, unit };
}

/** A workbook with these numbers typed, by path: one number for a scalar, else numbers by period. Null takes the series away. */
export function typed(workbook: Workbook, numbers: Readonly<Record<SeriesPath, number | null | Readonly<Record<PeriodKey, number>>>>, state: CellState = 'forecast', unit?: UnitId): Workbook {
  const series: Record<SeriesPath, Series> = { ...workbook.series };
  for (const [path, value] of Object.entries(numbers)) {
    if (value === null) {
      delete series[path];
      continue;
    }
    const own = kindOf(workbook, path);
    const cells = typeof value === 'number' ? { all: value } : value;
    series[path] = { kind: own.kind, unit: unit ?? own.unit, cells: Object.fromEntries(Object.entries(cells).map(([period, number]): [string, Cell] => [period, { value: number, state }])) };
  }
  return { ...workbook, series };
}
