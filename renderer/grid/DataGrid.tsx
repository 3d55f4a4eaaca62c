/**
 * Every grid of the product. AG Grid paints, virtualises and resizes; focus, selection, keys and editing are ours: one text
 * area in a layer over the grid always holds the focus and is the editor, so that an input method never loses its first key
 * and a row may be computed again while it is being typed into.
 */
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { AgGridReact } from 'ag-grid-react';
import { CellStyleModule, ClientSideRowModelModule, ColumnApiModule, ModuleRegistry, RowApiModule, RowStyleModule, ScrollApiModule, themeQuartz, type GridApi } from 'ag-grid-community';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import type { Table, TableCell, TableRow } from '../../shared/tables/table.ts';
import type { PointerStore } from '../store/pointer.ts';
import { ChoiceList, choiceId, type CellPlace } from './ChoiceList.tsx';
import { fitColumns } from './fitColumns.ts';
import { cellText, gridColumns } from './gridColumns.ts';
import type { Move } from './gridKeys.ts';
import { moveSelection, type Selection } from './moveSelection.ts';
import { PeriodColumn } from './PeriodColumn.tsx';
import { useCellEditor } from './useCellEditor.ts';
import { updateRows } from './updateRows.ts';
import { useReusedRows } from './useReusedRows.ts';
import { useSame } from './useSame.ts';

ModuleRegistry.registerModules([ClientSideRowModelModule, CellStyleModule, RowStyleModule, ColumnApiModule, RowApiModule, ScrollApiModule]);

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

function cellElement(frame: HTMLElement | null, rowId: string, columnId: string): Element | null {
  return frame?.querySelector(`.ag-row[row-id="${CSS.escape(rowId)}"] .ag-cell[col-id="${CSS.escape(columnId)}"]`) ?? null;
}

export function DataGrid({ table, label, language, selection, readOnly, startsAt, widths, pointer, onWidth, onSelect, onEdit, onClear, onRefused }: Props) {
  const wrapper = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const api = useRef<GridApi<TableRow> | null>(null);
  const [spot, setSpot] = useState<CellPlace | null>(null);
  const listId = useId();

  // The columns' identity changes with every edit, their meaning seldom does.
  const tableColumns = useSame(table.columns, table.columns.map((column) => `${column.id}:${String(column.forecast)}`).join('|'));
  const periods = useMemo(() => new Map(tableColumns.flatMap((column) => (column.period === undefined ? [] : [[column.id, column.period] as const]))), [tableColumns]);
  const columns = useMemo(() => gridColumns(tableColumns, language), [tableColumns, language]);

  const rows = useReusedRows(table.rows);
  const [firstRows] = useState(rows);
  const shownRows = useRef(rows);
  const row = selection ? table.rows.find((one) => one.id === selection.rowId) : undefined;
  const cell = row && selection ? row.cells[selection.columnId] : undefined;

  const rowId = selection?.rowId;
  const columnId = selection?.columnId;
  const place = useCallback(() => {
    const frame = wrapper.current;
    const found = rowId !== undefined && columnId !== undefined ? cellElement(frame, rowId, columnId) : null;
    if (!frame || !found) return setSpot(null);
    const outer = frame.getBoundingClientRect();
    const inner = found.getBoundingClientRect();
    const box = { left: inner.left - outer.left, top: inner.top - outer.top, width: inner.width, height: inner.height };
    const same = (before: CellPlace): boolean => before.box.left === box.left && before.box.top === box.top && before.box.width === box.width && before.frame.height === outer.height && before.frame.width === outer.width;
    setSpot((before) => (before && same(before) ? before : { box, frame: { width: outer.width, height: outer.height } }));
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
    // The next column comes along: the last one in view may lie half under the scroll bar.
    const next = tableColumns[tableColumns.findIndex((column) => column.id === columnId) + 1];
    if (next) api.current?.ensureColumnVisible(next.id);
    api.current?.ensureColumnVisible(columnId);
  }, [rowId, columnId, tableColumns]);
  // After the paint, because asking the grid where it stands makes the browser lay the page out once more.
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(reveal));
    return () => cancelAnimationFrame(frame);
  }, [reveal]);

  const move = (step: Move): void => {
    const next = selection ? moveSelection(table, selection, step) : null;
    if (next) onSelect(next);
  };
  const { editing, choices, marked, mark, pick, begin, commit, onInput, onKeyDown } = useCellEditor({ input, row, columnId, cell, readOnly, move, onEdit, onClear, onRefused });

  const select = (target: EventTarget | null): boolean => {
    const element = target instanceof Element ? target.closest('.ag-cell') : null;
    const rowId = element?.closest('.ag-row')?.getAttribute('row-id');
    const columnId = element?.getAttribute('col-id');
    if (rowId === null || rowId === undefined || columnId === null || columnId === undefined) return false;
    if (editing && !commit()) return true;
    // A second press on a cell of words opens its list; the first one into a grid only takes the keys there.
    if (!editing && cell?.choices && document.activeElement === input.current && selection?.rowId === rowId && selection.columnId === columnId) begin();
    else onSelect({ rowId, columnId });
    return true;
  };

  return (
    <div
      className="grid"
      data-table={table.id}
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
      onDoubleClick={() => begin()}
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
      {spot && !editing && <div className="selection" style={spot.box} />}
      <textarea
        ref={input}
        className={editing ? 'editor on' : 'editor'}
        style={spot?.box ?? { left: 0, top: 0, width: 1, height: 1 }}
        rows={1}
        spellCheck={false}
        aria-label={`${label[language]}: ${row?.label[language] ?? ''} ${selection?.columnId ?? ''} ${row && cell ? cellText(cell, row, language) : ''}`}
        {...(choices ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': listId, 'aria-activedescendant': marked < 0 ? undefined : choiceId(listId, marked) } : {})}
        onKeyDown={onKeyDown}
        onInput={(event) => onInput(event.currentTarget.value)}
        onCompositionStart={() => {
          if (!editing) begin(input.current?.value ?? '');
        }}
        onBlur={() => {
          if (editing) commit();
        }}
      />
      {spot && choices && <ChoiceList id={listId} choices={choices} marked={marked} place={spot} language={language} onMark={mark} onPick={pick} />}
    </div>
  );
}
