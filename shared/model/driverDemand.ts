/**
 * Demand of a driver sector by year and month (method, section 1; settled points 1, 4, 5, 9, 10, 11, 40; worked cases M01,
 * M05, M08, M27).
 *
 *   D_y  = V_y q_y / 1000, then the scenario's overlays on demand, which re-solve the displayed intensity
 *   i_m  = V_m shifted by the sector's lead (leadTime.ts)
 *   D_m  = D_y, as t blank, benchmarked to i_m, known months of demand held
 *
 * V in the unit of the volume, q in kg per one of it, D_y in t of the basis in which the sector is stated.
 */
import type { Finding, SectorYear } from './balance.ts';
import type { HolidayWindow } from './calendar.ts';
import { impliedDemand, impliedIntensity, solveLock, yieldingMember } from './drivers.ts';
import { finite } from './finite.ts';
import { lossAt } from './holidayInputs.ts';
import type { Inputs } from './inputs.ts';
import { intensityFindings } from './intensityCheck.ts';
import { missingInput } from './inputs.ts';
import { leadIndicator, leadWeights } from './leadTime.ts';
import { blankFactor } from './massTerms.ts';
import { remember } from './remember.ts';
import type { AnnualInput } from './monthlySplit.ts';
import { overlayFindings } from './overlayFindings.ts';
import { releasedMonths } from './releasedMonths.ts';
import { resolveSeries, type ChainScenario, type ResolvedSeries } from './resolve.ts';
import { scalarOf, sectorPaths, type SectorPaths, type SectorResult, type YearSpan } from './sectorDemand.ts';
import { sectorStack, withStack, type SectorStack } from './sectorStack.ts';
import { chooseAnnuals, extremeFindings, remainingOf, sectorVolume, type VolumeResult } from './sectorVolume.ts';
import { publishedDemand, type PublishedMonths } from './publishedDemand.ts';
import { knownInSpan, splitSpan } from './splitSpan.ts';
import { weakerState } from './state.ts';
import type { Basis } from './unit.ts';
import type { Cell, CellState, DriverSector, SectorId, Series, SeriesPath } from './workbook.ts';

/** What stands in for a series that the workbook does not have. */
const noVolume: Series = { kind: 'annual', unit: 'unit', cells: {} };
const noIntensity: Series = { kind: 'annual', unit: 'kgPerUnit', cells: {} };
const noDemand: Series = { kind: 'annual', unit: 't', cells: {} };
const noFigure: AnnualInput = { value: null, state: 'forecast' };

type Resolver = (series: Series) => ResolvedSeries;

/** Overlays on the cells that a series has, and on no other period. */
const overlaid = remember((chain: readonly ChainScenario[], path: SeriesPath): Resolver => (series) => resolveSeries(series, path, chain, []));

/** How the scenario's overlays on demand act on the product; null without any, one and the same function while nothing on that path changes. */
function demandResolver(inputs: Inputs, path: SeriesPath): Resolver | null {
  return inputs.mentions(path) ? overlaid(inputs.chain, path) : null;
}

/** A mass that covers a part of the whole, said for the whole: only what is typed as a mass, never an intensity (settled point 8). */
function universal(series: Series): Series {
  return series.coverage === undefined || series.coverage === 1 ? series : overCoverage(series, series.coverage);
}

const overCoverage = remember((series: Series, coverage: number): Series => {
  const cells = Object.entries(series.cells).map(([period, cell]): [string, Cell] => [period, { ...cell, value: cell.value === null ? null : finite(cell.value / coverage) }]);
  return { ...series, cells: Object.fromEntries(cells) };
});

/** One figure per year, t in the basis of the sector. */
type Figures = { readonly years: readonly AnnualInput[]; readonly findings: readonly Finding[] };

