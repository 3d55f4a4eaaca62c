/** The columns of a table as the grid paints them: what a cell says and how it looks. */
import type { CellClassParams, ColDef, ICellRendererParams } from 'ag-grid-community';
import { formatNumber, formatPeriod } from '../../shared/format.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { unitNames } from '../../shared/messages/units.ts';
import type { TableCell, TableColumn, TableRow } from '../../shared/tables/table.ts';
import { GroupLabel } from './GroupLabel.tsx';
import { twinId } from './twins.ts';

export function cellText(cell: TableCell | undefined, row: TableRow, language: Language): string {
  if (!cell || cell.role === 'blank') return '';
  if (cell.text) return cell.text[language];
  return formatNumber(cell.value, cell.format ?? row.format, language);
}

function isLeft(column: TableColumn): boolean {
  return column.kind === 'label' || column.kind === 'text' || column.kind === 'unit';
}

function cellClasses(cell: TableCell | undefined, column: TableColumn): string[] {
  const classes = [isLeft(column) ? 'left' : 'number', `column-${column.kind}`];
  if (column.forecast === true) classes.push('forecast');
  if (!cell) return classes;
  classes.push(cell.role, cell.origin === undefined ? 'plain' : `origin-${cell.origin}`, `state-${cell.state ?? 'none'}`);
  if (cell.yielding === true) classes.push('yielding');
  if (cell.quiet === true) classes.push('quiet');
  if (cell.choices) classes.push('choices');
  if (cell.noted === true) classes.push('noted');
  if (cell.flagged === true) classes.push('flagged');
  if (cell.value === null && !cell.text) classes.push('missing');
  return classes;
}

function labelClasses(column: TableColumn, row: TableRow | undefined): string[] {
  const indent = row?.indent ?? 0;
  return column.kind !== 'label' || indent === 0 ? [] : [indent > 1 ? 'indent-more' : 'indent'];
}

export function columnTitle(column: TableColumn, language: Language): string {
  return column.period === column.id ? formatPeriod(column.period, language) : column.title[language];
}

export function gridColumns(columns: readonly TableColumn[], language: Language): ColDef<TableRow>[] {
  // Beside many months the unit would scroll away from its row.
  const pinsUnit = columns[1]?.kind === 'unit';
  const drawn = (column: TableColumn): ColDef<TableRow> => ({
    colId: column.id,
    headerName: columnTitle(column, language),
    width: column.width,
    pinned: column.kind === 'label' || (column.kind === 'unit' && pinsUnit) ? 'left' : null,
    sortable: false,
    suppressMovable: true,
    headerClass: isLeft(column) ? 'left' : 'number',
    valueGetter: ({ data }) => (column.kind === 'label' ? (data?.kind === 'group' ? data : data?.label) : column.id === 'unit' ? data?.unit : data?.cells[column.id]),
    equals: (a, b) => a === b,
    ...(column.kind === 'label' ? { cellRendererSelector: ({ data }: ICellRendererParams<TableRow>) => (data?.kind === 'group' ? { component: GroupLabel, params: { language } } : undefined) } : {}),
    valueFormatter: ({ data }) => {
      if (!data) return '';
      if (column.kind === 'label') return data.label[language];
      if (column.kind === 'unit') return data.unitLabel?.[language] ?? (data.unit === undefined ? '' : unitNames[data.unit][language]);
      return cellText(data.cells[column.id], data, language);
    },
    cellClass: ({ data }: CellClassParams<TableRow>) => [...cellClasses(data?.cells[column.id], column), ...labelClasses(column, data)],
  });
  // Every total has a twin at the right edge, shown while the total itself is scrolled away.
  const twins = columns.filter(({ kind }) => kind === 'total').map((column): ColDef<TableRow> => ({ ...drawn(column), colId: twinId(column.id), pinned: 'right', initialHide: true }));
  return [...columns.map(drawn), ...twins];
}
