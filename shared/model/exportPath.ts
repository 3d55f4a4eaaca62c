/**
 * Exports with a cap, an opening backlog and stockpiling (method, section 2; settled points 16, 17; worked case M09).
 *
 *   ship    = min(base f, cap);   release = min(rho f B_prev, cap - ship);   unmet = base - ship        finished t
 *   lost    = lambda (B_prev - release);   B = B_prev - release - lost + unmet
 *   exports = the known month, else ship + release + stockpile
 *
 * Over any run of months: sum of base + opening backlog = sum of ship + release + lost + closing backlog. In known months the
 * recursion goes on with the model's values. What a cap holds back joins the backlog; the stockpile stands outside it.
 */
import { finite } from './finite.ts';

/** Lines by month, finished t; a cap of null in a month means that there is none. */
export type ExportPathInput = {
  readonly base: readonly (number | null)[];
  /** f_m, 0 to 1. */
  readonly factor: readonly (number | null)[];
  readonly cap: readonly (number | null)[];
  readonly stockpile: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly releaseRate: number | null;
  readonly diversionRate: number | null;
  /** Position of the first month of the recursion and the backlog before it, from `backlogOpening`. */
  readonly opening: { readonly at: number; readonly backlog: number | null };
};

export type ExportMonth = {
  readonly base: number | null;
  readonly ship: number | null;
  readonly release: number | null;
  readonly lost: number | null;
  readonly unmet: number | null;
  readonly backlog: number | null;
  readonly stockpile: number | null;
  readonly exports: number | null;
};

/** Exports of a month below zero: stockpiling takes more than is shipped. `tonnes` is how much more, finished t. */
export type ExportReason = { readonly reason: 'exports-negative'; readonly at: number; readonly tonnes: number };

/**
 * Where the recursion starts, as a month index. A typed opening backlog stands before the horizon's first month; without one the
 * recursion starts with nothing in the month of the first restricting event, or with the span when that comes first, so that a
 * restriction older than the span has its backlog when the span begins.
 */
export function backlogOpening(spanStart: number, horizonStart: number, typed: number | null, firstRestriction: number | null): { readonly index: number; readonly backlog: number } {
  if (typed !== null) return { index: horizonStart, backlog: typed };
  return { index: firstRestriction === null ? spanStart : Math.min(spanStart, firstRestriction), backlog: 0 };
}

/** One month of the backlog, finished t. */
export type BacklogMonth = {
  readonly ship: number;
  readonly release: number;
  readonly lost: number;
  readonly unmet: number;
  readonly backlog: number;
};

/** One month of the backlog under a cap, finished t; no cap is null. Ships first, then releases from the backlog. */
export function cappedBacklogMonth(base: number, factor: number, backlogBefore: number, releaseRate: number, diversionRate: number, cap: number | null): BacklogMonth {
  const room = cap === null ? Number.POSITIVE_INFINITY : Math.max(0, cap);
  const ship = Math.min(base * factor, room);
  const release = Math.min(releaseRate * factor * backlogBefore, room - ship);
  const lost = diversionRate * (backlogBefore - release);
  const unmet = base - ship;
  return { ship, release, lost, unmet, backlog: backlogBefore - release - lost + unmet };
}

/** The months of `input` in order. Once a month is missing so is the backlog of every later one; known exports stay known. */
export function exportPath(input: ExportPathInput): { readonly months: readonly ExportMonth[]; readonly reasons: readonly ExportReason[] } {
  const reasons: ExportReason[] = [];
  let backlog: number | null = input.opening.backlog;
  const months = input.base.map((base, at): ExportMonth => {
    const factor = input.factor[at] ?? null;
    const { releaseRate, diversionRate } = input;
    const started = at >= input.opening.at;
    const month =
      !started || base === null || factor === null || backlog === null || releaseRate === null || diversionRate === null
        ? null
        : cappedBacklogMonth(base, factor, backlog, releaseRate, diversionRate, input.cap[at] ?? null);
    if (started) backlog = month === null ? null : finite(month.backlog);
    const stockpile = input.stockpile[at] ?? null;
    const known = input.actual[at] ?? null;
    let exports = known;
    if (known === null && month !== null && stockpile !== null) {
      exports = finite(month.ship + month.release + stockpile);
      if (exports !== null && exports < -1e-9) {
        reasons.push({ reason: 'exports-negative', at, tonnes: -exports });
        exports = null;
      } else if (exports !== null) exports = Math.max(0, exports);
    }
    const closed = started ? backlog : null;
    return {
      base,
      ship: month?.ship ?? null,
      release: month?.release ?? null,
      lost: month?.lost ?? null,
      unmet: month?.unmet ?? null,
      backlog: closed,
      stockpile,
      exports,
    };
  });
  return { months, reasons };
}