/** V q / 1000 of every year, and what is missing for it. */
function products(sector: DriverSector, paths: SectorPaths, span: YearSpan, volume: VolumeResult, intensity: ResolvedSeries, typed: Series): Figures {
  const findings: Finding[] = [];
  const years = span.years.map((year, at): AnnualInput => {
    const key = String(year);
    const v = volume.annual[at] ?? noFigure;
    const q = intensity.cells[key];
    const stated = typed.cells[key]?.value ?? null;
    const implied = yieldingMember(sector, year) === 'intensity';
    let value = impliedDemand(v.value, q?.value ?? null);
    if (v.value !== null && (q?.value ?? null) === null) {
      // Nothing built takes nothing, whatever one would take; tonnes without anything built are a contradiction.
      if (implied && v.value === 0 && stated === 0) value = 0;
      else if (implied && v.value === 0 && stated !== null) findings.push({ code: 'lock-zero-volume', severity: 'error', place: `${paths.volume}@${key}`, values: { year, tonnes: stated } });
      else findings.push(missingInput(implied ? paths.demand : paths.intensity, key));
    }
    return { value: value === null ? null : finite(value), state: weakerState(v.state, q?.state ?? 'forecast') };
  });
  return { years, findings };
}

/** The product with the scenario's overlays on demand; itself where there are none. */
function withOverlays(made: readonly AnnualInput[], span: YearSpan, resolve: Resolver | null, path: SeriesPath): Figures {
  if (resolve === null) return { years: made, findings: [] };
  const cells: Record<string, Cell> = {};
  span.years.forEach((year, at) => {
    cells[String(year)] = made[at] ?? noFigure;
  });
  const resolved = resolve({ ...noDemand, cells });
  return { years: span.years.map((year) => resolved.cells[String(year)] ?? noFigure), findings: overlayFindings(path, resolved) };
}

const computeDriver = remember(
  (
    sector: DriverSector,
    paths: SectorPaths,
    span: YearSpan,
    volume: VolumeResult,
    intensity: ResolvedSeries,
    stack: SectorStack | null,
    typedDemand: Series,
    resolveDemand: Resolver | null,
    published: PublishedMonths,
    basis: Basis,
    factor: number | null,
    leadMonths: number | null,
    mode: number | null,
    method: number | null,
  ): SectorResult => {
    const findings: Finding[] = [...volume.findings, ...(stack?.findings ?? []), ...overlayFindings(paths.intensity, intensity)];
    const product = products(sector, paths, span, volume, intensity, typedDemand);
    const resolved = withOverlays(product.years, span, resolveDemand, paths.demand);
    findings.push(...product.findings, ...resolved.findings);

    const weights = leadWeights(leadMonths ?? Number.NaN);
    if (weights === null) findings.push({ code: 'lead-invalid', severity: 'error', place: `${paths.leadMonths}@all`, values: { months: leadMonths ?? '' } });
    const indicator = leadMonths === 0 ? volume.months.values : leadIndicator(volume.months.values, weights ?? []).values;

    const before = resolved.years.map(({ value, state }): AnnualInput => ({ value: value === null || factor === null ? null : finite(value * factor), state }));
    const released = releasedMonths(span, published.known, published.cumulative, indicator, 'tonnes', paths.demandCumulative);
    findings.push(...released.findings);
    const known = knownInSpan(span, released.series);
    const choices = chooseAnnuals(before, indicator, known, mode, span, paths.demand, findings);
    const split = splitSpan(span, choices.map((choice) => choice.annual), indicator, known, method, {
      annual: paths.demand,
      monthly: paths.demandMonthly,
      method: paths.splitMethod,
      line: 'demand',
    });
    // Known months in unlike terms have a finding of their own, which says more than that they are missing, as has a volume below zero.
    const isTwice = ({ code, values }: Finding): boolean =>
      (code === 'input-missing' && published.isUntold) || (code === 'annual-negative' && (volume.annual[Number(values['year']) - span.first]?.value ?? 0) < 0);
    findings.push(...split.findings.filter((finding) => !isTwice(finding)));
    const remaining = remainingOf(before, indicator, known, split.months.values, choices);
    findings.push(...extremeFindings(remaining, mode, span, paths.demand));

    const years: Record<string, SectorYear> = {};
    span.years.forEach((year, at) => {
      const key = String(year);
      const v = volume.annual[at] ?? noFigure;
      const q = intensity.cells[key];
      const made = product.years[at] ?? noFigure;
      const told = resolved.years[at] ?? noFigure;
      const after = split.annual[at];
      const isReplaced = after !== undefined && after.value !== before[at]?.value;
      const demand: AnnualInput = isReplaced
        ? { value: after.value === null || factor === null || factor === 0 ? null : finite(after.value / factor), state: after.state }
        : { value: told.value, state: told.state };
      const isProduct = demand.value === made.value;
      if (v.value === 0 && (demand.value ?? 0) > 0 && !isProduct) findings.push({ code: 'lock-zero-volume', severity: 'error', place: `${paths.volume}@${key}`, values: { year, tonnes: demand.value ?? 0 } });
      const implied = isProduct ? (q?.value ?? null) : impliedIntensity(v.value, demand.value);
      const built = stack?.years[at];
      years[key] = {
        volume: v,
        intensity: { value: implied === null ? null : finite(implied), state: isProduct ? (q?.state ?? 'forecast') : weakerState(v.state, demand.state) },
        demand,
        yields: yieldingMember(sector, year),
        remaining: volume.remaining[at] ?? remaining[at] ?? null,
        stack: built ? { intensity: built.intensity, balancingShare: built.balancingShare } : null,
      };
    });
    const states: CellState[] = [];
    for (let at = 0; at < split.months.states.length; at += 1) {
      const state = split.months.states[at] ?? 'forecast';
      states.push(known[at] ? state : weakerState(state, volume.months.states[at] ?? 'estimate'));
    }
    return {
      years,
      volume: volume.months,
      demand: { values: split.months.values, states },
      annual: split.annual,
      basis,
      releasedVolume: volume.released,
      releasedDemand: published.cumulative === null ? null : released.series,
      findings,
      checks: [],
    };
  },
);

