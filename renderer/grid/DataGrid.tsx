/**
 * Every grid of the product. AG Grid paints, virtualises and resizes; focus, selection, keys and editing are ours: one text
 * area in a layer over the grid always holds the focus and is the editor, so that an input method never loses its first key
 * and a row may be computed again while it is being typed into.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { AgGridReact } from 'ag-grid-react';
import { CellStyleModule, ClientSideRowModelModule, ColumnApiModule, ModuleRegistry, RowApiModule, RowStyleModule, ScrollApiModule, themeQuartz, type CellClassParams, type ColDef, type GridApi } from 'ag-grid-community';
import { formatNumber, formatPeriod } from '../../shared/format.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { refusals } from '../../shared/messages/refusals.ts';
import { unitNames } from '../../shared/messages/units.ts';
import { parseNumber } from '../../shared/tables/parseNumber.ts';
import type { Table, TableCell, TableColumn, TableRow } from '../../shared/tables/table.ts';
import type { PointerStore } from '../store/pointer.ts';
import { fitColumns } from './fitColumns.ts';
import { keyIntent, type Move } from './gridKeys.ts';
import { PeriodColumn } from './PeriodColumn.tsx';
import { reuseRows } from './reuseRows.ts';

ModuleRegistry.registerModules([ClientSideRowModelModule, CellStyleModule, RowStyleModule, ColumnApiModule, RowApiModule, ScrollApiModule]);

export type Selection = { readonly rowId: string; readonly columnId: string };

type Props = {
  readonly table: Table;
  readonly label: Phrase;
  readonly language: Language;
  readonly selection: Selection | null;
  readonly readOnly: boolean;
  /** The first period shown when the grid opens, where it has such a column. */
  readonly startsAt: string;
  /** Widths the user gave columns, by column id. */
  readonly widths: Readonly<Record<string, number>>;
  readonly pointer: PointerStore;
  onWidth(columnId: string, width: number): void;
  onSelect(selection: Selection): void;
  onEdit(row: TableRow, columnId: string, cell: TableCell, value: number): void;
  onClear(row: TableRow, columnId: string, cell: TableCell): void;
  onRefused(reason: Phrase): void;
};

const theme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  rowHeight: 26,
  headerHeight: 28,
  backgroundColor: 'var(--bg)',
  foregroundColor: 'var(--ink)',
  headerBackgroundColor: 'var(--bg)',
  headerTextColor: 'var(--muted)',
  borderColor: 'var(--line2)',
  rowHoverColor: 'transparent',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 10,
});

function cellText(cell: TableCell | undefined, row: TableRow, language: Language): string {
  if (!cell || cell.role === 'blank') return '';
  if (cell.text) return cell.text[language];
  return formatNumber(cell.value, cell.format ?? row.format, language);
}

function cellClasses(cell: TableCell | undefined, column: TableColumn): string[] {
  const classes = [column.kind === 'label' || column.kind === 'text' || column.kind === 'unit' ? 'left' : 'number', `column-${column.kind}`];
  if (column.forecast === true) classes.push('forecast');
  if (!cell) return classes;
  classes.push(cell.role, cell.origin === undefined ? 'plain' : `origin-${cell.origin}`, `state-${cell.state ?? 'none'}`);
  if (cell.yielding === true) classes.push('yielding');
  if (cell.value === null && !cell.text) classes.push('missing');
  return classes;
}

/** Shows new rows: in place where only numbers changed, which leaves the grid's own order and scroll alone. */
function updateRows(api: GridApi<TableRow>, before: readonly TableRow[], after: TableRow[]): void {
  const samePlaces = before.length === after.length && after.every((row, at) => row.id === before[at]?.id && row.kind === before[at]?.kind);
  if (!samePlaces) return api.setGridOption('rowData', after);
  after.forEach((row, at) => {
    if (row !== before[at]) api.getRowNode(row.id)?.setData(row);
  });
}

/** The rows, each the very object it was before where it says the same. */
function useReused(rows: readonly TableRow[]): TableRow[] {
  const [held, hold] = useState(() => ({ rows, reused: [...rows] }));
  if (held.rows === rows) return held.reused;
  const reused = reuseRows(held.reused, rows);
  hold({ rows, reused });
  return reused;
}

/** The value as it was when the key last changed. */
function useSame<T>(value: T, key: string): T {
  const [held, hold] = useState({ key, value });
  if (held.key === key) return held.value;
  hold({ key, value });
  return value;
}

function cellElement(frame: HTMLElement | null, rowId: string, columnId: string): Element | null {
  return frame?.querySelector(`.ag-row[row-id="${CSS.escape(rowId)}"] .ag-cell[col-id="${CSS.escape(columnId)}"]`) ?? null;
}

function columnTitle(column: TableColumn, language: Language): string {
  return column.period === column.id ? formatPeriod(column.period, language) : column.title[language];
}

