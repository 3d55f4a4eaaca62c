/** The column of a table in which a period is to be looked up: its own, else the one that holds it, else the first within it. */
import { liesIn } from '../periodicity.ts';
import type { Table, TableColumn } from '../tables/table.ts';

export function columnOfPeriod(table: Pick<Table, 'columns'>, period: string): TableColumn | undefined {
  const columns = table.columns.filter((column) => column.period !== undefined);
  return (
    columns.find((column) => column.period === period) ??
    columns.find((column) => column.kind === 'period' && liesIn(period, column.period ?? '')) ??
    columns.find((column) => column.kind === 'period' && liesIn(column.period ?? '', period))
  );
}
