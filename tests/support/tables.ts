/** Grids of a workbook for tests, and selections in them by ids. */
import { chooseTables } from '../../renderer/views/chooseTables.ts';
import type { GridSelection } from '../../shared/grid/selection.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import type { Table, TableCell, TableRow } from '../../shared/tables/table.ts';
import { done } from './results.ts';

type Tab = Parameters<typeof chooseTables>[0];

export function tableOf(workbook: Workbook, id: string, scenario: ScenarioId = 'base'): Table {
  const tabs: readonly Tab[] = ['drivers', 'monthly', 'exports', 'supply', 'balance', 'price', 'sources'];
  const balance = done(computeBalance(workbook, scenario));
  for (const tab of tabs) {
    const table = chooseTables(tab, workbook, scenario, balance).find((one) => one.id === id);
    if (table) return table;
  }
  throw new Error(`No table ${id}.`);
}

export function rowOf(table: Table, id: string): TableRow {
  const row = table.rows.find((one) => one.id === id);
  if (!row) throw new Error(`No row ${id}.`);
  return row;
}

export function cellOf(table: Table, row: string, column: string): TableCell {
  const cell = rowOf(table, row).cells[column];
  if (!cell) throw new Error(`No cell ${column} in ${row}.`);
  return cell;
}

/** One range from a cell to a cell; the first is active. */
export function select(row: string, column: string, toRow = row, toColumn = column): GridSelection {
  const active = { rowId: row, columnId: column };
  return { active, ranges: [{ from: active, to: { rowId: toRow, columnId: toColumn } }] };
}
