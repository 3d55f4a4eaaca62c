/** The explanation of one cell of a grid: its row says what it is, its column for which month or year. */
import { resultNames } from '../messages/names.ts';
import type { Balance, MonthlyQuantity } from '../model/balance.ts';
import { yearTotal } from '../model/computeBalance.ts';
import { orderedSectors } from '../model/orderedSectors.ts';
import { weakestState } from '../model/state.ts';
import { actualsModes } from '../model/paths.ts';
import type { LockMember, ScenarioId, Workbook } from '../model/workbook.ts';
import type { TraceTerm } from './trace.ts';
import { adjustedGapTerm, boundTerm, coverTerm, cumulativeGapTerm, cumulativeUnmetTerm, gapTerm, inventoryTerm, pipelineTerm } from './traceBalance.ts';
import { traceContext, valueTerm, type TraceContext } from './traceContext.ts';
import { annualDemandTerm, balancingShareTerm, demandTotalTerm, lockTerm, readingTerm, sectorMonthTerm, volumeMonthTerm } from './traceDemand.ts';
import { costPartTerm, costTerm, coverElasticityTerm, halfLifeTerm, longRunTerm, marginTerm, otherCostTerm, partTerm, priceTerm } from './tracePrice.ts';
import { exportLineTerm, exportsBlankTerm, exportsFinishedTerm, importsTerm, type ExportLine } from './traceExports.ts';
import { remainingTerm, yearOnYearTerm } from './traceGrowth.ts';
import { lostDaysRow, lostDaysTerm } from './traceHoliday.ts';
import { oxidePrimaryTerm, oxideScrapTerm, oxideUsedTerm } from './traceOxide.ts';
import {
  capacityLimitTerm,
  capacityTerm,
  materialLimitTerm,
  operatingRateTerm,
  orderDemandTerm,
  orderTargetTerm,
  oxideInflowTerm,
  oxideStockTerm,
  supplyTerm,
} from './traceSupply.ts';
import { consumptionTerm, unmetUseTerm, type Use } from './traceUses.ts';

type MonthTrace = (context: TraceContext, at: number) => TraceTerm | null;

const rows: Readonly<Record<string, MonthTrace>> = {
  [lostDaysRow]: (context, at) => lostDaysTerm(context, at, 'plus'),
  gap: (context, at) => gapTerm(context, at, 'plus'),
  cumulativeGap: (context, at) => cumulativeGapTerm(context, at, 'plus'),
  supply: (context, at) => supplyTerm(context, at, 'plus'),
  'supply/outputMonthly': (context, at) => supplyTerm(context, at, 'plus'),
  'supply/operatingRate': (context, at) => operatingRateTerm(context, at, 'plus'),
  imports: (context, at) => importsTerm(context, at, 'plus'),
  'supply/imports': (context, at) => importsTerm(context, at, 'plus'),
  demandTotal: (context, at) => demandTotalTerm(context, at, 'plus'),
  exports: (context, at) => exportsBlankTerm(context, at, 'plus'),
  'exports/blank': (context, at) => exportsBlankTerm(context, at, 'plus'),
  'exports/monthly': (context, at) => exportsFinishedTerm(context, at, 'plus'),
  inventory: (context, at) => inventoryTerm(context, at, 'plus'),
  unmet: (context, at) => boundTerm(context, 'unmet', at, 'plus'),
  overflow: (context, at) => boundTerm(context, 'overflow', at, 'plus'),
  coverDays: (context, at) => coverTerm(context, at, 'plus'),
  'operating-rate': (context, at) => operatingRateTerm(context, at, 'plus'),
  capacity: (context, at) => capacityTerm(context, at, 'plus'),
  'capacity-limit': (context, at) => capacityLimitTerm(context, at, 'plus'),
  'material-limit': (context, at) => materialLimitTerm(context, at, 'plus'),
  'oxide-inflow': (context, at) => oxideInflowTerm(context, at, 'plus'),
  'oxide-primary': (context, at) => oxidePrimaryTerm(context, at, 'plus'),
  'oxide-scrap': (context, at) => oxideScrapTerm(context, at, 'plus'),
  'oxide-used': (context, at) => oxideUsedTerm(context, at, 'plus'),
  'oxide-stock': (context, at) => oxideStockTerm(context, at, 'plus'),
  'supply/orderDemand': (context, at) => orderDemandTerm(context, at, 'plus'),
  'supply/target': (context, at) => orderTargetTerm(context, at, 'plus'),
  'adjusted-gap': (context, at) => adjustedGapTerm(context, at, 'plus'),
  pipeline: (context, at) => pipelineTerm(context, at, 'plus'),
  'cumulative-unmet': (context, at) => cumulativeUnmetTerm(context, at, 'plus'),
  // What decides a month is said by what its supply is the least of.
  binding: (context, at) => supplyTerm(context, at, 'plus'),
  price: (context, at) => priceTerm(context, at, 'plus'),
  'price/cost': (context, at) => costTerm(context, at, 'plus'),
  'price/part/PrNd': (context, at) => costPartTerm(context, 'PrNd', at, 'plus'),
  'price/part/Dy': (context, at) => costPartTerm(context, 'Dy', at, 'plus'),
  'price/part/Tb': (context, at) => costPartTerm(context, 'Tb', at, 'plus'),
  'price/part/other': (context, at) => otherCostTerm(context, at, 'plus'),
  'price/longRun': (context, at) => longRunTerm(context, at, 'plus'),
  'price/margin': (context, at) => marginTerm(context, 'price', at, 'plus'),
  'price/longRunMargin': (context, at) => marginTerm(context, 'longRun', at, 'plus'),
  'price/elasticity/cost': (context, at) => partTerm(context, 'all', at, 'plus'),
  'price/elasticity/PrNd': (context, at) => partTerm(context, 'PrNd', at, 'plus'),
  'price/elasticity/cover': (context, at) => coverElasticityTerm(context, at, 'plus'),
};

