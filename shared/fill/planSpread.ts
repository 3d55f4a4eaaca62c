/** An edit of a quarter or a year in a grid of such periods: the total is spread over its months, published and pinned ones stay. */
import { checkHidden, knownState } from '../commands/cellRules.ts';
import type { CellChange } from '../commands/setCells.ts';
import { inputsOf } from '../model/inputs.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { CellAddress, ScenarioId, Workbook } from '../model/workbook.ts';
import { ok, type Result } from '../result.ts';
import { spreadTotal } from './spreadTotal.ts';

export type SpreadMonth = CellAddress & {
  /** What the grid shows for the month, in the stored unit; without it what the scenario's input says. */
  readonly value?: number | null;
  readonly pinned?: boolean;
  /** The share of a profile, for months without numbers. */
  readonly weight?: number;
};

/**
 * The changes that give the months a total, in the stored unit. Published months stay in every scenario, and in the
 * workbook itself those that the as-of date hides. Problems: those of
 * spreadTotal and of chainOfScenario.
 */
export function planSpread(workbook: Workbook, scenario: ScenarioId, months: readonly SpreadMonth[], total: number): Result<readonly CellChange[]> {
  const chain = chainOfScenario(workbook, scenario);
  if (!chain.ok) return chain;
  const inputs = inputsOf(workbook, chain.value);
  const parts = months.map((month) => ({
    value: month.value === undefined ? (inputs.cell(month.path, month.period)?.value ?? null) : month.value,
    pinned: month.pinned === true || knownState(workbook, month) === 'actual' || (inputs.isRoot && !checkHidden(workbook, month).ok),
    ...(month.weight === undefined ? {} : { weight: month.weight }),
  }));
  const spread = spreadTotal(total, parts);
  if (!spread.ok) return spread;
  return ok(months.flatMap(({ path, period }, at): CellChange[] => (parts[at]?.pinned === true ? [] : [{ path, period, value: spread.value[at] ?? 0 }])));
}
