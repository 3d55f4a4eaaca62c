/**
 * Typing into a member of volume x intensity = demand (method, section 1, "Three-way lock").
 *
 * A member that drives takes the number. Typing into the yielding member is accepted: volume stays and the other one yields
 * from then on, visibly, in one step. In a scenario the numbers are differences, and a demand typed there applies last.
 */
import { computeBalance } from '../model/computeBalance.ts';
import { yieldingMember } from '../model/drivers.ts';
import type { CellAddress, DriverSector, LockMember, ScenarioId, SectorId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkHidden, checkValue, knownState } from './cellRules.ts';
import { changedInput } from './changedInput.ts';
import type { Command } from './command.ts';
import { stateDemands } from './stateDemands.ts';
import { visibleCell } from './visibleCell.ts';
import { hasOverlay, removeBaseCell, removeOverlay, writeBaseCell, writeOverlay } from './writeCell.ts';

export type SetDriverArgs = {
  readonly scenario: ScenarioId;
  readonly sector: SectorId;
  readonly year: number;
  readonly member: LockMember;
  /** Base units: vehicles, units or MW; kg per one of them; t. */
  readonly value: number;
};

function addressOf(args: Pick<SetDriverArgs, 'sector' | 'year'>, member: LockMember): CellAddress {
  return { path: `sectors/${args.sector}/${member}`, period: String(args.year) };
}

/** Which member yields once one of them is typed into. */
export function yieldingAfter(current: LockMember, typed: LockMember): LockMember {
  if (typed !== current) return current;
  return typed === 'demand' ? 'intensity' : 'demand';
}

function runOnRoot(workbook: Workbook, sector: DriverSector, args: SetDriverArgs): Result<Workbook> {
  const current = yieldingMember(sector, args.year);
  const next = yieldingAfter(current, args.member);
  // Both the number typed over and the one that gives way would be lost.
  for (const member of [args.member, ...(next === current ? [] : [next])]) {
    const hidden = checkHidden(workbook, addressOf(args, member));
    if (!hidden.ok) return hidden;
  }
  const written = writeBaseCell(workbook, addressOf(args, args.member), args.value);
  if (next === current) return ok(written);
  // The member that yields from now on keeps no number of its own, so that the file states nothing it does not use.
  const cleared = removeBaseCell(written, addressOf(args, next));
  const yields = { ...sector.yields, [String(args.year)]: next };
  return ok({ ...cleared, sectors: { ...cleared.sectors, [args.sector]: { ...sector, yields } } });
}

function runOnScenario(workbook: Workbook, args: SetDriverArgs): Result<Workbook> {
  const balance = computeBalance(workbook, args.scenario);
  if (!balance.ok) return balance;
  const year = balance.value.sectors[args.sector]?.years[String(args.year)];
  const address = addressOf(args, args.member);
  if (year?.[args.member].state === 'actual' || knownState(workbook, address) === 'actual') {
    return fail('cell-actual-locked', { place: `${address.path}@${address.period}` });
  }
  const demand = addressOf(args, 'demand');
  if (args.member !== 'intensity') return ok(writeOverlay(workbook, args.scenario, address, args.value));
  const freed = hasOverlay(workbook, args.scenario, demand) ? removeOverlay(workbook, args.scenario, demand) : workbook;
  const typed = writeOverlay(freed, args.scenario, addressOf(args, 'intensity'), args.value);
  return ok(stateDemands(typed, args.scenario, [{ id: args.sector, year: args.year, value: args.value }]));
}

export const setDriver: Command<SetDriverArgs> = {
  name: 'set-driver',
  label(workbook, args) {
    const balance = computeBalance(workbook, args.scenario);
    const before = balance.ok ? (balance.value.sectors[args.sector]?.years[String(args.year)]?.[args.member].value ?? null) : null;
    return changedInput(workbook, addressOf(args, args.member), before, args.value);
  },
  run(workbook, args): Result<Workbook> {
    const scenario = workbook.scenarios[args.scenario];
    if (!scenario) return fail('unknown-scenario', { place: args.scenario, values: { id: args.scenario } });
    const address = addressOf(args, args.member);
    const sector = workbook.sectors[args.sector];
    if (sector?.kind !== 'driver') return fail('unknown-path', { place: address.path, values: { path: address.path } });
    const checked = checkValue(workbook, address, args.value);
    if (!checked.ok) return checked;
    if (args.member === 'demand' && args.value > 0 && visibleCell(workbook, args.scenario, addressOf(args, 'volume'))?.value === 0) {
      return fail('lock-zero-volume', { place: `${address.path}@${address.period}` });
    }
    return scenario.parent === null ? runOnRoot(workbook, sector, args) : runOnScenario(workbook, args);
  },
};
