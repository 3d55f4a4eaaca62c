/**
 * What a tonne of a series is worth in the balance, guarded (method, section 0 "Basis"; settled points 8, 19; worked cases
 * M03, M11): basis.ts has the factors, here the tags of a series meet the yields of the scenario.
 *
 *   t of the balance = t of the series * factor        factor = basis * scope / coverage
 *
 * The balance is about what supply/output is about: its scope is the balance's, and a series without a tag claims nothing
 * else. A series in other terms without a recorded conversion has no factor and a finding with both names in it.
 */
import type { Finding, FindingCode } from './balance.ts';
import { conversionFactor, type BasisYields, type MassTag, type ScopeBridge } from './basis.ts';
import { finite } from './finite.ts';
import type { Inputs } from './inputs.ts';
import { remember } from './remember.ts';
import type { ResolvedSeries } from './resolve.ts';
import { scalarOf } from './sectorDemand.ts';
import type { Basis } from './unit.ts';
import type { Scope, Series, SeriesPath } from './workbook.ts';

export type BlankFactor = { readonly factor: number | null; readonly finding: Finding | null };

const balancePath = 'supply/output';

/** The scenario's current yields, which say what a tonne of metal, oxide or REO makes. */
function yieldsOf(inputs: Inputs): BasisYields {
  return {
    finishedYield: scalarOf(inputs, 'basis/finishedYield'),
    magnetYield: scalarOf(inputs, 'material/magnetYield'),
    rareEarthContent: scalarOf(inputs, 'material/rareEarthContent'),
    metalLoss: scalarOf(inputs, 'material/oxideLoss'),
    oxidePerMetal: scalarOf(inputs, 'material/oxidePerMetal'),
    prndShare: scalarOf(inputs, 'material/prndShare'),
    separationYield: scalarOf(inputs, 'material/separationYield'),
  };
}

/** What the balance is about: what its output is about. */
export function balanceScope(inputs: Inputs): Scope {
  return inputs.own(balancePath)?.scope ?? inputs.own('supply/outputMonthly')?.scope ?? 'sintered';
}

const codes: Readonly<Partial<Record<string, FindingCode>>> = {
  'basis-mismatch': 'basis-mismatch',
  'scope-mismatch': 'scope-mismatch',
  'coverage-mismatch': 'coverage-mismatch',
};

type Tagged = Pick<Series, 'scope' | 'coverage' | 'cells'>;

/** The factor between scopes that the workbook records: sintered tonnes per tonne of all permanent magnets. */
function bridgesOf(inputs: Inputs): readonly ScopeBridge[] {
  const share = scalarOf(inputs, 'basis/sinteredShare');
  return share === null ? [] : [{ from: 'all-permanent-magnets', to: 'sintered', factor: share }];
}

/** The factor from tonnes of a series, read in a basis, to tonnes of another basis as the balance counts them. `partner` is what it meets there. */
function termsFactor(inputs: Inputs, path: SeriesPath, series: Tagged | null, basis: Basis, target: Basis, partner: SeriesPath): BlankFactor {
  if (basis === target && series?.scope === undefined && series?.coverage === undefined) return { factor: 1, finding: null };
  const whole = balanceScope(inputs);
  // A survey with a recorded coverage speaks for the whole that it was set against, which is the balance's own; without one it is no whole.
  const isSurvey = series?.scope === 'sample-survey' && whole !== 'sample-survey';
  const coverage = series?.coverage ?? (isSurvey ? null : 1);
  const scope = isSurvey && coverage !== null ? whole : (series?.scope ?? whole);
  if (basis === target && scope === whole && coverage === 1) return { factor: 1, finding: null };
  const from: MassTag = { name: path, basis, scope, coverage };
  const to: MassTag = { name: partner, basis: target, scope: whole, coverage: 1 };
  const factor = conversionFactor(from, to, { yields: yieldsOf(inputs), scopes: bridgesOf(inputs) });
  if (factor.ok) return { factor: factor.value, finding: null };
  const period = Object.keys(series?.cells ?? {}).sort()[0] ?? 'all';
  const { code, values } = factor.problem;
  return { factor: null, finding: { code: codes[code] ?? 'basis-mismatch', severity: 'error', place: `${path}@${period}`, values: values ?? {} } };
}

/** The factor from tonnes of a series, read in a basis, to t blank of the balance. */
export function blankFactor(inputs: Inputs, path: SeriesPath, series: Tagged | null, basis: Basis): BlankFactor {
  return termsFactor(inputs, path, series, basis, 'blank', balancePath);
}

/** The basis in which the balance reads a mass; sectors, capacity and expansions are read by rules of their own. */
const readIn: Readonly<Record<SeriesPath, Basis>> = {
  'exports/baseYear': 'finished',
  'exports/monthly': 'finished',
  'exports/cumulative': 'finished',
  'exports/cap': 'finished',
  'exports/stockpile': 'finished',
  'exports/openingBacklog': 'finished',
  'supply/output': 'blank',
  'supply/outputMonthly': 'blank',
  'supply/outputCumulative': 'blank',
  'supply/before': 'blank',
  'supply/magnetImports': 'finished',
  'material/miningQuota': 'reo',
  'material/smeltingQuota': 'reo',
  'material/importedOre': 'reo',
  'material/oxideImports': 'prnd-oxide',
  'material/endOfLife': 'prnd-oxide',
  'material/stockDraw': 'prnd-oxide',
};

/** The basis in which the balance reads the masses of a path; null for what is read by a rule of its own, and for what is no mass. */
export function basisReadAt(path: SeriesPath): Basis | null {
  return Object.hasOwn(readIn, path) ? (readIn[path] ?? null) : null;
}

/** The factor from a series of one of these paths to the terms in which the balance reads it; 1 for any other path. */
export function readFactor(inputs: Inputs, path: SeriesPath, partner: SeriesPath = balancePath): BlankFactor {
  const series = inputs.series(path);
  const basis = basisReadAt(path);
  return series === null || basis === null ? { factor: 1, finding: null } : termsFactor(inputs, path, series, series.basis ?? basis, basis, partner);
}

/** A series with every number times a factor; all missing without one. The same object for a factor of 1. */
export function scaledSeries(series: ResolvedSeries, factor: number | null): ResolvedSeries {
  return factor === 1 ? series : multiplied(series, factor);
}

const multiplied = remember((series: ResolvedSeries, factor: number | null): ResolvedSeries => {
  const cells = Object.entries(series.cells).map(([period, cell]) => [period, { ...cell, value: cell.value === null || factor === null ? null : finite(cell.value * factor) }] as const);
  return { ...series, cells: Object.fromEntries(cells) };
});

/**
 * Reads series of masses in the terms of the balance; untagged they are in those terms already. Without a recorded conversion the
 * numbers of a series are missing and a finding names it and `partner`, which it was to be added to.
 */
export function termsReader(inputs: Inputs, findings: Finding[]): (path: SeriesPath, partner?: SeriesPath) => ResolvedSeries | null {
  return (path, partner) => {
    const series = inputs.series(path);
    if (series === null) return null;
    const { factor, finding } = readFactor(inputs, path, partner);
    if (finding !== null) findings.push(finding);
    return scaledSeries(series, factor);
  };
}
