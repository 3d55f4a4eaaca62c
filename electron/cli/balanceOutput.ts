/** A balance for other programs. All tonnages are t of sintered blank equivalent, exports too; missing is null or empty. */
import type { Balance, MonthlyQuantity } from '../../shared/model/balance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';

/** JSON of one scenario, with a final newline. */
export function balanceJson(workbook: Workbook, scenario: ScenarioId, balance: Balance): string {
  const sectors = balance.sectorIds.map((id) => [id, balance.sectors[id]?.demand.values ?? []]);
  const output = {
    workbook: workbook.title.en,
    scenario,
    unit: 't',
    basis: 'blank',
    months: balance.months,
    supply: balance.supply.values,
    imports: balance.imports.values,
    demand: { total: balance.demandTotal.values, sectors: Object.fromEntries(sectors) },
    exports: balance.exports.values,
    gap: balance.gap.values,
    cumulativeGap: balance.cumulativeGap.values,
    inventory: balance.inventory.values,
    unmet: balance.unmet.values,
    overflow: balance.overflow.values,
    coverDays: balance.coverDays.values,
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}

/** CSV of one scenario: one row per month, named as in the JSON, the scenario's name beside it so that files can be stacked. */
export function balanceCsv(workbook: Workbook, scenario: ScenarioId, balance: Balance): string {
  const columns: readonly (readonly [string, MonthlyQuantity | undefined])[] = [
    ['supply', balance.supply],
    ['imports', balance.imports],
    ['demand.total', balance.demandTotal],
    ...balance.sectorIds.map((id) => [`demand.${id}`, balance.sectors[id]?.demand] as const),
    ['exports', balance.exports],
    ['gap', balance.gap],
    ['cumulativeGap', balance.cumulativeGap],
    ['inventory', balance.inventory],
    ['unmet', balance.unmet],
    ['overflow', balance.overflow],
    ['coverDays', balance.coverDays],
  ];
  const name = workbook.scenarios[scenario]?.name.en ?? scenario;
  const head = ['month', 'scenario', ...columns.map(([column]) => column)];
  const rows = balance.months.map((month, at) => [month, name, ...columns.map(([, line]) => line?.values[at] ?? null)]);
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

/** A number as it is; a text quoted where it must be, and kept from being run as a formula by the program that opens it. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
