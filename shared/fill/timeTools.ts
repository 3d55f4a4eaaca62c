/** Time tools on the selected cells of rows: grow, interpolate, spread a total, shift, hold. Each row by itself, over its series. */
import { isDerivedColumn } from '../clipboard/alignColumns.ts';
import { cellWriter, type CellWriter } from '../grid/cellWriter.ts';
import { cellsOfRange, valueColumns, type CellRange, type SelectedCell } from '../grid/selection.ts';
import { fillRefusals } from '../messages/fill.ts';
import { problemText } from '../messages/problems.ts';
import type { Phrase } from '../messages/phrase.ts';
import type { Table, TableRow } from '../tables/table.ts';
import { isOnSeries, planNumbers, refusedPlan, type CellNumber, type FillContext, type FillPlan } from './fillPlan.ts';
import { spreadTotal } from './spreadTotal.ts';

export type TimeTool =
  /** Each cell is the one before it, or the same month a year before, times 1 + rate. The first selected cell stays where it grows from the one before. */
  | { readonly kind: 'grow'; readonly rate: number; readonly over: 'before' | 'yearBefore' }
  /** The cells between the first and the last selected one. */
  | { readonly kind: 'interpolate'; readonly by: 'linear' | 'geometric' }
  /**
   * The total is in the unit of the row. Published figures stay, and so do the pinned columns. The others share by what stands
   * in them, equally, by given weights, or by the same months of the year before.
   */
  | { readonly kind: 'spread'; readonly total: number; readonly by: SpreadBy; readonly pinned?: readonly string[]; readonly weights?: Readonly<Record<string, number>> }
  /** Each cell takes the number that stands so many columns before it; a negative count brings numbers forward. */
  | { readonly kind: 'shift'; readonly by: number }
  /** Every cell takes the number of the first selected one, or of the last one before it that has a number. */
  | { readonly kind: 'hold' };

export type SpreadBy = 'proportions' | 'equal' | 'profile' | 'yearBefore';

type Numbers = readonly CellNumber[] | { readonly refused: Phrase };

/** The cells of a whole row that a series runs through. */
function seriesOf(table: Table, row: TableRow): readonly SelectedCell[] {
  return valueColumns(table).flatMap((column) => {
    const place = { row, column, cell: row.cells[column.id] };
    return isOnSeries(place) ? [place] : [];
  });
}

const valueOf = (place: SelectedCell | undefined): number | null => place?.cell?.value ?? null;

function orReason(place: SelectedCell, value: number | null, reason: Phrase): CellNumber {
  return value === null ? { place, reason } : { place, value };
}

/** The same month, quarter or year one year earlier; null for a column without a period. */
function yearEarlier({ column: { period } }: SelectedCell): string | null {
  return period !== undefined && /^\d{4}/.test(period) ? `${Number(period.slice(0, 4)) - 1}${period.slice(4)}` : null;
}

function grow(cells: readonly SelectedCell[], all: readonly SelectedCell[], rate: number, over: 'before' | 'yearBefore'): Numbers {
  const grown = new Map<string, number | null>();
  const at = (period: string): number | null => grown.get(period) ?? valueOf(all.find(({ column }) => column.period === period));
  if (over === 'yearBefore') {
    return cells.map((place): CellNumber => {
      const earlier = yearEarlier(place);
      const before = earlier === null ? null : at(earlier);
      const value = before === null ? null : before * (1 + rate);
      grown.set(place.column.period ?? '', value);
      return orReason(place, value, fillRefusals.noYearBefore);
    });
  }
  const start = valueOf(cells[0]);
  if (start === null) return { refused: fillRefusals.noSource };
  return cells.slice(1).map((place, index) => ({ place, value: start * (1 + rate) ** (index + 1) }));
}

function interpolate(cells: readonly SelectedCell[], by: 'linear' | 'geometric'): Numbers {
  const from = valueOf(cells[0]);
  const to = valueOf(cells.at(-1));
  if (cells.length < 3 || from === null || to === null) return { refused: fillRefusals.twoCells };
  if (by === 'geometric' && !(from * to > 0)) return { refused: fillRefusals.sameSign };
  const last = cells.length - 1;
  const between = (at: number): number => (by === 'linear' ? from + ((to - from) * at) / last : from * (to / from) ** (at / last));
  return cells.slice(1, -1).map((place, index) => ({ place, value: between(index + 1) }));
}

