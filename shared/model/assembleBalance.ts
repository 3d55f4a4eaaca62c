/**
 * One scenario's balance from its parts (method, sections 3 to 5; settled points 6, 24 to 29, 37).
 *
 * Demand, exports and what supply stands on arrive over whole calendar years; here they are cut to the horizon, run together
 * month by month (supplyPath.ts) and read as lines. Orders and cover follow demand before any price effect, the gap the demand
 * after it; without feedback they are one and the same.
 */
import type { Balance, ExportsBalance, Finding, MonthlyQuantity, ResidualReadings, SectorBalance } from './balance.ts';
import { priceBalance, priceFindings, priceInputs, runPrice, type PriceInputs } from './balancePrice.ts';
import { supplyBalance, supplyFindings, supplyOpening, supplyPathInput, type SupplyLines } from './balanceSupply.ts';
import type { HolidayWindow } from './calendar.ts';
import type { ExportsResult } from './exports.ts';
import { afterPrices, runWithFeedback, type FeedbackRun } from './feedbackPath.ts';
import { missingInput, type Inputs } from './inputs.ts';
import { intensityFindings } from './intensityCheck.ts';
import { remember } from './remember.ts';
import { cutLine, horizonLine, inBlank, isZero, noLine, ratioLine, runningLine, subtractLines, sumLines } from './monthlyLines.ts';
import { once } from './once.ts';
import { orderedSectors } from './orderedSectors.ts';
import { conflictFindings } from './overlayConflicts.ts';
import { outsideFindings } from './outsideHorizon.ts';
import { growthFindings } from './overlayFindings.ts';
import { monthIndex, type Horizon, type Month } from './period.ts';
import { rememberReads } from './rememberReads.ts';
import { residualBase, residualReadings } from './residual.ts';
import type { ResolvedSeries } from './resolve.ts';
import { residualDemand } from './residualDemand.ts';
import type { SectorResult, YearSpan } from './sectorDemand.ts';
import { coverAfter, monthsAhead, stockBounds } from './stockPath.ts';
import type { SupplyResult } from './supply.ts';
import { supplyPath } from './supplyPath.ts';
import { unmetShares } from './unmetShares.ts';
import type { CellState, ResidualSector, SectorId, SeriesPath, Workbook } from './workbook.ts';

/** What a scenario computes from its own inputs alone, over whole calendar years. */
export type Parts = {
  readonly inputs: Inputs;
  readonly eta: number | null;
  readonly etaState: CellState;
  readonly window: HolidayWindow;
  readonly supply: SupplyResult;
  readonly exports: ExportsResult;
  readonly exportsBlank: MonthlyQuantity;
  readonly drivers: ReadonlyMap<SectorId, SectorResult>;
};

/** Where the horizon lies in the whole years; `elapsed` counts the months of the span that have come by the as-of date. */
export type Frame = { readonly span: YearSpan; readonly months: readonly Month[]; readonly from: number; readonly elapsed: number };

const sectorIdsOf = remember((sectors: Workbook['sectors']): readonly SectorId[] => orderedSectors(sectors).map(([id]) => id));

const rememberedResidual = rememberReads((inputs, sector: ResidualSector, id: SectorId, value: number | null, state: CellState, span: YearSpan, window: HolidayWindow) =>
  residualDemand(id, sector, { value, state }, inputs, span, window),
);

