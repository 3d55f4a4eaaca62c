/**
 * Demand of one sector by year and month (method, section 1; settled points 1, 4, 6, 9, 11).
 *
 *   V_m  split of the annual volume, known months held
 *   D_y  = V_y q_y / 1000, then the scenario's overlays on demand, which re-solve the displayed intensity
 *   D_m  = D_y V_m / sum of V_m, known months of demand held
 *   other domestic use: D_y = residual of the base year x product of (1 + g), split by weight
 */
import type { Finding, MonthlyQuantity, SectorYear } from './balance.ts';
import { impliedDemand, impliedIntensity, solveLock, yieldingMember } from './drivers.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { memoize } from './memoize.ts';
import { joinYears, knownMonths, splitYear, yearWeights, type AnnualInput, type Season, type SplitYear } from './monthlySplit.ts';
import { resolveSeries, type ResolvedSeries } from './resolve.ts';
import { weakerState } from './state.ts';
import { toBlank, type Basis } from './unit.ts';
import type { DriverSector, ResidualSector, Scenario, SectorId, Series, SeriesPath } from './workbook.ts';

/** A sector over whole calendar years, before the cut to the horizon. */
export type SectorResult = {
  readonly years: Readonly<Record<string, SectorYear>>;
  readonly volume: MonthlyQuantity | null;
  /** t blank equivalent. */
  readonly demand: MonthlyQuantity;
  readonly findings: readonly Finding[];
};

export type YearSpan = { readonly first: number; readonly last: number };

export function yearsIn(span: YearSpan): readonly number[] {
  return Array.from({ length: span.last - span.first + 1 }, (_, at) => span.first + at);
}

/** What stands in for a series that the workbook does not have. */
const noVolume: Series = { kind: 'annual', unit: 'unit', cells: {} };
const noIntensity: Series = { kind: 'annual', unit: 'kgPerUnit', cells: {} };
const noDemand: Series = { kind: 'annual', unit: 't', cells: {} };

function seasonOf(inputs: Inputs, prefix: string, profileIs: 'net' | 'gross', multiplierName: string): readonly [ResolvedSeries | null, 'net' | 'gross', ResolvedSeries | null, number] {
  return [
    inputs.series(`${prefix}/profile`),
    profileIs,
    inputs.series(`${prefix}/${multiplierName}`),
    inputs.cell(`${prefix}/holidayFactor`, 'all')?.value ?? 0,
  ];
}

/** Beyond this change on the same months of the year before, the implied remainder of a year is worth a finding. */
const extremeGrowth = 0.5;

function impliedGrowthFinding(place: string, year: number, now: SplitYear, before: SplitYear | undefined, known: readonly (unknown | null)[]): Finding | null {
  const count = known.filter((cell) => cell !== null).length;
  if (!before || count === 0 || count === 12) return null;
  let rest = 0;
  let same = 0;
  for (let month = 0; month < 12; month += 1) {
    if (known[month] !== null) continue;
    rest += now.values[month] ?? Number.NaN;
    same += before.values[month] ?? Number.NaN;
  }
  const growth = rest / same - 1;
  if (!Number.isFinite(growth) || Math.abs(growth) <= extremeGrowth) return null;
  return { code: 'implied-growth-extreme', severity: 'warning', place: `${place}@${year}`, values: { year, growth } };
}

type Resolver = (series: Series) => ResolvedSeries;

const asItIs: Resolver = (series) => series;

/** Overlays on the cells that a series has, and on no other period. */
const overlaid = memoize((chain: readonly Scenario[], path: SeriesPath): Resolver => (series) => resolveSeries(series, path, chain, []));

const computeDriver = memoize(
  (
    sector: DriverSector,
    id: SectorId,
    span: YearSpan,
    volume: ResolvedSeries,
    intensity: ResolvedSeries,
    resolveDemand: Resolver,
    knownVolume: ResolvedSeries | null,
    knownDemand: ResolvedSeries | null,
    basis: Basis,
    eta: number | null,
    ...[profile, profileIs, multiplier, delta]: readonly [ResolvedSeries | null, 'net' | 'gross', ResolvedSeries | null, number]
  ): SectorResult => {
    const season: Season = { profile, profileIs, multiplier, delta };
    const findings: Finding[] = [];
    const years: Record<string, SectorYear> = {};
    const volumeYears: SplitYear[] = [];
    const demandYears: SplitYear[] = [];
    const volumePath = `sectors/${id}/volume`;
    const intensityPath = `sectors/${id}/intensity`;
    const demandPath = `sectors/${id}/demand`;
    for (const year of yearsIn(span)) {
      const key = String(year);
      const yields = yieldingMember(sector, year);
      const typedVolume = volume.cells[key];
      const q = intensity.cells[key];
      const annualVolume: AnnualInput = { value: typedVolume?.value ?? null, state: typedVolume?.state ?? 'forecast' };
      const monthsKnown = knownMonths(year, knownVolume);
      const months = splitYear(year, annualVolume, yearWeights(year, season), monthsKnown, volumePath);
      findings.push(...months.findings);
      const growth = impliedGrowthFinding(volumePath, year, months, volumeYears.at(-1), monthsKnown);
      if (growth) findings.push(growth);
      volumeYears.push(months);
      if (annualVolume.value === null) findings.push(missingInput(yields === 'volume' ? demandPath : volumePath, key));
      else if ((q?.value ?? null) === null) findings.push(missingInput(yields === 'intensity' ? demandPath : intensityPath, key));

      const product = impliedDemand(months.annual.value, q?.value ?? null);
      const productState = weakerState(months.annual.state, q?.state ?? 'forecast');
      const after = resolveDemand({ kind: 'annual', unit: 't', cells: { [key]: { value: product, state: productState } } }).cells[key];
      const demand: AnnualInput = { value: after?.value ?? null, state: after?.state ?? productState };
      const shownIntensity = demand.value === product ? (q?.value ?? null) : impliedIntensity(months.annual.value, demand.value);
      years[key] = {
        volume: months.annual,
        intensity: { value: shownIntensity, state: demand.value === product ? (q?.state ?? 'forecast') : productState },
        demand,
        yields,
      };

      const blank: AnnualInput = {
        value: demand.value === null ? null : basis === 'blank' ? demand.value : eta === null || eta === 0 ? null : toBlank(demand.value, basis, eta),
        state: demand.state,
      };
      const demandKnown = knownMonths(year, knownDemand);
      const split = splitYear(year, blank, months.values, demandKnown, demandPath);
      findings.push(...split.findings);
      const states = split.states.map((state, month) => (demandKnown[month] ? state : weakerState(state, months.states[month] ?? 'estimate')));
      demandYears.push({ ...split, states });
    }
    return { years, volume: joinYears(volumeYears), demand: joinYears(demandYears), findings };
  },
);

