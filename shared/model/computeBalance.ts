/**
 * The balance of one scenario (method, sections 0 and 4; settled points 1, 6, 24 to 27).
 *
 *   gap_m = supply_m + imports_m / eta - sum of sector demand_m - exports_m / eta        t blank; negative is a shortage
 *
 * Everything is computed over the whole calendar years that meet the horizon and then cut to it. A missing input makes what
 * depends on it missing; nothing missing is ever taken as zero.
 */
import type { Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import { assembleBalance, type Parts } from './assembleBalance.ts';
import type { Balance, MonthlyQuantity } from './balance.ts';
import { hasCalendar, type HolidayWindow } from './calendar.ts';
import { driverDemand } from './driverDemand.ts';
import { scenarioExports } from './exports.ts';
import { windowIn } from './holidayInputs.ts';
import { inputsOf, type Inputs } from './inputs.ts';
import { remember, rememberFor } from './remember.ts';
import { inBlank } from './monthlyLines.ts';
import { rememberReads } from './rememberReads.ts';
import { orderedSectors } from './orderedSectors.ts';
import { calendarMonth, monthIndex, monthOfDate, monthsOf, yearOf } from './period.ts';
import { chainOfScenario, type ChainScenario } from './resolve.ts';
import { spanOf, type SectorResult, type YearSpan } from './sectorDemand.ts';
import { scenarioSupply } from './supply.ts';
import type { DriverSector, ScenarioId, SectorId, Workbook } from './workbook.ts';

/** The scenario without a parent. */
export function rootScenarioId(workbook: Workbook): ScenarioId | null {
  for (const [id, scenario] of Object.entries(workbook.scenarios)) if (scenario.parent === null) return id;
  return null;
}

const horizonMonths = remember(monthsOf);

/** The inputs of the scenario without a parent alone, on which every lock and technology stack is solved. */
const rootInputs = remember((inputs: Inputs): Inputs => (inputs.chain.length <= 1 ? inputs : inputsOf(inputs.workbook, inputs.chain.slice(0, 1))));

const rememberedDriver = rememberReads((inputs, sector: DriverSector, id: SectorId, span: YearSpan, window: HolidayWindow) => driverDemand(id, sector, rootInputs(inputs), inputs, span, window));
const rememberedExports = rememberReads(scenarioExports);
const rememberedSupply = rememberReads(scenarioSupply);

function partsOf(inputs: Inputs, span: YearSpan): Parts {
  const etaCell = inputs.cell('basis/finishedYield', 'all');
  const typedEta = etaCell?.value ?? null;
  // A yield that cannot be is as good as none; the balance says which of the two it is.
  const eta = typedEta !== null && typedEta > 0 && typedEta <= 1 ? typedEta : null;
  const etaState = etaCell?.state ?? 'forecast';
  const window = windowIn(inputs);
  const exports = rememberedExports(inputs, span);
  const drivers = new Map<SectorId, SectorResult>();
  for (const [id, sector] of orderedSectors(inputs.workbook.sectors)) if (sector.kind === 'driver') drivers.set(id, rememberedDriver(inputs, sector, id, span, window));
  return { inputs, eta, etaState, window, supply: rememberedSupply(inputs, span, window), exports, exportsBlank: inBlank(exports.detail.exports, eta, etaState), drivers };
}

const rootChain = remember((root: ChainScenario, vintage: ChainScenario | null): readonly ChainScenario[] => (vintage === null ? [root] : [root, vintage]));

/**
 * The root's parts, which every scenario needs: computed once for all of them. The residual of a vintage is the one that
 * was held then; the lock and the technology stack are solved on the root without it.
 */
const rootParts = remember((workbook: Workbook, root: ChainScenario, vintage: ChainScenario | null): Parts =>
  partsOf(inputsOf(workbook, rootChain(root, vintage)), spanOf(workbook.horizon)),
);

function compute(workbook: Workbook, scenarioId: ScenarioId): Result<Balance> {
  const chain = chainOfScenario(workbook, scenarioId);
  if (!chain.ok) return chain;
  return chain.value.length === 0 ? fail('unknown-scenario', { place: scenarioId, values: { id: scenarioId } }) : computeLayers(workbook, chain.value);
}

/**
 * The balance of any layers over a workbook, as chainOfScenario gives them: the root first, directly above it a vintage if there
 * is one. Not remembered; fails for a year without a Chinese New Year date.
 */
export function computeLayers(workbook: Workbook, layers: readonly ChainScenario[]): Result<Balance> {
  rememberFor(workbook.horizon, Object.keys(workbook.scenarios).length);
  const span = spanOf(workbook.horizon);
  if (!hasCalendar(span.first, span.last)) return fail('calendar-year-missing', { values: { first: span.first, last: span.last } });
  const [rootScenario, second] = layers;
  if (!rootScenario) return fail('unknown-scenario');
  const vintage = second?.isVintage === true ? second : null;
  const root = rootParts(workbook, rootScenario, vintage);
  const isRoot = layers.length === (vintage === null ? 1 : 2);
  const parts = isRoot ? root : partsOf(inputsOf(workbook, layers), span);
  const from = monthIndex(workbook.horizon.start) - span.first * 12;
  return ok(assembleBalance(parts, root, { span, months: horizonMonths(workbook.horizon), from, elapsed: monthIndex(monthOfDate(workbook.asOf)) + 1 - span.first * 12 }));
}

const balances = new WeakMap<Workbook, Map<ScenarioId, Result<Balance>>>();

/**
 * The balance of a scenario, t of sintered blank equivalent by month of the horizon. Remembered per workbook and scenario;
 * fails for an unknown scenario, a broken chain of parents, or a year without a Chinese New Year date.
 */
export function computeBalance(workbook: Workbook, scenarioId: ScenarioId): Result<Balance> {
  const known = balances.get(workbook) ?? new Map<ScenarioId, Result<Balance>>();
  balances.set(workbook, known);
  const before = known.get(scenarioId);
  if (before) return before;
  const result = compute(workbook, scenarioId);
  known.set(scenarioId, result);
  return result;
}

/** The sum of a monthly quantity over a calendar year of the horizon; null when a month is missing or the year is not whole. */
export function yearTotal(balance: Balance, line: MonthlyQuantity, year: number): number | null {
  let sum: number | null = 0;
  let count = 0;
  balance.months.forEach((month, at) => {
    if (yearOf(monthIndex(month)) !== year) return;
    count += 1;
    const value: number | null = line.values[at] ?? null;
    sum = sum === null || value === null ? null : sum + value;
  });
  return count === 12 ? sum : null;
}

/** The position of December of a year in the months of a balance, or -1. */
export function decemberOf(balance: Balance, year: number): number {
  return balance.months.findIndex((month) => yearOf(monthIndex(month)) === year && calendarMonth(monthIndex(month)) === 12);
}