/** The demand of every sector before any price effect, drivers and residuals. */
function sectorResults({ inputs, window, supply, drivers }: Parts, root: Parts, span: YearSpan, findings: Finding[]): ReadonlyMap<SectorId, SectorResult> {
  const results = new Map<SectorId, SectorResult>();
  for (const [id, sector] of orderedSectors(inputs.workbook.sectors)) {
    const driver = drivers.get(id);
    if (driver !== undefined) results.set(id, driver);
    if (sector.kind === 'driver') continue;
    const { baseYear } = sector;
    const base = residualBase(baseYear, span, root);
    if (base.value !== null && base.value < 0) {
      findings.push({ code: 'residual-negative', severity: 'error', place: `sectors/${id}/demand@${baseYear}`, values: { year: baseYear, tonnes: base.value } });
    }
    if (baseYear < span.first || baseYear > span.last) {
      findings.push({ code: 'residual-base-outside', severity: 'error', place: `sectors/${id}/demand@${baseYear}`, values: { year: baseYear, first: span.first, last: span.last } });
    } else if (supply.mode !== 'plan' && (root.supply.years[String(baseYear)]?.value ?? null) === null) {
      // Where supply is no plan, nobody else asks for the output of the base year.
      findings.push(missingInput('supply/output', String(baseYear)));
    }
    results.set(id, rememberedResidual(inputs, sector, id, base.value, base.state, span, window));
  }
  return results;
}

/** Of every residual sector: what it would be if the sector figures were blank, and if finished. */
const readingsOf = remember((root: Parts, span: YearSpan): Readonly<Record<SectorId, ResidualReadings>> => {
  const readings: Record<SectorId, ResidualReadings> = {};
  for (const [id, sector] of orderedSectors(root.inputs.workbook.sectors)) if (sector.kind === 'residual') readings[id] = residualReadings(sector.baseYear, span, root);
  return readings;
});

/** A sector over the horizon; the same object while nothing of the sector changes. */
const sectorBalance = remember((result: SectorResult, from: number, count: number, elapsed: number): SectorBalance => ({
  years: result.years,
  volume: result.volume === null ? null : horizonLine(result.volume, from, count, elapsed),
  demand: cutLine(result.demand, from, count, elapsed),
}));

/** The lines of exports over the horizon, as sectorBalance. */
const exportsBalance = remember(({ base, ship, release, lost, backlog, approval, approvalControlled, approvalUncontrolled, stockpile, exports }: ExportsBalance, from: number, count: number, elapsed: number): ExportsBalance => {
  const cut = (line: MonthlyQuantity): MonthlyQuantity => cutLine(line, from, count, elapsed);
  const approvals = { approval: cut(approval), approvalControlled: cut(approvalControlled), approvalUncontrolled: cut(approvalUncontrolled) };
  return { base: cut(base), ship: cut(ship), release: cut(release), lost: cut(lost), backlog: cut(backlog), ...approvals, stockpile: cut(stockpile), exports: cut(exports) };
});

const forecastStates = remember((months: readonly Month[]): readonly CellState[] => months.map(() => 'forecast'));
/** True where the months that the cover looks at lie past the horizon. */
const pastHorizon = remember((months: readonly Month[]): readonly boolean[] => months.map((_, at) => at + monthsAhead >= months.length));

/** What a sector answers to when the price acts on demand. */
function elasticityOf(inputs: Inputs, id: SectorId, result: SectorResult | undefined): { readonly known: ResolvedSeries | null; readonly elasticity: number | null } {
  return { known: result?.releasedDemand ?? inputs.series(`sectors/${id}/demandMonthly`), elasticity: inputs.cell(`sectors/${id}/priceElasticity`, 'all')?.value ?? null };
}

function pricedResults(results: ReadonlyMap<SectorId, SectorResult>, inputs: Inputs, span: YearSpan, feedback: FeedbackRun, prices: PriceInputs): ReadonlyMap<SectorId, SectorResult> {
  const priced = new Map<SectorId, SectorResult>();
  for (const [id, result] of results) {
    const { known, elasticity } = elasticityOf(inputs, id, result);
    const after = afterPrices(result, span, known, feedback.meanPrices, prices.anchor.price, elasticity);
    const sector = inputs.workbook.sectors[id];
    priced.set(id, sector?.kind === 'driver' ? { ...after, checks: intensityFindings(inputs, id, sector, after.years) } : after);
  }
  return priced;
}