/** How the scenario's overlays on demand act on the product; one and the same function while nothing on that path changes. */
function demandResolver(inputs: Inputs, path: SeriesPath): Resolver {
  return inputs.mentions(path) ? overlaid(inputs.chain, path) : asItIs;
}

/** The demand of a driver sector in one scenario. `root` are the inputs of the root scenario, on which the lock is solved. */
export function driverDemand(id: SectorId, sector: DriverSector, root: Inputs, inputs: Inputs, span: YearSpan): SectorResult {
  const prefix = `sectors/${id}`;
  const stated = inputs.workbook.series[`${prefix}/demand`];
  const lock = solveLock(
    sector,
    root.workbook.series[`${prefix}/volume`] ?? noVolume,
    root.workbook.series[`${prefix}/intensity`] ?? noIntensity,
    stated ?? noDemand,
    span.first,
    span.last,
  );
  const basis = stated?.basis ?? 'blank';
  return computeDriver(
    sector,
    id,
    span,
    inputs.derived(`${prefix}/volume`, lock.volume),
    inputs.derived(`${prefix}/intensity`, lock.intensity),
    demandResolver(inputs, `${prefix}/demand`),
    inputs.series(`${prefix}/volumeMonthly`),
    inputs.series(`${prefix}/demandMonthly`),
    basis,
    basis === 'blank' ? null : (inputs.cell('basis/finishedYield', 'all')?.value ?? null),
    ...seasonOf(inputs, prefix, sector.profileIs, 'rush'),
  );
}

const computeResidual = memoize(
  (
    sector: ResidualSector,
    id: SectorId,
    span: YearSpan,
    baseValue: number | null,
    baseState: AnnualInput['state'],
    growth: ResolvedSeries | null,
    known: ResolvedSeries | null,
    ...[profile, profileIs, multiplier, delta]: readonly [ResolvedSeries | null, 'net' | 'gross', ResolvedSeries | null, number]
  ): SectorResult => {
    const season: Season = { profile, profileIs, multiplier, delta };
    const findings: Finding[] = [];
    const years: Record<string, SectorYear> = {};
    const demandYears: SplitYear[] = [];
    let level: AnnualInput = { value: baseValue, state: baseState };
    for (const year of yearsIn(span)) {
      if (year > sector.baseYear) {
        const cell = growth?.cells[String(year)];
        const rate = cell ? cell.value : 0;
        level = {
          value: level.value === null || rate === null ? null : level.value * (1 + rate),
          state: weakerState(level.state, cell?.state ?? 'forecast'),
        };
      }
      const split = splitYear(year, level, yearWeights(year, season), knownMonths(year, known), `sectors/${id}/demand`);
      findings.push(...split.findings);
      demandYears.push(split);
      years[String(year)] = {
        volume: { value: null, state: level.state },
        intensity: { value: null, state: level.state },
        demand: split.annual,
        yields: null,
      };
    }
    return { years, volume: null, demand: joinYears(demandYears), findings };
  },
);

/**
 * The demand of the residual sector in one scenario, from its level in the base year (t blank, computed on the root;
 * scenario overlays never re-derive it).
 */
export function residualDemand(id: SectorId, sector: ResidualSector, base: AnnualInput, inputs: Inputs, span: YearSpan): SectorResult {
  const prefix = `sectors/${id}`;
  return computeResidual(
    sector,
    id,
    span,
    base.value,
    base.state,
    inputs.series(`${prefix}/growth`),
    inputs.series(`${prefix}/demandMonthly`),
    ...seasonOf(inputs, prefix, sector.profileIs, 'rush'),
  );
}

/**
 * Output that neither the listed uses nor exports explain, t blank (method, section 0; settled point 6; worked case M03).
 * `listed` is in the given basis; exports are finished tonnes.
 */
export function residualOfOutput(output: number, listed: number, basis: Basis, exportsFinished: number, eta: number): number {
  return output - toBlank(listed, basis, eta) - exportsFinished / eta;
}
