/** The Price grids: what a blank is made of and how its price moves above, the months below. Output only unless fed back. */
import { heads } from '../messages/heads.ts';
import { captions, inputGroups, resultWords } from '../messages/inputGroups.ts';
import { refusals } from '../messages/refusals.ts';
import type { Phrase } from '../messages/phrase.ts';
import type { Balance, MonthlyQuantity, PriceBalance } from '../model/balance.ts';
import { inputsOf, type Inputs } from '../model/inputs.ts';
import { subtractLines } from '../model/monthlyLines.ts';
import { halfLifeMonths } from '../model/orderResponse.ts';
import { elasticityToCost, elasticityToCover } from '../model/priceElasticity.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { noteColumn, scalarRow, valueColumn } from './assumptionRows.ts';
import { computedCell, formats, groupRow } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { inputRow, resultRow } from './monthlyRows.ts';
import type { Table, TableRow } from './table.ts';

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
  const speed = inputs.cell('price/ecmKappa', 'all');
  const halfLife: TableRow = {
    id: 'price/halfLife',
    kind: 'row',
    indent: 1,
    label: resultWords.halfLife,
    unit: 'months',
    format: { decimals: 1 },
    cells: { all: computedCell(halfLifeMonths(speed?.value ?? Number.NaN), speed?.state ?? 'forecast', refusals.halfLife) },
  };
  return {
    id: 'price-assumptions',
    caption: captions.price,
    columns: [labelColumn(heads.assumption, 226), unitColumn, valueColumn, noteColumn],
    rows: [...groups.flatMap(({ id, title, names }) => [groupRow(id, title), ...names.map((name) => scalarRow(inputs, `price/${name}`, { indent: 1 }))]), halfLife],
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
      ...(price ? [...costRows(balance, inputs, price), ...pathRows(balance, inputs, price)] : []),
    ],
  };
}

/** The build-up of the cost: every rare earth, everything else, and their sum. */
function costRows(balance: Balance, inputs: Inputs, { parts, cost }: PriceBalance): TableRow[] {
  const row = (id: string, label: Phrase, line: MonthlyQuantity): TableRow => resultRow(balance, { id: `price/${id}`, label, indent: 1 }, line, 'yuanPerKg', yuan, refusals.price, false);
  const other = inputs.cell('price/otherInputs', 'all');
  return [
    groupRow('group/buildUp', resultWords.buildUp),
    row('part/PrNd', resultWords.part.PrNd, parts.PrNd),
    row('part/Dy', resultWords.part.Dy, parts.Dy),
    row('part/Tb', resultWords.part.Tb, parts.Tb),
    row('part/other', resultWords.part.other, { values: balance.months.map(() => other?.value ?? null), states: balance.months.map(() => other?.state ?? 'forecast') }),
    resultRow(balance, { id: 'price/cost', label: resultWords.cost }, cost, 'yuanPerKg', yuan, refusals.price, false),
  ];
}

/** What stands above the cost, the path of the price, and how far it moves with what stands behind it. */
function pathRows(balance: Balance, inputs: Inputs, { cost, parts, longRun, price }: PriceBalance): TableRow[] {
  const response = inputs.cell('price/marginElasticity', 'all')?.value ?? null;
  const at = (line: MonthlyQuantity, month: number): number | null => line.values[month] ?? null;
  const line = (value: (month: number) => number | null, states = longRun.states): MonthlyQuantity => ({ values: balance.months.map((_, month) => value(month)), states });
  const row = (id: string, label: Phrase, of: MonthlyQuantity): TableRow => resultRow(balance, { id: `price/${id}`, label }, of, 'yuanPerKg', yuan, refusals.price, false);
  const elasticity = (id: string, label: Phrase, value: (month: number) => number | null): TableRow =>
    resultRow(balance, { id: `price/elasticity/${id}`, label, indent: 1 }, line(value), 'ratio', formats.signedRatio, refusals.elasticity, false);
  return [
    row('longRunMargin', resultWords.longRunMargin, subtractLines(longRun, cost)),
    row('longRun', resultWords.longRun, longRun),
    resultRow(balance, { id: 'price', label: resultWords.price, kind: 'total' }, price, 'yuanPerKg', yuan, refusals.price, false),
    row('margin', resultWords.margin, subtractLines(price, cost)),
    groupRow('group/elasticity', resultWords.elasticity),
    elasticity('cost', resultWords.toCost, (month) => elasticityToCost(at(cost, month), at(longRun, month))),
    elasticity('PrNd', resultWords.toPrnd, (month) => elasticityToCost(at(parts.PrNd, month), at(longRun, month))),
    elasticity('cover', resultWords.toCover, (month) => elasticityToCover(at(longRun, month), at(cost, month), at(balance.coverDays, month), response)),
  ];
}
