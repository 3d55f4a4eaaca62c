/** Rows over months: a label, a cell per month and the total of each whole year. */
import { resultWords } from '../messages/inputGroups.ts';
import { inputName } from '../messages/names.ts';
import { refusals } from '../messages/refusals.ts';
import type { Phrase } from '../messages/phrase.ts';
import type { Balance, MonthlyQuantity } from '../model/balance.ts';
import type { Inputs } from '../model/inputs.ts';
import { memoize } from '../model/memoize.ts';
import type { Month } from '../model/period.ts';
import { weakestState } from '../model/state.ts';
import { convertUnit, units, type UnitId } from '../model/unit.ts';
import type { CellState, SeriesPath } from '../model/workbook.ts';
import { computedCell, computedMonths, contextCell, inputContext, monthCells } from './cells.ts';
import { inputDisplay } from './inputDisplay.ts';
import type { Aggregate, NumberFormat, TableCell, TableRow } from './table.ts';

type RowText = { readonly id: string; readonly label: Phrase; readonly indent?: number; readonly kind?: TableRow['kind']; readonly weightedBy?: string };

/** Of what is not summed, a mass is a stock and cover is what it lasts, so they stand at the end of a period; the others are rates and prices. */
function restOf(unit: UnitId): Aggregate {
  const { dimension } = units[unit];
  return dimension === 'mass' || dimension === 'days' ? 'last' : 'mean';
}

/** A typed mass is a flow, but for one counted since January. */
function inputAggregate(path: SeriesPath, stored: UnitId): Aggregate {
  if (path.endsWith('Cumulative')) return 'last';
  const { dimension } = units[stored];
  return dimension === 'mass' || dimension === 'vehicles' || dimension === 'units' || dimension === 'power' ? 'sum' : 'mean';
}

/** The years of a horizon with the positions of their months, looked up once for all rows. */
const yearsOfMonths = memoize((months: readonly Month[]): readonly { readonly year: string; readonly from: number; readonly to: number }[] => {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return years.map((year) => ({ year, from: months.findIndex((month) => month.startsWith(year)), to: months.findLastIndex((month) => month.startsWith(year)) + 1 }));
});

/** Totals of the years of the horizon, keyed by year; missing where a month is, and for a year that is not whole. */
function totals(balance: Balance, line: MonthlyQuantity, convert: (value: number) => number | null): Record<string, TableCell> {
  const cells: Record<string, TableCell> = {};
  for (const { year, from, to } of yearsOfMonths(balance.months)) {
    let total: number | null = to - from === 12 ? 0 : null;
    for (let at = from; at < to && total !== null; at += 1) {
      const value: number | null = line.values[at] ?? null;
      total = value === null ? null : total + value;
    }
    cells[year] = computedCell(total === null ? null : convert(total), weakestState(...line.states.slice(from, to)), refusals.yearTotal);
  }
  return cells;
}

/** A computed monthly quantity; `sums` adds year totals (a stock or a rate has none). */
export function resultRow(balance: Balance, text: RowText, line: MonthlyQuantity, unit: UnitId, format: NumberFormat, reason: Phrase, sums = true): TableRow {
  // A ratio is read in per cent, its sign in the unit column as for every input.
  const convert = (value: number): number => (unit === 'percent' ? value * 100 : value);
  return {
    ...text,
    kind: text.kind ?? 'row',
    unit,
    format,
    aggregate: sums ? 'sum' : restOf(unit),
    cells: { ...computedMonths(balance.months, line, reason, convert), ...(sums ? totals(balance, line, convert) : {}) },
  };
}

/** A word per month, where there is one. */
export function wordRow(balance: Balance, text: RowText, word: (at: number) => Phrase | null, reason: Phrase): TableRow {
  const cells = balance.months.map((month, at): readonly [string, TableCell] => {
    const said = word(at);
    return [month, { ...computedCell(null, balance.supply.states[at] ?? 'forecast', reason), ...(said === null ? {} : { text: said }) }];
  });
  return { ...text, kind: text.kind ?? 'row', format: { decimals: 0 }, aggregate: 'mean', cells: Object.fromEntries(cells) };
}

