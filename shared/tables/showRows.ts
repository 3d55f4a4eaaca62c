/**
 * A table as one person likes to read it: rows that match a text, groups folded away, other units and decimals by row. Pure: the
 * grid shows what comes out, and a number typed is in the unit that is shown.
 */
import { convertUnit, units, type UnitId } from '../model/unit.ts';
import { foldText } from '../search/fuzzyScore.ts';
import { groupsOfRows } from './rowGroups.ts';
import type { CellEdit, Table, TableCell, TableRow } from './table.ts';

export type RowDisplay = { readonly unit?: UnitId | undefined; readonly decimals?: number | undefined };

export type TableDisplay = {
  /** By row id. */
  readonly rows: Readonly<Record<string, RowDisplay>>;
  /** Ids of the group rows that are folded. */
  readonly folded: readonly string[];
  /** Rows whose name holds every word of it; empty shows all. */
  readonly filter: string;
};

export const mostDecimals = 8;

/** The units a row may be read in; only its own where its unit has a name of its own. */
export function unitsFor(row: TableRow): readonly UnitId[] {
  if (row.unit === undefined || row.unitLabel !== undefined) return row.unit === undefined ? [] : [row.unit];
  const { dimension } = units[row.unit];
  return (Object.keys(units) as UnitId[]).filter((id) => units[id].dimension === dimension);
}

/** As many significant digits in the other unit. */
function decimalsIn(row: TableRow, unit: UnitId): number {
  const factor = row.unit === undefined ? null : convertUnit(1, row.unit, unit);
  return factor === null ? row.format.decimals : Math.max(0, Math.min(mostDecimals, row.format.decimals - Math.round(Math.log10(factor))));
}

function editIn(edit: CellEdit, from: UnitId, to: UnitId): CellEdit {
  if (edit.kind !== 'spread') return edit;
  return { ...edit, parts: edit.parts.map((part) => ({ ...part, value: part.value === null ? null : convertUnit(part.value, from, to) })) };
}

/** A cell with a unit or a format of its own is no amount of the row's: a share, a change. */
function cellIn(cell: TableCell, from: UnitId, to: UnitId): TableCell {
  if (cell.unit !== undefined || cell.format !== undefined) return cell;
  const value = cell.value === null ? null : convertUnit(cell.value, from, to);
  return { ...cell, value, ...(cell.edit === undefined ? {} : { edit: editIn(cell.edit, from, to) }) };
}

function rowIn(row: TableRow, display: RowDisplay | undefined): TableRow {
  const from = row.unit;
  const to = display?.unit !== undefined && unitsFor(row).includes(display.unit) ? display.unit : from;
  const unlike = from !== undefined && to !== undefined && to !== from;
  const decimals = display?.decimals ?? (unlike ? decimalsIn(row, to) : row.format.decimals);
  if (!unlike && decimals === row.format.decimals) return row;
  const cells = unlike ? Object.fromEntries(Object.entries(row.cells).map(([id, cell]) => [id, cellIn(cell, from, to)])) : row.cells;
  return { ...row, ...(to === undefined ? {} : { unit: to }), format: { ...row.format, decimals }, cells };
}

function matches(row: TableRow, group: TableRow | null, words: readonly string[]): boolean {
  const text = foldText(`${row.label.en} ${row.label.zh} ${group?.label.en ?? ''} ${group?.label.zh ?? ''}`);
  return words.every((word) => text.includes(word));
}

/** The table itself where nothing is to be shown otherwise. */
export function showRows(table: Table, { rows: displays, folded, filter }: TableDisplay): Table {
  const words = foldText(filter).split(/\s+/).filter((word) => word !== '');
  const groups = groupsOfRows(table.rows);
  const grouped = new Set(groups.flatMap((group) => (group ? [group.id] : [])));
  const wanted = table.rows.map((row, at) => row.kind !== 'group' && (words.length === 0 || matches(row, groups[at] ?? null, words)));
  const withRows = new Set(groups.flatMap((group, at) => (group && wanted[at] === true ? [group.id] : [])));
  const rows = table.rows.flatMap((row, at): TableRow[] => {
    if (row.kind === 'group') {
      // A search shows what it finds, whatever is folded.
      const isFolded = words.length === 0 && folded.includes(row.id);
      if (words.length > 0 && !withRows.has(row.id)) return [];
      return [grouped.has(row.id) ? { ...row, folded: isFolded } : row];
    }
    const group = groups[at];
    if (wanted[at] !== true || (words.length === 0 && group && folded.includes(group.id))) return [];
    return [rowIn(row, displays[row.id])];
  });
  return { ...table, rows };
}
