/**
 * What supply stands on in each mode, before it is run month by month (method, section 3; settled points 18, 19, 34).
 *
 *   plan:   S_m = output of the year * w_m / sum of w,   w_m = (days_m - delta L_m) * multiplier_m;  known months held
 *   rates:  S_m = operating rate_m * K_m;  known months held; the holiday is in the rate
 *   orders, bound: from capacity, material and demand (balanceSupply.ts)
 *
 * A plan is the analyst's statement and is never cut: above capacity it carries a finding with the tonnage.
 */
import type { Finding, MonthlyQuantity } from './balance.ts';
import type { HolidayLoss, HolidayWindow } from './calendar.ts';
import { planFromRate } from './capacity.ts';
import { lossAt } from './holidayInputs.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { termsReader } from './massTerms.ts';
import { scenarioMaterial, type MaterialInputs } from './materialInputs.ts';
import { remember } from './remember.ts';
import { annualSum } from './monthlyLines.ts';
import { joinYears, knownMonths, splitYear, yearWeights, type AnnualInput, type Season, type SplitYear } from './monthlySplit.ts';
import { supplyModes } from './paths.ts';
import { monthAt, monthIndex } from './period.ts';
import { releasedMonths } from './releasedMonths.ts';
import type { ResolvedSeries } from './resolve.ts';
import { type YearSpan } from './sectorDemand.ts';
import { weakerState } from './state.ts';
import { scenarioCapacity, type CapacityResult } from './supplyCapacity.ts';
import type { CellState } from './workbook.ts';

export type SupplyResult = {
  readonly mode: (typeof supplyModes)[number];
  /** The plan with its known months, t blank; in modes orders and bound only the known months count. */
  readonly plan: MonthlyQuantity;
  readonly known: ResolvedSeries | null;
  /** The known months again where a cumulative release adds to them; null where none is typed. */
  readonly released: ResolvedSeries | null;
  /** Magnet imports, finished t. */
  readonly importsFinished: MonthlyQuantity;
  /** Supply of the months before the first, t blank; null where none is typed. */
  readonly before: number | null;
  readonly capacity: CapacityResult;
  readonly material: MaterialInputs;
  readonly delta: HolidayLoss;
  /** Output of each year as planned, which the residual of the base year stands on. */
  readonly years: Readonly<Record<string, AnnualInput>>;
  readonly findings: readonly Finding[];
};

type Plan = { readonly line: MonthlyQuantity; readonly years: Readonly<Record<string, AnnualInput>>; readonly findings: readonly Finding[] };

const planByYear = remember((span: YearSpan, output: ResolvedSeries | null, known: ResolvedSeries | null, multiplier: ResolvedSeries | null, delta: HolidayLoss): Plan => {
  const season: Season = { profile: null, profileIs: 'net', multiplier, delta };
  const findings: Finding[] = [];
  const years: Record<string, AnnualInput> = {};
  const splits: SplitYear[] = [];
  for (const year of span.years) {
    const key = String(year);
    const cell = output?.cells[key];
    if (!cell || cell.value === null) findings.push(missingInput('supply/output', key));
    const annual: AnnualInput = { value: cell?.value ?? null, state: cell?.state ?? 'forecast' };
    const split = splitYear(year, annual, yearWeights(year, season), knownMonths(year, known), 'supply/output');
    findings.push(...split.findings);
    years[key] = split.annual;
    splits.push(split);
  }
  return { line: joinYears(splits), years, findings };
});

