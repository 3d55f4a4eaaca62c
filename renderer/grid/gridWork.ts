/** What a grid may do to the workbook: many cells in one step. Whoever shows the grid says what that means. */
import type { CellChange } from '../../shared/commands/setCells.ts';
import type { CellAct } from '../../shared/messages/commands.ts';
import type { CellAddress, ScenarioId, Workbook } from '../../shared/model/workbook.ts';

export type GridWork = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  /** The workbook as it is this very moment, drawn or not. */
  present(): Workbook;
  /** One step of the history; false where it was refused. */
  run(act: CellAct, changes: readonly CellChange[]): boolean;
  /** Takes the last step back, to do it otherwise. */
  undo(): void;
  /** Numbers came in from elsewhere: where from may be asked. */
  onPasted(cells: readonly CellAddress[]): void;
};
