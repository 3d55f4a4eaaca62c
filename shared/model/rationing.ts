/**
 * Who goes without (method, section 4; settled points 26, 42).
 *
 *   pro rata:    share_i = unmet * d_i / sum of d
 *   by priority: the lowest number is served first, so what is unmet falls on the highest first; equals share pro rata
 *   consumption_i = d_i - share_i;   pipeline not refilled = unmet - sum of shares (unmet beyond the whole demand)
 *
 * Claims are sector demand and exports / eta, t blank. Unmet demand is lost and is never added to later demand; exports that wait
 * for a licence queue in their backlog, magnets that nobody could supply do not.
 */

export type Rationing = {
  /** Unmet t of each claim, in the order of the claims. */
  readonly unmet: readonly number[];
  /** Unmet t that is nobody's demand: the pipeline stock that could not be refilled. */
  readonly pipeline: number;
};

/**
 * The unmet demand of one month over its claims, t blank; null when a claim or the amount is missing. Without priorities it is
 * pro rata; a claim whose priority is null is served after all numbered ones. No share exceeds its claim, and shares and
 * pipeline add up to what was unmet.
 */
export function rationMonth(unmet: number | null, claims: readonly (number | null)[], priorities: readonly (number | null)[] | null): Rationing | null {
  if (unmet === null) return null;
  const demands: number[] = [];
  for (const claim of claims) {
    if (claim === null) return null;
    demands.push(Math.max(0, claim));
  }
  let left = Math.max(0, unmet);
  if (priorities === null) {
    let demand = 0;
    for (const claim of demands) demand += claim;
    const served = left <= 0 || demand <= 0 ? 0 : Math.min(1, left / demand);
    return { unmet: demands.map((claim) => served * claim), pipeline: Math.max(0, left - demand) };
  }
  const shares = demands.map(() => 0);
  for (const tier of tiers(priorities, demands.length)) {
    let demand = 0;
    for (const at of tier) demand += demands[at] ?? 0;
    if (left <= 0 || demand <= 0) continue;
    const served = Math.min(1, left / demand);
    for (const at of tier) shares[at] = served * (demands[at] ?? 0);
    left = Math.max(0, left - demand);
  }
  return { unmet: shares, pipeline: left };
}

/** Positions of the claims that share alike, those served last first. */
function tiers(priorities: readonly (number | null)[], count: number): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (let at = 0; at < count; at += 1) {
    const priority = priorities[at] ?? Number.POSITIVE_INFINITY;
    const group = groups.get(priority);
    if (group) group.push(at);
    else groups.set(priority, [at]);
  }
  return [...groups].sort(([a], [b]) => (a === b ? 0 : a < b ? 1 : -1)).map(([, group]) => group);
}

/** What a claim receives, t blank. */
export function consumption(demand: number | null, unmet: number | null): number | null {
  return demand === null || unmet === null ? null : Math.max(0, demand - unmet);
}

/** The share of demand that was not met, 0 to 1: nothing demanded is nothing unmet. Null when one of them is missing. */
export function unmetShare(unmet: number | null, demand: number | null): number | null {
  if (unmet === null || demand === null) return null;
  return demand > 0 ? Math.min(1, Math.max(0, unmet / demand)) : 0;
}

/** The running total of a line; once a month is missing, so is everything after it. */
export function runningTotal(values: readonly (number | null)[]): (number | null)[] {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : sum + value;
    return sum;
  });
}
