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
import type { Balance, Finding, MonthlyQuantity, ResidualReadings, SectorBalance } from './balance.ts';
import { hasCalendar } from './calendar.ts';
import { driverDemand } from './driverDemand.ts';
import { scenarioExports, type ExportsResult } from './exports.ts';
import { inputsOf, missingInput, type Inputs } from './inputs.ts';
import { memoize } from './memoize.ts';
import { calendarMonth, monthIndex, monthOfDate, monthsOf, yearOf, yearsOf } from './period.ts';
import { growthFindings } from './overlayFindings.ts';
import { residualBase, residualReadings } from './residual.ts';
import { residualDemand } from './residualDemand.ts';
import { chainOfScenario, type ChainScenario } from './resolve.ts';
import type { SectorResult, YearSpan } from './sectorDemand.ts';
import { weakerState } from './state.ts';
import { computeStock } from './stockPath.ts';
import { scenarioSupply, type SupplyResult } from './supply.ts';
import type { CellState, ScenarioId, Sector, SectorId, Workbook } from './workbook.ts';

/** Sectors in the order of the workbook. */
export const orderedSectors = memoize(
  (sectors: Workbook['sectors']): readonly (readonly [SectorId, Sector])[] =>
    Object.entries(sectors).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1)),
);

/** The scenario without a parent. */
export function rootScenarioId(workbook: Workbook): ScenarioId | null {
  for (const [id, scenario] of Object.entries(workbook.scenarios)) if (scenario.parent === null) return id;
  return null;
}

const spanOf = memoize((horizon: Workbook['horizon']): YearSpan => {
  const years = yearsOf(horizon);
  return { first: years[0] ?? 0, last: years.at(-1) ?? 0 };
});

const horizonMonths = memoize(monthsOf);

/** Terms added month by month; a missing term makes the month missing. */
function sumLines(lines: readonly MonthlyQuantity[], length: number): MonthlyQuantity {
  const values: (number | null)[] = [];
  const states: CellState[] = [];
  for (let at = 0; at < length; at += 1) {
    let sum: number | null = 0;
    let state: CellState = 'actual';
    for (const line of lines) {
      const value: number | null = line.values[at] ?? null;
      sum = sum === null || value === null ? null : sum + value;
      state = weakerState(state, line.states[at] ?? 'forecast');
    }
    values.push(sum);
    states.push(state);
  }
  return { values, states };
}

function subtract(a: MonthlyQuantity, b: MonthlyQuantity): MonthlyQuantity {
  return {
    values: a.values.map((value, at) => {
      const other = b.values[at] ?? null;
      return value === null || other === null ? null : value - other;
    }),
    states: a.states.map((state, at) => weakerState(state, b.states[at] ?? 'forecast')),
  };
}

/** The running sum; once a month is missing, so is everything after it. */
function running(line: MonthlyQuantity): MonthlyQuantity {
  let sum: number | null = 0;
  let state: CellState = 'actual';
  const states: CellState[] = [];
  const values = line.values.map((value, at) => {
    sum = sum === null || value === null ? null : sum + value;
    state = weakerState(state, line.states[at] ?? 'forecast');
    states.push(state);
    return sum;
  });
  return { values, states };
}

const inBlank = memoize((finished: MonthlyQuantity, eta: number | null, etaState: CellState): MonthlyQuantity => ({
  values: finished.values.map((value) => (value === null || eta === null || eta <= 0 ? null : value / eta)),
  states: finished.states.map((state) => weakerState(state, etaState)),
}));

/** What a scenario computes from its own inputs alone, over whole calendar years. */
type Parts = {
  /** The inputs of the root alone, on which locks and technology stacks are solved. */
  readonly plain: Inputs;
  readonly inputs: Inputs;
  readonly eta: number | null;
  readonly etaState: CellState;
  readonly supply: SupplyResult;
  readonly exports: ExportsResult;
  readonly exportsBlank: MonthlyQuantity;
  readonly drivers: ReadonlyMap<SectorId, SectorResult>;
};

/** `root` are the inputs of the scenario without a parent, on which every lock is solved. */
function partsOf(root: Inputs, inputs: Inputs, span: YearSpan): Parts {
  const etaCell = inputs.cell('basis/finishedYield', 'all');
  const eta = etaCell?.value ?? null;
  const etaState = etaCell?.state ?? 'forecast';
  const exports = scenarioExports(inputs, span);
  const drivers = new Map<SectorId, SectorResult>();
  for (const [id, sector] of orderedSectors(inputs.workbook.sectors)) if (sector.kind === 'driver') drivers.set(id, driverDemand(id, sector, root, inputs, span));
  return { plain: root, inputs, eta, etaState, supply: scenarioSupply(inputs, span), exports, exportsBlank: inBlank(exports.detail.exports, eta, etaState), drivers };
}

/**
 * The root's parts, which every scenario needs: computed once for all of them. The residual of a vintage is the one that
 * was held then; the lock and the technology stack are solved on the root without it.
 */
