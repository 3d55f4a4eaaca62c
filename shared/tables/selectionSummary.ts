/** What the status bar says of the selected numbers. Words, choices and missing numbers do not count; a cell under two ranges counts once. */
import { cellsOfRange, type GridSelection } from '../grid/selection.ts';
import type { UnitId } from '../model/unit.ts';
import type { NumberFormat, Table, TableCell, TableRow } from './table.ts';

export type SelectionSummary = {
  /** Of the selected cells that hold a number. */
  readonly count: number;
  /** In the unit; null where there is no number or the units differ. */
  readonly sum: number | null;
  readonly average: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Null for numbers without a unit, and where units differ. */
  readonly unit: UnitId | null;
  readonly mixedUnits: boolean;
  /** The most decimals that one of the cells is shown with. */
  readonly format: NumberFormat;
};

/** A ratio that is shown as per cent is a measure of its own, whatever the unit of its row. */
function measureOf(row: TableRow, cell: TableCell, format: NumberFormat): UnitId | 'shownPercent' | null {
  return format.percent === true ? 'shownPercent' : (cell.unit ?? row.unit ?? null);
}

export function summarizeSelection(table: Table, selection: GridSelection): SelectionSummary {
  const seen = selection.ranges.length > 1 ? new Set<TableCell>() : null;
  let count = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  let decimals = 0;
  let measure: UnitId | 'shownPercent' | null = null;
  let mixedUnits = false;
  for (const range of selection.ranges) {
    for (const line of cellsOfRange(table, range)) {
      for (const { row, cell } of line) {
        if (!cell || cell.value === null || cell.choices || (cell.text && cell.role !== 'input') || seen?.has(cell)) continue;
        seen?.add(cell);
        const format = cell.format ?? row.format;
        const own = measureOf(row, cell, format);
        if (count === 0) measure = own;
        else if (measure !== own) mixedUnits = true;
        count += 1;
        sum += cell.value;
        min = Math.min(min, cell.value);
        max = Math.max(max, cell.value);
        decimals = Math.max(decimals, format.decimals);
      }
    }
  }
  const says = count > 0 && !mixedUnits;
  return {
    count,
    sum: says ? sum : null,
    average: says ? sum / count : null,
    min: says ? min : null,
    max: says ? max : null,
    unit: mixedUnits || measure === 'shownPercent' ? null : measure,
    mixedUnits,
    format: { decimals, ...(measure === 'shownPercent' ? { percent: true } : {}) },
  };
}
