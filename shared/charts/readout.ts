/** What a chart says about the period under the pointer: a few labelled numbers in kt, totals where it is a whole year. */
import type { ChartLines } from './balanceByPeriod.ts';
import { formatPeriod, formatQuantity } from '../format.ts';
import { chartMessages as say } from '../messages/charts.ts';
import { stateNames } from '../messages/states.ts';
import type { Language } from '../messages/phrase.ts';
import { liesIn } from '../periodicity.ts';
import type { Balance, MonthlyQuantity } from '../model/balance.ts';
import { orderedSectors } from '../model/orderedSectors.ts';
import { weakestState } from '../model/state.ts';
import type { Workbook } from '../model/workbook.ts';

export type Readout = { readonly title: string; readonly rows: readonly { readonly name: string; readonly value: string }[] };

type Input = { readonly workbook: Pick<Workbook, 'sectors'>; readonly balance: Balance; readonly language: Language };

/** The positions of the months that lie in a period, "2025-09", "2025-Q3" or "2025". */
export function positionsIn(balance: Pick<Balance, 'months'>, period: string): readonly number[] {
  return balance.months.flatMap((month, at) => (liesIn(month, period) ? [at] : []));
}

function kilotonnes(value: number | null, signed: boolean, language: Language): string {
  return formatQuantity(value === null ? null : value / 1000, { decimals: 2, signed }, say.kilotonnes[language], language);
}

function sum(line: MonthlyQuantity, positions: readonly number[]): number | null {
  return positions.reduce<number | null>((total, at) => {
    const value = line.values[at] ?? null;
    return total === null || value === null ? null : total + value;
  }, 0);
}

function heading(line: MonthlyQuantity, positions: readonly number[], period: string, language: Language): string {
  const state = weakestState(...positions.map((at) => line.states[at] ?? 'forecast'));
  return `${formatPeriod(period, language)} · ${stateNames[state][language]}`;
}

/** Gap and running sum of a period; null when the balance has no month of it. */
export function gapReadout({ balance, language }: Input, period: string): Readout | null {
  const positions = positionsIn(balance, period);
  const last = positions.at(-1);
  if (last === undefined) return null;
  return {
    title: heading(balance.gap, positions, period, language),
    rows: [
      { name: say.gap[language], value: kilotonnes(sum(balance.gap, positions), true, language) },
      { name: say.cumulative[language], value: kilotonnes(balance.cumulativeGap.values[last] ?? null, true, language) },
    ],
  };
}

/** Supply, exports and every use of a period, in the order in which the chart stacks them from above. */
export function supplyDemandReadout({ workbook, balance, language }: Input, period: string): Readout | null {
  const positions = positionsIn(balance, period);
  if (positions.length === 0) return null;
  const uses = orderedSectors(workbook.sectors).flatMap(([id, sector]) => {
    const demand = balance.sectors[id]?.demand;
    return demand ? [{ name: sector.name[language], value: kilotonnes(sum(demand, positions), false, language) }] : [];
  });
  return {
    title: heading(balance.supply, positions, period, language),
    rows: [
      { name: say.supply[language], value: kilotonnes(sum(balance.supply, positions), false, language) },
      { name: say.exports[language], value: kilotonnes(sum(balance.exports, positions), false, language) },
      ...uses.reverse(),
    ],
  };
}

/**
 * The row of the stacked chart at a height: the id of a sector, "exports", or "supply" above everything stacked.
 * `tonnes` is the height in t blank; null when a part of the month is missing.
 */
export function bandAt(balance: ChartLines, month: string, tonnes: number): string | null {
  const at = balance.months.findIndex((one) => one === month);
  let top = 0;
  for (const id of balance.sectorIds) {
    const value = balance.sectors[id]?.demand.values[at] ?? null;
    if (value === null) return null;
    top += value;
    if (tonnes <= top) return id;
  }
  const exports = balance.exports.values[at] ?? null;
  return exports === null ? null : tonnes <= top + exports ? 'exports' : 'supply';
}
