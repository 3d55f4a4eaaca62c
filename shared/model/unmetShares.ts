/** Who goes without, by line: unmet demand over sectors and exports, and what each receives (method, section 4; settled point 26). */
import type { ByUse, MonthlyQuantity } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { runningLine } from './monthlyLines.ts';
import { consumption, rationMonth } from './rationing.ts';
import { weakerState } from './state.ts';
import type { SectorId } from './workbook.ts';

export type UnmetShares = {
  readonly unmetBySector: ByUse;
  readonly consumption: ByUse;
  readonly pipelineNotRefilled: MonthlyQuantity;
  readonly cumulativeUnmet: MonthlyQuantity;
};

function byUse(ids: readonly SectorId[], line: (position: number) => MonthlyQuantity): ByUse {
  return { sectors: Object.fromEntries(ids.map((id, at) => [id, line(at)])), exports: line(ids.length) };
}

/** Priorities of the claims, exports last in the list; null where rationing is pro rata. */
function prioritiesOf(inputs: Inputs, ids: readonly SectorId[]): readonly (number | null)[] | null {
  if (inputs.cell('balance/rationByPriority', 'all')?.value !== 1) return null;
  return [...ids.map((id) => `sectors/${id}/priority`), 'exports/priority'].map((path) => inputs.cell(path, 'all')?.value ?? null);
}

/** `claims` are the demand of every sector in the order of `ids`, then exports, t blank. */
export function unmetShares(inputs: Inputs, ids: readonly SectorId[], claims: readonly MonthlyQuantity[], unmet: MonthlyQuantity): UnmetShares {
  // In most balances nothing is unmet: then that line of zeros stands for every share, and what is demanded is received.
  if (unmet.values.every((value) => value === 0)) {
    return { unmetBySector: byUse(ids, () => unmet), consumption: byUse(ids, (at) => claims[at] ?? unmet), pipelineNotRefilled: unmet, cumulativeUnmet: unmet };
  }
  const priorities = prioritiesOf(inputs, ids);
  const months = unmet.values.map((value, at) => rationMonth(value, claims.map((claim) => claim.values[at] ?? null), priorities));
  const statesOf = (claim: MonthlyQuantity | undefined): MonthlyQuantity['states'] => unmet.states.map((state, at) => weakerState(state, claim?.states[at] ?? 'forecast'));
  const shares = claims.map((claim, position): MonthlyQuantity => ({ values: months.map((month) => month?.unmet[position] ?? null), states: statesOf(claim) }));
  const received = claims.map((claim, position): MonthlyQuantity => ({
    values: claim.values.map((demand, at) => consumption(demand, shares[position]?.values[at] ?? null)),
    states: shares[position]?.states ?? [],
  }));
  return {
    unmetBySector: byUse(ids, (at) => shares[at] ?? unmet),
    consumption: byUse(ids, (at) => received[at] ?? unmet),
    pipelineNotRefilled: { values: months.map((month) => month?.pipeline ?? null), states: unmet.states },
    cumulativeUnmet: runningLine(unmet),
  };
}
