/**
 * Where the gap is a sum over separate parts of the model (method, section 4): without orders or bounds that supply follows, and
 * without a price that demand answers to, each use, exports, and supply with its material stand for themselves. Yields and the
 * basis of the sector figures act on all of them.
 */
import { inputsOf } from '../model/inputs.ts';
import { supplyModes } from '../model/paths.ts';
import type { ChainScenario } from '../model/resolve.ts';
import type { Workbook } from '../model/workbook.ts';
import type { ComponentOf } from './bridge.ts';
import type { BridgePart } from './bridgeParts.ts';

function isPlanned(workbook: Workbook, layers: readonly ChainScenario[]): boolean {
  const inputs = inputsOf(workbook, layers);
  const mode = supplyModes[inputs.cell('supply/mode', 'all')?.value ?? -1];
  return (mode === 'plan' || mode === 'rates') && inputs.cell('price/feedback', 'all')?.value !== 1;
}

const componentOf: ComponentOf = ({ id, within }) => {
  const area = within?.id ?? id;
  return area === 'material' ? 'supply' : area;
};

/** The components of a bridge between two sides, each a workbook with its layers; null where everything hangs together. */
export function bridgeComponents(sides: readonly (readonly [Workbook, readonly ChainScenario[]])[], parts: readonly BridgePart[]): ComponentOf | null {
  if (parts.some((part) => componentOf(part) === 'basis')) return null;
  return sides.every(([workbook, layers]) => isPlanned(workbook, layers)) ? componentOf : null;
}
