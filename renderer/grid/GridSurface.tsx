/**
 * AG Grid itself: it paints, virtualises and resizes, and never owns data, focus or editing. Drawn anew only for new columns.
 * It writes its cells into the page by itself: hundreds of them as components would make the first view and every scroll wait.
 */
import { memo, useLayoutEffect, useRef } from 'react';
import { CellStyleModule, createGrid, ClientSideRowModelModule, ColumnApiModule, ModuleRegistry, PinnedRowModule, RowApiModule, RowStyleModule, ScrollApiModule, type ColDef, type GridApi } from 'ag-grid-community';
import type { GridSizes } from '../../shared/grid/zoom.ts';
import type { TableRow } from '../../shared/tables/table.ts';
import { gridTheme } from './gridTheme.ts';
import { placeId, twinId } from './twins.ts';

ModuleRegistry.registerModules([ClientSideRowModelModule, CellStyleModule, RowStyleModule, ColumnApiModule, RowApiModule, ScrollApiModule, PinnedRowModule]);

export type SurfaceEvents = {
  ready(api: GridApi<TableRow>): void;
  drawn(): void;
  scrolled(left: number, top: number): void;
  /** The user gave a column this width. */
  widened(columnId: string, width: number): void;
  /** Rows or columns stand elsewhere than before. */
  moved(): void;
};

type Props = { readonly columns: ColDef<TableRow>[]; readonly firstRows: TableRow[]; readonly sizes: GridSizes; readonly events: SurfaceEvents };

export const GridSurface = memo(function GridSurface({ columns, firstRows, sizes, events }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const api = useRef<GridApi<TableRow> | null>(null);
  const shown = useRef({ columns, sizes });
  const first = useRef({ columns, firstRows, sizes, events });
  useLayoutEffect(() => {
    if (!box.current) return;
    const begin = first.current;
    const made = createGrid<TableRow>(box.current, {
      theme: gridTheme,
      rowHeight: begin.sizes.row,
      headerHeight: begin.sizes.head,
      rowData: begin.firstRows,
      columnDefs: begin.columns,
      getRowId: ({ data, rowPinned }) => (rowPinned ? twinId(data.id) : data.id),
      getRowClass: ({ data }) => `row-${data?.kind ?? 'row'}`,
      suppressCellFocus: true,
      suppressHeaderFocus: true,
      // A row under the pointer looks like the others; its class would make the browser lay the page out twice with an edit.
      suppressRowHoverHighlight: true,
      // Rows without a layer of their own: the selection is painted between their numbers and their pinned labels.
      suppressRowTransform: true,
      ensureDomOrder: true,
      animateRows: false,
      onGridReady: ({ api: ready }) => begin.events.ready(ready),
      onFirstDataRendered: begin.events.drawn,
      onBodyScroll: ({ left, top }) => begin.events.scrolled(left, top),
      onColumnResized: ({ finished, source, column }) => {
        if (finished && source === 'uiColumnResized' && column) begin.events.widened(placeId(column.getColId()), column.getActualWidth());
        begin.events.moved();
      },
      onModelUpdated: begin.events.moved,
      onNewColumnsLoaded: begin.events.moved,
    });
    api.current = made;
    return () => made.destroy();
  }, []);
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { columns, sizes };
    if (before.sizes !== sizes) api.current?.updateGridOptions({ rowHeight: sizes.row, headerHeight: sizes.head });
    if (before.columns !== columns) api.current?.setGridOption('columnDefs', columns);
  }, [columns, sizes]);
  return <div ref={box} />;
});
