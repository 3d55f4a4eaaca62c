/** The Price grids: what a blank is made of and how its price moves above, the months below. Output only unless fed back. */
import { heads } from '../messages/heads.ts';
import { captions, inputGroups, resultWords } from '../messages/inputGroups.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance } from '../model/balance.ts';
import { inputsOf } from '../model/inputs.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { noteColumn, scalarRow, valueColumn } from './assumptionRows.ts';
import { groupRow } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { inputRow, resultRow } from './monthlyRows.ts';
import type { Table } from './table.ts';

const groups = [
  { id: 'group/composition', title: inputGroups.composition, names: ['prndContent', 'dysprosiumContent', 'terbiumContent'] },
  { id: 'group/cost', title: inputGroups.cost, names: ['metalFee', 'otherInputs', 'dysprosiumFactor', 'terbiumFactor'] },
  { id: 'group/path', title: inputGroups.path, names: ['anchor', 'ecmKappa', 'priceTheta', 'marginElasticity', 'shortageResponse', 'referenceCover', 'feedback'] },
] as const;

const yuan = { decimals: 1 };

/** Assumptions of the price model, under the sentence that says how far they carry. */
export function buildPriceAssumptionsTable(workbook: Workbook, scenario: ScenarioId): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  return {
    id: 'price-assumptions',
    caption: captions.price,
    columns: [labelColumn(heads.assumption, 226), unitColumn, valueColumn, noteColumn],
    rows: groups.flatMap(({ id, title, names }) => [groupRow(id, title), ...names.map((name) => scalarRow(inputs, `price/${name}`, { indent: 1 }))]),
  };
}

/** Prices by month: oxides and the published blank price as inputs, cost and path computed. */
export function buildPriceTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const { price } = balance;
  return {
    id: 'price',
    columns: [labelColumn(heads.price, 210), unitColumn, ...monthColumns(balance)],
    rows: [
      ...['prndOxide', 'dysprosiumOxide', 'terbiumOxide', 'actual', 'shock'].map((name) => inputRow(balance, inputs, `price/${name}`)),
      ...(price
        ? [
            resultRow(balance, { id: 'price-cost', label: resultWords.cost }, price.cost, 'yuanPerKg', yuan, refusals.price, false),
            resultRow(balance, { id: 'price-long-run', label: resultWords.longRun }, price.longRun, 'yuanPerKg', yuan, refusals.price, false),
            resultRow(balance, { id: 'price-path', label: resultWords.price, kind: 'total' }, price.price, 'yuanPerKg', yuan, refusals.price, false),
          ]
        : []),
    ],
  };
}
