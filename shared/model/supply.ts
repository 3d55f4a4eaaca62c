/**
 * Supply in mode "plan" (method, section 3; settled points 18, 19, 34).
 *
 *   S_m = output of the year * w_m / sum of w,   w_m = (days_m - delta L_m) * multiplier_m;  known months held
 *   cap_m = K * (1 - delta L_m / days_m);        operating rate = S_m / K
 *
 * The plan is the analyst's statement and is never cut: above capacity it carries a finding with the tonnage.
 */
import type { Finding, MonthlyQuantity } from './balance.ts';
import { effectiveDays } from './calendar.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { memoize } from './memoize.ts';
import { joinYears, knownMonths, splitYear, yearWeights, type AnnualInput, type Season, type SplitYear } from './monthlySplit.ts';
import { daysAt, monthAt } from './period.ts';
import type { ResolvedSeries } from './resolve.ts';
import { yearsIn, type YearSpan } from './sectorDemand.ts';
import { weakerState } from './state.ts';
import type { CellState } from './workbook.ts';

export type SupplyResult = {
  readonly supply: MonthlyQuantity;
  /** Magnet imports, finished t. */
  readonly importsFinished: MonthlyQuantity;
  readonly capacity: MonthlyQuantity;
  readonly operatingRate: MonthlyQuantity;
  readonly years: Readonly<Record<string, AnnualInput>>;
  readonly findings: readonly Finding[];
};

const computeSupply = memoize(
  (
    span: YearSpan,
    output: ResolvedSeries | null,
    known: ResolvedSeries | null,
    multiplier: ResolvedSeries | null,
    delta: number,
    capacity: number | null,
    capacityState: CellState,
    imports: ResolvedSeries | null,
  ): SupplyResult => {
    const season: Season = { profile: null, profileIs: 'net', multiplier, delta };
    const findings: Finding[] = [];
    const years: Record<string, AnnualInput> = {};
    const splits: SplitYear[] = [];
    const importsValues: (number | null)[] = [];
    const importsStates: CellState[] = [];
    for (const year of yearsIn(span)) {
      const key = String(year);
      const cell = output?.cells[key];
      if (!cell || cell.value === null) findings.push(missingInput('supply/output', key));
      const annual: AnnualInput = { value: cell?.value ?? null, state: cell?.state ?? 'forecast' };
      const split = splitYear(year, annual, yearWeights(year, season), knownMonths(year, known), 'supply/output');
      findings.push(...split.findings);
      years[key] = split.annual;
      splits.push(split);
      const imported = imports?.cells[key];
      for (let month = 0; month < 12; month += 1) {
        importsValues.push(imported ? (imported.value === null ? null : imported.value / 12) : 0);
        importsStates.push(weakerState(imported?.state ?? 'actual', imported ? 'estimate' : 'actual'));
      }
    }
    const supply = joinYears(splits);
    const months = supply.values.length;
    const rates = supply.values.map((value) => (value === null || capacity === null || capacity === 0 ? null : value / capacity));
    supply.values.forEach((value, at) => {
      if (value === null || capacity === null) return;
      const index = span.first * 12 + at;
      const possible = (capacity * effectiveDays(index, delta)) / daysAt(index);
      if (value > possible * (1 + 1e-9)) {
        findings.push({ code: 'plan-above-capacity', severity: 'warning', place: monthAt(index), values: { month: monthAt(index), excess: value - possible } });
      }
    });
    return {
      supply,
      importsFinished: { values: importsValues, states: importsStates },
      capacity: { values: Array.from({ length: months }, () => capacity), states: Array.from({ length: months }, () => capacityState) },
      operatingRate: { values: rates, states: supply.states.map((state) => weakerState(state, capacityState)) },
      years,
      findings,
    };
  },
);

/** Supply of a scenario over whole calendar years, t blank. */
export function scenarioSupply(inputs: Inputs, span: YearSpan): SupplyResult {
  const capacity = inputs.cell('supply/capacity', 'all');
  return computeSupply(
    span,
    inputs.series('supply/output'),
    inputs.series('supply/outputMonthly'),
    inputs.series('supply/multiplier'),
    inputs.cell('supply/holidayFactor', 'all')?.value ?? 0,
    capacity?.value ?? null,
    capacity?.state ?? 'forecast',
    inputs.series('supply/magnetImports'),
  );
}
