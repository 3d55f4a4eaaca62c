/**
 * Typing a number into an input, and clearing one. In the root scenario the workbook itself changes; in any other the number
 * becomes a difference of that scenario. Typing into a member of a three-way lock is a matter of its own: see setDriver.
 */
import { clearedCell } from '../messages/commands.ts';
import { pathName } from '../messages/names.ts';
import { describePath } from '../model/paths.ts';
import type { CellAddress, ScenarioId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkHidden, checkValue, knownState } from './cellRules.ts';
import { changedInput } from './changedInput.ts';
import type { Command } from './command.ts';
import { visibleCell } from './visibleCell.ts';
import { hasOverlay, removeBaseCell, removeOverlay, writeBaseCell, writeOverlay } from './writeCell.ts';

export type SetCellArgs = CellAddress & { readonly scenario: ScenarioId; readonly value: number };
export type ClearCellArgs = CellAddress & { readonly scenario: ScenarioId };

export const setCell: Command<SetCellArgs> = {
  name: 'set-cell',
  label(workbook, { scenario, value, ...address }) {
    const before = visibleCell(workbook, scenario, address)?.value ?? null;
    return changedInput(workbook, address, before, value);
  },
  run(workbook, { scenario, value, ...address }): Result<Workbook> {
    const target = workbook.scenarios[scenario];
    if (!target) return fail('unknown-scenario', { place: scenario, values: { id: scenario } });
    const checked = checkValue(workbook, address, value);
    if (!checked.ok) return checked;
    if (target.parent === null) {
      const hidden = checkHidden(workbook, address);
      return hidden.ok ? ok(writeBaseCell(workbook, address, value)) : hidden;
    }
    if (knownState(workbook, address) === 'actual') return fail('cell-actual-locked', { place: `${address.path}@${address.period}` });
    return ok(writeOverlay(workbook, scenario, address, value));
  },
};

export const clearCell: Command<ClearCellArgs> = {
  name: 'clear-cell',
  label(workbook, address) {
    return clearedCell(pathName(workbook, address.path), address.period);
  },
  run(workbook, { scenario, ...address }): Result<Workbook> {
    const target = workbook.scenarios[scenario];
    if (!target) return fail('unknown-scenario', { place: scenario, values: { id: scenario } });
    const checked = checkValue(workbook, address, null);
    if (!checked.ok) return checked;
    const place = `${address.path}@${address.period}`;
    if (target.parent !== null) {
      if (!hasOverlay(workbook, scenario, address)) return fail('nothing-to-clear', { place });
      return ok(removeOverlay(workbook, scenario, address));
    }
    if (!Object.hasOwn(workbook.series[address.path]?.cells ?? {}, address.period)) return fail('nothing-to-clear', { place });
    const hidden = checkHidden(workbook, address);
    if (!hidden.ok) return hidden;
    const spec = describePath(workbook, address.path);
    // A known month or an optional input goes away and the model computes it; a required input becomes missing, never zero.
    const optional = spec?.fallback !== undefined || spec?.kind === 'monthly';
    return ok(optional ? removeBaseCell(workbook, address) : writeBaseCell(workbook, address, null));
  },
};
