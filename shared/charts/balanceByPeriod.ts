/**
 * The lines that the charts of the workbench draw, by quarters or years: flows summed, the running gap at the end of the period,
 * the state its weakest month's. A period of which the horizon holds only a part is missing, because its sum would be no sum of it.
 */
import type { Balance, MonthlyQuantity } from '../model/balance.ts';
import type { Month } from '../model/period.ts';
import { weakestState } from '../model/state.ts';
import { spansOf, type Periodicity, type PeriodSpan } from '../periodicity.ts';

/** What the charts read of a balance. */
export type ChartLines = Pick<Balance, 'months' | 'gap' | 'cumulativeGap' | 'supply' | 'exports' | 'demandTotal' | 'sectorIds' | 'sectors'>;

type Read = (values: readonly (number | null)[]) => number | null;

const sumOf: Read = (values) => values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
const lastOf: Read = (values) => values.at(-1) ?? null;

/** Values of months as values of periods. */
export function valuesByPeriod(values: readonly (number | null)[], spans: readonly PeriodSpan[], read: Read = sumOf): (number | null)[] {
  return spans.map(({ positions, whole }) => (whole || read === lastOf ? read(positions.map((at) => values[at] ?? null)) : null));
}

function lineByPeriod({ values, states }: MonthlyQuantity, spans: readonly PeriodSpan[], read: Read = sumOf): MonthlyQuantity {
  return { values: valuesByPeriod(values, spans, read), states: spans.map(({ positions }) => weakestState(...positions.map((at) => states[at] ?? 'forecast'))) };
}

/** The balance itself by months; else its `months` are periods, "2025-Q1" or "2025". */
export function balanceByPeriod(balance: Balance, periodicity: Periodicity): ChartLines {
  if (periodicity === 'months') return balance;
  const spans = spansOf(balance.months, periodicity);
  const line = (one: MonthlyQuantity): MonthlyQuantity => lineByPeriod(one, spans);
  return {
    // A period stands where a month does: the charts only look for it and write it.
    months: spans.map(({ period }) => period as Month),
    gap: line(balance.gap),
    cumulativeGap: lineByPeriod(balance.cumulativeGap, spans, lastOf),
    supply: line(balance.supply),
    exports: line(balance.exports),
    demandTotal: line(balance.demandTotal),
    sectorIds: balance.sectorIds,
    sectors: Object.fromEntries(Object.entries(balance.sectors).map(([id, sector]) => [id, { ...sector, demand: line(sector.demand) }])),
  };
}
