/** The inputs of one scenario as a person compares them: each number in its cell, the members of a lock as the balance shows them. */
import type { Balance } from '../model/balance.ts';
import { computeBalance } from '../model/computeBalance.ts';
import { inputsOf, type Inputs } from '../model/inputs.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { UnitId } from '../model/unit.ts';
import type { Cell, CellAddress, LockMember, ScenarioId, SeriesPath, Workbook } from '../model/workbook.ts';
import { ok, type Result } from '../result.ts';

export type InputView = { readonly workbook: Workbook; readonly scenario: ScenarioId; readonly inputs: Inputs; readonly balance: Balance };

/** The view of a scenario; fails as computeBalance does. */
export function inputView(workbook: Workbook, scenario: ScenarioId): Result<InputView> {
  const balance = computeBalance(workbook, scenario);
  if (!balance.ok) return balance;
  const chain = chainOfScenario(workbook, scenario);
  return chain.ok ? ok({ workbook, scenario, inputs: inputsOf(workbook, chain.value), balance: balance.value }) : chain;
}

const memberPath = /^sectors\/([^/]+)\/(volume|intensity|demand)$/;

/** The sector and member where a path is one of volume x intensity = demand. */
export function lockOfPath(workbook: Pick<Workbook, 'sectors'>, path: SeriesPath): { readonly id: string; readonly member: LockMember } | null {
  const [, id = '', member] = memberPath.exec(path) ?? [];
  const isMember = member === 'volume' || member === 'intensity' || member === 'demand';
  return isMember && workbook.sectors[id]?.kind === 'driver' ? { id, member } : null;
}

/** The cell of an input with its source and note; of a lock's member the number that the balance has for it. */
export function inputCell({ workbook, inputs, balance }: InputView, { path, period }: CellAddress): Cell | null {
  const cell = inputs.cell(path, period);
  const lock = lockOfPath(workbook, path);
  const shown = lock && balance.sectors[lock.id]?.years[period]?.[lock.member];
  return shown ? { ...cell, value: shown.value, state: shown.state } : cell;
}

/** The unit in which the numbers of an input are stored. */
export function inputUnit({ workbook, inputs }: InputView, path: SeriesPath): UnitId {
  return inputs.own(path)?.unit ?? storedUnit(workbook, path);
}
