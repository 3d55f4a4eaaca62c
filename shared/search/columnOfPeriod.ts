/** The column of a table in which a period is to be looked up: its own, else the one that holds it, else the first within it. */
import type { Table, TableColumn } from '../tables/table.ts';

/** The month number, 1 to 12, in which a period begins and ends: 2025-Q2 from 4 to 6. */
function reach(period: string): { readonly year: string; readonly from: number; readonly to: number } {
  const year = period.slice(0, 4);
  const quarter = /-Q([1-4])$/.exec(period);
  if (quarter) return { year, from: Number(quarter[1]) * 3 - 2, to: Number(quarter[1]) * 3 };
  const month = Number(period.slice(5, 7));
  return month > 0 ? { year, from: month, to: month } : { year, from: 1, to: 12 };
}

/** True when a period lies in another, as a month in its quarter and its year. */
export function liesIn(inner: string, outer: string): boolean {
  const [one, other] = [reach(inner), reach(outer)];
  return one.year === other.year && one.from >= other.from && one.to <= other.to;
}

export function columnOfPeriod(table: Pick<Table, 'columns'>, period: string): TableColumn | undefined {
  const columns = table.columns.filter((column) => column.period !== undefined);
  return (
    columns.find((column) => column.period === period) ??
    columns.find((column) => column.kind === 'period' && liesIn(period, column.period ?? '')) ??
    columns.find((column) => column.kind === 'period' && liesIn(column.period ?? '', period))
  );
}
