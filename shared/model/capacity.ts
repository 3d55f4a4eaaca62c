/**
 * Capacity with expansions that ramp up (method, section 3; settled points 8, 19, 34; worked case M12).
 *
 *   K_m   = K_0 + sum over j of dK_j * clamp((m - start_j - delay_j + 1) / r_j, 0, 1)     t blank per calendar month
 *   cap_m = K_m * u_max * (1 - delta * L_m / days_m)                                      t blank
 *
 * K_0 excludes every listed expansion. A ramp of r months reaches 1/r in its first month, which is start + delay. What a
 * survey counts (capacity, expansions, tonnages) is divided by the survey's coverage on entry; rates are ratios and are not.
 */
import { effectiveDays, type HolidayLoss } from './calendar.ts';
import { finite } from './finite.ts';
import { daysAt } from './period.ts';

/** One expansion; months are month indices (year x 12 + month - 1) and numbers of months. */
export type Expansion = {
  readonly added: number | null;
  readonly start: number | null;
  readonly delay: number | null;
  readonly ramp: number | null;
};

/** `input-missing`: a member is null; `delay-negative`: it would ramp before its start; `ramp-not-positive`: no months to ramp in. */
export type ExpansionReason = 'input-missing' | 'delay-negative' | 'ramp-not-positive';

/** Why an expansion cannot be computed; null when it can. */
export function expansionReason(expansion: Expansion): ExpansionReason | null {
  const { added, start, delay, ramp } = expansion;
  if (added === null || start === null || delay === null || ramp === null) return 'input-missing';
  if (delay < 0) return 'delay-negative';
  return ramp > 0 ? null : 'ramp-not-positive';
}

/** The share of an expansion that stands in a month, 0 to 1: nothing before start + delay, all of it `ramp` months later. */
export function rampShare(month: number, start: number, delay: number, ramp: number): number {
  return Math.min(1, Math.max(0, (month - start - delay + 1) / ramp));
}

/**
 * K_m for `count` months from the month index `first`, t per calendar month. An expansion that cannot be computed (see
 * `expansionReason`) makes every month null: a capacity that silently leaves one out would be wrong.
 */
export function nameplateCapacity(opening: number | null, expansions: readonly Expansion[], first: number, count: number): (number | null)[] {
  const broken = opening === null || expansions.some((expansion) => expansionReason(expansion) !== null);
  return Array.from({ length: count }, (_, at) => {
    if (broken) return null;
    let capacity = opening;
    for (const { added, start, delay, ramp } of expansions) {
      if (added !== null && start !== null && delay !== null && ramp !== null) capacity += added * rampShare(first + at, start, delay, ramp);
    }
    return finite(capacity);
  });
}

/** What can be made in a month at most, t blank: the nameplate times the highest rate, less the New Year's loss. */
export function monthCapacity(nameplate: number | null, maximumRate: number | null, index: number, delta: HolidayLoss): number | null {
  return nameplate === null || maximumRate === null ? null : finite((nameplate * maximumRate * effectiveDays(index, delta)) / daysAt(index));
}

/** A plan typed as an operating rate: rate x K. The holiday is already in the rate and is not applied again. */
export function planFromRate(rate: number | null, nameplate: number | null): number | null {
  return rate === null || nameplate === null ? null : finite(rate * nameplate);
}

/** Capacity that a survey's output and operating rate imply; null at a rate of zero. */
export function impliedCapacity(output: number, rate: number): number | null {
  return rate > 0 ? finite(output / rate) : null;
}

/**
 * Tonnes by which a plan exceeds a limit (capacity or material), 0 when it does not, null when one of them is missing. The plan
 * is the analyst's statement and is never cut (settled point 18). For a plan typed as a rate the limit is K x u_max, without
 * the holiday loss (settled point 34).
 */
export function planExcess(planned: number | null, limit: number | null): number | null {
  if (planned === null || limit === null) return null;
  const excess = planned - limit;
  return excess > 1e-9 * Math.max(1, Math.abs(limit)) ? finite(excess) : 0;
}
