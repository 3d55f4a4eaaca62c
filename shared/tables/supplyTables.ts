/** The Supply grids: plan, capacity, order response and the material chain above, the months below. */
import { heads } from '../messages/heads.ts';
import { bindingNames, inputGroups, resultWords } from '../messages/inputGroups.ts';
import { resultNames } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance } from '../model/balance.ts';
import { yearTotal } from '../model/computeBalance.ts';
import { inputsOf } from '../model/inputs.ts';
import { yearsOf } from '../model/period.ts';
import { describePath } from '../model/paths.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { annualRow, noteColumn, plainYearColumns, scalarRow, valueColumn } from './assumptionRows.ts';
import { computedCell, formats, groupRow } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { calendarRow, inputRow, resultRow, statedRows, wordRow } from './monthlyRows.ts';
import type { Table, TableRow } from './table.ts';

type Group = { readonly id: string; readonly title: Phrase; readonly paths: readonly string[] };

const plan: Group = { id: 'group/plan', title: inputGroups.plan, paths: ['supply/mode', 'supply/output', 'supply/holidayFactor', 'supply/magnetImports'] };
const capacity: Group = { id: 'group/capacity', title: inputGroups.capacity, paths: ['supply/capacity', 'supply/maximumRate', 'supply/surveyCoverage'] };
const others: readonly Group[] = [
  { id: 'group/orders', title: inputGroups.orders, paths: ['supply/targetCover', 'supply/stockResponse', 'supply/responseSpeed', 'supply/before'] },
  {
    id: 'group/primary',
    title: inputGroups.primary,
    paths: ['material/miningQuota', 'material/quotaUse', 'material/smeltingQuota', 'material/importedOre', 'material/oxideImports', 'material/endOfLife', 'material/prndShare', 'material/separationYield'],
  },
  { id: 'group/chain', title: inputGroups.chain, paths: ['material/oxideLoss', 'material/oxidePerMetal', 'material/magnetYield', 'material/rareEarthContent'] },
  { id: 'group/scrap', title: inputGroups.scrap, paths: ['material/scrapKappa', 'material/scrapLag'] },
  { id: 'group/oxideStock', title: inputGroups.oxideStock, paths: ['material/openingOxide', 'material/minimumOxide'] },
];

/** Everything that shapes output and does not change from month to month. */
export function buildSupplyAssumptionsTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const years = yearsOf(workbook.horizon);
  const row = (path: string): TableRow => (describePath(workbook, path)?.kind === 'annual' ? annualRow(inputs, path, years, { indent: 1 }) : scalarRow(inputs, path, { indent: 1 }));
  const rowsOf = ({ id, title, paths }: Group): TableRow[] => [groupRow(id, title), ...paths.map(row)];
  const nameplate = (year: number): number | null => yearTotal(balance, balance.capacity, year);
  const rate = (year: number): number | null => {
    const output = yearTotal(balance, balance.supply, year);
    const most = nameplate(year);
    return output === null || most === null || most === 0 ? null : (output / most) * 100;
  };
  const operatingRate: TableRow = {
    id: 'operating-rate-year',
    kind: 'row',
    indent: 1,
    label: resultNames.operatingRate,
    unit: 'percent',
    format: formats.inPercent,
    cells: Object.fromEntries(years.map((year) => [String(year), { ...computedCell(rate(year), 'forecast', refusals.operatingRate), yielding: true }])),
  };
  const expansions = Object.entries(workbook.expansions).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1));
  return {
    id: 'supply-assumptions',
    columns: [labelColumn(heads.assumption, 250), unitColumn, valueColumn, ...plainYearColumns(workbook), noteColumn],
    rows: [
      ...rowsOf(plan),
      operatingRate,
      ...rowsOf(capacity),
      ...expansions.flatMap(([id, expansion]) => [
        groupRow(`expansions/${id}`, phrase(`${expansion.name.en}, from ${expansion.start}`, `${expansion.name.zh}，${expansion.start} 起`)),
        ...['tonnes', 'delay', 'ramp'].map((name) => row(`expansions/${id}/${name}`)),
      ]),
      ...others.flatMap(rowsOf),
    ],
  };
}

/** Output by month, what plans it and what limits it. */
export function buildSupplyTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const { material, orders } = balance;
  const bound = (at: number): Phrase | null => {
    const label = balance.binding[at] ?? null;
    return label === null ? null : bindingNames[label];
  };
  return {
    id: 'supply',
    columns: [labelColumn(resultNames.supply, 236), unitColumn, ...monthColumns(balance)],
    rows: [
      ...statedRows(balance, inputs, { id: 'supply/outputMonthly', label: heads.output, kind: 'total' }, balance.supply, 'supply/outputMonthly', formats.tonnes, refusals.scaled),
      inputRow(balance, inputs, 'supply/outputCumulative', { label: heads.sinceJanuary, indent: 1 }),
      inputRow(balance, inputs, 'supply/multiplier'),
      inputRow(balance, inputs, 'supply/operatingRate'),
      resultRow(balance, { id: 'operating-rate', label: resultNames.operatingRate, weightedBy: 'capacity' }, balance.operatingRate, 'percent', formats.inPercent, refusals.operatingRate, false),
      wordRow(balance, { id: 'binding', label: resultWords.binding }, bound, refusals.limit),
      ...(orders
        ? [
            resultRow(balance, { id: 'supply/orderDemand', label: resultWords.orderDemand }, orders.demand, 't', formats.tonnes, refusals.orders, false),
            resultRow(balance, { id: 'supply/target', label: resultWords.orderTarget }, orders.target, 't', formats.tonnes, refusals.orders),
          ]
        : []),
      resultRow(balance, { id: 'capacity', label: resultWords.nameplate }, balance.capacity, 't', formats.tonnes, refusals.limit),
      resultRow(balance, { id: 'capacity-limit', label: resultWords.capacityLimit }, balance.capacityLimit, 't', formats.tonnes, refusals.limit),
      ...(material ? [resultRow(balance, { id: 'material-limit', label: resultWords.materialLimit }, material.limit, 't', formats.tonnes, refusals.limit)] : []),
      resultRow(balance, { id: 'imports', label: resultNames.imports }, balance.imports, 't', formats.tonnes, refusals.balance),
      calendarRow(balance.months, inputs, 'material/quotaProfile'),
      inputRow(balance, inputs, 'material/stockDraw'),
      ...(material
        ? [
            resultRow(balance, { id: 'oxide-inflow', label: resultWords.oxideInflow }, material.inflow, 't', formats.tonnes, refusals.limit),
            resultRow(balance, { id: 'oxide-primary', label: resultWords.oxidePrimary, indent: 1 }, material.primary, 't', formats.tonnes, refusals.limit),
            resultRow(balance, { id: 'oxide-scrap', label: resultWords.oxideScrap, indent: 1 }, material.scrap, 't', formats.tonnes, refusals.limit),
            resultRow(balance, { id: 'oxide-used', label: resultWords.oxideUsed }, material.used, 't', formats.tonnes, refusals.limit),
            resultRow(balance, { id: 'oxide-stock', label: resultWords.oxideStock }, material.stock, 't', formats.tonnes, refusals.limit, false),
          ]
        : []),
    ],
  };
}
