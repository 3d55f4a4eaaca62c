/** What the bench reports: one figure per row, beside the target that it is held against. */
import { median, quantile } from './statistics.ts';

export type Unit = 'ms' | 'kB' | 'frames';

export type Measurement = {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly median: number;
  /** Only where the target is one for the slowest runs too. */
  readonly p95?: number;
  readonly target: number;
  /** Which of the figures the target is for. */
  readonly targetIs: 'median' | 'p95';
  readonly runs: number;
};

/** How the cost of a balance follows the size of the workbook: times over all of its scenarios. */
export type GrowthRow = {
  readonly sectors: number;
  readonly months: number;
  readonly scenarios: number;
  readonly full: number;
  readonly edit: number;
};

export type Subject = Pick<Measurement, 'id' | 'name' | 'target'>;

/** A measurement of times in ms whose median has a target. */
export function timeMedian(subject: Subject, times: readonly number[]): Measurement {
  return { ...subject, unit: 'ms', median: median(times), targetIs: 'median', runs: times.length };
}

/** A measurement of times in ms whose 95th percentile has a target. */
export function timeP95(subject: Subject, times: readonly number[]): Measurement {
  return { ...subject, unit: 'ms', median: median(times), p95: quantile(times, 0.95), targetIs: 'p95', runs: times.length };
}

/** A count whose target is the most there may be. */
export function countOf(subject: Subject, count: number, runs: number): Measurement {
  return { ...subject, unit: 'frames', median: count, targetIs: 'median', runs };
}

/** The measured figure as a multiple of its target: at most 1 is within it. */
export function ratioToTarget({ median: middle, p95, target, targetIs }: Measurement): number {
  const measured = targetIs === 'p95' ? (p95 ?? middle) : middle;
  if (target === 0) return measured === 0 ? 0 : Number.POSITIVE_INFINITY;
  return measured / target;
}
