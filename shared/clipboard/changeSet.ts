/**
 * The changes of a paste, each cell once, in the order in which they came. They are found by path and then by period: both are
 * texts that exist already, and making one text of the two costs more than reading the number.
 */
import type { CellChange } from '../commands/setCells.ts';
import type { CellAddress } from '../model/workbook.ts';

export type ChangeSet = {
  readonly list: readonly CellChange[];
  at(address: CellAddress): CellChange | undefined;
  /** Of a cell that is in the list already, the first change stays. */
  add(change: CellChange): void;
};

export function changeSet(): ChangeSet {
  const list: CellChange[] = [];
  const byPath = new Map<string, Map<string, CellChange>>();
  return {
    list,
    at: ({ path, period }) => byPath.get(path)?.get(period),
    add(change) {
      const found = byPath.get(change.path);
      const periods = found ?? new Map<string, CellChange>();
      if (!found) byPath.set(change.path, periods);
      if (periods.has(change.period)) return;
      periods.set(change.period, change);
      list.push(change);
    },
  };
}
