/** What the status bar says of a whole grid of 300 rows by 120 columns: selected and added up. */
import { latticeOf } from '../../shared/grid/lattice.ts';
import { selectLines } from '../../shared/grid/select.ts';
import { summarizeSelection } from '../../shared/tables/selectionSummary.ts';
import type { Table, TableCell } from '../../shared/tables/table.ts';
import { timeMedian, type Measurement } from './measurement.ts';

const columns = Array.from({ length: 120 }, (_, at) => `c${at}`);

function grid(): Table {
  const cellsOf = (row: number): Record<string, TableCell> => Object.fromEntries(columns.map((id, at) => [id, { value: row + at, role: 'computed' }]));
  return {
    id: 'large',
    columns: columns.map((id) => ({ id, title: { en: id, zh: id }, kind: 'period', width: 90 })),
    rows: Array.from({ length: 300 }, (_, row) => ({ id: `r${row}`, kind: 'row', label: { en: '', zh: '' }, unit: 't', format: { decimals: 0 }, cells: cellsOf(row) })),
  };
}

export function selectionMeasurement(): Measurement {
  const times: number[] = [];
  for (let run = 0; run < 12; run += 1) {
    const table = grid();
    const started = performance.now();
    const all = selectLines(latticeOf(table), null, 'all');
    const count = all === null ? 0 : summarizeSelection(table, all).count;
    times.push(performance.now() - started);
    if (count !== 36_000) throw new Error(`Counted ${count} cells.`);
  }
  return timeMedian({ id: 'select-all', name: 'Select all of 300 x 120, with its sums', target: 50 }, times.slice(2));
}
