/** Grids of assumptions: scalars in one column, annual rates in a column per year. */
import { heads } from '../messages/heads.ts';
import { inputName } from '../messages/names.ts';
import { describePath } from '../model/paths.ts';
import type { Inputs } from '../model/inputs.ts';
import type { UnitId } from '../model/unit.ts';
import type { SeriesPath } from '../model/workbook.ts';
import { inputCell } from './cells.ts';
import type { NumberFormat, TableColumn, TableRow } from './table.ts';

/** The column of assumptions that hold for the whole horizon. */
export const valueColumn: TableColumn = { id: 'all', title: heads.value, kind: 'period', width: 92 };
export const noteColumn: TableColumn = { id: 'note', title: heads.note, kind: 'text', width: 460 };

/** One scalar assumption with its note. */
export function scalarRow(inputs: Inputs, path: SeriesPath, unit: UnitId, format: NumberFormat, indent = 0): TableRow {
  const stored = inputs.series(path)?.unit ?? unit;
  const cell = inputCell(inputs, path, 'all', unit, stored);
  const note = inputs.cell(path, 'all')?.note;
  return {
    id: path,
    kind: 'row',
    indent,
    label: inputName(inputs.workbook, path),
    unit,
    format,
    cells: { all: cell, ...(note ? { note: { value: null, text: note, role: 'label' as const } } : {}) },
  };
}

/** One annual assumption, a cell per year from `from` on. */
export function annualRow(inputs: Inputs, path: SeriesPath, years: readonly number[], unit: UnitId, format: NumberFormat): TableRow {
  const spec = describePath(inputs.workbook, path);
  const stored = inputs.series(path)?.unit ?? (spec?.dimensions[0] === 'ratio' ? 'ratio' : unit);
  return {
    id: path,
    kind: 'row',
    label: inputName(inputs.workbook, path),
    unit,
    format,
    cells: Object.fromEntries(years.map((year) => [String(year), inputCell(inputs, path, String(year), unit, stored)])),
  };
}
