/**
 * How a series of numbers goes on, as spreadsheets do it. The numbers stand at 0, 1, 2 ...; the result is a function of the
 * place, before the first as well as behind the last.
 *
 *   copy     y(k) = y(k mod n)
 *   linear   y(k) = a + b k          least squares through the numbers
 *   growth   y(k) = a b^k            least squares through their logarithms
 */
import { fillRefusals } from '../messages/fill.ts';
import type { Phrase } from '../messages/phrase.ts';

export type FillMode = 'copy' | 'linear' | 'growth';

export type Trend = { readonly ok: true; readonly at: (place: number) => number | null } | { readonly ok: false; readonly reason: Phrase };

type Line = { readonly start: number; readonly slope: number };

/** The straight line of least squares through points; level through a single one. */
function leastSquares(points: readonly (readonly [number, number])[]): Line {
  const n = points.length;
  const x = points.reduce((sum, [at]) => sum + at, 0) / n;
  const y = points.reduce((sum, [, value]) => sum + value, 0) / n;
  const square = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  const slope = square === 0 ? 0 : points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / square;
  return { start: y - slope * x, slope };
}

/** `step` overrides what the numbers show: an amount per place for linear, a factor for growth, from the last number on. */
export function trendOf(values: readonly (number | null)[], mode: FillMode, step?: number): Trend {
  const n = values.length;
  if (mode === 'copy') {
    if (n === 0) return { ok: false, reason: fillRefusals.noSource };
    return { ok: true, at: (place) => values[((place % n) + n) % n] ?? null };
  }
  const points = values.flatMap((value, at) => (value === null ? [] : [[at, value] as const]));
  const last = points.at(-1);
  if (!last) return { ok: false, reason: fillRefusals.noSource };
  const [end, value] = last;
  if (mode === 'linear') {
    if (step !== undefined) return { ok: true, at: (place) => value + step * (place - end) };
    const { start, slope } = leastSquares(points);
    return { ok: true, at: (place) => start + slope * place };
  }
  if (step !== undefined) return { ok: true, at: (place) => value * step ** (place - end) };
  if (points.length > 1 && points.some(([, one]) => one <= 0)) return { ok: false, reason: fillRefusals.growthNeedsPositive };
  if (points.length === 1) return { ok: true, at: () => value };
  const { start, slope } = leastSquares(points.map(([at, one]) => [at, Math.log(one)] as const));
  return { ok: true, at: (place) => Math.exp(start + slope * place) };
}
