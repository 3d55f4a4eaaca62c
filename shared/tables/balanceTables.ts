/** The Balance grids: stock assumptions above, the monthly balance below. */
import { heads } from '../messages/heads.ts';
import { captions, inputGroups, inYear, priorityOf, resultWords, unmetOf } from '../messages/inputGroups.ts';
import { resultNames } from '../messages/names.ts';
import type { Phrase } from '../messages/phrase.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance, ByUse, MonthlyQuantity } from '../model/balance.ts';
import { orderedSectors } from '../model/orderedSectors.ts';
import { inputsOf } from '../model/inputs.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { noteColumn, scalarRow, valueColumn } from './assumptionRows.ts';
import { computedCell, formats, groupRow } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { resultRow } from './monthlyRows.ts';
import type { Table, TableRow } from './table.ts';

/** What other domestic use comes to under either reading of the sector figures: the switch is chosen with both in sight. */
function readingRows(workbook: Workbook, balance: Balance): TableRow[] {
  return orderedSectors(workbook.sectors).flatMap(([id, sector]) => {
    const readings = balance.residualReadings[id];
    if (sector.kind !== 'residual' || !readings) return [];
    const row = (name: string, label: Phrase, value: number | null): TableRow => ({
      id: `${id}/${name}`,
      kind: 'row',
      indent: 2,
      label: inYear(label, sector.baseYear),
      unit: 't',
      format: formats.tonnes,
      cells: { all: computedCell(value, 'estimate', refusals.residualReading) },
    });
    return [row('if-blank', resultWords.residualBlank, readings.ifBlank), row('if-finished', resultWords.residualFinished, readings.ifFinished)];
  });
}

/** Stock, who waits in a shortage, and which tonnes the sectors are stated in. */
export function buildStockAssumptionsTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const row = (path: string): TableRow => scalarRow(inputs, path, { indent: 1 });
  return {
    id: 'stock-assumptions',
    caption: captions.balance,
    columns: [labelColumn(heads.assumption, 296), unitColumn, valueColumn, noteColumn],
    rows: [
      groupRow('group/stock', inputGroups.stock),
      ...['balance/openingStock', 'balance/minimumStock', 'balance/maximumStock'].map(row),
      groupRow('group/ration', inputGroups.ration),
      row('balance/rationByPriority'),
      ...orderedSectors(workbook.sectors).map(([id, sector]) => scalarRow(inputs, `sectors/${id}/priority`, { label: priorityOf(sector.name), indent: 1 })),
      row('exports/priority'),
      groupRow('group/basis', inputGroups.basis),
      row('basis/sectorsFinished'),
      ...readingRows(workbook, balance),
      row('basis/finishedYield'),
      row('basis/sinteredShare'),
    ],
  };
}

/** A row for every sector and one for exports. */
function byUse(workbook: Workbook, balance: Balance, prefix: string, lines: ByUse, label: (name: Phrase) => Phrase, exportsLabel: Phrase): TableRow[] {
  const row = (id: string, text: Phrase, line: MonthlyQuantity | undefined): TableRow[] =>
    line ? [resultRow(balance, { id: `${prefix}/${id}`, label: text, indent: 1 }, line, 't', formats.tonnes, refusals.balance)] : [];
  // A sector may be called "exports", so that the row of exports has a form that no sector's has.
  return [...orderedSectors(workbook.sectors).flatMap(([id, sector]) => row(`sectors/${id}`, label(sector.name), lines.sectors[id])), ...row('exports', exportsLabel, lines.exports)];
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
      // Above its parts, so that they are not read as parts of the imports.
      resultRow(balance, { id: 'demandTotal', label: resultNames.demandTotal }, balance.demandTotal, 't', formats.tonnes, reason),
      ...balance.sectorIds.flatMap((id) => {
        const sector = workbook.sectors[id];
        const result = balance.sectors[id];
        return sector && result ? [resultRow(balance, { id: `demand/${id}`, label: sector.name, indent: 1 }, result.demand, 't', formats.tonnes, reason)] : [];
      }),
      resultRow(balance, { id: 'exports', label: resultNames.exports }, balance.exports, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'gap', label: resultWords.reported, kind: 'total' }, balance.gap, 't', formats.signedTonnes, reason),
      resultRow(balance, { id: 'adjusted-gap', label: resultWords.adjusted }, balance.adjustedGap, 't', formats.signedTonnes, reason),
      resultRow(balance, { id: 'cumulativeGap', label: resultNames.cumulativeGap }, balance.cumulativeGap, 't', formats.signedTonnes, reason, false),
      resultRow(balance, { id: 'inventory', label: resultNames.inventory }, balance.inventory, 't', formats.tonnes, reason, false),
      resultRow(balance, { id: 'coverDays', label: resultNames.coverDays }, balance.coverDays, 'days', formats.days, reason, false),
      resultRow(balance, { id: 'overflow', label: resultNames.overflow }, balance.overflow, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'unmet', label: resultNames.unmet, kind: 'total' }, balance.unmet, 't', formats.tonnes, reason),
      ...byUse(workbook, balance, 'unmet', balance.unmetBySector, unmetOf, resultWords.unmetExports),
      resultRow(balance, { id: 'pipeline', label: resultWords.pipeline, indent: 1 }, balance.pipelineNotRefilled, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'cumulative-unmet', label: resultWords.cumulativeUnmet }, balance.cumulativeUnmet, 't', formats.tonnes, reason, false),
      groupRow('group/consumption', resultWords.consumption),
      ...byUse(workbook, balance, 'consumption', balance.consumption, (name) => name, resultWords.consumptionExports),
    ],
  };
}
