/**
 * What a tonne of a series is worth in the balance, guarded (method, section 0 "Basis"; settled points 8, 19; worked cases
 * M03, M11): basis.ts has the factors, here the tags of a series meet the yields of the scenario.
 *
 *   t blank of the balance = t of the series * factor        factor = basis * scope / coverage
 *
 * The balance is about what supply/output is about: its scope is the balance's, and a series without a tag claims nothing
 * else. A series in other terms without a recorded conversion has no factor and a finding with both names in it.
 */
import type { Finding, FindingCode } from './balance.ts';
import { conversionFactor, type BasisYields, type MassTag } from './basis.ts';
import type { Inputs } from './inputs.ts';
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

function balanceScope(inputs: Inputs): Scope {
  return inputs.own(balancePath)?.scope ?? inputs.own('supply/outputMonthly')?.scope ?? 'sintered';
}

const codes: Readonly<Partial<Record<string, FindingCode>>> = {
  'basis-mismatch': 'basis-mismatch',
  'scope-mismatch': 'scope-mismatch',
  'coverage-mismatch': 'coverage-mismatch',
};

/** The factor from tonnes of a series, read in a basis, to t blank of the balance. */
export function blankFactor(inputs: Inputs, path: SeriesPath, series: Pick<Series, 'scope' | 'coverage' | 'cells'> | null, basis: Basis): BlankFactor {
  if (basis === 'blank' && series?.scope === undefined && series?.coverage === undefined) return { factor: 1, finding: null };
  const target = balanceScope(inputs);
  const scope = series?.scope ?? target;
  // A survey speaks for the whole only by a recorded coverage; any other series is the whole unless it says otherwise.
  const coverage = series?.coverage ?? (scope === 'sample-survey' && scope !== target ? null : 1);
  const from: MassTag = { name: path, basis, scope, coverage };
  const to: MassTag = { name: balancePath, basis: 'blank', scope: target, coverage: 1 };
  const factor = conversionFactor(from, to, { yields: yieldsOf(inputs), scopes: [] });
  if (factor.ok) return { factor: factor.value, finding: null };
  const period = Object.keys(series?.cells ?? {}).sort()[0] ?? 'all';
  const { code, values } = factor.problem;
  return { factor: null, finding: { code: codes[code] ?? 'basis-mismatch', severity: 'error', place: `${path}@${period}`, values: values ?? {} } };
}
