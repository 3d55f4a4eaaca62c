/**
 * The terms of a series of masses: what its tonne is a tonne of, what it covers, and what that is worth in the balance (method,
 * section 0 "Basis"; settled points 8, 19, 34). massTerms.ts has the factors; here is which series have terms at all.
 *
 *   t as the balance reads them = t of the series * factor
 *
 * Volumes, intensities, prices and ratios have none, and neither have stocks, which are counted in the balance's own terms.
 */
import { statedBasis } from './driverDemand.ts';
import type { Inputs } from './inputs.ts';
import { balanceScope, basisReadAt, blankFactor, readFactor, type BlankFactor } from './massTerms.ts';
import { surveyFactor } from './supplyCapacity.ts';
import type { Basis } from './unit.ts';
import type { Series, SeriesPath, Workbook } from './workbook.ts';

/** What is recorded of a series besides its numbers; what is absent is as the balance has it. */
export type SeriesTerms = Pick<Series, 'basis' | 'scope' | 'coverage'>;

export type TermsRule = {
  /** What the balance reads a tonne of the series as. */
  readonly reads: Basis;
  /** Blank or finished is said for all sector figures at once, by one switch of the workbook. */
  readonly bySwitch: boolean;
  /** The coverage of the capacity survey stands in for one of the series' own. */
  readonly ofSurvey: boolean;
};

const published = /^sectors\/[^/]+\/(demand|demandMonthly|demandCumulative)$/;
const surveyed = /^(supply\/capacity|expansions\/[^/]+\/tonnes)$/;

/** By which rule the masses of a path are read; null for a path without terms. */
export function termsRule(workbook: Pick<Workbook, 'sectors'>, path: SeriesPath): TermsRule | null {
  const reads = basisReadAt(path);
  if (reads !== null) return { reads, bySwitch: false, ofSurvey: false };
  if (surveyed.test(path)) return { reads: 'blank', bySwitch: false, ofSurvey: true };
  if (!published.test(path)) return null;
  return { reads: 'blank', bySwitch: workbook.sectors[path.split('/')[1] ?? '']?.kind === 'driver', ofSurvey: false };
}

/** What a tonne of a series is a tonne of, whether it is recorded or stands by the workbook's switch or by default. */
export function basisStated(inputs: Inputs, path: SeriesPath, { reads, bySwitch }: TermsRule): Basis {
  const tag = inputs.series(path)?.basis;
  // Published months of a sector are in the terms of its annual figures where they say nothing else.
  if (bySwitch) return statedBasis(inputs, tag ?? inputs.own(path.replace(/(Monthly|Cumulative)$/, ''))?.basis);
  return tag ?? reads;
}

/** What one tonne of a series is in the balance, as it reads it; null where no conversion is recorded, with the finding that says so. */
export function seriesFactor(inputs: Inputs, path: SeriesPath): BlankFactor {
  const rule = termsRule(inputs.workbook, path);
  const series = inputs.series(path);
  if (rule === null || series === null) return { factor: 1, finding: null };
  if (rule.ofSurvey) return surveyFactor(inputs, path);
  return basisReadAt(path) === null ? blankFactor(inputs, path, series, basisStated(inputs, path, rule)) : readFactor(inputs, path);
}

/** The inputs that convert a tonne of a basis to a blank, in the order of the chain. */
const yieldPaths: Readonly<Record<Basis, readonly SeriesPath[]>> = {
  blank: [],
  finished: ['basis/finishedYield'],
  alloy: ['material/magnetYield'],
  'prnd-metal': ['material/magnetYield', 'material/rareEarthContent'],
  'prnd-oxide': ['material/magnetYield', 'material/rareEarthContent', 'material/oxideLoss', 'material/oxidePerMetal'],
  reo: ['material/magnetYield', 'material/rareEarthContent', 'material/oxideLoss', 'material/oxidePerMetal', 'material/prndShare', 'material/separationYield'],
};

/** The inputs that record the passage between a series and the balance: the yields that only one of the two bases has, the share between scopes, the survey's coverage, the switch. */
export function conversionsOf(inputs: Inputs, path: SeriesPath): readonly SeriesPath[] {
  const rule = termsRule(inputs.workbook, path);
  if (rule === null) return [];
  const series = inputs.series(path);
  const from = yieldPaths[basisStated(inputs, path, rule)];
  const to = yieldPaths[rule.reads];
  return [
    ...(rule.bySwitch ? ['basis/sectorsFinished'] : []),
    ...from.filter((one) => !to.includes(one)),
    ...to.filter((one) => !from.includes(one)),
    ...(series?.scope === undefined || series.scope === 'sample-survey' || series.scope === balanceScope(inputs) ? [] : ['basis/sinteredShare']),
    ...(rule.ofSurvey && series?.coverage === undefined ? ['supply/surveyCoverage'] : []),
  ];
}