/** The lines that have a cumulative release, by the path of their known months. */
function releasedOf({ supply, exports }: Parts, results: ReadonlyMap<SectorId, SectorResult>): Balance['released'] {
  const lines: Record<SeriesPath, ResolvedSeries> = {};
  if (exports.released !== null) lines['exports/monthly'] = exports.released;
  if (supply.released !== null) lines['supply/outputMonthly'] = supply.released;
  for (const [id, { releasedVolume, releasedDemand }] of results) {
    if (releasedVolume !== null) lines[`sectors/${id}/volumeMonthly`] = releasedVolume;
    if (releasedDemand !== null) lines[`sectors/${id}/demandMonthly`] = releasedDemand;
  }
  return lines;
}

/** The reported balance is the gap alone, as statistics bureaus show it; the adjusted one, gap + unmet - overflow, is what the stock really takes and gives. */
function adjusted(gap: MonthlyQuantity, unmet: MonthlyQuantity, overflow: MonthlyQuantity): MonthlyQuantity {
  return isZero(unmet) && isZero(overflow) ? gap : subtractLines(sumLines([gap, unmet], gap.values.length), overflow);
}

function sectorBalances(results: ReadonlyMap<SectorId, SectorResult>, from: number, count: number, elapsed: number): Readonly<Record<SectorId, SectorBalance>> {
  const sectors: Record<SectorId, SectorBalance> = {};
  for (const [id, result] of results) sectors[id] = sectorBalance(result, from, count, elapsed);
  return sectors;
}

function demandOf(ids: readonly SectorId[], sectors: Readonly<Record<SectorId, SectorBalance>>): readonly MonthlyQuantity[] {
  return ids.map((id) => sectors[id]?.demand ?? noLine);
}

/** True for a finding on a month that lies outside the horizon: a bare month or a month's cell. */
function isOutside(place: string | null, horizon: Horizon): boolean {
  const month = place === null ? undefined : /(?:^|@)(\d{4}-\d{2})$/.exec(place)?.[1];
  return month !== undefined && (month < horizon.start || month > horizon.end);
}

/** Why there is no yield of finished magnets: none is typed, or one that cannot be. */
function yieldFinding(inputs: Inputs): Finding {
  const path = 'basis/finishedYield';
  const value = inputs.cell(path, 'all')?.value ?? null;
  return value === null ? missingInput(path, 'all') : { code: 'yield-out-of-range', severity: 'error', place: `${path}@all`, values: { path, value } };
}

