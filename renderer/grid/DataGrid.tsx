/**
 * Every grid of the product. AG Grid paints, virtualises and resizes; focus, selection, keys and editing are ours: one text
 * area in a layer over the grid always holds the focus and is the editor, so that an input method never loses its first key
 * and a row may be computed again while it is being typed into.
 */
import { useId, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import type { ActionId } from '../../shared/actions.ts';
import { latticeOf } from '../../shared/grid/lattice.ts';
import { isSelected, selectCell } from '../../shared/grid/select.ts';
import type { CellRange, GridSelection } from '../../shared/grid/selection.ts';
import { sizesAt, type GridSizes, type GridZoom } from '../../shared/grid/zoom.ts';
import { keyName } from '../../shared/keys.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import type { CellAddress } from '../../shared/model/workbook.ts';
import type { Table, TableCell, TableRow } from '../../shared/tables/table.ts';
import { keyPlatform } from '../host/keyPlatform.ts';
import type { CopiedStore } from '../store/copied.ts';
import type { GridActions } from '../store/gridActions.ts';
import type { PointerStore } from '../store/pointer.ts';
import { useStore } from '../store/store.ts';
import { announcement } from './announcement.ts';
import { ChoiceList, choiceId } from './ChoiceList.tsx';
import { FillHandle } from './FillHandle.tsx';
import { gridColumns } from './gridColumns.ts';
import { heldTotals, piecesOfRange, pinnedWidth, type Box } from './gridGeometry.ts';
import { GridMenu } from './GridMenu.tsx';
import { GridSurface } from './GridSurface.tsx';
import type { GridWork } from './gridWork.ts';
import { PeriodColumn } from './PeriodColumn.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { SelectionOverlay } from './SelectionOverlay.tsx';
import { ToolPrompt } from './ToolPrompt.tsx';
import { placeId } from './twins.ts';
import { updateRows } from './updateRows.ts';
import { useCellActions } from './useCellActions.ts';
import { useCellEditor } from './useCellEditor.ts';
import { useClipboard } from './useClipboard.ts';
import { useFill } from './useFill.ts';
import { useGridFrame } from './useGridFrame.ts';
import { usePlans } from './usePlans.ts';
import { pressedOn, usePointer } from './usePointer.ts';
import { useReusedRows } from './useReusedRows.ts';
import { useSame } from './useSame.ts';
import { useSelection } from './useSelection.ts';
import { useTools } from './useTools.ts';

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
  readonly zoom: GridZoom;
  /** Totals stay in view at the edges. */
  readonly holdsTotals: boolean;
  /** Widths the user gave columns, by column id, at natural size. */
  readonly widths: Readonly<Record<string, number>>;
  readonly pointer: PointerStore;
  onWidth(columnId: string, width: number): void;
  onSelect(selection: GridSelection): void;
  /** What may be done to many cells. */
  readonly work: GridWork;
  readonly copied: CopiedStore;
  readonly actions: GridActions;
  onEdit(row: TableRow, columnId: string, cell: TableCell, value: number): void;
  onClear(row: TableRow, columnId: string, cell: TableCell): void;
  /** Esc where nothing is being typed. */
  onEscape(): void;
  /** An action of the application, from the grid's menu. */
  onAction(id: ActionId): void;
  onRefused(reason: Phrase, drivenBy?: CellAddress): void;
};

/** The sizes by the names under which the styles read them. */
function gridStyle({ scale, font, row }: GridSizes): CSSProperties {
  const named: Readonly<Record<`--grid-${string}`, string>> = { '--grid-scale': String(scale), '--grid-font': `${font}px`, '--grid-row': `${row}px` };
  return named;
}

