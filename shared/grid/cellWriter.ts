/**
 * What entering a number into a cell of a table would change: the one answer for pastes, fills and time tools. Units, published
 * figures, bounds and the yielding member are decided here as they are when a single number is typed.
 */
import { cellChecker, checkHidden } from '../commands/cellRules.ts';
import type { CellChange } from '../commands/setCells.ts';
import { pasteRefusals } from '../messages/clipboard.ts';
import type { Phrase } from '../messages/phrase.ts';
import { problemText } from '../messages/problems.ts';
import { inputsOf } from '../model/inputs.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { chainOfScenario, type ResolvedSeries } from '../model/resolve.ts';
import { convertUnit, type UnitId } from '../model/unit.ts';
import type { CellAddress, ScenarioId, SeriesPath, Workbook } from '../model/workbook.ts';
import { ok, type Result } from '../result.ts';
import { freeMonths, spreadEdit } from '../tables/spreadEdit.ts';
import type { CellEdit, TableCell, TableRow } from '../tables/table.ts';

export type Written =
  | {
      readonly kind: 'change';
      /** One, or those of the months that a longer period spreads its number over. */
      readonly changes: readonly CellChange[];
      /** The published figure that it replaces. */
      readonly published: number | null;
    }
  /** The cell shows that number already. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly reason: Phrase };

export type CellWriter = {
  /** The number is in the unit that the cell is shown in; null empties the cell. */
  write(row: TableRow, cell: TableCell | undefined, value: number | null): Written;
  /** True for a cell that keeps its number whatever is entered: computed, published, or hidden by the as-of date. */
  isFixed(cell: TableCell | undefined): boolean;
};

const refused = (reason: Phrase): Written => ({ kind: 'refused', reason });

/** Why nothing at all can be entered in a scenario; null where it is open. */
export function lockOf({ scenarios }: Workbook, id: ScenarioId): Phrase | null {
  const scenario = scenarios[id];
  if (scenario?.locked !== true) return null;
  return problemText({ code: 'scenario-locked', place: id, values: { name: scenario.name.en, nameZh: scenario.name.zh } });
}

export function unitOfCell(row: TableRow, cell: TableCell): UnitId | undefined {
  return cell.unit ?? row.unit;
}

/** Equal to the fifteen digits that a spreadsheet keeps. */
function near(value: number, other: number | null): boolean {
  return other !== null && Math.abs(value - other) <= 5.1e-15 * Math.abs(other);
}

export function cellWriter(workbook: Workbook, scenario: ScenarioId): CellWriter {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const check = cellChecker(workbook);
  const known = new Map<SeriesPath, { readonly stored: UnitId; readonly series: ResolvedSeries | null }>();
  /** The published figure of the workbook itself that a number would replace. */
  const publishedAt = ({ path, period }: CellAddress): number | null => {
    const cell = workbook.series[path]?.cells[period];
    return inputs.isRoot && cell?.state === 'actual' ? cell.value : null;
  };
  const at = (path: SeriesPath) => {
    const found = known.get(path) ?? { stored: storedUnit(workbook, path), series: inputs.series(path) };
    known.set(path, found);
    return found;
  };
  const hiddenAt = (address: CellAddress): Result<null> => (inputs.isRoot ? checkHidden(workbook, address) : ok(null));
  /** True for a number that the scenario itself holds and clearing would take away. */
  const isOwn = ({ path, period }: CellAddress): boolean => {
    const cell = at(path).series?.cells[period];
    return inputs.isRoot ? cell !== undefined && cell.value !== null : cell !== undefined && 'origin' in cell && cell.origin === 'own';
  };
  const writeSpread = (row: TableRow, cell: TableCell, edit: Extract<CellEdit, { kind: 'spread' }>, value: number | null): Written => {
    if (value !== null && near(value, cell.value)) return { kind: 'same' };
    const spread = value === null ? ok(freeMonths(edit).filter(isOwn)) : spreadEdit(workbook, scenario, row, cell, edit, value);
    if (!spread.ok) return refused(problemText(spread.problem));
    for (const change of spread.value) {
      const checked = check(change, change.value);
      if (!checked.ok) return refused(problemText(checked.problem));
    }
    return spread.value.length === 0 ? { kind: 'same' } : { kind: 'change', changes: spread.value, published: null };
  };
  return {
    isFixed(cell) {
      if (cell?.edit?.kind === 'spread') return cell.edit.parts.every((part) => part.pinned || !hiddenAt(part).ok);
      return cell?.edit?.kind !== 'input' || cell.state === 'actual' || !hiddenAt(cell.edit.address).ok;
    },
    write(row, cell, value) {
      if (cell === undefined || cell.role === 'blank') return value === null ? { kind: 'same' } : refused(pasteRefusals.blank);
      if (cell.edit?.kind === 'spread') return writeSpread(row, cell, cell.edit, value);
      if (cell.edit?.kind !== 'input') return value === null && cell.value === null ? { kind: 'same' } : refused(cell.edit?.reason ?? pasteRefusals.blank);
      const { address } = cell.edit;
      const hidden = hiddenAt(address);
      if (!hidden.ok) return value === null || near(value, cell.value) ? { kind: 'same' } : refused(problemText(hidden.problem));
      const { stored, series } = at(address.path);
      const before = series?.cells[address.period];
      if (value === null) {
        return isOwn(address) ? { kind: 'change', changes: [{ ...address, value: null }], published: publishedAt(address) } : { kind: 'same' };
      }
      const unit = unitOfCell(row, cell);
      const shown = before && before.value !== null && unit !== undefined ? convertUnit(before.value, stored, unit) : (before?.value ?? null);
      // A yielding member shows what the others give, and takes its own number back as nothing new.
      if (cell.yielding === true && cell.role === 'computed' && near(value, cell.value)) return { kind: 'same' };
      // Stored as it was where it is shown as it was: a conversion forth and back must not shed its source.
      const base = before && near(value, shown) ? before.value : unit === undefined ? value : convertUnit(value, unit, stored);
      const checked = check(address, base);
      if (!checked.ok) return refused(problemText(checked.problem));
      if (inputs.isRoot && before?.value === base && cell.yielding !== true) return { kind: 'same' };
      return { kind: 'change', changes: [{ ...address, value: base }], published: publishedAt(address) };
    },
  };
}
