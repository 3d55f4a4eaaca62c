/**
 * Approval of exports by day, with suspensions (method, section 2; settled points 14, 15, 36; worked case M10).
 *
 *   t = (day - event day + 0.5 - grace) / 30.4375 months;  a = 1 while t < 0
 *   controlled    1 / (1 + exp(-k (t - t50_C)));   uncontrolled  f_U + (1 - f_U) / (1 + exp(-k (t - t50_U)))
 *   a day:  product over restrictions (1 inside a suspension), then lifted to the level of every easing that has begun
 *   a month: the mean over its days
 *
 * A suspension does not move the curve: when it ends, the review is as far as the calendar says.
 */
import { daysAt, firstDayNumber } from './period.ts';
import type { ExportCategory } from './workbook.ts';

const daysPerMonth = 30.4375;

/** A restriction with its days as day numbers; suspensions are [from, to): the last day is not part of them. */
export type Restriction = {
  readonly kind: 'restrict';
  readonly scope: readonly ExportCategory[];
  readonly day: number;
  readonly suspended: readonly (readonly [from: number, to: number])[];
  readonly graceDays: number;
  readonly controlledMidpoint: number;
  readonly uncontrolledMidpoint: number;
  readonly steepness: number;
  readonly uncontrolledFloor: number;
};

/** From its day on the approval of its scope is at least the level, 0 to 1. */
export type Easing = { readonly kind: 'ease'; readonly scope: readonly ExportCategory[]; readonly day: number; readonly level: number };

export type ExportEvent = Restriction | Easing;

function isSuspended(event: Restriction, day: number): boolean {
  for (const [from, to] of event.suspended) if (day >= from && day < to) return true;
  return false;
}

/** As long as exponents stay below this, powers of e are numbers that can be multiplied. */
const steadyExponent = 300;

/** What passes on each day of the month under way; nothing of it is handed out. */
const passing = new Float64Array(31);

/**
 * One restriction on the days of a month that begins with day `first`. From day to day the exponential of the curve changes by one
 * and the same ratio, so that it is raised to a power once a month; only where that would leave the range of numbers, every day.
 */
function restrictDays(event: Restriction, category: ExportCategory, first: number, count: number): void {
  const { steepness } = event;
  const midpoint = category === 'controlled' ? event.controlledMidpoint : event.uncontrolledMidpoint;
  const floor = category === 'controlled' ? 0 : event.uncontrolledFloor;
  const start = (first - event.day + 0.5 - event.graceDays) / daysPerMonth;
  const exponentAt = (at: number): number => -steepness * (start + at / daysPerMonth - midpoint);
  const hasSuspensions = event.suspended.length > 0;
  const isSteady = Math.max(Math.abs(exponentAt(0)), Math.abs(exponentAt(count - 1))) < steadyExponent;
  const ratio = Math.exp(-steepness / daysPerMonth);
  let power = 0;
  for (let at = 0; at < count; at += 1) {
    power = isSteady && at > 0 ? power * ratio : Math.exp(exponentAt(at));
    if (start + at / daysPerMonth >= 0 && !(hasSuspensions && isSuspended(event, first + at))) passing[at] = (passing[at] ?? 1) * (floor + (1 - floor) / (1 + power));
  }
}

/** Mean approval of a category over the days of the month at an index; months before every restriction pass without a look. */
export function monthApproval(events: readonly ExportEvent[], category: ExportCategory, index: number): number {
  const first = firstDayNumber(index);
  const count = daysAt(index);
  const acts = (event: ExportEvent): boolean => event.day < first + count && event.scope.includes(category);
  let isRestricted = false;
  for (const event of events) {
    if (event.kind === 'ease' || !acts(event)) continue;
    if (!isRestricted) passing.fill(1);
    isRestricted = true;
    restrictDays(event, category, first, count);
  }
  if (!isRestricted) return 1;
  for (const event of events) {
    if (event.kind === 'restrict' || !acts(event)) continue;
    for (let at = Math.max(0, event.day - first); at < count; at += 1) passing[at] = Math.max(passing[at] ?? 1, event.level);
  }
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += passing[at] ?? 1;
  return sum / count;
}

/** f_m of the approvals of a month, 0 to 1: the controlled share h of the base passes under the controlled one. */
export function mixedApproval(controlledShare: number | null, controlled: number | null, uncontrolled: number | null): number | null {
  if (controlledShare === null || controlled === null || uncontrolled === null) return null;
  return controlledShare * controlled + (1 - controlledShare) * uncontrolled;
}

/** f_m: the share of the base that passes in a month. */
export function passingShare(events: readonly ExportEvent[], controlledShare: number | null, index: number): number | null {
  return mixedApproval(controlledShare, monthApproval(events, 'controlled', index), monthApproval(events, 'uncontrolled', index));
}
