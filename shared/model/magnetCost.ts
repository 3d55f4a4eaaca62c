/**
 * What the rare earths of a kilogram of blank cost (method, section 5; settled points 28, 41; worked case M23).
 *
 *   P_PrNd metal = r_ox * P_PrNd oxide + fee                                           yuan/kg, 13% VAT included
 *   P_Dy metal   = f_Dy * 1.03 * P_Dy oxide;   P_Tb metal = f_Tb * 1.05 * P_Tb oxide   f from atomic weights
 *   C = sum over e of c_e / y * P_e metal + other                                      yuan/kg blank
 */
import { finite } from './finite.ts';
import { oxideFactor } from './oxideFactor.ts';

/** A number for each of the rare earths that magnets are priced by. */
export type ByElement<T> = { readonly PrNd: T; readonly Dy: T; readonly Tb: T };

export type CostRecipe = {
  /** c_e: metal per blank by mass, 0 to 1. */
  readonly composition: ByElement<number | null>;
  /** y: metal that arrives in the blank, (0, 1]. */
  readonly magnetYield: number | null;
  /** r_ox, t PrNd oxide per t metal. */
  readonly oxidePerMetal: number | null;
  /** Charge for making PrNd metal, yuan/kg metal. */
  readonly metalFee: number | null;
  /** Work and fee of making the metal, as a factor on the oxide it holds: 1.03 and 1.05. */
  readonly dysprosiumFactor: number | null;
  readonly terbiumFactor: number | null;
  /** Everything else that goes into the blank, yuan/kg blank. */
  readonly otherInputs: number | null;
};

/** Metal prices from oxide prices, yuan/kg; null where a term is missing. */
export function metalPrices(recipe: CostRecipe, oxide: ByElement<number | null>): ByElement<number | null> {
  const { oxidePerMetal, metalFee, dysprosiumFactor, terbiumFactor } = recipe;
  return {
    PrNd: oxide.PrNd === null || oxidePerMetal === null || metalFee === null ? null : finite(oxidePerMetal * oxide.PrNd + metalFee),
    Dy: oxide.Dy === null || dysprosiumFactor === null ? null : finite(oxideFactor('Dy') * dysprosiumFactor * oxide.Dy),
    Tb: oxide.Tb === null || terbiumFactor === null ? null : finite(oxideFactor('Tb') * terbiumFactor * oxide.Tb),
  };
}

export type MagnetCost = { readonly parts: ByElement<number | null>; readonly total: number | null };

/** The cost of a kilogram of blank by element and in all, yuan/kg; an element that is not in the magnet needs no price. */
export function magnetCost(recipe: CostRecipe, metal: ByElement<number | null>): MagnetCost {
  const part = (element: keyof ByElement<unknown>): number | null => {
    const content = recipe.composition[element];
    const price = metal[element];
    const { magnetYield } = recipe;
    if (content === 0) return 0;
    return content === null || price === null || magnetYield === null || magnetYield <= 0 ? null : finite((content / magnetYield) * price);
  };
  const parts = { PrNd: part('PrNd'), Dy: part('Dy'), Tb: part('Tb') };
  const { otherInputs } = recipe;
  if (parts.PrNd === null || parts.Dy === null || parts.Tb === null || otherInputs === null) return { parts, total: null };
  return { parts, total: finite(parts.PrNd + parts.Dy + parts.Tb + otherInputs) };
}

/** Months without a price take the last one before them; those before the first known price stay null. */
export function carryForward(values: readonly (number | null)[], before: number | null = null): (number | null)[] {
  let last = before;
  return values.map((value) => {
    last = value ?? last;
    return last;
  });
}
