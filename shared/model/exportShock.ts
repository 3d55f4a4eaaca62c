/**
 * Exports under policy events (method, section 2; settled points 13 to 16, 36; worked cases M09, M10).
 *
 *   base_(m,y) = X_baseYear(m) * product over j of (1 + g_j)                        finished t
 *   t   = (day - event day + 0.5 - grace) / 30.4375                                 months
 *   a_C = 1 / (1 + exp(-k (t - t50_C)));  a_U = f_U + (1 - f_U) / (1 + exp(-k (t - t50_U)));  both 1 while t < 0
 *   f_m = h * mean over days of a_C + (1 - h) * mean over days of a_U
 *   ship = base f;  unmet = base - ship;  release = rho f B_prev;  lost = lambda (B_prev - release)
 *   B = B_prev - release - lost + unmet
 */
import { dateDayNumber, daysAt, firstDayNumber } from './period.ts';
import type { ExportCategory, MarketEvent } from './workbook.ts';

const daysPerMonth = 30.4375;

/** One active event with its parameters; a midpoint in months, steepness per month, floor and level as shares. */
export type ApprovalCurve = {
  readonly event: MarketEvent;
  readonly graceDays: number;
  readonly controlledMidpoint: number;
  readonly uncontrolledMidpoint: number;
  readonly steepness: number;
  readonly uncontrolledFloor: number;
  readonly level: number;
};

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** A curve with the day number of its event. */
type DatedCurve = { readonly curve: ApprovalCurve; readonly start: number };

/** Approval of one category on one day under one restricting event, 0 to 1. */
function restriction({ curve, start }: DatedCurve, category: ExportCategory, day: number): number {
  const months = (day - start + 0.5 - curve.graceDays) / daysPerMonth;
  if (months < 0) return 1;
  if (category === 'controlled') return logistic(curve.steepness * (months - curve.controlledMidpoint));
  const floor = curve.uncontrolledFloor;
  return floor + (1 - floor) * logistic(curve.steepness * (months - curve.uncontrolledMidpoint));
}

/** Mean approval of a category over the days of a month; several restrictions multiply per day, an easing lifts to its level. */
export function meanApproval(index: number, category: ExportCategory, curves: readonly ApprovalCurve[]): number {
  const first = firstDayNumber(index);
  const days = daysAt(index);
  const acting = curves.filter((curve) => curve.event.scope.includes(category)).map((curve): DatedCurve => ({ curve, start: dateDayNumber(curve.event.date) }));
  const restricting = acting.filter(({ curve }) => curve.event.kind === 'restrict');
  const easing = acting.filter(({ curve }) => curve.event.kind === 'ease');
  let sum = 0;
  for (let day = first; day < first + days; day += 1) {
    let factor = 1;
    for (const dated of restricting) factor *= restriction(dated, category, day);
    for (const { curve, start } of easing) if (day >= start) factor = Math.max(factor, curve.level);
    sum += factor;
  }
  return sum / days;
}

/** The share of the base that passes in a month: h of it controlled. */
export function approvalFactor(index: number, controlledShare: number, curves: readonly ApprovalCurve[]): number {
  if (curves.length === 0) return 1;
  return controlledShare * meanApproval(index, 'controlled', curves) + (1 - controlledShare) * meanApproval(index, 'uncontrolled', curves);
}

export type BacklogMonth = {
  readonly ship: number;
  readonly release: number;
  readonly lost: number;
  readonly unmet: number;
  readonly backlog: number;
};

/**
 * One month of the backlog recursion, finished t. Over any run of months:
 * sum of base + opening backlog = sum of ship + release + lost + closing backlog.
 */
export function backlogMonth(base: number, factor: number, backlogBefore: number, releaseRate: number, diversionRate: number): BacklogMonth {
  const ship = base * factor;
  const unmet = base - ship;
  const release = releaseRate * factor * backlogBefore;
  const lost = diversionRate * (backlogBefore - release);
  return { ship, release, lost, unmet, backlog: backlogBefore - release - lost + unmet };
}