/** A plan typed as operating rates. A year without all its months keeps its typed output, which only the residual reads. */
const planByRate = remember(
  (nameplate: MonthlyQuantity, span: YearSpan, horizonStart: number, horizonEnd: number, rates: ResolvedSeries | null, known: ResolvedSeries | null, byYear: Plan): Plan => {
    const findings: Finding[] = [];
    const values: (number | null)[] = [];
    const states: CellState[] = [];
    let reported = false;
    nameplate.values.forEach((capacity, at) => {
      const index = span.first * 12 + at;
      const month = monthAt(index);
      const actual = known?.cells[month];
      const rate = rates?.cells[month];
      values.push(actual ? actual.value : planFromRate(rate?.value ?? null, capacity));
      states.push(actual ? actual.state : weakerState(rate?.state ?? 'forecast', nameplate.states[at] ?? 'forecast'));
      const isMissing = !actual && (rate?.value ?? null) === null && index >= horizonStart && index < horizonEnd;
      // One finding for every run of months without a rate.
      if (isMissing && !reported) findings.push(missingInput('supply/operatingRate', month));
      reported = isMissing;
    });
    const line = { values, states };
    const years: Record<string, AnnualInput> = {};
    for (const year of span.years) {
      const sum = annualSum(line, span.first, year);
      years[String(year)] = sum.value === null ? (byYear.years[String(year)] ?? sum) : sum;
    }
    return { line, years, findings };
  },
);

const importsLine = remember((span: YearSpan, imports: ResolvedSeries | null): MonthlyQuantity => {
  const values: (number | null)[] = [];
  const states: CellState[] = [];
  for (const year of span.years) {
    const imported = imports?.cells[String(year)];
    for (let month = 0; month < 12; month += 1) {
      values.push(imported ? (imported.value === null ? null : imported.value / 12) : 0);
      states.push(weakerState(imported?.state ?? 'actual', imported ? 'estimate' : 'actual'));
    }
  }
  return { values, states };
});

/** The findings of a plan and of what limits it; modes that ask for capacity or material report what is missing there. */
function findingsOf(inputs: Inputs, mode: SupplyResult['mode'], plan: Plan, capacity: CapacityResult, material: MaterialInputs): readonly Finding[] {
  const findings: Finding[] = mode === 'plan' || mode === 'rates' ? [...plan.findings] : [];
  const wantsCapacity = mode !== 'plan' || Object.keys(inputs.workbook.expansions).length > 0;
  if (wantsCapacity && (inputs.cell('supply/capacity', 'all')?.value ?? null) === null) findings.push(missingInput('supply/capacity', 'all'));
  findings.push(...capacity.findings, ...material.findings);
  if (mode === 'orders' || mode === 'bound') findings.push(...material.missing);
  return findings;
}

/** By what months under one release share it: effective days and multipliers, as the plan does. */
const planWeights = remember((span: YearSpan, multiplier: ResolvedSeries | null, delta: HolidayLoss): readonly (number | null)[] =>
  span.years.flatMap((year) => yearWeights(year, { profile: null, profileIs: 'net', multiplier, delta })),
);

/** Supply's own inputs in a scenario, over whole calendar years. */
export function scenarioSupply(inputs: Inputs, span: YearSpan, window: HolidayWindow): SupplyResult {
  const mode = supplyModes[inputs.cell('supply/mode', 'all')?.value ?? 0] ?? 'plan';
  const delta = lossAt(inputs, 'supply/holidayFactor', window);
  const mismatches: Finding[] = [];
  const read = termsReader(inputs, mismatches);
  const single = read('supply/outputMonthly');
  const cumulative = read('supply/outputCumulative');
  const multiplier = inputs.series('supply/multiplier');
  const released = releasedMonths(span, single, cumulative, planWeights(span, multiplier, delta), 'tonnes', 'supply/outputCumulative');
  const known = released.series;
  const capacity = scenarioCapacity(inputs, span, delta);
  const material = scenarioMaterial(inputs, span, mode === 'orders' || mode === 'bound');
  const byYear = planByYear(span, read('supply/output', 'supply/outputMonthly'), known, multiplier, delta);
  const { start, end } = inputs.workbook.horizon;
  const plan = mode === 'rates' ? planByRate(capacity.nameplate, span, monthIndex(start), monthIndex(end) + 1, inputs.series('supply/operatingRate'), known, byYear) : byYear;
  return {
    mode,
    plan: plan.line,
    known,
    released: cumulative === null ? null : known,
    importsFinished: importsLine(span, read('supply/magnetImports')),
    before: read('supply/before')?.cells['all']?.value ?? null,
    capacity,
    material,
    delta,
    years: plan.years,
    findings: [...mismatches, ...released.findings, ...findingsOf(inputs, mode, plan, capacity, material)],
  };
}