const exportLines: readonly ExportLine[] = ['base', 'approval', 'approvalControlled', 'approvalUncontrolled', 'ship', 'release', 'lost', 'backlog', 'stockpile'];

/** The row of a line in the balance's terms, above the row of what was published. */
const scaledRow = /\/scaled$/;

function monthTrace(context: TraceContext, scaledId: string): MonthTrace | null {
  const rowId = scaledId.replace(scaledRow, '');
  if (Object.hasOwn(rows, rowId)) return rows[rowId] ?? null;
  const [area, id = '', name] = rowId.split('/');
  if (area === 'unmet' || area === 'consumption') {
    const use: Use | null = id === 'exports' ? { kind: 'exports' } : name !== undefined && Object.hasOwn(context.workbook.sectors, name) ? { kind: 'sector', id: name } : null;
    const explain = area === 'unmet' ? unmetUseTerm : consumptionTerm;
    return use && ((one, at) => explain(one, use, at, 'plus'));
  }
  const line = area === 'exports' ? exportLines.find((one) => (one === 'stockpile' ? 'netStockpile' : one) === id) : undefined;
  if (line !== undefined) return (one, at) => exportLineTerm(one, line, at, 'plus');
  if (area === 'demand' && Object.hasOwn(context.workbook.sectors, id)) return (one, at) => sectorMonthTerm(one, id, at, 'plus');
  if (area !== 'sectors' || !Object.hasOwn(context.workbook.sectors, id)) return null;
  if (name === 'demandMonthly') return (one, at) => sectorMonthTerm(one, id, at, 'plus');
  return name === 'volumeMonthly' ? (one, at) => volumeMonthTerm(one, id, at, 'plus') : null;
}

/** A year of the Drivers grid. */
function yearTrace(context: TraceContext, rowId: string, year: string): TraceTerm | null {
  const { workbook, balance } = context;
  const named = (): TraceTerm => {
    const children = orderedSectors(workbook.sectors).flatMap(([id, sector]) =>
      sector.kind === 'driver' ? [{ ...annualDemandTerm(context, id, year, 'plus'), label: sector.name }] : [],
    );
    const value = children.reduce<number | null>((sum, term) => (sum === null || term.value === null ? null : sum + term.value), 0);
    return valueTerm({ value, state: weakestState(...children.map((term) => term.state)) }, { label: resultNames.namedUses, role: 'plus', place: { path: rowId, period: year }, children });
  };
  if (rowId === 'named-uses') return named();
  if (rowId === 'explained') {
    const uses = named();
    const output = yearOf(balance, balance.supply, year);
    const value = uses.value === null || output.value === null || output.value === 0 ? null : uses.value / output.value;
    const over = valueTerm(output, { label: resultNames.supply, role: 'over', place: { path: 'supply', period: year } });
    return valueTerm({ value, state: uses.state }, { label: resultNames.explained, role: 'plus', unit: 'ratio', shownIn: 'percent', children: [uses, over] });
  }
  if (rowId === 'operating-rate-year') {
    const [output, most] = [yearOf(balance, balance.supply, year), yearOf(balance, balance.capacity, year)];
    const value = output.value === null || most.value === null || most.value === 0 ? null : output.value / most.value;
    const place = (path: string) => ({ path, period: year });
    const children = [valueTerm(output, { label: resultNames.supply, role: 'plus', place: place('supply') }), valueTerm(most, { label: resultNames.capacity, role: 'over', place: place('capacity') })];
    return valueTerm({ value, state: weakestState(output.state, most.state) }, { label: resultNames.operatingRate, role: 'plus', unit: 'ratio', shownIn: 'percent', children });
  }
  const [area, id = '', member, technology = '', field] = rowId.split('/');
  if (member === 'technologies' && field === 'share') return balancingShareTerm(context, id, technology, year);
  const isMember = (text: string | undefined): text is LockMember => text === 'volume' || text === 'intensity' || text === 'demand';
  return area === 'sectors' && isMember(member) ? lockTerm(context, id, member, year) : null;
}

