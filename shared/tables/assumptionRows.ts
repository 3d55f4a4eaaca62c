/** Grids of assumptions: scalars in one column, annual rates in a column per year. */
import { heads } from '../messages/heads.ts';
import { cellWords } from '../messages/inputGroups.ts';
import { inputName } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import type { Inputs } from '../model/inputs.ts';
import { yearsOf } from '../model/period.ts';
import type { SeriesPath, Workbook } from '../model/workbook.ts';
import { contextCell, inputContext } from './cells.ts';
import { inputDisplay } from './inputDisplay.ts';
import type { TableCell, TableColumn, TableRow } from './table.ts';

/** The column of assumptions that hold for the whole horizon. */
export const valueColumn: TableColumn = { id: 'all', title: heads.value, kind: 'period', width: 100 };
export const noteColumn: TableColumn = { id: 'note', title: heads.note, kind: 'text', width: 460 };

/** A column for every year that the horizon meets. */
export function plainYearColumns(workbook: Pick<Workbook, 'horizon'>): readonly TableColumn[] {
  return yearsOf(workbook.horizon).map((year) => ({ id: String(year), title: phrase(String(year), String(year)), kind: 'period', period: String(year), width: 78 }));
}

type RowLook = { readonly label?: Phrase; readonly indent?: number };

function noteCell(text: Phrase, quiet: boolean): TableCell {
  return { value: null, text, role: 'label', ...(quiet ? { quiet } : {}) };
}

/** One scalar assumption with its note; where nobody typed it, the note says that its default stands. */
export function scalarRow(inputs: Inputs, path: SeriesPath, { label, indent = 0 }: RowLook = {}): TableRow {
  const { unit, format } = inputDisplay(inputs.workbook, path);
  const context = inputContext(inputs, path, unit);
  const cell = contextCell(context, 'all');
  const note = context.series?.cells.all?.note;
  const standard = cell.quiet === true && cell.value !== null;
  return {
    id: path,
    kind: 'row',
    indent,
    label: label ?? inputName(inputs.workbook, path),
    ...(unit === undefined ? {} : { unit }),
    format,
    cells: { all: cell, ...(note ? { note: noteCell(note, false) } : standard ? { note: noteCell(cellWords.standard, true) } : {}) },
  };
}

/** One annual assumption, a cell for each of the years; its note is that of the last year which has one. */
export function annualRow(inputs: Inputs, path: SeriesPath, years: readonly number[], { label, indent = 0 }: RowLook = {}): TableRow {
  const { unit, format } = inputDisplay(inputs.workbook, path);
  const context = inputContext(inputs, path, unit);
  const note = years.map((year) => context.series?.cells[String(year)]?.note).findLast((one) => one !== undefined);
  return {
    id: path,
    kind: 'row',
    indent,
    label: label ?? inputName(inputs.workbook, path),
    ...(unit === undefined ? {} : { unit }),
    format,
    cells: { ...Object.fromEntries(years.map((year) => [String(year), contextCell(context, String(year))])), ...(note ? { note: noteCell(note, false) } : {}) },
  };
}
