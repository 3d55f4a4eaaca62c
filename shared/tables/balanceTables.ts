/** The Balance grids: stock assumptions above, the monthly balance below. */
import { heads } from '../messages/heads.ts';
import { captions, inputGroups, priorityOf } from '../messages/inputGroups.ts';
import { resultNames } from '../messages/names.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance } from '../model/balance.ts';
import { orderedSectors } from '../model/orderedSectors.ts';
import { inputsOf } from '../model/inputs.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { noteColumn, scalarRow, valueColumn } from './assumptionRows.ts';
import { formats, groupRow } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { resultRow } from './monthlyRows.ts';
import type { Table, TableRow } from './table.ts';

/** Stock, who waits in a shortage, and which tonnes the sectors are stated in. */
export function buildStockAssumptionsTable(workbook: Workbook, scenario: ScenarioId): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const row = (path: string): TableRow => scalarRow(inputs, path, { indent: 1 });
  return {
    id: 'stock-assumptions',
    caption: captions.balance,
    columns: [labelColumn(heads.assumption, 260), unitColumn, valueColumn, noteColumn],
    rows: [
      groupRow('group/stock', inputGroups.stock),
      ...['balance/openingStock', 'balance/minimumStock', 'balance/maximumStock'].map(row),
      groupRow('group/ration', inputGroups.ration),
      row('balance/rationByPriority'),
      ...orderedSectors(workbook.sectors).map(([id, sector]) => scalarRow(inputs, `sectors/${id}/priority`, { label: priorityOf(sector.name), indent: 1 })),
      row('exports/priority'),
      groupRow('group/basis', inputGroups.basis),
      row('basis/sectorsFinished'),
      row('basis/finishedYield'),
    ],
  };
}

/** The balance by month: supply, every use, the gap, the stock and its cover. */
export function buildBalanceTable(workbook: Workbook, balance: Balance): Table {
  const reason = refusals.balance;
  return {
    id: 'balance',
    columns: [labelColumn(heads.balance, 210), unitColumn, ...monthColumns(balance)],
    rows: [
      resultRow(balance, { id: 'supply', label: resultNames.supply }, balance.supply, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'imports', label: resultNames.imports }, balance.imports, 't', formats.tonnes, reason),
      ...balance.sectorIds.flatMap((id) => {
        const sector = workbook.sectors[id];
        const result = balance.sectors[id];
        return sector && result ? [resultRow(balance, { id: `demand/${id}`, label: sector.name, indent: 1 }, result.demand, 't', formats.tonnes, reason)] : [];
      }),
      resultRow(balance, { id: 'demandTotal', label: resultNames.demandTotal }, balance.demandTotal, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'exports', label: resultNames.exports }, balance.exports, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'gap', label: resultNames.gap, kind: 'total' }, balance.gap, 't', formats.signedTonnes, reason),
      resultRow(balance, { id: 'cumulativeGap', label: resultNames.cumulativeGap }, balance.cumulativeGap, 't', formats.signedTonnes, reason, false),
      resultRow(balance, { id: 'inventory', label: resultNames.inventory }, balance.inventory, 't', formats.tonnes, reason, false),
      resultRow(balance, { id: 'unmet', label: resultNames.unmet }, balance.unmet, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'overflow', label: resultNames.overflow }, balance.overflow, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'coverDays', label: resultNames.coverDays }, balance.coverDays, 'days', formats.days, reason, false),
    ],
  };
}
