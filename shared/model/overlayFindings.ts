/** Findings for growth overlays that cannot act (settled points 30, 35): each at the cell that it was to change. */
import type { Finding, FindingCode } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { remember } from './remember.ts';
import type { ChainScenario, OverlayProblem, ResolvedSeries } from './resolve.ts';
import type { SeriesPath } from './workbook.ts';

const codes: Readonly<Record<OverlayProblem['problem'], FindingCode>> = {
  'first-year': 'growth-first-year',
  'from-zero': 'growth-from-zero',
  'level-missing': 'growth-level-missing',
  'negative-level': 'growth-below-zero',
  'not-annual': 'growth-not-annual',
};

/** What went wrong with the growth overlays on one series. */
export function overlayFindings(path: SeriesPath, series: ResolvedSeries | null): readonly Finding[] {
  return (series?.problems ?? []).map(({ period, problem }) => ({ code: codes[problem], severity: 'error', place: `${path}@${period}`, values: { path, period } }));
}

/** The members of the lock are derived, and their sector reports them. */
const derived = /^sectors\/[^/]+\/(volume|intensity|demand)$/;

/** The paths with a growth overlay that no sector derives. */
const grownPaths = remember((chain: readonly ChainScenario[]): readonly SeriesPath[] => {
  const paths = new Set<SeriesPath>();
  for (const layer of chain) for (const overlay of Object.values(layer.overlays)) if (overlay.op === 'growth' && !derived.test(overlay.path)) paths.add(overlay.path);
  return [...paths].sort();
});

/** The same for every path with a growth overlay that no sector derives. */
export function growthFindings(inputs: Inputs): readonly Finding[] {
  return grownPaths(inputs.chain).flatMap((path) => overlayFindings(path, inputs.series(path)));
}