export function DataGrid({ table, label, language, selection, readOnly, startsAt, widths, pointer, onWidth, onSelect, onEdit, onClear, onRefused }: Props) {
  const wrapper = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const api = useRef<GridApi<TableRow> | null>(null);
  const [rect, setRect] = useState<{ left: number; top: number; width: number; height: number } | null>(null);
  const [editing, setEditing] = useState(false);

  // The columns' identity changes with every edit, their meaning seldom does.
  const tableColumns = useSame(table.columns, table.columns.map((column) => `${column.id}:${String(column.forecast)}`).join('|'));
  const periods = useMemo(() => new Map(tableColumns.flatMap((column) => (column.period === undefined ? [] : [[column.id, column.period] as const]))), [tableColumns]);
  // Beside many months the unit would scroll away from its row.
  const pinsUnit = tableColumns[1]?.kind === 'unit';
  const columns = useMemo<ColDef<TableRow>[]>(
    () =>
      tableColumns.map((column): ColDef<TableRow> => ({
        colId: column.id,
        headerName: columnTitle(column, language),
        width: column.width,
        pinned: column.kind === 'label' || (column.kind === 'unit' && pinsUnit) ? 'left' : null,
        sortable: false,
        suppressMovable: true,
        headerClass: column.kind === 'label' || column.kind === 'text' || column.kind === 'unit' ? 'left' : 'number',
        valueGetter: ({ data }) => (column.kind === 'label' ? data?.label : column.id === 'unit' ? data?.unit : data?.cells[column.id]),
        equals: (a, b) => a === b,
        valueFormatter: ({ data }) => {
          if (!data) return '';
          if (column.kind === 'label') return data.label[language];
          if (column.kind === 'unit') return data.unitLabel?.[language] ?? (data.unit === undefined ? '' : unitNames[data.unit][language]);
          return cellText(data.cells[column.id], data, language);
        },
        cellClass: ({ data }: CellClassParams<TableRow>) => [...cellClasses(data?.cells[column.id], column), ...(column.kind === 'label' && (data?.indent ?? 0) > 0 ? ['indent'] : [])],
      })),
    [tableColumns, pinsUnit, language],
  );

  const rows = useReused(table.rows);
  const [firstRows] = useState(rows);
  const shownRows = useRef(rows);
  const row = selection ? table.rows.find((one) => one.id === selection.rowId) : undefined;
  const cell = row && selection ? row.cells[selection.columnId] : undefined;

  const rowId = selection?.rowId;
  const columnId = selection?.columnId;
  const place = useCallback(() => {
    const frame = wrapper.current;
    const found = rowId !== undefined && columnId !== undefined ? cellElement(frame, rowId, columnId) : null;
    if (!frame || !found) return setRect(null);
    const outer = frame.getBoundingClientRect();
    const inner = found.getBoundingClientRect();
    const next = { left: inner.left - outer.left, top: inner.top - outer.top, width: inner.width, height: inner.height };
    setRect((before) => (before && before.left === next.left && before.top === next.top && before.width === next.width ? before : next));
  }, [rowId, columnId]);
  // Measured before the rows are written: a number that changes moves no cell, and a layout between two writes is paid twice.
  useLayoutEffect(place, [place]);
  useLayoutEffect(() => {
    if (!api.current || shownRows.current === rows) return;
    updateRows(api.current, shownRows.current, rows);
    shownRows.current = rows;
  }, [rows]);
  /** Gives columns their width: the user's, else the table's own, stretched where the pane leaves room. */
  const fit = useCallback((): void => {
    if (!wrapper.current || !api.current) return;
    api.current.setColumnWidths(fitColumns(tableColumns, widths, wrapper.current.clientWidth));
  }, [tableColumns, widths]);
  useEffect(() => {
    const watcher = new ResizeObserver(() => {
      fit();
      place();
    });
    if (wrapper.current) watcher.observe(wrapper.current);
    return () => watcher.disconnect();
  }, [place, fit]);
  useEffect(fit, [fit]);
  /** Scrolls to the selection: it may lie out of view, or have been made elsewhere, by a click on a bar. */
  const reveal = useCallback((): void => {
    const node = rowId === undefined ? undefined : api.current?.getRowNode(rowId);
    if (!node || columnId === undefined) return;
    api.current?.ensureNodeVisible(node);
    api.current?.ensureColumnVisible(columnId);
  }, [rowId, columnId]);
  // After the paint, because asking the grid where it stands makes the browser lay the page out once more.
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(reveal));
    return () => cancelAnimationFrame(frame);
  }, [reveal]);

  const move = (step: Move): void => {
    if (!selection) return;
    const rows = table.rows.filter((one) => one.kind !== 'group');
    const ids = table.columns.filter((column) => column.kind !== 'label' && column.kind !== 'unit').map((column) => column.id);
    const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));
    let r = Math.max(0, rows.findIndex((one) => one.id === selection.rowId));
    let c = Math.max(0, ids.indexOf(selection.columnId));
    if (step === 'rowStart') c = 0;
    else if (step === 'rowEnd') c = ids.length - 1;
    else if (step === 'top') r = 0;
    else if (step === 'bottom') r = rows.length - 1;
    else {
      r = clamp(r + step.rows, rows.length);
      c = clamp(c + step.columns, ids.length);
    }
    const target = rows[r];
    const columnId = ids[c];
    if (!target || columnId === undefined) return;
    onSelect({ rowId: target.id, columnId });
  };

  const mayEdit = (): boolean => {
    if (readOnly) onRefused(refusals.readOnly);
    else if (cell?.edit?.kind === 'refused') onRefused(cell.edit.reason);
    return !readOnly && cell?.edit?.kind === 'input';
  };

  const stop = (): void => {
    setEditing(false);
    if (input.current) input.current.value = '';
  };

  const begin = (text: string): void => {
    if (!mayEdit()) return stop();
    setEditing(true);
    if (input.current && input.current.value !== text) input.current.value = text;
  };

  /** True when the text was taken and the selection may move on. */
  const commit = (): boolean => {
    const text = input.current?.value ?? '';
    const parsed = parseNumber(text);
    if (!row || !cell || !selection) return true;
    if (!parsed.ok && parsed.problem.code !== 'number-empty') {
      onRefused(problemText(parsed.problem));
      return false;
    }
    stop();
    // A row in per cent takes 12 and 12 % as the same number.
    if (parsed.ok) onEdit(row, selection.columnId, cell, row.unit === 'percent' && /[%％]\s*$/.test(text) ? parsed.value * 100 : parsed.value);
    else onClear(row, selection.columnId, cell);
    return true;
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>): void => {
    const composing = event.nativeEvent.isComposing;
    if (editing) {
      if (composing) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        stop();
      } else if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        const back = event.shiftKey ? -1 : 1;
        if (commit()) move(event.key === 'Enter' ? { rows: back, columns: 0 } : { rows: 0, columns: back });
      }
      return;
    }
    const intent = keyIntent({ key: event.key, shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, composing });
    if (intent.kind === 'leave') return;
    event.preventDefault();
    if (intent.kind === 'move') move(intent.move);
    else if (intent.kind === 'edit') begin(cell?.value === null || cell?.value === undefined ? '' : String(cell.value));
    else if (row && cell && selection && mayEdit()) onClear(row, selection.columnId, cell);
  };

  const select = (target: EventTarget | null): boolean => {
    const element = target instanceof Element ? target.closest('.ag-cell') : null;
    const rowId = element?.closest('.ag-row')?.getAttribute('row-id');
    const columnId = element?.getAttribute('col-id');
    if (rowId === null || rowId === undefined || columnId === null || columnId === undefined) return false;
    if (editing && !commit()) return true;
    onSelect({ rowId, columnId });
    return true;
  };

  return (
    <div
      className="grid"
      ref={wrapper}
      onMouseDown={(event) => {
        if (event.target === input.current) return;
        if (select(event.target)) {
          event.preventDefault();
          input.current?.focus({ preventScroll: true });
        }
      }}
      onMouseMove={(event) => {
        const id = event.target instanceof Element ? event.target.closest('.ag-cell')?.getAttribute('col-id') : null;
        pointer.set(id === null || id === undefined ? null : (periods.get(id) ?? null));
      }}
      onMouseLeave={() => pointer.set(null)}
      onDoubleClick={() => begin(cell?.value === null || cell?.value === undefined ? '' : String(cell.value))}
    >
      <AgGridReact<TableRow>
        theme={theme}
        rowData={firstRows}
        columnDefs={columns}
        getRowId={({ data }) => data.id}
        getRowClass={({ data }) => `row-${data?.kind ?? 'row'}`}
        suppressCellFocus
        suppressHeaderFocus
        ensureDomOrder
        animateRows={false}
        onGridReady={(event) => {
          api.current = event.api;
        }}
        onFirstDataRendered={() => {
          fit();
          if (api.current?.getColumn(startsAt)) api.current.ensureColumnVisible(startsAt, 'start');
          reveal();
          place();
        }}
        onBodyScroll={() => {
          pointer.set(null);
          place();
        }}
        onColumnResized={(event) => {
          if (event.finished && event.source === 'uiColumnResized' && event.column) onWidth(event.column.getColId(), event.column.getActualWidth());
          pointer.set(null);
          place();
        }}
        onModelUpdated={() => requestAnimationFrame(place)}
        onViewportChanged={place}
      />
      <PeriodColumn frame={wrapper} periods={periods} pointer={pointer} />
      {rect && !editing && <div className="selection" style={rect} />}
      <textarea
        ref={input}
        className={editing ? 'editor on' : 'editor'}
        style={rect ?? { left: 0, top: 0, width: 1, height: 1 }}
        rows={1}
        spellCheck={false}
        aria-label={`${label[language]}: ${row?.label[language] ?? ''} ${selection?.columnId ?? ''} ${row && cell ? cellText(cell, row, language) : ''}`}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          if (!editing) begin(event.currentTarget.value);
        }}
        onCompositionStart={() => {
          if (!editing) begin(input.current?.value ?? '');
        }}
        onBlur={() => {
          if (editing) commit();
        }}
      />
    </div>
  );
}
