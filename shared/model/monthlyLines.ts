/** Arithmetic of monthly quantities: a missing term makes the month missing, and a sum has the weakest state of its terms. */
import type { MonthlyQuantity } from './balance.ts';
import { finite } from './finite.ts';
import { remember } from './remember.ts';
import type { AnnualInput } from './monthlySplit.ts';
import { weakerState } from './state.ts';
import type { CellState } from './workbook.ts';

/** A line without any month. */
export const noLine: MonthlyQuantity = { values: [], states: [] };

/** True where every month is zero. */
export function isZero({ values }: MonthlyQuantity): boolean {
  for (const value of values) if (value !== 0) return false;
  return true;
}

/** Terms added month by month. */
export function sumLines(lines: readonly MonthlyQuantity[], length: number): MonthlyQuantity {
  const values: (number | null)[] = [];
  const states: CellState[] = [];
  for (let at = 0; at < length; at += 1) {
    let sum: number | null = 0;
    let state: CellState = 'actual';
    for (let term = 0; term < lines.length; term += 1) {
      const line = lines[term] ?? noLine;
      const value: number | null = line.values[at] ?? null;
      sum = sum === null || value === null ? null : sum + value;
      state = weakerState(state, line.states[at] ?? 'forecast');
    }
    values.push(sum === null ? null : finite(sum));
    states.push(state);
  }
  return { values, states };
}

export function subtractLines(a: MonthlyQuantity, b: MonthlyQuantity): MonthlyQuantity {
  return {
    values: a.values.map((value, at) => {
      const other = b.values[at] ?? null;
      return value === null || other === null ? null : finite(value - other);
    }),
    states: a.states.map((state, at) => weakerState(state, b.states[at] ?? 'forecast')),
  };
}

/** The running sum; once a month is missing, so is everything after it. */
export function runningLine(line: MonthlyQuantity): MonthlyQuantity {
  let sum: number | null = 0;
  let state: CellState = 'actual';
  const states: CellState[] = [];
  const values = line.values.map((value, at) => {
    sum = sum === null || value === null ? null : finite(sum + value);
    state = weakerState(state, line.states[at] ?? 'forecast');
    states.push(state);
    return sum;
  });
  return { values, states };
}

/** Finished tonnes in t blank: over eta, finished t per blank t. */
export const inBlank = remember((finished: MonthlyQuantity, eta: number | null, etaState: CellState): MonthlyQuantity => ({
  values: finished.values.map((value) => (value === null || eta === null || eta <= 0 ? null : finite(value / eta))),
  states: finished.states.map((state) => weakerState(state, etaState)),
}));

/** One line over another, null where the other is zero or missing. */
export const ratioLine = remember((over: MonthlyQuantity, under: MonthlyQuantity): MonthlyQuantity => ({
  values: over.values.map((value, at) => {
    const divisor = under.values[at] ?? null;
    return value === null || divisor === null || divisor === 0 ? null : finite(value / divisor);
  }),
  states: over.states.map((state, at) => weakerState(state, under.states[at] ?? 'forecast')),
}));

/** The sum of a calendar year of a line that begins with January of `firstYear`. */
export function annualSum(line: MonthlyQuantity, firstYear: number, year: number): AnnualInput {
  const from = (year - firstYear) * 12;
  let sum: number | null = 0;
  let state: CellState = 'actual';
  for (let at = from; at < from + 12; at += 1) {
    const value: number | null = line.values[at] ?? null;
    sum = sum === null || value === null ? null : sum + value;
    state = weakerState(state, line.states[at] ?? 'forecast');
  }
  return { value: sum === null ? null : finite(sum), state };
}

/**
 * A line of whole years cut to the horizon. A month that has come by the as-of date is no forecast any more: what is derived
 * for it, even from the forecast of its year, is an estimate of what happened. `elapsed` counts the months that have come.
 */
export function cutLine(line: MonthlyQuantity, from: number, length: number, elapsed: number): MonthlyQuantity {
  const whole = from === 0 && line.values.length === length;
  const states: CellState[] = [];
  let isFinite = true;
  for (let at = from; at < from + length; at += 1) {
    const state = line.states[at] ?? 'forecast';
    states.push(state === 'forecast' && at < elapsed ? 'estimate' : state);
    const value = line.values[at] ?? null;
    isFinite &&= value === null || Number.isFinite(value);
  }
  const values = whole ? line.values : line.values.slice(from, from + length);
  return { values: isFinite ? values : values.map((value) => (value === null ? null : finite(value))), states };
}

/** The same, remembered: for a line that stays where what stands beside it changes. */
export const horizonLine = remember(cutLine);