const rootParts = memoize((workbook: Workbook, root: ChainScenario, vintage: ChainScenario | null): Parts => {
  const plain = inputsOf(workbook, [root]);
  return partsOf(plain, vintage === null ? plain : inputsOf(workbook, [root, vintage]), spanOf(workbook.horizon));
});

/**
 * A line of whole years cut to the horizon. A month that has come by the as-of date is no forecast any more: what is derived
 * for it, even from the forecast of its year, is an estimate of what happened. `elapsed` counts the months that have come.
 */
const horizonLine = memoize((line: MonthlyQuantity, from: number, length: number, elapsed: number): MonthlyQuantity => {
  const whole = from === 0 && line.values.length === length;
  const states: CellState[] = [];
  for (let at = from; at < from + length; at += 1) {
    const state = line.states[at] ?? 'forecast';
    states.push(state === 'forecast' && at < elapsed ? 'estimate' : state);
  }
  return { values: whole ? line.values : line.values.slice(from, from + length), states };
});

function compute(workbook: Workbook, scenarioId: ScenarioId): Result<Balance> {
  const chain = chainOfScenario(workbook, scenarioId);
  if (!chain.ok) return chain;
  const span = spanOf(workbook.horizon);
  if (!hasCalendar(span.first, span.last)) return fail('calendar-year-missing', { values: { first: span.first, last: span.last } });
  const [rootScenario, second] = chain.value;
  if (!rootScenario) return fail('unknown-scenario', { place: scenarioId, values: { id: scenarioId } });
  const vintage = second?.isVintage === true ? second : null;
  const root = rootParts(workbook, rootScenario, vintage);
  const isRoot = chain.value.length === (vintage === null ? 1 : 2);
  const { inputs, eta, etaState, supply, exports, exportsBlank, drivers } = isRoot ? root : partsOf(root.plain, inputsOf(workbook, chain.value), span);
  const findings: Finding[] = [];
  if (eta === null) findings.push(missingInput('basis/finishedYield', 'all'));

  findings.push(...growthFindings(inputs));
  const readings: Record<SectorId, ResidualReadings> = {};
  const results = new Map<SectorId, SectorResult>(drivers);
  for (const [id, sector] of orderedSectors(workbook.sectors)) {
    if (sector.kind === 'driver') continue;
    const base = residualBase(sector.baseYear, span, root);
    if (base.value !== null && base.value < 0) {
      findings.push({ code: 'residual-negative', severity: 'error', place: `sectors/${id}/demand@${sector.baseYear}`, values: { year: sector.baseYear, tonnes: base.value } });
    }
    readings[id] = residualReadings(sector.baseYear, span, root);
    results.set(id, residualDemand(id, sector, base, inputs, span));
  }

  const months = horizonMonths(workbook.horizon);
  const from = monthIndex(workbook.horizon.start) - span.first * 12;
  const elapsed = monthIndex(monthOfDate(workbook.asOf)) + 1 - span.first * 12;
  const cut = (line: MonthlyQuantity): MonthlyQuantity => horizonLine(line, from, months.length, elapsed);

  const sectorIds = orderedSectors(workbook.sectors).map(([id]) => id);
  const sectors: Record<SectorId, SectorBalance> = {};
  for (const id of sectorIds) {
    const result = results.get(id);
    if (result) sectors[id] = { years: result.years, volume: result.volume === null ? null : cut(result.volume), demand: cut(result.demand) };
  }
  const demandTotal = sumLines(sectorIds.map((id) => sectors[id]?.demand ?? { values: [], states: [] }), months.length);
  const supplyLine = cut(supply.supply);
  const imports = cut(inBlank(supply.importsFinished, eta, etaState));
  const exportsLine = cut(exportsBlank);
  const gap = subtract(subtract(sumLines([supplyLine, imports], months.length), demandTotal), exportsLine);
  const stock = computeStock(inputs, months, sumLines([demandTotal, exportsLine], months.length), gap);

  for (const id of sectorIds) findings.push(...(results.get(id)?.findings ?? []));
  findings.push(...exports.findings, ...supply.findings.filter((finding) => !isOutside(finding.place, workbook)), ...stock.findings);
  return ok({
    months,
    supply: supplyLine,
    imports,
    sectorIds,
    sectors,
    demandTotal,
    exports: exportsLine,
    gap,
    cumulativeGap: running(gap),
    inventory: stock.inventory,
    unmet: stock.unmet,
    overflow: stock.overflow,
    coverDays: stock.coverDays,
    coverExtrapolated: stock.extrapolated,
    exportsDetail: {
      base: cut(exports.detail.base),
      ship: cut(exports.detail.ship),
      release: cut(exports.detail.release),
      lost: cut(exports.detail.lost),
      backlog: cut(exports.detail.backlog),
      approval: cut(exports.detail.approval),
      exports: cut(exports.detail.exports),
    },
    capacity: cut(supply.capacity),
    operatingRate: cut(supply.operatingRate),
    residualReadings: readings,
    findings,
  });
}

/** True for a finding on a month of the whole years that lies outside the horizon. */
function isOutside(place: string | null, workbook: Workbook): boolean {
  return place !== null && /^\d{4}-\d{2}$/.test(place) && (place < workbook.horizon.start || place > workbook.horizon.end);
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
