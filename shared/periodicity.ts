/** Months, and the quarters and years they are read in: "2025-03" lies in "2025-Q1" and in "2025". Text order is time order within one kind. */
export const periodicities = ['months', 'quarters', 'years'] as const;
export type Periodicity = (typeof periodicities)[number];

export const monthsIn: Readonly<Record<Periodicity, number>> = { months: 1, quarters: 3, years: 12 };

/** The period of that kind in which a month lies. */
export function periodOfMonth(month: string, periodicity: Periodicity): string {
  if (periodicity === 'months') return month;
  const year = month.slice(0, 4);
  return periodicity === 'years' ? year : `${year}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

export type PeriodSpan = {
  readonly period: string;
  /** Positions of its months in the list of months. */
  readonly positions: readonly number[];
  /** False where the list begins or ends within it. */
  readonly whole: boolean;
};

/** The periods that months in order fall into. */
export function spansOf(months: readonly string[], periodicity: Periodicity): readonly PeriodSpan[] {
  const spans = new Map<string, number[]>();
  months.forEach((month, at) => {
    const period = periodOfMonth(month, periodicity);
    const positions = spans.get(period);
    if (positions) positions.push(at);
    else spans.set(period, [at]);
  });
  return [...spans].map(([period, positions]) => ({ period, positions, whole: positions.length === monthsIn[periodicity] }));
}

/** The month number, 1 to 12, in which a period begins and ends: 2025-Q2 from 4 to 6. */
function reach(period: string): { readonly year: string; readonly from: number; readonly to: number } {
  const year = period.slice(0, 4);
  const quarter = /-Q([1-4])$/.exec(period);
  if (quarter) return { year, from: Number(quarter[1]) * 3 - 2, to: Number(quarter[1]) * 3 };
  const month = Number(period.slice(5, 7));
  return month > 0 ? { year, from: month, to: month } : { year, from: 1, to: 12 };
}

/** True when a period lies in another, as a month in its quarter and its year. */
export function liesIn(inner: string, outer: string): boolean {
  const [one, other] = [reach(inner), reach(outer)];
  return one.year === other.year && one.from >= other.from && one.to <= other.to;
}