export function DataGrid({ table, label, language, selection, inUse, readOnly, startsAt, zoom, holdsTotals, widths, pointer, work, copied, actions, onWidth, onSelect, onEdit, onClear, onEscape, onAction, onRefused }: Props) {
  const wrapper = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const listId = useId();

  // The columns' identity changes with every edit, their meaning seldom does.
  const tableColumns = useSame(table.columns, table.columns.map((column) => `${column.id}:${String(column.forecast)}`).join('|'));
  const periods = useMemo(() => new Map(tableColumns.flatMap((column) => (column.period === undefined ? [] : [[column.id, column.period] as const]))), [tableColumns]);
  const columns = useMemo(() => gridColumns(tableColumns, language), [tableColumns, language]);
  const lattice = useMemo(() => latticeOf(table), [table]);

  const sizes = useMemo(() => sizesAt(zoom), [zoom]);
  const totalRows = useSame(table.rows.filter(({ kind }) => kind === 'total').map(({ id }) => id), table.rows.filter(({ kind }) => kind === 'total').map(({ id }) => id).join('|'));
  const totals = useMemo(() => (holdsTotals ? { columns: tableColumns.filter(({ kind }) => kind === 'total').map(({ id }) => id), rows: totalRows } : null), [holdsTotals, tableColumns, totalRows]);
  const frame = useGridFrame({ wrapper, layer, columns: tableColumns, widths, sizes, startsAt, totals, onWidth, onMoved: () => pointer.set(null), onZoom: (by) => onAction(by > 0 ? 'zoomIn' : 'zoomOut') });
  const { api, hosts, version, settle, stand } = frame;
  const rows = useReusedRows(table.rows);
  const [firstRows] = useState(rows);
  const shownRows = useRef(rows);
  useLayoutEffect(() => {
    if (!api || shownRows.current === rows) return;
    updateRows(api, shownRows.current, rows);
    shownRows.current = rows;
    settle();
  }, [api, rows, settle]);

  const held = useStore(copied);
  const keys = useSelection({ lattice, selection, ready: hosts !== null, page: () => Math.floor((frame.view().height - (api ? heldTotals(api).height : 0)) / sizes.row) - 1, onSelect, reveal: frame.reveal });
  const mouse = usePointer({ wrapper, api, lattice, head: frame.head, keys, view: frame.view, scrollBy: frame.scrollBy, reveal: frame.reveal });
  const active = selection?.active;
  const row = active ? lattice.rows[lattice.rowIndex.get(active.rowId) ?? -1] : undefined;
  const cell = row && active ? row.cells[active.columnId] : undefined;
  const plans = usePlans({ work, readOnly, onRefused });
  const clipboard = useClipboard({ table, lattice, language, keys, work, plans, copied, onRefused });
  const fill = useFill({ table, lattice, keys, mouse, work, plans });
  const tools = useTools({ table, keys, work, plans });
  const { menuAt, openMenu, pick, clear, takeKeys } = useCellActions({ input, table, lattice, keys, work, plans, clipboard, fill, tools, actions, inUse, onClear, onAction, onRefused });
  const editor = useCellEditor({
    input,
    row,
    columnId: active?.columnId,
    cell,
    readOnly,
    keys,
    onEdit(target, columnId, own, value) {
      copied.set(null);
      onEdit(target, columnId, own, value);
    },
    onEditAll: tools.enterAll,
    onClear,
    onClearAll: clear,
    onMenu: () => openMenu(cellInWindow()),
    onEscape() {
      copied.set(null);
      fill.forget();
      onEscape();
    },
    onRefused,
  });
  const { editing, choices, marked } = editor;

  const boxes = useMemo(() => {
    // Rows and columns have moved when the version changes.
    if (!api || !selection || version < 0) return null;
    const totalsHeld = heldTotals(api);
    const pieces = (range: CellRange) => piecesOfRange(api, range, totalsHeld);
    return {
      ranges: selection.ranges.flatMap((range) => pieces(range) ?? []),
      active: pieces({ from: selection.active, to: selection.active }),
      copied: held?.table === table.id ? held.ranges.flatMap((range) => pieces(range) ?? []) : [],
      filling: fill.dragged && pieces(fill.dragged),
      pinned: pinnedWidth(api),
      right: totalsHeld.width,
    };
  }, [api, selection, version, held, fill.dragged, table.id]);
  /** A total row that is held below is typed into where it is seen. */
  const heldCell = boxes?.active?.bottom[0];
  const isHeld = heldCell !== undefined;
  useLayoutEffect(() => stand(isHeld), [stand, isHeld]);
  const cellBox = heldCell ? { ...heldCell, top: heldCell.top + frame.heldTop() } : boxes?.active?.body;
  /** The active cell in the window, for what opens beside it. */
  const cellInWindow = (): Box => {
    const outer = wrapper.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const box = cellBox ?? { left: 0, top: 0, width: 0, height: 0 };
    const { left, top } = frame.view();
    return { ...box, left: outer.left + box.left - left, top: outer.top + frame.head + box.top - (isHeld ? 0 : top) };
  };
  const mayFill = !readOnly && cell?.edit?.kind === 'input' && boxes?.ranges.length === 1;
  const said = announcement(table, lattice, selection, language);

  const press = (event: React.MouseEvent): void => {
    const pressed = event.button === 0 ? pressedOn(event.target, lattice) : null;
    // The head of a group folds, and leaves the keys where they are.
    if (!pressed && event.target instanceof Element && event.target.closest('.row-group')) {
      event.preventDefault();
      input.current?.focus({ preventScroll: true });
    }
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
      style={gridStyle(sizes)}
      onMouseDown={(event) => {
        if (event.target !== input.current) press(event);
      }}
      onMouseMove={(event) => {
        const id = event.target instanceof Element ? event.target.closest('.ag-cell')?.getAttribute('col-id') : null;
        pointer.set(id === null || id === undefined ? null : (periods.get(placeId(id)) ?? null));
      }}
      onMouseLeave={() => pointer.set(null)}
      onContextMenu={(event) => {
        event.preventDefault();
        const pressed = pressedOn(event.target, lattice);
        if (pressed?.kind === 'cell' && selection && !isSelected(lattice, selection, pressed.at)) keys.set(selectCell(pressed.at));
        if (event.target === input.current) openMenu(cellInWindow());
        else if (pressed?.kind === 'cell' || pressed?.kind === 'row') openMenu({ left: event.clientX, top: event.clientY, width: 0, height: 0 });
      }}
      onDoubleClick={(event) => {
        if (pressedOn(event.target, lattice)?.kind === 'cell') editor.begin();
      }}
    >
      <GridSurface columns={columns} firstRows={firstRows} sizes={sizes} events={frame.events} />
      {hosts && boxes && !editing && <SelectionOverlay hosts={hosts} boxes={boxes} handle={mayFill ? <FillHandle fill={fill} language={language} /> : null} />}
      <PeriodColumn frame={wrapper} periods={periods} pointer={pointer} />
      <div className="editor-layer" style={{ top: frame.head }}>
        <div ref={layer}>
          <textarea
            ref={input}
            className={editing ? 'editor on' : 'editor'}
            style={cellBox ?? { left: 0, top: 0, width: 1, height: 1 }}
            rows={1}
            spellCheck={false}
            aria-label={`${label[language]}: ${said}`}
            {...(choices ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': listId, 'aria-activedescendant': marked < 0 ? undefined : choiceId(listId, marked) } : {})}
            onKeyDown={(event) => {
              if (!editing && keyName(event, keyPlatform) === 'Mod+Shift+V') {
                // The browser's own paste follows, and must not be taken for an action.
                clipboard.arm('transposed');
                event.stopPropagation();
              } else editor.onKeyDown(event);
            }}
            onCopy={(event) => !editing && clipboard.onCopy(event)}
            onCut={(event) => !editing && clipboard.onCut(event)}
            onPaste={(event) => !editing && clipboard.onPaste(event)}
            onInput={(event) => editor.onInput(event.currentTarget.value)}
            onCompositionStart={() => {
              if (!editing) editor.begin(input.current?.value ?? '');
            }}
            onBlur={() => {
              if (editing) editor.commit();
            }}
          />
          {cellBox && choices && (
            <ChoiceList id={listId} choices={choices} marked={marked} place={{ box: cellBox, frame: frame.view() }} itemHeight={sizes.row} language={language} onMark={editor.mark} onPick={editor.pick} />
          )}
        </div>
      </div>
      {plans.open && (
        <PlanPreview
          table={table}
          workbook={work.workbook}
          plan={plans.open.plan}
          language={language}
          onConfirm={() => {
            plans.confirm();
            takeKeys();
          }}
          onCancel={() => {
            plans.cancel();
            takeKeys();
          }}
        />
      )}
      {menuAt && (
        <GridMenu
          at={menuAt}
          language={language}
          readOnly={readOnly}
          onPick={pick}
          onClose={() => {
            openMenu(null);
            takeKeys();
          }}
        />
      )}
      {tools.asking && <ToolPrompt key={tools.asking} id={tools.asking} at={cellInWindow()} language={language} tools={tools} onClose={takeKeys} />}
      <div className="spoken" role="status" aria-live="polite">
        {said}
      </div>
    </div>
  );
}
