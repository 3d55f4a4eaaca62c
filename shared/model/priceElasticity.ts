/**
 * How far the long-run price of 52UH moves with what stands behind it (method, section 5 and section 11 "Price"; settled point 28).
 *
 *   P* = C + M (cover / cover*)^(-e_M) (1 + s u)
 *   by a part C_e of the cost:   (dP* / P*) / (dC_e / C_e) = C_e / P*
 *   by cover:                    (dP* / P*) / (dcover / cover) = -e_M (P* - C) / P*,   0 where cover is floored at one day
 *
 * Ratios without a unit; null where a term is missing or P* is not above zero.
 */
import { finite } from './finite.ts';

/** By how many per cent P* moves when a part of its cost moves by one. */
export function elasticityToCost(part: number | null, longRun: number | null): number | null {
  return part === null || longRun === null || longRun <= 0 ? null : finite(part / longRun);
}

/** By how many per cent P* moves when cover moves by one; at most a day of cover moves nothing, because cover is floored there. */
export function elasticityToCover(longRun: number | null, cost: number | null, cover: number | null, marginElasticity: number | null): number | null {
  if (longRun === null || longRun <= 0 || cost === null || cover === null || marginElasticity === null) return null;
  if (cover <= 1) return 0;
  return finite((-marginElasticity * (longRun - cost)) / longRun);
}
