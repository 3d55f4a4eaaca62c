/** The tools of a grid on the selected cells: change, grow, interpolate, spread, shift, hold. Those that need a number ask for it. */
import { useState } from 'react';
import { isOnSeries, planNumbers, type CellNumber, type FillPlan } from '../../shared/fill/fillPlan.ts';
import { parseRelative } from '../../shared/fill/parseRelative.ts';
import { planTimeTool, type SpreadBy, type TimeTool } from '../../shared/fill/timeTools.ts';
import { cellWriter } from '../../shared/grid/cellWriter.ts';
import { lastRange } from '../../shared/grid/select.ts';
import { cellsOfRange, type SelectedCell } from '../../shared/grid/selection.ts';
import type { CellAct } from '../../shared/messages/commands.ts';
import { promptWords } from '../../shared/messages/grid.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import { parseNumber } from '../../shared/tables/parseNumber.ts';
import type { Table, TableColumn } from '../../shared/tables/table.ts';
import type { GridWork } from './gridWork.ts';
import type { Plans } from './usePlans.ts';
import type { SelectionKeys } from './useSelection.ts';

/** The tools that ask for a number first. */
export type PromptId = 'changeBy' | 'growBy' | 'spreadTotal' | 'shiftBy';

/** What is chosen beside the number. */
export type ToolChoice = { readonly over: 'before' | 'yearBefore'; readonly by: SpreadBy; readonly kept: readonly string[] };

/** A column that may be kept out of a spread; published figures and the like stay in any case, months typed among computed ones unless they are let go. */
export type KeptColumn = { readonly column: TableColumn; readonly stays: boolean; readonly pinned: boolean };

type Parts = { readonly table: Table; readonly keys: SelectionKeys; readonly work: GridWork; readonly plans: Plans };

export type Tools = {
  readonly asking: PromptId | null;
  ask(id: PromptId): void;
  close(): void;
  /** The selected columns over which a total would be spread. */
  columns(): readonly KeptColumn[];
  /** Takes the answer; a phrase says what is wrong with it. */
  answer(text: string, choice: ToolChoice): Phrase | null;
  interpolate(by: 'linear' | 'geometric'): void;
  hold(): void;
  /** One number into every selected cell. */
  enterAll(value: number): void;
};

export function useTools({ table, keys, work, plans }: Parts): Tools {
  const [asking, setAsking] = useState<PromptId | null>(null);
  const selected = (): readonly SelectedCell[] => keys.current()?.ranges.flatMap((range) => cellsOfRange(table, range)).flat() ?? [];
  const carryOut = (act: CellAct, plan: FillPlan): void => plans.carryOut(act, plan);
  const enter = (act: CellAct, numbers: readonly CellNumber[]): void => carryOut(act, planNumbers(work, numbers));
  const runTool = (act: CellAct, tool: TimeTool): void => {
    const selection = keys.current();
    if (selection) carryOut(act, planTimeTool(table, lastRange(selection), tool, work));
  };
  const toolOf = (id: PromptId, text: string, { over, by, kept }: ToolChoice): (() => void) | Phrase => {
    if (id === 'changeBy') {
      const factor = parseRelative(text);
      if (factor === null) return promptWords.relative;
      const inputs = selected().filter(({ cell }) => cell?.edit?.kind === 'input' && cell.choices === undefined && cell.value !== null);
      return () => enter('fill', inputs.map((place) => ({ place, value: (place.cell?.value ?? 0) * factor })));
    }
    const parsed = parseNumber(text);
    if (!parsed.ok) return promptWords.number;
    const { value } = parsed;
    if (id === 'spreadTotal') return () => runTool('spread', { kind: 'spread', total: value, by, pinned: kept });
    if (id === 'shiftBy') return Number.isInteger(value) ? () => runTool('shift', { kind: 'shift', by: value }) : promptWords.number;
    // A rate is written as per cent, with or without its sign.
    const rate = /[%％]\s*$/.test(text) ? value : value / 100;
    return () => runTool('grow', { kind: 'grow', rate, over });
  };
  return {
    asking,
    ask: setAsking,
    close: () => setAsking(null),
    columns() {
      const selection = keys.current();
      const rows = selection ? cellsOfRange(table, lastRange(selection)) : [];
      const { isFixed } = cellWriter(work.workbook, work.scenario);
      const isMixed = rows.flat().some((place) => isOnSeries(place) && place.cell?.role === 'computed');
      return (rows[0] ?? []).flatMap(({ column }, at): KeptColumn[] => {
        const cells = rows.flatMap((row) => row[at] ?? []).filter(isOnSeries);
        if (cells.length === 0) return [];
        const stays = cells.every(({ cell }) => isFixed(cell));
        return [{ column, stays, pinned: isMixed && !stays && cells.every(({ cell }) => cell?.role === 'input') }];
      });
    },
    answer(text, choice) {
      const tool = asking === null ? null : toolOf(asking, text, choice);
      if (tool === null) return null;
      if (typeof tool !== 'function') return tool;
      setAsking(null);
      tool();
      return null;
    },
    interpolate: (by) => runTool('interpolate', { kind: 'interpolate', by }),
    hold: () => runTool('hold', { kind: 'hold' }),
    enterAll: (value) => enter('enter', selected().filter(({ cell }) => cell?.edit !== undefined).map((place) => ({ place, value }))),
  };
}
