/**
 * Oxide per metal from atomic weights (method, section 3; settled point 41; worked case M11).
 *
 *   factor of M_p O_q = (p * weight of M + q * weight of O) / (p * weight of M)          t oxide per t metal
 *   f_ox = (1 - Pr share) * factor of Nd2O3 + Pr share * factor of Pr6O11                PrNd, Pr share by mass of metal
 *
 * The oxides are those that are traded: Nd2O3, Pr6O11, Dy2O3, Tb4O7.
 */

/** Standard atomic weights, g/mol. */
export const atomicWeights = { Nd: 144.242, Pr: 140.90766, Dy: 162.5, Tb: 158.925354, O: 15.999 } as const;

export type RareEarth = 'Nd' | 'Pr' | 'Dy' | 'Tb';

const oxides: Readonly<Record<RareEarth, { readonly metal: number; readonly oxygen: number }>> = {
  Nd: { metal: 2, oxygen: 3 },
  Pr: { metal: 6, oxygen: 11 },
  Dy: { metal: 2, oxygen: 3 },
  Tb: { metal: 4, oxygen: 7 },
};

/** Tonnes of the traded oxide that hold one tonne of the metal. */
export function oxideFactor(element: RareEarth): number {
  const { metal, oxygen } = oxides[element];
  const metalWeight = metal * atomicWeights[element];
  return (metalWeight + oxygen * atomicWeights.O) / metalWeight;
}

/** Tonnes of PrNd oxide that hold one tonne of PrNd metal; the share of praseodymium is by mass, 0 to 1, usually a quarter. */
export function prNdOxideFactor(praseodymiumShare = 0.25): number {
  return (1 - praseodymiumShare) * oxideFactor('Nd') + praseodymiumShare * oxideFactor('Pr');
}
