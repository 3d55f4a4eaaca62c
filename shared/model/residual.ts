/**
 * Other domestic use in its base year (method, section 0; settled points 6, 37; worked case M03).
 *
 *   residual = output - sum of the listed uses - exports / eta        t blank, calendar year, known months summed
 */
import type { MonthlyQuantity, ResidualReadings } from './balance.ts';
import type { ExportsResult } from './exports.ts';
import { annualSum } from './monthlyLines.ts';
import type { AnnualInput } from './monthlySplit.ts';
import { residualOfOutput, type SectorResult, type YearSpan } from './sectorDemand.ts';
import { weakerState } from './state.ts';
import type { SupplyResult } from './supply.ts';
import type { SectorId } from './workbook.ts';

/** What the residual is computed from: the root's lines over whole calendar years. */
export type ResidualTerms = {
  readonly eta: number | null;
  readonly supply: SupplyResult;
  readonly exports: ExportsResult;
  readonly exportsBlank: MonthlyQuantity;
  readonly drivers: ReadonlyMap<SectorId, SectorResult>;
};

function annualOf(driver: SectorResult, span: YearSpan, year: number): AnnualInput {
  return driver.annual[year - span.first] ?? { value: null, state: 'forecast' };
}

/**
 * Other domestic use in the base year: output less the listed uses and exports, all t blank, computed on the root only, so
 * that the base year's gap is zero by construction and no scenario re-derives it.
 */
export function residualBase(year: number, span: YearSpan, { supply, exportsBlank, drivers }: ResidualTerms): AnnualInput {
  if (year < span.first || year > span.last) return { value: null, state: 'forecast' };
  let { value, state } = supply.years[String(year)] ?? { value: null, state: 'forecast' as const };
  for (const term of [...[...drivers.values()].map((driver) => annualOf(driver, span, year)), annualSum(exportsBlank, span.first, year)]) {
    value = value === null || term.value === null ? null : value - term.value;
    state = weakerState(state, term.state);
  }
  return { value, state };
}

/** The same residual under both readings of the sector figures (worked case M03); a figure that is neither blank nor finished stays. */
export function residualReadings(year: number, span: YearSpan, terms: ResidualTerms): ResidualReadings {
  const { eta, supply, exports, drivers } = terms;
  let output = supply.years[String(year)]?.value ?? null;
  let listed: number | null = 0;
  for (const driver of drivers.values()) {
    const isSwitched = driver.basis === 'blank' || driver.basis === 'finished';
    const figure: number | null = isSwitched ? (driver.years[String(year)]?.demand.value ?? null) : annualOf(driver, span, year).value;
    if (isSwitched) listed = listed === null || figure === null ? null : listed + figure;
    else output = output === null || figure === null ? null : output - figure;
  }
  const exported = annualSum(exports.detail.exports, span.first, year).value;
  if (year < span.first || year > span.last || output === null || listed === null || exported === null || eta === null || eta <= 0) return { ifBlank: null, ifFinished: null };
  return { ifBlank: residualOfOutput(output, listed, 'blank', exported, eta), ifFinished: residualOfOutput(output, listed, 'finished', exported, eta) };
}