/**
 * A computed monthly quantity whose months can be pinned: a known month shows as an input, any other as the computed number,
 * and typing pins it.
 */
export function pinnableRow(
  balance: Balance,
  inputs: Inputs,
  text: RowText,
  line: MonthlyQuantity,
  path: SeriesPath,
  base: UnitId,
  unit: UnitId,
  format: NumberFormat,
): TableRow {
  const context = inputContext(inputs, path, unit);
  const known = context.series?.cells ?? {};
  const convert = (value: number): number | null => convertUnit(value, base, unit);
  const cells: Record<string, TableCell> = {};
  balance.months.forEach((month, at) => {
    const value = line.values[at] ?? null;
    const state: CellState = line.states[at] ?? 'forecast';
    if (Object.hasOwn(known, month)) {
      cells[month] = contextCell(context, month);
    } else {
      cells[month] = { value: value === null ? null : convert(value), role: 'computed', state, edit: { kind: 'input', address: { path, period: month } } };
    }
  });
  return { ...text, kind: text.kind ?? 'row', unit, format, aggregate: 'sum', cells: { ...cells, ...totals(balance, line, convert) } };
}

/** True where a known month is no tonne of the line: a survey that covers more or less than the whole, a figure in another basis. */
function isScaled(balance: Balance, inputs: Inputs, line: MonthlyQuantity, path: SeriesPath): boolean {
  const known = inputs.series(path)?.cells ?? {};
  return balance.months.some((month, at) => {
    const typed = known[month]?.value ?? null;
    const value = line.values[at] ?? null;
    return typed !== null && value !== null && Math.abs(typed - value) > 1e-9 * Math.abs(value);
  });
}

/**
 * The rows of a mass whose months can be pinned, t. Where its known months are stated in other terms than the line, what was
 * published has a row of its own, in which months are typed, and the line above it holds them in the balance's terms, so that
 * its months add up.
 */
export function statedRows(balance: Balance, inputs: Inputs, text: RowText, line: MonthlyQuantity, path: SeriesPath, format: NumberFormat, reason: Phrase): readonly TableRow[] {
  if (!isScaled(balance, inputs, line, path)) return [pinnableRow(balance, inputs, text, line, path, 't', 't', format)];
  return [resultRow(balance, { ...text, id: `${path}/scaled` }, line, 't', format, reason), inputRow(balance, inputs, path, { label: resultWords.published, indent: (text.indent ?? 0) + 1 })];
}

/** A monthly input without a computed counterpart (multipliers, caps). */
export function inputRow(balance: Balance, inputs: Inputs, path: SeriesPath, text: Partial<RowText> = {}): TableRow {
  return monthlyInput(balance.months, false, inputs, path, text);
}

/** A calendar-month input, shown in the months of every year: typing into any of them is typing into the calendar month. */
export function calendarRow(months: readonly Month[], inputs: Inputs, path: SeriesPath, text: Partial<RowText> = {}): TableRow {
  return monthlyInput(months, true, inputs, path, text);
}

function monthlyInput(months: readonly Month[], calendar: boolean, inputs: Inputs, path: SeriesPath, text: Partial<RowText>): TableRow {
  const { unit, unitLabel, format } = inputDisplay(inputs.workbook, path);
  const { inScenario, stored, spec, series } = inputContext(inputs, path, unit);
  return {
    id: path,
    label: inputName(inputs.workbook, path),
    ...text,
    kind: text.kind ?? 'row',
    ...(unit === undefined ? {} : { unit }),
    ...(unitLabel === undefined ? {} : { unitLabel }),
    format,
    aggregate: inputAggregate(path, stored),
    cells: monthCells(months, calendar, path, inScenario, unit, stored, spec, series),
  };
}