/** One switch says whether the sector figures are blank or finished; a figure stated as something else keeps its basis. */
export function statedBasis(inputs: Inputs, tag: Basis | undefined): Basis {
  if (tag !== undefined && tag !== 'blank' && tag !== 'finished') return tag;
  return scalarOf(inputs, 'basis/sectorsFinished') === 1 ? 'finished' : (tag ?? 'blank');
}

/** The demand of a driver sector in one scenario. `root` are the inputs of the root scenario, on which the lock is solved. */
export function driverDemand(id: SectorId, sector: DriverSector, root: Inputs, inputs: Inputs, span: YearSpan, window: HolidayWindow): SectorResult {
  const paths = sectorPaths(id);
  const ownDemand = inputs.own(paths.demand);
  const typedDemand = universal(ownDemand ?? noDemand);
  const lock = solveLock(sector, inputs.own(paths.volume) ?? noVolume, inputs.own(paths.intensity) ?? noIntensity, typedDemand, span.first, span.last);
  const mode = scalarOf(inputs, paths.actualsMode);
  const method = scalarOf(inputs, paths.splitMethod);
  const uplift = inputs.series(paths.subsidyUplift);
  const volume = sectorVolume(
    sector,
    paths,
    span,
    inputs.derived(paths.volume, lock.volume),
    inputs.series(paths.volumeMonthly),
    inputs.series(paths.volumeCumulative),
    mode,
    method,
    uplift,
    uplift === null ? null : scalarOf(inputs, paths.subsidyPayback),
    uplift === null ? null : inputs.series(paths.paybackProfile),
    inputs.series(paths.profile),
    inputs.series(paths.rush),
    inputs.series(paths.rushShare),
    lossAt(inputs, paths.holidayFactor, window),
  );
  const stack = sectorStack(id, sector, inputs, span);
  const intensity = withStack(lock.intensity, sector, span, stack, stack === null ? null : sectorStack(id, sector, root, span));

  const basis = statedBasis(inputs, ownDemand?.basis);
  const stated = blankFactor(inputs, paths.demand, ownDemand, basis);
  // What is typed as a mass has been said for the whole before the lock, so the coverage does not act a second time.
  const factor = stated.factor === null ? null : stated.factor * (ownDemand?.coverage ?? 1);
  const published = publishedDemand(inputs, paths, (tag) => statedBasis(inputs, tag ?? basis));
  const result = computeDriver(
    sector,
    paths,
    span,
    volume,
    inputs.derived(paths.intensity, intensity),
    stack,
    typedDemand,
    demandResolver(inputs, paths.demand),
    published.months,
    basis,
    factor,
    scalarOf(inputs, paths.leadMonths),
    mode,
    method,
  );
  const mismatches = [...(stated.finding ? [stated.finding] : []), ...published.findings];
  return { ...result, findings: mismatches.length === 0 ? result.findings : [...mismatches, ...result.findings], checks: intensityFindings(inputs, id, sector, result.years) };
}