type Spread = Extract<TimeTool, { kind: 'spread' }>;

/** The shares of the cells by what the tool says; null where the cells' own numbers decide, or nothing does. */
function weightsOf(cells: readonly SelectedCell[], all: readonly SelectedCell[], { by, weights = {} }: Spread): readonly number[] | null {
  if (by === 'profile') return cells.map(({ column }) => weights[column.id] ?? 0);
  if (by !== 'yearBefore') return null;
  const standing = new Map(all.map((place) => [place.column.period, valueOf(place)]));
  return cells.map((place) => standing.get(yearEarlier(place) ?? '') ?? 0);
}

function spread(cells: readonly SelectedCell[], all: readonly SelectedCell[], tool: Spread, { isFixed }: CellWriter): Numbers {
  const pinned = new Set(tool.pinned);
  const weights = weightsOf(cells, all, tool);
  const parts = cells.map(({ column, cell }, at) => ({
    value: cell?.value ?? null,
    pinned: pinned.has(column.id) || isFixed(cell),
    ...(weights === null ? {} : { weight: weights[at] ?? 0 }),
  }));
  // A shape of nothing would be an equal spread in disguise.
  if (tool.by === 'yearBefore' && !parts.some((part) => !part.pinned && (part.weight ?? 0) > 0)) return { refused: fillRefusals.noYearBefore };
  const numbers = spreadTotal(tool.total, parts, tool.by !== 'proportions');
  if (!numbers.ok) return { refused: problemText(numbers.problem) };
  return cells.flatMap((place, at): CellNumber[] => (parts[at]?.pinned === true ? [] : [{ place, value: numbers.value[at] ?? 0 }]));
}

function shift(cells: readonly SelectedCell[], all: readonly SelectedCell[], by: number): Numbers {
  const position = new Map(all.map(({ column }, at) => [column.id, at]));
  return cells.map((place) => orReason(place, valueOf(all[(position.get(place.column.id) ?? -1) - by]), fillRefusals.noMonthBefore));
}

function hold(cells: readonly SelectedCell[], all: readonly SelectedCell[]): Numbers {
  // The cell that is held keeps its own number and is not typed again.
  const start = all.findIndex(({ column }) => column.id === cells[0]?.column.id);
  const source = all.slice(0, start + 1).findLast((place) => valueOf(place) !== null);
  const value = valueOf(source);
  if (value === null) return { refused: fillRefusals.noSource };
  return cells.filter(({ column }) => column.id !== source?.column.id).map((place) => ({ place, value }));
}

function numbersOf(tool: TimeTool, cells: readonly SelectedCell[], all: readonly SelectedCell[], writer: CellWriter): Numbers {
  switch (tool.kind) {
    case 'grow':
      return grow(cells, all, tool.rate, tool.over);
    case 'interpolate':
      return interpolate(cells, tool.by);
    case 'spread':
      return spread(cells, all, tool, writer);
    case 'shift':
      return shift(cells, all, tool.by);
    case 'hold':
      return hold(cells, all);
  }
}

/** What a tool does to the selected cells; where it cannot be used on a row, nothing is changed at all and the reason is given. */
export function planTimeTool(table: Table, range: CellRange, tool: TimeTool, context: FillContext): FillPlan {
  const numbers: CellNumber[] = [];
  const writer = cellWriter(context.workbook, context.scenario);
  for (const line of cellsOfRange(table, range)) {
    const cells = line.filter((place) => isOnSeries(place) && !isDerivedColumn(place.column) && place.cell?.choices === undefined);
    const [first] = cells;
    if (!first) continue;
    const made = numbersOf(tool, cells, seriesOf(table, first.row), writer);
    if ('refused' in made) return refusedPlan(made.refused);
    numbers.push(...made);
  }
  return numbers.length === 0 ? refusedPlan(fillRefusals.noSource) : planNumbers(context, numbers);
}
