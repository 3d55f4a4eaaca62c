/**
 * Fill handle, fill down and fill right: the cells of a range outside of its source go on from the source, each row or column by
 * itself. Totals and changes between the months are stepped over; copied numbers keep their unit.
 */
import { unitOfCell } from '../grid/cellWriter.ts';
import { cellsOfRange, valueColumns, type CellRange, type SelectedCell } from '../grid/selection.ts';
import { takesNumbers } from '../grid/takesNumbers.ts';
import { unitDoesNotFit } from '../messages/clipboard.ts';
import { fillRefusals } from '../messages/fill.ts';
import { unitNames } from '../messages/units.ts';
import { convertUnit } from '../model/unit.ts';
import type { Table } from '../tables/table.ts';
import { isOnSeries, planNumbers, refusedPlan, type CellNumber, type FillContext, type FillPlan } from './fillPlan.ts';
import { trendOf, type FillMode } from './trend.ts';

type FillOptions = FillContext & {
  /** Per column or row: an amount for linear, a factor for growth. */
  readonly step?: number;
};

/** Cells in one line along the fill: those before the source (nearest last), the source, those behind it. */
type Line = { readonly before: readonly SelectedCell[]; readonly source: readonly SelectedCell[]; readonly behind: readonly SelectedCell[] };

const keyOf = ({ row, column }: SelectedCell): string => `${row.id}\n${column.id}`;

function linesOf(table: Table, source: CellRange, target: CellRange): readonly Line[] {
  const inSource = cellsOfRange(table, source);
  const all = cellsOfRange(table, target);
  const keys = new Set(inSource.flat().map(keyOf));
  const corner = inSource[0]?.[0];
  if (!corner) return [];
  const wider = (all[0]?.length ?? 0) > (inSource[0]?.length ?? 0);
  // Along columns when the target is wider than the source, else along rows; a handle is drawn one way at a time.
  const lines = wider ? all : (all[0] ?? []).map((_, c) => all.map((row) => row[c]).filter((one) => one !== undefined));
  return lines.flatMap((line): Line[] => {
    const open = line.filter((cell) => (wider ? isOnSeries(cell) || keys.has(keyOf(cell)) : cell.cell !== undefined));
    const first = open.findIndex((cell) => keys.has(keyOf(cell)));
    if (first < 0) return [];
    const last = open.findLastIndex((cell) => keys.has(keyOf(cell)));
    return [{ before: open.slice(0, first), source: open.slice(first, last + 1).filter((cell) => !wider || isOnSeries(cell)), behind: open.slice(last + 1) }];
  });
}

/** The number of one cell as another takes it: in its unit, or as the same word. */
function carried(from: SelectedCell | undefined, to: SelectedCell, value: number | null): CellNumber {
  const source = from?.cell;
  const target = to.cell;
  if (!from || !source || !target || value === null) return { place: to, value };
  if ((source.choices ?? null) !== (target.choices ?? null)) return { place: to, reason: fillRefusals.otherChoices };
  const unit = unitOfCell(from.row, source);
  const own = unitOfCell(to.row, target);
  if (unit === undefined || own === undefined || unit === own) return { place: to, value };
  const converted = convertUnit(value, unit, own);
  return converted === null ? { place: to, reason: unitDoesNotFit(unitNames[unit], unitNames[own]) } : { place: to, value: converted };
}

function fillLine({ before, source, behind }: Line, mode: FillMode, step: number | undefined): readonly CellNumber[] {
  const values = source.map(({ cell }) => cell?.value ?? null);
  const words = source.some(({ cell }) => cell?.choices !== undefined);
  const trend = trendOf(values, words ? 'copy' : mode, step);
  if (!trend.ok) return [...before, ...behind].map((place) => ({ place, reason: trend.reason }));
  const n = source.length;
  const at = (place: number): SelectedCell | undefined => source[((place % n) + n) % n];
  return [
    ...before.map((cell, index) => carried(at(index - before.length), cell, trend.at(index - before.length))),
    ...behind.map((cell, index) => carried(at(n + index), cell, trend.at(n + index))),
  ];
}

/** `target` holds the source and the cells to be filled. A single source cell is copied in every mode unless a step is given. */
export function planFill(table: Table, source: CellRange, target: CellRange, mode: FillMode, { step, ...context }: FillOptions): FillPlan {
  const lines = linesOf(table, source, target);
  if (lines.length === 0) return refusedPlan(fillRefusals.noSource);
  return planNumbers(context, lines.flatMap((line) => fillLine(line, mode, step)));
}

/**
 * The range that a double-click on the handle fills: the source and the cells to its right as far as the row above it, else the
 * one below, has numbers; without such a neighbour as far as the source's own row takes numbers.
 */
export function toEndOfData(table: Table, source: CellRange): CellRange {
  const cells = cellsOfRange(table, source);
  const first = cells[0]?.[0];
  const bottom = cells.at(-1)?.[0];
  const right = cells[0]?.at(-1);
  if (!first || !bottom || !right) return source;
  const columns = valueColumns(table);
  const rest = columns.slice(columns.indexOf(right.column) + 1);
  const top = table.rows.indexOf(first.row);
  const neighbours = [table.rows[top - 1], table.rows[table.rows.indexOf(bottom.row) + 1]];
  const lastWith = (has: (columnId: string) => boolean): string | undefined => rest.findLast(({ id }) => has(id))?.id;
  const found =
    neighbours.map((row) => lastWith((id) => (row?.cells[id]?.value ?? null) !== null)).find((id) => id !== undefined) ?? lastWith((id) => takesNumbers(first.row.cells[id]));
  return { from: { rowId: first.row.id, columnId: first.column.id }, to: { rowId: bottom.row.id, columnId: found ?? right.column.id } };
}
