/** The Exports & events grids: assumptions and event parameters above, the months below. */
import { heads } from '../messages/heads.ts';
import { resultNames } from '../messages/names.ts';
import { phrase } from '../messages/phrase.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance } from '../model/balance.ts';
import { inputsOf } from '../model/inputs.ts';
import { yearsOf } from '../model/period.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { UnitId } from '../model/unit.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { annualRow, noteColumn, scalarRow, valueColumn } from './assumptionRows.ts';
import { formats, groupRow, inputCell } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { pinnableRow, resultRow } from './monthlyRows.ts';
import type { NumberFormat, Table, TableColumn } from './table.ts';

const eventParameters: readonly (readonly [string, UnitId, NumberFormat])[] = [
  ['active', 'switch', { decimals: 0 }],
  ['graceDays', 'days', { decimals: 1 }],
  ['controlledMidpoint', 'months', { decimals: 2 }],
  ['uncontrolledMidpoint', 'months', { decimals: 2 }],
  ['steepness', 'perMonth', { decimals: 2 }],
  ['uncontrolledFloor', 'percent', { decimals: 1 }],
];

/** Assumptions of the export model and of every event. */
export function buildExportAssumptionsTable(workbook: Workbook, scenario: ScenarioId): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const years = yearsOf(workbook.horizon).filter((year) => year > workbook.exportBaseYear);
  const yearly = years.map((year): TableColumn => ({ id: String(year), title: phrase(String(year), String(year)), kind: 'period', period: String(year), width: 76 }));
  const percent: NumberFormat = { decimals: 1 };
  return {
    id: 'export-assumptions',
    columns: [labelColumn(heads.assumption, 260), unitColumn, valueColumn, ...yearly, noteColumn],
    rows: [
      annualRow(inputs, 'exports/growth', years, 'percent', percent),
      scalarRow(inputs, 'exports/controlledShare', 'percent', percent),
      scalarRow(inputs, 'exports/releaseRate', 'percent', percent),
      scalarRow(inputs, 'exports/diversionRate', 'percent', percent),
      scalarRow(inputs, 'basis/finishedYield', 'percent', { decimals: 2 }),
      ...Object.entries(workbook.events)
        .sort(([, a], [, b]) => (a.date < b.date ? -1 : 1))
        .flatMap(([id, event]) => [
          groupRow(`events/${id}`, phrase(`${event.title.en}, ${event.date}`, `${event.title.zh}，${event.date}`)),
          ...eventParameters.map(([name, unit, format]) => scalarRow(inputs, `events/${id}/${name}`, unit, format, 1)),
        ]),
    ],
  };
}

/** Exports by month: base, approval, shipments, backlog, and the known months. */
export function buildExportsTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const detail = balance.exportsDetail;
  const reason = refusals.exportModel;
  const baseYear = String(workbook.exportBaseYear);
  return {
    id: 'exports',
    columns: [labelColumn(heads.exports, 190), unitColumn, ...monthColumns(balance)],
    rows: [
      {
        id: 'exports/baseYear',
        kind: 'row',
        label: phrase(`Base year ${baseYear}`, `基期 ${baseYear}`),
        unit: 't',
        format: formats.tonnes,
        cells: Object.fromEntries(balance.months.filter((month) => month.startsWith(baseYear)).map((month) => [month, inputCell(inputs, 'exports/baseYear', month.slice(5), 't')])),
      },
      resultRow(balance, { id: 'exports/base', label: resultNames.exportBase }, detail.base, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'exports/approval', label: resultNames.approval }, detail.approval, 'percent', formats.percent, reason, false),
      resultRow(balance, { id: 'exports/ship', label: resultNames.ship }, detail.ship, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'exports/release', label: resultNames.release }, detail.release, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'exports/lost', label: resultNames.lost }, detail.lost, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'exports/backlog', label: resultNames.backlog }, detail.backlog, 't', formats.tonnes, reason, false),
      pinnableRow(balance, inputs, { id: 'exports/monthly', label: resultNames.exportsFinished, kind: 'total' }, detail.exports, 'exports/monthly', 't', 't', formats.tonnes),
      resultRow(balance, { id: 'exports/blank', label: resultNames.exports }, balance.exports, 't', formats.tonnes, reason),
    ],
  };
}