function yearOf(balance: Balance, line: MonthlyQuantity, year: string) {
  return { value: yearTotal(balance, line, Number(year)), state: weakestState(...line.states.filter((_, at) => balance.months[at]?.startsWith(year))) };
}

/** Rows whose months do not add up to a year: a stock, a rate, a running sum. */
const noTotals: ReadonlySet<string> = new Set(['cumulativeGap', 'inventory', 'coverDays', 'supply/operatingRate', 'operating-rate', 'binding', 'oxide-stock', 'cumulative-unmet', 'price', 'price/cost', 'price/longRun', 'price/margin', 'price/longRunMargin', 'price/elasticity/cost', 'price/elasticity/PrNd', 'price/elasticity/cover', 'exports/approval', 'exports/approvalControlled', 'exports/approvalUncontrolled', 'exports/backlog']);

/** The year's total of a monthly row: its twelve months. */
function totalTrace(context: TraceContext, rowId: string, trace: MonthTrace, year: string): TraceTerm | null {
  if (noTotals.has(rowId)) return null;
  const months = context.balance.months.flatMap((month, at) => (month.startsWith(`${year}-`) ? [{ month, at }] : []));
  if (months.length !== 12) return null;
  const children = months.flatMap(({ month, at }) => {
    const term = trace(context, at);
    return term === null ? [] : [{ ...term, label: { en: month, zh: month }, place: { path: rowId, period: month } }];
  });
  const [first] = children;
  if (first === undefined) return null;
  const value = children.reduce<number | null>((sum, term) => (sum === null || term.value === null ? null : sum + term.value), 0);
  const { unit, shownIn, basis } = first;
  return valueTerm(
    { value, state: weakestState(...children.map((term) => term.state)) },
    { label: resultNames.total, role: 'plus', unit, ...(shownIn === undefined ? {} : { shownIn }), ...(basis === undefined ? {} : { basis }), place: { path: rowId, period: year }, children },
  );
}

/** What stands in a column of values or of modes. */
function scalarTrace(context: TraceContext, rowId: string, columnId: string): TraceTerm | null {
  if (rowId === 'price/halfLife') return halfLifeTerm(context);
  const [first = '', second = '', third] = rowId.split('/');
  if (second === 'if-blank' || second === 'if-finished') return readingTerm(context, first, second === 'if-blank' ? 'ifBlank' : 'ifFinished');
  const mode = actualsModes.find((one) => one === columnId);
  return mode !== undefined && first === 'sectors' && third === 'assumptions' ? remainingTerm(context, second, mode) : null;
}

/** Why the number in a cell is what it is; null for an input, a text, and whatever has nothing behind it. */
export function traceCell(workbook: Workbook, scenario: ScenarioId, balance: Balance, rowId: string, columnId: string): TraceTerm | null {
  const context = traceContext(workbook, scenario, balance);
  if (context === null) return null;
  const trace = monthTrace(context, rowId);
  const at = balance.months.findIndex((month) => month === columnId);
  const ofYear = (year: string): TraceTerm | null => (trace === null ? yearTrace(context, rowId, year) : totalTrace(context, rowId, trace, year));
  let term: TraceTerm | null = null;
  if (trace !== null && at >= 0) term = trace(context, at);
  else if (/^\d{4}$/.test(columnId)) term = ofYear(columnId);
  else if (/^\d{4}-yoy$/.test(columnId)) term = yearOnYearTerm(Number(columnId.slice(0, 4)), ofYear);
  else term = scalarTrace(context, rowId, columnId);
  return term === null || term.children.length === 0 ? null : term;
}
