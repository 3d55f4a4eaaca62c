/**
 * What the demand of every sector has in common (method, section 1): the span of whole years, the addresses of its inputs,
 * the shape of its result. Volumes are in sectorVolume.ts, driver sectors in driverDemand.ts, other domestic use in
 * residualDemand.ts.
 */
import type { Finding, MonthlyQuantity, SectorYear } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { remember } from './remember.ts';
import type { AnnualInput } from './monthlySplit.ts';
import { yearsOf, type Horizon } from './period.ts';
import type { ResolvedSeries } from './resolve.ts';
import { toBlank, type Basis } from './unit.ts';
import type { SectorId, SeriesPath } from './workbook.ts';

/** A sector over whole calendar years, before the cut to the horizon. */
export type SectorResult = {
  readonly years: Readonly<Record<string, SectorYear>>;
  readonly volume: MonthlyQuantity | null;
  /** t blank equivalent. */
  readonly demand: MonthlyQuantity;
  /** t blank equivalent per year, known months summed. */
  readonly annual: readonly AnnualInput[];
  /** What the annual demand is stated in. */
  readonly basis: Basis;
  /** Known months of volume and of demand (t blank) with what cumulative releases add; null where no release is typed. */
  readonly releasedVolume: ResolvedSeries | null;
  readonly releasedDemand: ResolvedSeries | null;
  readonly findings: readonly Finding[];
  /** What is said about its intensities, which a price that acts on demand may change (intensityCheck.ts). */
  readonly checks: readonly Finding[];
};

/** Whole calendar years; `years` are all of them in order. */
export type YearSpan = { readonly first: number; readonly last: number; readonly years: readonly number[] };

/** The calendar years that a horizon meets, as the same object for the same horizon. */
export const spanOf = remember((horizon: Horizon): YearSpan => {
  const years = yearsOf(horizon);
  return { first: years[0] ?? 0, last: years.at(-1) ?? 0, years };
});

function writtenPaths(id: SectorId) {
  return {
    volume: `sectors/${id}/volume`,
    intensity: `sectors/${id}/intensity`,
    intensityLow: `sectors/${id}/intensityLow`,
    intensityHigh: `sectors/${id}/intensityHigh`,
    demand: `sectors/${id}/demand`,
    volumeMonthly: `sectors/${id}/volumeMonthly`,
    demandMonthly: `sectors/${id}/demandMonthly`,
    volumeCumulative: `sectors/${id}/volumeCumulative`,
    demandCumulative: `sectors/${id}/demandCumulative`,
    growth: `sectors/${id}/growth`,
    profile: `sectors/${id}/profile`,
    rush: `sectors/${id}/rush`,
    rushShare: `sectors/${id}/rushShare`,
    holidayFactor: `sectors/${id}/holidayFactor`,
    actualsMode: `sectors/${id}/actualsMode`,
    splitMethod: `sectors/${id}/splitMethod`,
    leadMonths: `sectors/${id}/leadMonths`,
    subsidyUplift: `sectors/${id}/subsidyUplift`,
    subsidyPayback: `sectors/${id}/subsidyPayback`,
    paybackProfile: `sectors/${id}/paybackProfile`,
  };
}

export type SectorPaths = ReturnType<typeof writtenPaths>;

const pathsById = new Map<SectorId, SectorPaths>();

/** The addresses of a sector's inputs, written once for each id. */
export function sectorPaths(id: SectorId): SectorPaths {
  const known = pathsById.get(id);
  if (known !== undefined) return known;
  const paths = writtenPaths(id);
  pathsById.set(id, paths);
  return paths;
}

/** A scalar input as a number, its documented fallback where no cell stands. */
export function scalarOf(inputs: Inputs, path: SeriesPath): number | null {
  return inputs.cell(path, 'all')?.value ?? null;
}

/**
 * Output that neither the listed uses nor exports explain, t blank (method, section 0; settled point 6; worked case M03).
 * `listed` is in the given basis; exports are finished tonnes.
 */
export function residualOfOutput(output: number, listed: number, basis: Basis, exportsFinished: number, eta: number): number {
  return output - toBlank(listed, basis, eta) - exportsFinished / eta;
}
