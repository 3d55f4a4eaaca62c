/**
 * What a number typed into a quarter or a year changes: its months, by the proportions in which they stand. Published months stay,
 * and typed ones as long as another month can take the difference; where every month is typed, all of them move.
 */
import { checkHidden } from '../commands/cellRules.ts';
import type { CellChange } from '../commands/setCells.ts';
import { planSpread } from '../fill/planSpread.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { convertUnit } from '../model/unit.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import type { Result } from '../result.ts';
import type { CellEdit, TableCell, TableRow } from './table.ts';

type Spread = Extract<CellEdit, { kind: 'spread' }>;

/**
 * The value is in the unit that the cell shows; the changes are in the stored unit. Problems: those of planSpread, and
 * cell-not-yet-known where the workbook itself holds a later figure for one of the months: that month would go its own way and
 * the period would not come to what was typed. A scenario may assume another.
 */
export function spreadEdit(workbook: Workbook, scenario: ScenarioId, row: TableRow, cell: TableCell, edit: Spread, value: number): Result<readonly CellChange[]> {
  const isRoot = workbook.scenarios[scenario]?.parent === null;
  for (const part of isRoot ? edit.parts : []) {
    const hidden = checkHidden(workbook, part);
    if (!hidden.ok) return hidden;
  }
  const shown = cell.unit ?? row.unit;
  const stored = (number: number, path: string): number => (shown === undefined ? number : (convertUnit(number, shown, storedUnit(workbook, path)) ?? number));
  const path = edit.parts[0]?.path ?? '';
  const keepsTyped = edit.parts.some(({ pinned, typed }) => !pinned && !typed);
  const parts = edit.parts.map(({ typed, ...part }) => ({ ...part, pinned: part.pinned || (keepsTyped && typed), value: part.value === null ? null : stored(part.value, part.path) }));
  return planSpread(workbook, scenario, parts, stored(value * edit.times, path));
}

/** The months of a period that may be emptied. */
export function freeMonths({ parts }: Spread): readonly CellChange[] {
  return parts.filter(({ pinned }) => !pinned).map(({ path, period }) => ({ path, period, value: null }));
}
