/** A cell as a scenario sees it: its own number, else that of the nearest scenario above it, else the workbook's as it was known. */
import { inputsOf } from '../model/inputs.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { Cell, CellAddress, ScenarioId, Workbook } from '../model/workbook.ts';

/** Null where nobody has one, and for a scenario that does not exist. */
export function visibleCell(workbook: Workbook, scenario: ScenarioId, { path, period }: CellAddress): Cell | null {
  const chain = chainOfScenario(workbook, scenario);
  return chain.ok ? inputsOf(workbook, chain.value).cell(path, period) : null;
}
