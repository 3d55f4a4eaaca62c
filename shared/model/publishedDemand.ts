/**
 * What is published of a sector's demand by month, single months and cumulative releases, both said in t blank of the balance
 * (settled points 8, 11). A series in unlike terms has a finding with both names and no numbers.
 */
import type { Finding } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { blankFactor, scaledSeries } from './massTerms.ts';
import { remember } from './remember.ts';
import type { ResolvedSeries } from './resolve.ts';
import type { SectorPaths } from './sectorDemand.ts';
import type { Basis } from './unit.ts';
import type { SeriesPath } from './workbook.ts';

/** The same object while nothing in it changes. */
export type PublishedMonths = {
  readonly known: ResolvedSeries | null;
  readonly cumulative: ResolvedSeries | null;
  /** True where single months stand in terms that no conversion is recorded for, so that their values are missing. */
  readonly isUntold: boolean;
};

const nothingPublished: ReturnType<typeof publishedDemand> = { months: { known: null, cumulative: null, isUntold: false }, findings: [] };

const paired = remember((_paths: SectorPaths, known: ResolvedSeries | null, cumulative: ResolvedSeries | null, isUntold: boolean): PublishedMonths => ({ known, cumulative, isUntold }));

/** Published demand of a sector; `basisOf` says in which basis a series with that tag is read. */
export function publishedDemand(inputs: Inputs, paths: SectorPaths, basisOf: (tag: Basis | undefined) => Basis): { readonly months: PublishedMonths; readonly findings: readonly Finding[] } {
  if (inputs.series(paths.demandMonthly) === null && inputs.series(paths.demandCumulative) === null) return nothingPublished;
  const findings: Finding[] = [];
  const read = (path: SeriesPath): { readonly series: ResolvedSeries | null; readonly isUntold: boolean } => {
    const series = inputs.series(path);
    if (series === null) return { series, isUntold: false };
    const { factor, finding } = blankFactor(inputs, path, series, basisOf(series.basis));
    if (finding !== null) findings.push(finding);
    return { series: scaledSeries(series, factor), isUntold: factor === null };
  };
  const known = read(paths.demandMonthly);
  const cumulative = read(paths.demandCumulative);
  return { months: paired(paths, known.series, cumulative.series, known.isUntold), findings };
}
