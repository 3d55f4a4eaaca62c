/**
 * Other domestic use (method, section 0 and 1; settled points 6, 9, 37; worked case M03).
 *
 *   D_y = residual of the base year x product of (1 + g)        t blank; split over the months by weight
 *
 * The residual of the base year is computed on the root after its known months are summed; no scenario re-derives it.
 */
import type { Finding, SectorYear } from './balance.ts';
import type { HolidayLoss, HolidayWindow } from './calendar.ts';
import { finite } from './finite.ts';
import { lossAt } from './holidayInputs.ts';
import type { Inputs } from './inputs.ts';
import { remember } from './remember.ts';
import type { AnnualInput } from './monthlySplit.ts';
import { publishedDemand, type PublishedMonths } from './publishedDemand.ts';
import { releasedMonths } from './releasedMonths.ts';
import type { ResolvedSeries } from './resolve.ts';
import { scalarOf, sectorPaths, type SectorPaths, type SectorResult, type YearSpan } from './sectorDemand.ts';
import { extremeFindings, isPartlyKnown, remainingOf } from './sectorVolume.ts';
import { knownInSpan, repeatsProfile, spanWeights, splitSpan } from './splitSpan.ts';
import { weakerState } from './state.ts';
import type { CellState, ResidualSector, SectorId } from './workbook.ts';

const computeResidual = remember(
  (
    sector: ResidualSector,
    paths: SectorPaths,
    span: YearSpan,
    baseValue: number | null,
    baseState: CellState,
    growth: ResolvedSeries | null,
    published: PublishedMonths,
    method: number | null,
    profile: ResolvedSeries | null,
    multiplier: ResolvedSeries | null,
    targetShares: ResolvedSeries | null,
    delta: HolidayLoss,
  ): SectorResult => {
    const weights = spanWeights(span, { profile, profileIs: sector.profileIs, multiplier, targetShares, delta }, paths);
    const findings: Finding[] = [...weights.findings];
    let level: AnnualInput = { value: baseValue, state: baseState };
    const levels = span.years.map((year): AnnualInput => {
      if (year <= sector.baseYear) return level;
      const cell = growth?.cells[String(year)];
      const rate = cell ? cell.value : 0;
      level = { value: level.value === null || rate === null ? null : finite(level.value * (1 + rate)), state: weakerState(level.state, cell?.state ?? 'forecast') };
      return level;
    });
    const released = releasedMonths(span, published.known, published.cumulative, weights.values, 'tonnes', paths.demandCumulative);
    findings.push(...released.findings);
    const known = knownInSpan(span, released.series);
    const split = splitSpan(span, levels, weights.values, known, method, { annual: paths.demand, monthly: paths.demandMonthly, method: paths.splitMethod, line: 'demand' });
    findings.push(...split.findings.filter((finding) => !(published.isUntold && finding.code === 'input-missing') && !repeatsProfile(weights, finding)));
    const choices = levels.map((annual, at) => ({ annual, isPartial: isPartlyKnown(known, at) }));
    const remaining = remainingOf(levels, weights.values, known, split.months.values, choices);
    findings.push(...extremeFindings(remaining, null, span, paths.demand));
    const years: Record<string, SectorYear> = {};
    span.years.forEach((year, at) => {
      const demand = split.annual[at] ?? { value: null, state: 'forecast' as const };
      const none = { value: null, state: levels[at]?.state ?? demand.state };
      years[String(year)] = { volume: none, intensity: none, demand, yields: null, remaining: remaining[at] ?? null, stack: null };
    });
    return { years, volume: null, demand: split.months, annual: split.annual, basis: 'blank', releasedVolume: null, releasedDemand: published.cumulative === null ? null : released.series, findings, checks: [] };
  },
);

/** The demand of the residual sector in one scenario, from its level in the base year (t blank). */
export function residualDemand(id: SectorId, sector: ResidualSector, base: AnnualInput, inputs: Inputs, span: YearSpan, window: HolidayWindow): SectorResult {
  const paths = sectorPaths(id);
  const published = publishedDemand(inputs, paths, (tag) => tag ?? 'blank');
  const result = computeResidual(
    sector,
    paths,
    span,
    base.value,
    base.state,
    inputs.series(paths.growth),
    published.months,
    scalarOf(inputs, paths.splitMethod),
    inputs.series(paths.profile),
    inputs.series(paths.rush),
    inputs.series(paths.rushShare),
    lossAt(inputs, paths.holidayFactor, window),
  );
  return published.findings.length > 0 ? { ...result, findings: [...published.findings, ...result.findings] } : result;
}
