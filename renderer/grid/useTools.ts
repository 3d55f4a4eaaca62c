/** The tools of a grid on the selected cells: change, grow, interpolate, spread, shift, hold. Those that need a number ask for it. */
import { useState } from 'react';
import { planNumbers, type CellNumber, type FillPlan } from '../../shared/fill/fillPlan.ts';
import { parseRelative } from '../../shared/fill/parseRelative.ts';
import { planTimeTool, type TimeTool } from '../../shared/fill/timeTools.ts';
import { lastRange } from '../../shared/grid/select.ts';
import { cellsOfRange, type SelectedCell } from '../../shared/grid/selection.ts';
import type { CellAct } from '../../shared/messages/commands.ts';
import { promptWords } from '../../shared/messages/grid.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import { parseNumber } from '../../shared/tables/parseNumber.ts';
import type { Table } from '../../shared/tables/table.ts';
import type { GridWork } from './gridWork.ts';
import type { Plans } from './usePlans.ts';
import type { SelectionKeys } from './useSelection.ts';

/** The tools that ask for a number first. */
export type PromptId = 'changeBy' | 'growBy' | 'spreadTotal' | 'shiftBy';

type Parts = { readonly table: Table; readonly keys: SelectionKeys; readonly work: GridWork; readonly plans: Plans };

export type Tools = {
  readonly asking: PromptId | null;
  ask(id: PromptId): void;
  close(): void;
  /** Takes the answer; a phrase says what is wrong with it. */
  answer(text: string, over: 'before' | 'yearBefore'): Phrase | null;
  interpolate(): void;
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
  const toolOf = (id: PromptId, text: string, over: 'before' | 'yearBefore'): (() => void) | Phrase => {
    if (id === 'changeBy') {
      const factor = parseRelative(text);
      if (factor === null) return promptWords.relative;
      const inputs = selected().filter(({ cell }) => cell?.edit?.kind === 'input' && cell.choices === undefined && cell.value !== null);
      return () => enter('fill', inputs.map((place) => ({ place, value: (place.cell?.value ?? 0) * factor })));
    }
    const parsed = parseNumber(text);
    if (!parsed.ok) return promptWords.number;
    const { value } = parsed;
    if (id === 'spreadTotal') return () => runTool('spread', { kind: 'spread', total: value, by: 'proportions' });
    if (id === 'shiftBy') return Number.isInteger(value) ? () => runTool('shift', { kind: 'shift', by: value }) : promptWords.number;
    // A rate is written as per cent, with or without its sign.
    const rate = /[%％]\s*$/.test(text) ? value : value / 100;
    return () => runTool('grow', { kind: 'grow', rate, over });
  };
  return {
    asking,
    ask: setAsking,
    close: () => setAsking(null),
    answer(text, over) {
      const tool = asking === null ? null : toolOf(asking, text, over);
      if (tool === null) return null;
      if (typeof tool !== 'function') return tool;
      setAsking(null);
      tool();
      return null;
    },
    interpolate: () => runTool('interpolate', { kind: 'interpolate', by: 'linear' }),
    hold: () => runTool('hold', { kind: 'hold' }),
    enterAll: (value) => enter('enter', selected().filter(({ cell }) => cell?.edit !== undefined).map((place) => ({ place, value }))),
  };
}
