/** The bench's figures as the text of a terminal. */
import { ratioToTarget, type GrowthRow, type Measurement } from './measurement.ts';

export type Machine = { readonly processor: string; readonly cores: number; readonly system: string; readonly node: string; readonly chromium: string };

export type BenchReport = { readonly machine: Machine; readonly measurements: readonly Measurement[]; readonly growth: readonly GrowthRow[] };

function figure(value: number | undefined): string {
  if (value === undefined) return '';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

/** Columns as wide as their longest entry; the first one to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

export function reportText({ machine, measurements, growth }: BenchReport): string {
  const rows = measurements.map((one) => [
    one.name,
    figure(one.median),
    figure(one.p95),
    `${one.target}${one.targetIs === 'p95' ? ' (p95)' : ''}`,
    one.unit,
    ratioToTarget(one).toFixed(2),
  ]);
  const growthRows = growth.map(({ sectors, months, scenarios, full, edit }) => {
    const cells = sectors * months * scenarios;
    return [String(sectors), String(months), String(scenarios), figure(full), figure(edit), figure((full / cells) * 1e6)];
  });
  return [
    `${machine.processor}, ${machine.cores} cores, ${machine.system}; Node ${machine.node}; Chromium ${machine.chromium}`,
    '',
    table([['', 'median', 'p95', 'target', 'unit', 'ratio'], ...rows]),
    '',
    'Cost against size, all scenarios together',
    table([['sectors', 'months', 'scenarios', 'full ms', 'edit ms', 'full ns per sector, month and scenario'], ...growthRows]),
    '',
  ].join('\n');
}
