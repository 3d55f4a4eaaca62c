/**
 * What output leaves unexplained if the sector figures are blank, and if they are finished (method, section 0; settled point 6; worked case
 * M03): the two readings of one table, side by side, because nothing in it says which is meant.
 */
import type { Balance } from '../model/balance.ts';
import { yearTotal } from '../model/computeBalance.ts';
import { finite } from '../model/finite.ts';
import { inputsOf } from '../model/inputs.ts';
import { scenarioChain } from '../model/resolve.ts';
import { residualOfOutput } from '../model/sectorDemand.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';

/** t blank; null where an input is missing. */
export type BothResiduals = { readonly year: number; readonly blank: number | null; readonly finished: number | null };

/** The residuals of the base year of other use in the root scenario; null for a workbook without such a row. */
export function bothResiduals(workbook: Workbook, root: ScenarioId, balance: Balance): BothResiduals | null {
  const residual = Object.values(workbook.sectors).find((sector) => sector.kind === 'residual');
  const chain = scenarioChain(workbook.scenarios, root);
  if (residual?.kind !== 'residual' || !chain.ok) return null;
  const year = residual.baseYear;
  const eta = inputsOf(workbook, chain.value).cell('basis/finishedYield', 'all')?.value ?? null;
  const output = yearTotal(balance, balance.supply, year);
  const exports = yearTotal(balance, balance.exportsDetail.exports, year);
  let listed: number | null = 0;
  for (const [id, sector] of Object.entries(workbook.sectors)) {
    if (sector.kind !== 'driver') continue;
    const demand: number | null = balance.sectors[id]?.years[String(year)]?.demand.value ?? null;
    listed = listed === null || demand === null ? null : listed + demand;
  }
  if (eta === null || eta <= 0 || output === null || exports === null || listed === null) return { year, blank: null, finished: null };
  return { year, blank: finite(residualOfOutput(output, listed, 'blank', exports, eta)), finished: finite(residualOfOutput(output, listed, 'finished', exports, eta)) };
}
