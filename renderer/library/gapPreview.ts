/** The gap of a workbook as the library and the list of versions draw it. */
import { computeBalance, rootScenarioId } from '../../shared/model/computeBalance.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { GapPreview } from './records.ts';

/** The monthly gap of the root scenario in tonnes, from the first month shown on; empty where it cannot be computed. */
export function gapPreview(workbook: Workbook): GapPreview {
  const root = rootScenarioId(workbook);
  const balance = root === null ? null : computeBalance(workbook, root);
  if (!balance?.ok) return [];
  const { gap, months } = balance.value;
  const from = months.findIndex((month) => month >= workbook.shownFrom);
  return gap.values.slice(Math.max(0, from));
}
