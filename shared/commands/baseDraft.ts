/**
 * Many cells of the workbook itself written in one go: each series is copied once, whatever the number of its cells, and is
 * the same object afterwards where nothing of it changed. Each write means what writeCell.ts means by it.
 */
import { yieldingMember } from '../model/drivers.ts';
import { describePath } from '../model/paths.ts';
import { storedUnit } from '../model/pathUnits.ts';
import type { Cell, CellAddress, LockMember, PeriodKey, SectorId, Series, SeriesPath, Workbook } from '../model/workbook.ts';
import { typedState } from './cellRules.ts';
import { lockMember, memberAddress, type LockPlace } from './lockMember.ts';
import { yieldingAfter } from './setDriver.ts';

export type BaseDraft = {
  /** Puts a typed number in; into the yielding member of a lock as setDriver does. Gives the member that lost its own number by it. */
  write(address: CellAddress, value: number): CellAddress | null;
  /** What clearing means: an optional input goes away, a required one becomes missing. False where there was nothing. */
  clear(address: CellAddress): boolean;
  finish(): Workbook;
};

export function baseDraft(workbook: Workbook): BaseDraft {
  const copies = new Map<SeriesPath, { readonly series: Series; readonly cells: Record<PeriodKey, Cell>; readonly optional: boolean }>();
  const yields = new Map<SectorId, Record<string, LockMember>>();

  const copyOf = (path: SeriesPath) => {
    const known = copies.get(path);
    if (known) return known;
    const spec = describePath(workbook, path);
    const series = workbook.series[path] ?? { kind: spec?.kind ?? 'scalar', unit: storedUnit(workbook, path), cells: {} };
    const copy = { series, cells: { ...series.cells }, optional: spec?.fallback !== undefined || spec?.kind === 'monthly' };
    copies.set(path, copy);
    return copy;
  };
  const put = ({ path, period }: CellAddress, value: number | null): void => {
    const { cells } = copyOf(path);
    const before = cells[period];
    if (before?.value !== value) cells[period] = { value, state: typedState(workbook, period, before?.state), grade: 'C' };
  };
  const remove = ({ path, period }: CellAddress): void => {
    delete copyOf(path).cells[period];
  };
  const typeIntoLock = (lock: LockPlace): CellAddress | null => {
    const own = yields.get(lock.id) ?? { ...lock.sector.yields };
    const current = own[String(lock.year)] ?? yieldingMember(lock.sector, lock.year);
    const next = yieldingAfter(current, lock.member);
    if (next === current) return null;
    const lost = memberAddress(lock, next);
    remove(lost);
    yields.set(lock.id, { ...own, [String(lock.year)]: next });
    return lost;
  };

  return {
    write(address, value) {
      put(address, value);
      const lock = lockMember(workbook, address);
      return lock ? typeIntoLock(lock) : null;
    },
    clear(address) {
      const { cells, optional } = copyOf(address.path);
      const before = Object.hasOwn(cells, address.period) ? cells[address.period] : undefined;
      if (before === undefined || (!optional && before.value === null)) return false;
      if (optional) remove(address);
      else put(address, null);
      return true;
    },
    finish() {
      const changed = [...copies].filter(([, { series, cells }]) => !sameCells(series.cells, cells));
      if (changed.length === 0 && yields.size === 0) return workbook;
      const series = { ...workbook.series };
      for (const [path, { series: before, cells }] of changed) series[path] = { ...before, cells };
      const sectors = { ...workbook.sectors };
      for (const [id, own] of yields) {
        const sector = sectors[id];
        if (sector?.kind === 'driver') sectors[id] = { ...sector, yields: own };
      }
      return { ...workbook, series, ...(yields.size === 0 ? {} : { sectors }) };
    },
  };
}

function sameCells(before: Series['cells'], after: Series['cells']): boolean {
  const keys = Object.keys(after);
  return keys.length === Object.keys(before).length && keys.every((key) => before[key] === after[key]);
}
