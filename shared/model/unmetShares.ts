/** Who goes without, by line: unmet demand over sectors and exports, and what each receives (method, section 4; settled point 26). */
import type { ByUse, MonthlyQuantity } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { isZero, runningLine } from './monthlyLines.ts';
import { consumption, rationMonth } from './rationing.ts';
import type { SectorId } from './workbook.ts';

export type UnmetShares = {
  readonly unmetBySector: ByUse;
  readonly consumption: ByUse;
  readonly pipelineNotRefilled: MonthlyQuantity;
  readonly cumulativeUnmet: MonthlyQuantity;
};

function byUse(ids: readonly SectorId[], line: (position: number) => MonthlyQuantity): ByUse {
  const sectors: Record<SectorId, MonthlyQuantity> = {};
  ids.forEach((id, at) => {
    sectors[id] = line(at);
  });
  return { sectors, exports: line(ids.length) };
}

/** Priorities of the claims, exports last in the list; null where rationing is pro rata. */
function prioritiesOf(inputs: Inputs, ids: readonly SectorId[]): readonly (number | null)[] | null {
  if (inputs.cell('balance/rationByPriority', 'all')?.value !== 1) return null;
  return [...ids.map((id) => `sectors/${id}/priority`), 'exports/priority'].map((path) => inputs.cell(path, 'all')?.value ?? null);
}

/** `claims` are the demand of every sector in the order of `ids`, then exports, t blank. */
export function unmetShares(inputs: Inputs, ids: readonly SectorId[], claims: readonly MonthlyQuantity[], unmet: MonthlyQuantity): UnmetShares {
  // In most balances nothing is unmet: then that line of zeros stands for every share, and what is demanded is received.
  if (isZero(unmet)) {
    return { unmetBySector: byUse(ids, () => unmet), consumption: byUse(ids, (at) => claims[at] ?? unmet), pipelineNotRefilled: unmet, cumulativeUnmet: unmet };
  }
  const priorities = prioritiesOf(inputs, ids);
  // A month in which nothing is unmet has a zero for every share, as the unmet line itself has.
  const shares = claims.map((): (number | null)[] => [...unmet.values]);
  const received = claims.map((claim): (number | null)[] => [...claim.values]);
  const pipeline: (number | null)[] = [...unmet.values];
  unmet.values.forEach((amount, at) => {
    if (amount === 0) return;
    const month = rationMonth(amount, claims.map((claim) => claim.values[at] ?? null), priorities);
    pipeline[at] = month?.pipeline ?? null;
    for (let position = 0; position < claims.length; position += 1) {
      const share = month?.unmet[position] ?? null;
      const own = shares[position];
      const gets = received[position];
      if (own) own[at] = share;
      if (gets) gets[at] = consumption(gets[at] ?? null, share);
    }
  });
  // What is unmet stands on the demand of all, so its state is the weakest already.
  const line = (values: readonly (number | null)[] | undefined): MonthlyQuantity => ({ values: values ?? [], states: unmet.states });
  return {
    unmetBySector: byUse(ids, (at) => line(shares[at])),
    consumption: byUse(ids, (at) => line(received[at])),
    pipelineNotRefilled: line(pipeline),
    cumulativeUnmet: runningLine(unmet),
  };
}
