/**
 * Editing the selected cell in the grid's one text area: a number as it is typed, a choice by its first letters, its number
 * or its list. The list is open as long as a cell with choices is being edited.
 */
import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { Phrase } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { refusals } from '../../shared/messages/refusals.ts';
import type { CellAddress } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { isSwitch } from '../../shared/tables/choices.ts';
import { matchChoice, parseChoice } from '../../shared/tables/parseChoice.ts';
import { parseNumber } from '../../shared/tables/parseNumber.ts';
import type { Choice, TableCell, TableRow } from '../../shared/tables/table.ts';
import { keyIntent, moveOf } from './gridKeys.ts';
import type { SelectionKeys } from './useSelection.ts';

type Parts = {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly row: TableRow | undefined;
  readonly columnId: string | undefined;
  readonly cell: TableCell | undefined;
  readonly readOnly: boolean;
  readonly keys: SelectionKeys;
  onEdit(row: TableRow, columnId: string, cell: TableCell, value: number): void;
  /** Ctrl+Enter: the number goes into every selected cell. */
  onEditAll(value: number): void;
  onClear(row: TableRow, columnId: string, cell: TableCell): void;
  /** Delete: every selected cell. */
  onClearAll(): void;
  onMenu(): void;
  onEscape(): void;
  onRefused(reason: Phrase, drivenBy?: CellAddress): void;
};

/** Typing over a cell, arrows take the number and move on; with the caret in the text they move the caret. F2 changes over. */
type Mode = 'over' | 'caret';

export type CellEditor = {
  readonly editing: boolean;
  /** The choices on offer while such a cell is being edited. */
  readonly choices: readonly Choice[] | null;
  /** The position of the marked choice; -1 for none. */
  readonly marked: number;
  mark(at: number): void;
  pick(choice: Choice): void;
  /** Begins with what stands in the cell, the caret behind it, or with what was typed. */
  begin(typed?: string): void;
  /** Takes what was typed, for the cell or for all that are selected; false where it cannot be read and the selection must stay. */
  commit(all?: boolean): boolean;
  onInput(text: string): void;
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void;
};

export function useCellEditor({ input, row, columnId, cell, readOnly, keys, onEdit, onEditAll, onClear, onClearAll, onMenu, onEscape, onRefused }: Parts): CellEditor {
  const [mode, setMode] = useState<Mode | null>(null);
  const editing = mode !== null;
  const [marked, mark] = useState(-1);
  const choices = cell?.choices ?? null;

  const mayEdit = (): boolean => {
    if (readOnly) onRefused(refusals.readOnly);
    else if (cell?.edit?.kind === 'refused') onRefused(cell.edit.reason, cell.edit.drivenBy);
    return !readOnly && (cell?.edit?.kind === 'input' || cell?.edit?.kind === 'spread');
  };
  const write = (text: string): void => {
    if (input.current && input.current.value !== text) input.current.value = text;
  };
  const stop = (): void => {
    setMode(null);
    write('');
  };
  const take = (value: number, all = false): void => {
    stop();
    if (all) onEditAll(value);
    else if (row && cell && columnId !== undefined) onEdit(row, columnId, cell, value);
  };

  const begin = (typed?: string): void => {
    if (!mayEdit()) return stop();
    setMode(typed === undefined ? 'caret' : 'over');
    if (choices) {
      mark(typed === undefined ? choices.findIndex((choice) => choice.value === cell?.value) : matchChoice(typed, choices));
      write(typed ?? '');
    } else {
      write(typed ?? (cell?.value === null || cell?.value === undefined ? '' : String(cell.value)));
    }
  };

  const read = (text: string): Result<number> => {
    if (choices) return parseChoice(text, choices);
    const parsed = parseNumber(text);
    // A row in per cent takes 12 and 12 % as the same number.
    const percent = (cell?.unit ?? row?.unit) === 'percent' && /[%％]\s*$/.test(text);
    return parsed.ok && percent ? { ok: true, value: parsed.value * 100 } : parsed;
  };
  const commit = (all = false): boolean => {
    const parsed = read(input.current?.value ?? '');
    if (!row || !cell || columnId === undefined) return true;
    if (parsed.ok) take(parsed.value, all);
    else if (parsed.problem.code !== 'number-empty') {
      onRefused(problemText(parsed.problem));
      return false;
    } else {
      stop();
      // A list that is left without a word changes nothing; a number that is wiped out is cleared.
      if (choices) return true;
      if (all) onClearAll();
      else onClear(row, columnId, cell);
    }
    return true;
  };

  const keyInList = (event: KeyboardEvent<HTMLTextAreaElement>, list: readonly Choice[]): boolean => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark(marked < 0 ? (step > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(list.length - 1, marked + step)));
      write('');
      return true;
    }
    const choice = list[marked];
    if (event.key !== 'Enter' || !choice || input.current?.value.trim() !== '') return false;
    take(choice.value);
    return true;
  };
  const keyInEdit = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (choices && keyInList(event, choices)) return true;
    const { key, shiftKey: shift } = event;
    const mod = event.ctrlKey || event.metaKey;
    const move = mode === 'over' && !shift && !event.altKey ? moveOf({ key, mod }) : null;
    if (key === 'Escape') stop();
    else if (key === 'F2') setMode(mode === 'over' ? 'caret' : 'over');
    else if (key === 'Enter' && mod) commit(true);
    else if (key === 'Enter' || key === 'Tab') {
      if (commit()) keys.next(key === 'Enter' ? 'columns' : 'rows', shift);
    } else if (move) {
      if (commit()) keys.move(move, false);
    } else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const composing = event.nativeEvent.isComposing;
    if (editing) {
      if (!composing && keyInEdit(event)) event.preventDefault();
      return;
    }
    const kind = choices === null ? 'number' : isSwitch(choices) ? 'switch' : 'choice';
    const intent = keyIntent({ key: event.key, shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, alt: event.altKey, composing, cell: kind });
    if (intent.kind === 'leave') return;
    event.preventDefault();
    switch (intent.kind) {
      case 'move':
        return keys.move(intent.move, intent.extend);
      case 'next':
        return keys.next(intent.along, intent.back);
      case 'lines':
        return keys.lines(intent.lines);
      case 'edit':
        return begin(intent.empty ? '' : undefined);
      case 'clear':
        return onClearAll();
      case 'menu':
        return onMenu();
      case 'escape':
        return onEscape();
      case 'toggle':
        if (row && cell && columnId !== undefined && mayEdit()) onEdit(row, columnId, cell, cell.value === 1 ? 0 : 1);
    }
  };

  return {
    editing,
    choices: editing ? choices : null,
    marked,
    mark,
    pick: (choice) => take(choice.value),
    begin,
    commit,
    onInput(text) {
      if (!editing) begin(text);
      else if (choices) mark(matchChoice(text, choices));
    },
    onKeyDown,
  };
}
