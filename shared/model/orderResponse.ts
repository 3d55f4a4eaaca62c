/**
 * Supply of one month in each mode (method, section 3 "Order response"; settled points 18, 22, 23, 39; worked case M12).
 *
 *   D_smooth = e_m * mean over m-3..m-1 of (demand / e),   e = days - delta L of supply       t blank
 *   I*       = target days * D_smooth / 30.4375
 *   target   = max(0, D_smooth + alpha * (I* - I_(m-1)))
 *   S_m      = min(limit, S_(m-1) + beta * (min(target, limit) - S_(m-1))),   limit = min(cap_m, S_mat)
 *
 * Everything stands on what was known a month earlier. The limit is applied again after smoothing, so that a sudden cap binds at
 * once. In mode bound S_m = limit; a plan is never cut. The mean by which settled point 22 divides e cancels out.
 */
import { finite } from './finite.ts';

/** Days of a mean month, by which days of cover become tonnes. */
export const daysPerMonth = 30.4375;
const same = 1e-9;

export type SupplyMode = 'plan' | 'orders' | 'bound';

/** What decided a month's supply; "response" when only smoothing keeps it from the target. */
export type Binding = 'actual' | 'plan' | 'target' | 'capacity' | 'material' | 'response';

/** Demand that orders follow, t blank: `at` is the position in both arrays, `first` the first month that exists. */
export function smoothDemand(demand: readonly (number | null)[], effective: readonly number[], at: number, first: number): number | null {
  if (at <= first) return demand[at] ?? null;
  let sum = 0;
  let count = 0;
  for (let before = Math.max(first, at - 3); before < at; before += 1) {
    const value = demand[before] ?? null;
    const days = effective[before] ?? 0;
    if (value === null || days <= 0) return null;
    sum += value / days;
    count += 1;
  }
  return finite(((effective[at] ?? 0) * sum) / count);
}

/** The supply that orders ask for, t blank, never below zero; null when a term is missing. */
export function orderTarget(smooth: number | null, stockBefore: number | null, alpha: number | null, targetDays: number | null): number | null {
  if (smooth === null || stockBefore === null || alpha === null || targetDays === null) return null;
  const wanted = (targetDays * smooth) / daysPerMonth;
  return finite(Math.max(0, smooth + alpha * (wanted - stockBefore)));
}

export type SupplyMonth = { readonly supply: number | null; readonly binding: Binding | null };

const missing: SupplyMonth = { supply: null, binding: null };

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= same * Math.max(1, Math.abs(b));
}

/** Supply that follows orders: a missing target, limit or supply of the month before makes it missing. */
export function orderedSupply(target: number | null, capacity: number | null, material: number | null, supplyBefore: number | null, beta: number | null): SupplyMonth {
  if (target === null || capacity === null || material === null || supplyBefore === null || beta === null) return missing;
  const limit = Math.min(capacity, material);
  const supply = finite(Math.max(0, Math.min(limit, supplyBefore + beta * (Math.min(target, limit) - supplyBefore))));
  if (supply === null) return missing;
  if (target > limit) return { supply, binding: capacity <= material ? 'capacity' : 'material' };
  return { supply, binding: isSame(supply, target) ? 'target' : 'response' };
}

/** Supply at its limit. */
export function boundSupply(capacity: number | null, material: number | null): SupplyMonth {
  if (capacity === null || material === null) return missing;
  return { supply: Math.max(0, Math.min(capacity, material)), binding: capacity <= material ? 'capacity' : 'material' };
}

/** Months after which half of a gap to the target is closed: ln 0.5 / ln (1 - rate); null outside (0,1). */
export function halfLifeMonths(rate: number): number | null {
  return rate > 0 && rate < 1 ? finite(Math.log(0.5) / Math.log(1 - rate)) : null;
}
