/**
 * Typing into many cells in one step: a paste, a fill, a clearing, a total spread over months. All or nothing, and each cell by
 * the rules of setCell, clearCell and setDriver, in the order given; the cost grows with the number of cells and no faster.
 */
import { changedCells, type CellAct } from '../messages/commands.ts';
import { computeBalance } from '../model/computeBalance.ts';
import type { CellAddress, Scenario, ScenarioId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { baseDraft } from './baseDraft.ts';
import { cellChecker, checkHidden, knownState } from './cellRules.ts';
import type { Command } from './command.ts';
import { lockMember, memberAddress } from './lockMember.ts';
import { overlayDraft } from './overlayDraft.ts';
import { placeOfCells } from './placeOfCells.ts';
import { stateDemands, type TypedIntensity } from './stateDemands.ts';
import { visibleCell } from './visibleCell.ts';

/** In the stored unit of the series; null clears the cell as clearCell does, and does nothing where there is nothing to clear. */
export type CellChange = CellAddress & { readonly value: number | null };
export type SetCellsArgs = { readonly scenario: ScenarioId; readonly changes: readonly CellChange[]; readonly act: CellAct };

const placeOf = ({ path, period }: CellAddress): string => `${path}@${period}`;

/** Refuses a demand over a volume of zero: no intensity would give it. A volume typed in the same step counts. */
function zeroVolume(workbook: Workbook, scenario: ScenarioId, changes: readonly CellChange[]): CellAddress | null {
  const demands = changes.flatMap((change) => {
    const lock = change.value === null || change.value <= 0 ? null : lockMember(workbook, change);
    return lock?.member === 'demand' ? [{ change, volume: memberAddress(lock, 'volume') }] : [];
  });
  if (demands.length === 0) return null;
  const typed = new Map(changes.map((change) => [placeOf(change), change.value]));
  const parent = workbook.scenarios[scenario]?.parent ?? null;
  const volumeAfter = (volume: CellAddress): number | null => {
    const own = typed.get(placeOf(volume));
    if (own !== undefined && own !== null) return own;
    // A volume that is cleared is that of the parent again, and in the root there is none.
    const seenBy = own === null ? parent : scenario;
    return seenBy === null ? null : (visibleCell(workbook, seenBy, volume)?.value ?? null);
  };
  return demands.find(({ volume }) => volumeAfter(volume) === 0)?.change ?? null;
}

function runOnRoot(workbook: Workbook, changes: readonly CellChange[]): Result<Workbook> {
  const draft = baseDraft(workbook);
  let touched = false;
  for (const change of changes) {
    const lost = change.value === null ? null : draft.write(change, change.value);
    for (const one of lost ? [change, lost] : [change]) {
      const hidden = checkHidden(workbook, one);
      if (!hidden.ok) return hidden;
    }
    touched = change.value !== null || draft.clear(change) || touched;
  }
  return touched ? ok(draft.finish()) : fail('nothing-to-clear');
}

/** The first number that would stand on a published figure, which a scenario does not replace. */
function lockedActual(workbook: Workbook, scenario: ScenarioId, changes: readonly CellChange[]): Result<CellAddress | null> {
  const typed = changes.filter(({ value }) => value !== null);
  const locks = typed.some((change) => lockMember(workbook, change) !== null);
  const balance = locks ? computeBalance(workbook, scenario) : null;
  if (balance && !balance.ok) return balance;
  const found = typed.find((change) => {
    if (knownState(workbook, change) === 'actual') return true;
    const lock = balance ? lockMember(workbook, change) : null;
    return lock !== null && balance?.value.sectors[lock.id]?.years[change.period]?.[lock.member].state === 'actual';
  });
  return ok(found ?? null);
}

function runOnScenario(workbook: Workbook, id: ScenarioId, scenario: Scenario, changes: readonly CellChange[]): Result<Workbook> {
  const locked = lockedActual(workbook, id, changes);
  if (!locked.ok) return locked;
  if (locked.value !== null) return fail('cell-actual-locked', { place: placeOf(locked.value) });
  const draft = overlayDraft(workbook, id, scenario);
  const intensities = new Map<string, TypedIntensity>();
  let touched = false;
  for (const { value, ...address } of changes) {
    if (value === null) {
      touched = draft.clear(address) || touched;
      continue;
    }
    draft.write(address, value);
    touched = true;
    const lock = lockMember(workbook, address);
    if (lock === null || lock.member === 'volume') continue;
    const demand = memberAddress(lock, 'demand');
    if (lock.member === 'demand') intensities.delete(placeOf(demand));
    else {
      draft.clear(demand);
      intensities.set(placeOf(demand), { ...lock, value });
    }
  }
  if (!touched) return fail('nothing-to-clear');
  const written = draft.finish();
  return ok(intensities.size === 0 ? written : stateDemands(written, id, [...intensities.values()]));
}

export const setCells: Command<SetCellsArgs> = {
  name: 'set-cells',
  label(workbook, { changes, act }) {
    return changedCells(act, changes.length, placeOfCells(workbook, changes));
  },
  run(workbook, { scenario: id, changes }): Result<Workbook> {
    const scenario = workbook.scenarios[id];
    if (!scenario) return fail('unknown-scenario', { place: id, values: { id } });
    const check = cellChecker(workbook);
    for (const change of changes) {
      const checked = check(change, change.value);
      if (!checked.ok) return checked;
    }
    const zero = zeroVolume(workbook, id, changes);
    if (zero !== null) return fail('lock-zero-volume', { place: placeOf(zero) });
    return scenario.parent === null ? runOnRoot(workbook, changes) : runOnScenario(workbook, id, scenario, changes);
  },
};
