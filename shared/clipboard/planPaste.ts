/**
 * What a paste would do, cell by cell, before anything is changed: the numbers in the units they are stored in, ready for
 * setCells, and beside them everything that a person may want to see first: what was read otherwise than it is written, what
 * cannot be taken and why, and published figures that would be replaced.
 */
import type { CellChange } from '../commands/setCells.ts';
import { cellWriter, lockOf, unitOfCell, type CellWriter } from '../grid/cellWriter.ts';
import type { CellRef, GridSelection } from '../grid/selection.ts';
import { takesNumbers } from '../grid/takesNumbers.ts';
import { converted, pasteRefusals, readings, unitDoesNotFit } from '../messages/clipboard.ts';
import { languages, type Phrase } from '../messages/phrase.ts';
import { unitNames } from '../messages/units.ts';
import { convertUnit } from '../model/unit.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { parseChoice } from '../tables/parseChoice.ts';
import type { Table, TableCell, TableRow } from '../tables/table.ts';
import { changeSet } from './changeSet.ts';
import { copyText } from './copyText.ts';
import { decimalEvidence, type DecimalReading } from './decimalEvidence.ts';
import type { ClipboardBlock, ClipboardCell } from './parseClipboard.ts';
import { placeBlock } from './placeBlock.ts';
import { readCell } from './readCell.ts';

export type PasteContext = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly transpose?: boolean;
  /** The numbers are in thousands: each that names no unit of its own is multiplied by 1,000. */
  readonly times1000?: boolean;
};

/** A text that was not read as it is written. The value is in the unit that the cell is shown in; null is empty. */
export type Reinterpreted = { readonly at: CellRef; readonly text: string; readonly value: number | null; readonly why: Phrase };
/** A text that goes nowhere; `at` is null where it lies outside the table. */
export type RefusedText = { readonly at: CellRef | null; readonly text: string; readonly reason: Phrase };
/** A published figure of the workbook itself that the change would replace; `before` is in the stored unit. */
export type Overwritten = { readonly at: CellRef; readonly before: number };

export type PastePlan = {
  readonly changes: readonly CellChange[];
  readonly reinterpreted: readonly Reinterpreted[];
  readonly refused: readonly RefusedText[];
  readonly overwritten: readonly Overwritten[];
  /** What was said of the block as a whole. */
  readonly remarks: readonly Phrase[];
  /** Of the cells that are written to, heads left out. */
  readonly shape: { readonly rows: number; readonly columns: number };
  /** The numbers went to the columns of the periods that stood over them. */
  readonly monthAware: boolean;
};

type Value = { readonly kind: 'value'; readonly value: number | null; readonly why: Phrase | null } | { readonly kind: 'refused'; readonly reason: Phrase };

const refused = (reason: Phrase): Value => ({ kind: 'refused', reason });

/** The number that a text means in a cell, in the unit the cell is shown in. */
function valueIn(row: TableRow, target: TableCell, cell: ClipboardCell, decimal: DecimalReading, times1000: boolean): Value {
  if (target.choices) {
    const chosen = parseChoice(cell.text, target.choices);
    if (chosen.ok) return { kind: 'value', value: chosen.value, why: null };
    return chosen.problem.code === 'number-empty' ? { kind: 'value', value: null, why: null } : refused(pasteRefusals.choice);
  }
  const read = readCell(cell, decimal);
  if (read.kind === 'refused') return read;
  if (read.kind === 'empty') return { kind: 'value', value: null, why: read.note };
  const unit = unitOfCell(row, target);
  if (read.yuan && unit !== 'yuanPerKg') return refused(pasteRefusals.notMoney);
  if (read.unit === null) return times1000 ? { kind: 'value', value: read.value * 1000, why: read.note ?? readings.thousand } : { kind: 'value', value: read.value, why: read.note };
  const value = unit === undefined ? null : convertUnit(read.value, read.unit, unit);
  if (value === null || unit === undefined) return refused(unitDoesNotFit(unitNames[read.unit], unitNames[unit ?? 'ratio']));
  return { kind: 'value', value, why: read.unit === unit || read.unit === 'percent' ? read.note : converted(unitNames[read.unit]) };
}

/** A computed cell or a note takes back the very text that was copied from it. */
function standsThere(row: TableRow, cell: TableCell | undefined, text: string): boolean {
  return !takesNumbers(cell) && languages.some((language) => copyText(row, cell, language) === text);
}

function transposed(rows: ClipboardBlock['rows']): ClipboardBlock['rows'] {
  return (rows[0] ?? []).map((_, c) => rows.map((row): ClipboardCell => row[c] ?? { text: '' }));
}

/** `table` is the grid as it is shown: its rows in the order and selection in which they are seen. */
export function planPaste(table: Table, target: GridSelection, block: ClipboardBlock, { workbook, scenario, transpose = false, times1000 = false }: PasteContext): PastePlan {
  const rows = transpose ? transposed(block.rows) : block.rows;
  const placement = placeBlock(table, target, rows);
  const decimal = decimalEvidence(placement.placed.map(({ cell }) => cell.text), block.decimal);
  const writer: CellWriter = cellWriter(workbook, scenario);
  const changes = changeSet();
  const reinterpreted: Reinterpreted[] = [];
  const overwritten: Overwritten[] = [];
  const refusals: RefusedText[] = placement.unplaced.map(({ cell, at, reason }) => ({ at, text: cell.text, reason }));

  for (const { cell, row, column } of placement.placed) {
    const own = row.cells[column.id];
    const at: CellRef = { rowId: row.id, columnId: column.id };
    const { text } = cell;
    if (standsThere(row, own, text)) continue;
    const read: Value = own !== undefined && takesNumbers(own) ? valueIn(row, own, cell, decimal, times1000) : { kind: 'value', value: text.trim() === '' ? null : 0, why: null };
    if (read.kind === 'refused') {
      refusals.push({ at, text, reason: read.reason });
      continue;
    }
    const written = writer.write(row, own, read.value);
    if (written.kind === 'refused') refusals.push({ at, text, reason: written.reason });
    if (written.kind !== 'change') continue;
    const { published } = written;
    const contradicts = written.changes.some((change) => {
      const before = changes.at(change);
      return before !== undefined && before.value !== change.value;
    });
    if (contradicts) {
      refusals.push({ at, text, reason: pasteRefusals.twice });
      continue;
    }
    const [first] = written.changes;
    if (published !== null && first && !changes.at(first)) overwritten.push({ at, before: published });
    for (const change of written.changes) changes.add(change);
    if (read.why !== null) reinterpreted.push({ at, text, value: read.value, why: read.why });
  }
  const { shape, monthAware, bareMonths, steppedOver } = placement;
  const locked = lockOf(workbook, scenario);
  if (locked !== null) return { changes: [], reinterpreted: [], refused: [{ at: null, text: '', reason: locked }], overwritten: [], remarks: [], shape, monthAware };
  const remarks = [...(bareMonths ? [readings.yearOfColumns] : []), ...(steppedOver ? [readings.totalsLeftOut] : [])];
  return { changes: changes.list, reinterpreted, refused: refusals, overwritten, remarks, shape, monthAware };
}

/** True where a person should see the plan before it is carried out. */
export function needsPreview({ reinterpreted, refused: refusals, overwritten, remarks }: PastePlan): boolean {
  return reinterpreted.length + refusals.length + overwritten.length + remarks.length > 0;
}
