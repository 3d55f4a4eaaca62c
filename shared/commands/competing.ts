/** The refusal where two packages of one scenario, or two differences of one layer, would set the same cell. */
import { pathName } from '../messages/names.ts';
import { layerConflicts, packageConflicts, type OverlayConflict } from '../model/overlayConflicts.ts';
import type { Overlay, Workbook } from '../model/workbook.ts';
import { fail, type Result } from '../result.ts';

function refused(workbook: Workbook, { path, period, first, second }: OverlayConflict): Result<never> {
  const cell = pathName(workbook, path);
  const when = period === 'all' ? '' : ` ${period}`;
  return fail('overlays-compete', {
    place: `${path}@${period}`,
    values: { first: first.en, firstZh: first.zh, second: second.en, secondZh: second.zh, cell: `${cell.en}${when}`, cellZh: `${cell.zh}${when}` },
  });
}

/** Null where the packages of every scenario leave each other alone. */
export function competing(workbook: Workbook): Result<never> | null {
  for (const scenario of Object.values(workbook.scenarios)) {
    const mixed = (scenario.packages ?? []).flatMap((id) => workbook.packages?.[id] ?? []);
    const [conflict] = packageConflicts(mixed);
    if (conflict) return refused(workbook, conflict);
  }
  return null;
}

/** The same for the differences of one layer. */
export function competingIn(workbook: Workbook, overlays: Readonly<Record<string, Overlay>>): Result<never> | null {
  const [conflict] = layerConflicts(overlays);
  return conflict ? refused(workbook, conflict) : null;
}
