/** What a screen reader says of the selection: the group and the row, the column, the value with its unit, and what state it is in. */
import { formatPeriod } from '../../shared/format.ts';
import { boundsOf, type Lattice } from '../../shared/grid/lattice.ts';
import { lastRange } from '../../shared/grid/select.ts';
import type { GridSelection } from '../../shared/grid/selection.ts';
import { announcedCell, announcedRange, spokenStates } from '../../shared/messages/grid.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { stateNames } from '../../shared/messages/states.ts';
import { unitNames } from '../../shared/messages/units.ts';
import { groupsOfRows } from '../../shared/tables/rowGroups.ts';
import type { Table, TableCell } from '../../shared/tables/table.ts';
import { cellText } from './gridColumns.ts';

function statesOf(cell: TableCell): readonly Phrase[] {
  return [
    ...(cell.state === undefined ? [] : [stateNames[cell.state]]),
    ...(cell.role === 'computed' ? [spokenStates.computed] : []),
    ...(cell.origin === 'own' ? [spokenStates.own] : []),
    ...(cell.flagged === true ? [spokenStates.flagged] : []),
    ...(cell.noted === true ? [spokenStates.noted] : []),
  ];
}

export function announcement(table: Table, lattice: Lattice, selection: GridSelection | null, language: Language): string {
  const row = selection && lattice.rows[lattice.rowIndex.get(selection.active.rowId) ?? -1];
  const column = selection && lattice.columns[lattice.columnIndex.get(selection.active.columnId) ?? -1];
  if (!row || !column) return '';
  const bounds = boundsOf(lattice, lastRange(selection));
  const rows = bounds ? bounds.bottom - bounds.top + 1 : 1;
  const columns = bounds ? bounds.right - bounds.left + 1 : 1;
  if (rows * columns > 1) return announcedRange(rows, columns)[language];
  const cell = row.cells[column.id];
  const measure = cell?.unit ?? row.unit;
  const hasUnit = cell && measure !== undefined && !cell.text && (cell.format ?? row.format).percent !== true;
  const unit = hasUnit ? ` ${(row.unitLabel ?? unitNames[measure])[language]}` : '';
  const head = column.period === column.id ? formatPeriod(column.period, language) : column.title[language];
  const group = groupsOfRows(table.rows)[table.rows.indexOf(row)]?.label ?? null;
  return announcedCell(group, row.label, head, `${cellText(cell, row, language)}${unit}`, cell ? statesOf(cell) : [])[language];
}
