/**
 * Every grid of the product. AG Grid paints, virtualises and resizes; focus, selection, keys and editing are ours: one text
 * area in a layer over the grid always holds the focus and is the editor, so that an input method never loses its first key
 * and a row may be computed again while it is being typed into.
 */
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { latticeOf } from '../../shared/grid/lattice.ts';
import type { GridSelection } from '../../shared/grid/selection.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import type { CellAddress } from '../../shared/model/workbook.ts';
import type { Table, TableCell, TableRow } from '../../shared/tables/table.ts';
import type { PointerStore } from '../store/pointer.ts';
import { announcement } from './announcement.ts';
import { ChoiceList, choiceId } from './ChoiceList.tsx';
import { gridColumns } from './gridColumns.ts';
import { boxOfCell, boxOfRange, pinnedWidth } from './gridGeometry.ts';
import { GridSurface } from './GridSurface.tsx';
import { rowHeight } from './gridTheme.ts';
import { PeriodColumn } from './PeriodColumn.tsx';
import { SelectionOverlay } from './SelectionOverlay.tsx';
import { updateRows } from './updateRows.ts';
import { useCellEditor } from './useCellEditor.ts';
import { useGridFrame } from './useGridFrame.ts';
import { pressedOn, usePointer } from './usePointer.ts';
import { useReusedRows } from './useReusedRows.ts';
import { useSame } from './useSame.ts';
import { useSelection } from './useSelection.ts';

type Props = {
  readonly table: Table;
  readonly label: Phrase;
  readonly language: Language;
  readonly selection: GridSelection | null;
  /** The grid that the formula bar and the actions speak of. */
  readonly inUse: boolean;
  readonly readOnly: boolean;
  /** The first period shown when the grid opens, where it has such a column. */
  readonly startsAt: string;
  /** Widths the user gave columns, by column id. */
  readonly widths: Readonly<Record<string, number>>;
  readonly pointer: PointerStore;
  onWidth(columnId: string, width: number): void;
  onSelect(selection: GridSelection): void;
  onEdit(row: TableRow, columnId: string, cell: TableCell, value: number): void;
  onClear(row: TableRow, columnId: string, cell: TableCell): void;
  onRefused(reason: Phrase, drivenBy?: CellAddress): void;
};

export function DataGrid({ table, label, language, selection, inUse, readOnly, startsAt, widths, pointer, onWidth, onSelect, onEdit, onClear, onRefused }: Props) {
  const wrapper = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const listId = useId();

  // The columns' identity changes with every edit, their meaning seldom does.
  const tableColumns = useSame(table.columns, table.columns.map((column) => `${column.id}:${String(column.forecast)}`).join('|'));
  const periods = useMemo(() => new Map(tableColumns.flatMap((column) => (column.period === undefined ? [] : [[column.id, column.period] as const]))), [tableColumns]);
  const columns = useMemo(() => gridColumns(tableColumns, language), [tableColumns, language]);
  const lattice = useMemo(() => latticeOf(table), [table]);

  const frame = useGridFrame({ wrapper, layer, columns: tableColumns, widths, startsAt, onWidth, onMoved: () => pointer.set(null) });
  const { api, host, version } = frame;
  const rows = useReusedRows(table.rows);
  const [firstRows] = useState(rows);
  const shownRows = useRef(rows);
  useLayoutEffect(() => {
    if (!api || shownRows.current === rows) return;
    updateRows(api, shownRows.current, rows);
    shownRows.current = rows;
  }, [api, rows]);

  const keys = useSelection({ lattice, selection, ready: host !== null, page: () => Math.floor(frame.view().height / rowHeight) - 1, onSelect, reveal: frame.reveal });
  const mouse = usePointer({ wrapper, api, lattice, head: frame.head, keys, view: frame.view, scrollBy: frame.scrollBy });
  const active = selection?.active;
  const row = active ? lattice.rows[lattice.rowIndex.get(active.rowId) ?? -1] : undefined;
  const cell = row && active ? row.cells[active.columnId] : undefined;
  const editor = useCellEditor({
    input,
    row,
    columnId: active?.columnId,
    cell,
    readOnly,
    keys,
    onEdit,
    onEditAll: (value) => row && cell && active && onEdit(row, active.columnId, cell, value),
    onClear,
    onClearAll: () => row && cell && active && onClear(row, active.columnId, cell),
    onMenu: () => undefined,
    onEscape: () => undefined,
    onRefused,
  });
  const { editing, choices, marked } = editor;

  const boxes = useMemo(() => {
    // Rows and columns have moved when the version changes.
    if (!api || !selection || version < 0) return null;
    return {
      ranges: selection.ranges.flatMap((range) => boxOfRange(api, range) ?? []),
      active: boxOfCell(api, selection.active),
      copied: [],
      filling: null,
      pinned: pinnedWidth(api),
    };
  }, [api, selection, version]);
  const said = announcement(lattice, selection, language);

  const press = (event: React.MouseEvent): void => {
    const pressed = event.button === 0 ? pressedOn(event.target, lattice) : null;
    if (!pressed || (editing && !editor.commit())) return;
    const isSame = pressed.kind === 'cell' && active?.rowId === pressed.at.rowId && active.columnId === pressed.at.columnId;
    // A second press on a cell of words opens its list; the first one into a grid only takes the keys there.
    if (!editing && isSame && cell?.choices && document.activeElement === input.current && !event.shiftKey) editor.begin();
    else mouse.press(pressed, event);
    event.preventDefault();
    input.current?.focus({ preventScroll: true });
  };

  return (
    <div
      className={inUse ? 'grid in-use' : 'grid'}
      data-table={table.id}
      ref={wrapper}
      onMouseDown={(event) => {
        if (event.target !== input.current) press(event);
      }}
      onMouseMove={(event) => {
        const id = event.target instanceof Element ? event.target.closest('.ag-cell')?.getAttribute('col-id') : null;
        pointer.set(id === null || id === undefined ? null : (periods.get(id) ?? null));
      }}
      onMouseLeave={() => pointer.set(null)}
      onDoubleClick={(event) => {
        if (pressedOn(event.target, lattice)?.kind === 'cell') editor.begin();
      }}
    >
      <GridSurface columns={columns} firstRows={firstRows} events={frame.events} />
      {host && boxes && !editing && <SelectionOverlay host={host} boxes={boxes} handle={null} />}
      <PeriodColumn frame={wrapper} periods={periods} pointer={pointer} />
      <div className="editor-layer" style={{ top: frame.head }}>
        <div ref={layer}>
          <textarea
            ref={input}
            className={editing ? 'editor on' : 'editor'}
            style={boxes?.active ?? { left: 0, top: 0, width: 1, height: 1 }}
            rows={1}
            spellCheck={false}
            aria-label={`${label[language]}: ${said}`}
            {...(choices ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': listId, 'aria-activedescendant': marked < 0 ? undefined : choiceId(listId, marked) } : {})}
            onKeyDown={editor.onKeyDown}
            onInput={(event) => editor.onInput(event.currentTarget.value)}
            onCompositionStart={() => {
              if (!editing) editor.begin(input.current?.value ?? '');
            }}
            onBlur={() => {
              if (editing) editor.commit();
            }}
          />
          {boxes?.active && choices && (
            <ChoiceList id={listId} choices={choices} marked={marked} place={{ box: boxes.active, frame: frame.view() }} language={language} onMark={editor.mark} onPick={editor.pick} />
          )}
        </div>
      </div>
      <div className="spoken" role="status" aria-live="polite">
        {said}
      </div>
    </div>
  );
}
