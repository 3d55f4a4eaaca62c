/** The Supply grids: the plan by year and the assumptions above, the months below. */
import { heads } from '../messages/heads.ts';
import { resultNames } from '../messages/names.ts';
import { phrase } from '../messages/phrase.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance } from '../model/balance.ts';
import { yearTotal } from '../model/computeBalance.ts';
import { inputsOf } from '../model/inputs.ts';
import { yearsOf } from '../model/period.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { annualRow, noteColumn, scalarRow, valueColumn } from './assumptionRows.ts';
import { computedCell, formats } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { inputRow, pinnableRow, resultRow } from './monthlyRows.ts';
import type { Table, TableColumn } from './table.ts';

/** Output by year with its operating rate, capacity and holiday factor. */
export function buildSupplyAssumptionsTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const years = yearsOf(workbook.horizon);
  const capacity = balance.capacity.values[0] ?? null;
  const rate = (year: number): number | null => {
    const output = yearTotal(balance, balance.supply, year);
    return output === null || capacity === null || capacity === 0 ? null : output / (12 * capacity);
  };
  const yearly = years.map((year): TableColumn => ({ id: String(year), title: phrase(String(year), String(year)), kind: 'period', period: String(year), forecast: year >= Number(workbook.asOf.slice(0, 4)), width: 84 }));
  return {
    id: 'supply-assumptions',
    columns: [labelColumn(heads.assumption, 260), unitColumn, valueColumn, ...yearly, noteColumn],
    rows: [
      annualRow(inputs, 'supply/output', years, 't', formats.tonnes),
      {
        id: 'supply/operatingRate',
        kind: 'row',
        label: resultNames.operatingRate,
        unit: 'percent',
        format: formats.percent,
        cells: Object.fromEntries(years.map((year) => [String(year), { ...computedCell(rate(year), 'forecast', refusals.operatingRate), yielding: true }])),
      },
      annualRow(inputs, 'supply/magnetImports', years, 't', formats.tonnes),
      scalarRow(inputs, 'supply/capacity', 'tPerMonth', formats.tonnes),
      scalarRow(inputs, 'supply/holidayFactor', 'ratio', { decimals: 2 }),
    ],
  };
}

/** Output by month, its multipliers and the operating rate. */
export function buildSupplyTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  return {
    id: 'supply',
    columns: [labelColumn(resultNames.supply, 190), unitColumn, ...monthColumns(balance)],
    rows: [
      pinnableRow(balance, inputs, { id: 'supply/outputMonthly', label: heads.output }, balance.supply, 'supply/outputMonthly', 't', 't', formats.tonnes),
      inputRow(balance, inputs, { id: 'supply/multiplier', label: heads.multiplier }, 'supply/multiplier', 'weight', { decimals: 2 }),
      resultRow(balance, { id: 'supply/operatingRate', label: resultNames.operatingRate }, balance.operatingRate, 'percent', formats.percent, refusals.operatingRate, false),
      resultRow(balance, { id: 'supply/imports', label: resultNames.imports }, balance.imports, 't', formats.tonnes, refusals.balance),
    ],
  };
}
