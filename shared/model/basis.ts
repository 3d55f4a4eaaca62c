/**
 * What a tonne is a tonne of, and guarded addition (method, section 0 "Basis"; settled points 8, 19, 34; worked cases M03,
 * M11, M32).
 *
 *   t of blank per t of:   finished      1 / eta
 *                          alloy         y                        strip-cast NdFeB
 *                          PrNd metal    y / c
 *                          PrNd oxide    A = (1 - nu) / r_ox * y / c
 *                          REO           theta * rho_sep * A
 *   universe = series / k                                         k is the recorded coverage, for masses, never for intensities
 *
 * Two masses are added only when basis, scope and coverage are the same or a conversion is recorded.
 */
import { fail, ok, type Result } from '../result.ts';
import { finite } from './finite.ts';
import type { Basis } from './unit.ts';
import type { Scope } from './workbook.ts';

/** The scenario's current yields; each is needed only for the bases that use it, and null means not recorded. */
export type BasisYields = {
  /** eta: finished t per t of blank. */
  readonly finishedYield: number | null;
  /** y: blank per t of alloy. */
  readonly magnetYield: number | null;
  /** c: PrNd metal per t of alloy. */
  readonly rareEarthContent: number | null;
  /** nu: metal lost in smelting. */
  readonly metalLoss: number | null;
  /** r_ox: t of PrNd oxide per t of metal. */
  readonly oxidePerMetal: number | null;
  /** theta: PrNd share of REO. */
  readonly prndShare: number | null;
  /** rho_sep: yield of separation. */
  readonly separationYield: number | null;
};

/** A yield or share lies in (0, 1]. */
function portion(value: number | null): number | null {
  return value !== null && value > 0 && value <= 1 ? value : null;
}

/** Tonnes of blank that one tonne of a basis makes; null where a yield it needs is not recorded or not possible. */
export function blankPerTonne(basis: Basis, yields: BasisYields): number | null {
  if (basis === 'blank') return 1;
  if (basis === 'finished') {
    const eta = portion(yields.finishedYield);
    return eta === null ? null : finite(1 / eta);
  }
  const y = portion(yields.magnetYield);
  if (y === null || basis === 'alloy') return y;
  const c = portion(yields.rareEarthContent);
  if (c === null) return null;
  if (basis === 'prnd-metal') return finite(y / c);
  const { metalLoss: loss, oxidePerMetal: ratio } = yields;
  if (loss === null || !(loss >= 0 && loss < 1) || ratio === null || !(ratio >= 1)) return null;
  const perOxide = finite((((1 - loss) / ratio) * y) / c);
  if (perOxide === null || basis === 'prnd-oxide') return perOxide;
  const theta = portion(yields.prndShare);
  const separation = portion(yields.separationYield);
  return theta === null || separation === null ? null : finite(theta * separation * perOxide);
}

/** Tonnes of one basis said in another; null where a yield is not recorded. There and back is the same within 1e-12. */
export function convertBasis(tonnes: number, from: Basis, to: Basis, yields: BasisYields): number | null {
  if (from === to) return tonnes;
  const source = blankPerTonne(from, yields);
  const target = blankPerTonne(to, yields);
  return source === null || target === null || target === 0 ? null : finite((tonnes * source) / target);
}

/** The whole that a series with coverage k = series / whole covers, t; null for a coverage that is not above zero. */
export function universeOf(tonnes: number, coverage: number): number | null {
  return coverage > 0 ? finite(tonnes / coverage) : null;
}

/** What is known about a mass besides its number. */
export type MassTag = {
  /** As the reader knows it: it stands in the problem when the mass cannot be added. */
  readonly name: string;
  readonly basis: Basis;
  readonly scope: Scope;
  /** k, recorded: 1 for a series that is the whole, null where it is not known. */
  readonly coverage: number | null;
};

/** A recorded passage from one scope to another: t of `to` per t of `from`; it serves in both directions. */
export type ScopeBridge = { readonly from: Scope; readonly to: Scope; readonly factor: number };

/** What the workbook records: yields for bases (null: none) and factors between scopes. Coverages stand in the tags. */
export type RecordedConversions = { readonly yields: BasisYields | null; readonly scopes: readonly ScopeBridge[] };

/** A sample survey with a recorded coverage speaks for the whole it was set against, which is sintered output. */
function spokenFor(tag: MassTag): Scope {
  return tag.scope === 'sample-survey' && tag.coverage !== null ? 'sintered' : tag.scope;
}

function scopeFactor(from: Scope, to: Scope, bridges: readonly ScopeBridge[]): number | null {
  if (from === to) return 1;
  for (const bridge of bridges) {
    if (!(bridge.factor > 0 && Number.isFinite(bridge.factor))) continue;
    if (bridge.from === from && bridge.to === to) return bridge.factor;
    if (bridge.from === to && bridge.to === from) return 1 / bridge.factor;
  }
  return null;
}

function basisFactor(from: Basis, to: Basis, yields: BasisYields | null): number | null {
  if (from === to) return 1;
  return yields === null ? null : convertBasis(1, from, to, yields);
}

function coverageFactor(from: number | null, to: number | null): number | null {
  if (from === to) return 1;
  return from === null || to === null || !(from > 0 && to > 0) ? null : to / from;
}

/**
 * The factor that says a mass of one tag in terms of another. Fails with `basis-mismatch`, `scope-mismatch` or
 * `coverage-mismatch`, both names in it, where they are unlike and no conversion is recorded.
 */
export function conversionFactor(from: MassTag, to: MassTag, recorded: RecordedConversions): Result<number> {
  const names = { first: from.name, second: to.name };
  const basis = basisFactor(from.basis, to.basis, recorded.yields);
  if (basis === null) return fail('basis-mismatch', { values: { ...names, firstBasis: from.basis, secondBasis: to.basis } });
  const scope = scopeFactor(spokenFor(from), spokenFor(to), recorded.scopes);
  if (scope === null) return fail('scope-mismatch', { values: { ...names, firstScope: from.scope, secondScope: to.scope } });
  const coverage = coverageFactor(from.coverage, to.coverage);
  const factor = coverage === null ? null : finite(basis * scope * coverage);
  if (factor === null) {
    return fail('coverage-mismatch', { values: { ...names, firstCoverage: from.coverage ?? '', secondCoverage: to.coverage ?? '' } });
  }
  return ok(factor);
}

export type TaggedMass = { readonly tag: MassTag; readonly tonnes: number | null };

/**
 * The sum of masses in terms of the target; null when one is missing. Fails as conversionFactor does, naming the first
 * mass that cannot be said in the target's terms and the target.
 */
export function addMasses(terms: readonly TaggedMass[], target: MassTag, recorded: RecordedConversions): Result<number | null> {
  let sum: number | null = 0;
  for (const term of terms) {
    const factor = conversionFactor(term.tag, target, recorded);
    if (!factor.ok) return factor;
    sum = sum === null || term.tonnes === null ? null : finite(sum + term.tonnes * factor.value);
  }
  return ok(sum);
}