/** The balance of the scenario that `parts` are of; `root` are those of the scenario without a parent. */
export function assembleBalance(parts: Parts, root: Parts, { span, months, from, elapsed }: Frame): Balance {
  const { inputs, eta, etaState, supply, exports, exportsBlank } = parts;
  const { horizon } = inputs.workbook;
  const findings: Finding[] = eta === null ? [yieldFinding(inputs)] : [];
  findings.push(...outsideFindings(inputs.workbook, span.first, span.last));
  findings.push(...growthFindings(inputs), ...conflictFindings(inputs.chain));
  const before = sectorResults(parts, root, span, findings);
  const sectorIds = sectorIdsOf(inputs.workbook.sectors);
  const count = months.length;
  const firstIndex = monthIndex(horizon.start);
  const cut = (line: MonthlyQuantity): MonthlyQuantity => horizonLine(line, from, count, elapsed);

  const exportsLine = cut(exportsBlank);
  const sectorsBefore = sectorBalances(before, from, count, elapsed);
  const demandBefore = demandOf(sectorIds, sectorsBefore);
  const totalBefore = sumLines(demandBefore, count);
  const orders = sumLines([totalBefore, exportsLine], count);
  const bounds = stockBounds(inputs, firstIndex, orders);
  const lines: SupplyLines = {
    plan: cut(supply.plan),
    limit: cut(supply.capacity.limit),
    rateLimit: cut(supply.capacity.rateLimit),
    primary: cut(supply.material.primary),
    imports: cut(inBlank(supply.importsFinished, eta, etaState)),
    orders,
  };
  const path = supplyPathInput(inputs, months, supply, lines, bounds);
  const opening = supplyOpening(inputs, path, bounds);
  const prices = priceInputs(inputs, months, orders, bounds.opening);
  const feedback =
    prices !== null && inputs.cell('price/feedback', 'all')?.value === 1
      ? runWithFeedback(path, opening, firstIndex, prices, demandBefore.map(({ values }, at) => ({ values, ...elasticityOf(inputs, sectorIds[at] ?? '', before.get(sectorIds[at] ?? '')) })), exportsLine.values)
      : null;
  const steps = feedback?.steps ?? supplyPath(path, opening, 0, count).steps;
  const results = feedback === null || prices === null ? before : pricedResults(before, inputs, span, feedback, prices);
  const sectors = feedback === null ? sectorsBefore : sectorBalances(results, from, count, elapsed);
  const demandLines = feedback === null ? demandBefore : demandOf(sectorIds, sectors);
  const demandTotal = feedback === null ? totalBefore : sumLines(demandLines, count);
  const demand = feedback === null ? orders : sumLines([demandTotal, exportsLine], count);

  const elapsedHere = elapsed - from;
  const run = supplyBalance(months, path, steps, supply, lines, demand, bounds.openingState, elapsedHere);
  const cover = steps.map((step, at) => coverAfter(firstIndex, orders.values, at, step.stock));
  const priceRun = prices === null ? null : (feedback?.prices ?? runPrice(prices, cover, run.unmet.values, demand.values));

  for (const id of sectorIds) {
    const result = results.get(id);
    if (result !== undefined) findings.push(...result.findings, ...result.checks);
  }
  findings.push(...exports.findings, ...supply.findings.filter((finding) => !isOutside(finding.place, horizon)), ...bounds.findings);
  findings.push(...supplyFindings(inputs, months, path, steps));
  if (prices !== null && priceRun !== null) findings.push(...priceFindings(inputs, months, prices, priceRun));

  // Lines that a view or a page asks for by itself are made when it does.
  const shares = once(() => unmetShares(inputs, sectorIds, [...demandLines, exportsLine], run.unmet));
  const detail = once(() => exportsBalance(exports.detail, from, count, elapsed));
  const capacity = once(() => cut(supply.capacity.nameplate));
  const adjustedGap = once(() => adjusted(run.gap, run.unmet, run.overflow));
  const released = once(() => releasedOf(parts, results));
  const price = once(() => (prices === null || priceRun === null ? null : priceBalance(months, prices, priceRun, elapsedHere)));
  return {
    months,
    supply: run.supply,
    imports: lines.imports,
    sectorIds,
    sectors,
    demandTotal,
    exports: exportsLine,
    gap: run.gap,
    cumulativeGap: runningLine(run.gap),
    inventory: run.inventory,
    unmet: run.unmet,
    overflow: run.overflow,
    coverDays: { values: cover, states: forecastStates(months) },
    coverExtrapolated: pastHorizon(months),
    get exportsDetail() {
      return detail();
    },
    get capacity() {
      return capacity();
    },
    get operatingRate() {
      return ratioLine(run.supply, capacity());
    },
    capacityLimit: lines.limit,
    binding: run.binding,
    orders: run.orders,
    get material() {
      return run.material();
    },
    get adjustedGap() {
      return adjustedGap();
    },
    get unmetBySector() {
      return shares().unmetBySector;
    },
    get consumption() {
      return shares().consumption;
    },
    get pipelineNotRefilled() {
      return shares().pipelineNotRefilled;
    },
    get cumulativeUnmet() {
      return shares().cumulativeUnmet;
    },
    get residualReadings() {
      return readingsOf(root, span);
    },
    get released() {
      return released();
    },
    get price() {
      return price();
    },
    findings,
  };
}
