/** AG Grid itself: it paints, virtualises and resizes, and never owns data, focus or editing. Drawn anew only for new columns. */
import { memo, useEffect, useState } from 'react';
import { AgGridReact } from 'ag-grid-react';
import { CellStyleModule, ClientSideRowModelModule, ColumnApiModule, ModuleRegistry, PinnedRowModule, RowApiModule, RowStyleModule, ScrollApiModule, type ColDef, type GridApi } from 'ag-grid-community';
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

/** How many rows stand ready above and below those in view, for scrolling. */
const rowsAhead = 10;
/** By then, in ms, the window with its charts is drawn and works. */
const settled = 1000;

export const GridSurface = memo(function GridSurface({ columns, firstRows, sizes, events }: Props) {
  // The rows in view come first; those ready for scrolling follow with the first scroll, or when the window has long been drawn.
  const [ahead, setAhead] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAhead(rowsAhead), settled);
    return () => clearTimeout(timer);
  }, []);
  return (
    <AgGridReact<TableRow>
      theme={gridTheme}
      rowHeight={sizes.row}
      headerHeight={sizes.head}
      rowData={firstRows}
      columnDefs={columns}
      getRowId={({ data, rowPinned }) => (rowPinned ? twinId(data.id) : data.id)}
      getRowClass={({ data }) => `row-${data?.kind ?? 'row'}`}
      suppressCellFocus
      suppressHeaderFocus
      // A row under the pointer looks like the others; its class would make the browser lay the page out twice with an edit.
      suppressRowHoverHighlight
      // Rows without a layer of their own: the selection is painted between their numbers and their pinned labels.
      suppressRowTransform
      ensureDomOrder
      rowBuffer={ahead}
      animateRows={false}
      onGridReady={({ api }) => events.ready(api)}
      onFirstDataRendered={events.drawn}
      onBodyScroll={({ left, top }) => {
        setAhead(rowsAhead);
        events.scrolled(left, top);
      }}
      onColumnResized={({ finished, source, column }) => {
        if (finished && source === 'uiColumnResized' && column) events.widened(placeId(column.getColId()), column.getActualWidth());
        events.moved();
      }}
      onModelUpdated={events.moved}
      onNewColumnsLoaded={events.moved}
    />
  );
});
