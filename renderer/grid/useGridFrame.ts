/**
 * The grid as a place: its interface once it is there, how far it is scrolled, where things stand. What scrolling moves is
 * moved by hand, so that it costs no drawing of the component.
 */
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { GridApi } from 'ag-grid-community';
import type { CellRef } from '../../shared/grid/selection.ts';
import type { GridSizes } from '../../shared/grid/zoom.ts';
import type { TableColumn, TableRow } from '../../shared/tables/table.ts';
import { fitColumns } from './fitColumns.ts';
import { followZoomWheel } from './followZoomWheel.ts';
import { isInFullView, type Box } from './gridGeometry.ts';
import type { SurfaceEvents } from './GridSurface.tsx';

type Parts = {
  readonly wrapper: RefObject<HTMLDivElement | null>;
  /** What stands over the grid and scrolls with its cells. */
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly columns: readonly TableColumn[];
  /** At natural size, like those that are reported. */
  readonly widths: Readonly<Record<string, number>>;
  readonly sizes: GridSizes;
  readonly startsAt: string;
  onWidth(columnId: string, width: number): void;
  onMoved(): void;
  /** Ctrl and the wheel, as in every spreadsheet. */
  onZoom(by: 1 | -1): void;
};

export type GridFrame = {
  readonly api: GridApi<TableRow> | null;
  /** The element in the scrolled content that overlays are drawn into; null before the first row is drawn. */
  readonly host: HTMLElement | null;
  /** Changes whenever rows or columns stand elsewhere. */
  readonly version: number;
  readonly events: SurfaceEvents;
  /** The height of the heads. */
  readonly head: number;
  /** What is in view of the scrolled content. */
  view(): Box;
  reveal(at: CellRef): void;
  scrollBy(left: number, top: number): void;
};

function addHost(wrapper: HTMLElement | null): HTMLElement | null {
  const content = wrapper?.querySelector('.ag-grid-scrolling-container');
  if (!content) return null;
  const host = document.createElement('div');
  host.className = 'overlay';
  host.setAttribute('aria-hidden', 'true');
  content.append(host);
  return host;
}

function headHeight(wrapper: HTMLElement | null): number {
  return wrapper?.querySelector<HTMLElement>('.ag-grid-pinned-top-rows')?.offsetHeight ?? 29;
}

export function useGridFrame({ wrapper, layer, columns, widths, sizes, startsAt, onWidth, onMoved, onZoom }: Parts): GridFrame {
  const [api, setApi] = useState<GridApi<TableRow> | null>(null);
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [version, setVersion] = useState(0);
  const [head, setHead] = useState(29);
  const scroll = useRef({ left: 0, top: 0 });
  const size = useRef({ width: 0, height: 0 });
  /** Gives columns their width: the user's, else the table's own, stretched where the pane leaves room. */
  const fit = useCallback((): void => {
    const available = wrapper.current?.clientWidth ?? 0;
    if (api && available > 0) api.setColumnWidths(fitColumns(columns, widths, available, sizes.scale));
  }, [api, wrapper, columns, widths, sizes]);
  useEffect(fit, [fit]);
  const latest = useRef({ onWidth, onMoved, onZoom, startsAt, fit, scale: sizes.scale });
  useEffect(() => {
    latest.current = { onWidth, onMoved, onZoom, startsAt, fit, scale: sizes.scale };
  });
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) size.current = { width: entry.contentRect.width, height: entry.contentRect.height };
      fit();
    });
    if (wrapper.current) watcher.observe(wrapper.current);
    return () => watcher.disconnect();
  }, [wrapper, fit]);

  const events = useMemo((): SurfaceEvents => {
    let given: GridApi<TableRow> | null = null;
    const moved = (): void => setVersion((before) => before + 1);
    return {
      ready(found) {
        given = found;
        setApi(found);
      },
      drawn() {
        latest.current.fit();
        setHost(addHost(wrapper.current));
        setHead(headHeight(wrapper.current));
        if (given?.getColumn(latest.current.startsAt)) given.ensureColumnVisible(latest.current.startsAt, 'start');
      },
      scrolled(left, top) {
        scroll.current = { left, top };
        if (layer.current) layer.current.style.transform = `translate(${-left}px, ${-top}px)`;
        latest.current.onMoved();
      },
      widened(columnId, width) {
        latest.current.onWidth(columnId, Math.round(width / latest.current.scale));
      },
      moved() {
        moved();
        latest.current.onMoved();
      },
    };
  }, [wrapper, layer]);

  const view = useCallback((): Box => ({ ...scroll.current, width: size.current.width, height: size.current.height - head }), [head]);
  const reveal = useCallback(
    ({ rowId, columnId }: CellRef): void => {
      // Once the rows are as they will be. Asking the grid where it stands makes the browser lay the page out once more, so what is in view is left alone.
      requestAnimationFrame(() => {
        const node = api?.getRowNode(rowId);
        if (!api || !node) return;
        // The next column comes along: the last one in view may lie half under the scroll bar.
        const next = columns[columns.findIndex(({ id }) => id === columnId) + 1];
        if (isInFullView(api, { from: { rowId, columnId }, to: { rowId, columnId: next?.id ?? columnId } }, view())) return;
        api.ensureNodeVisible(node);
        if (next) api.ensureColumnVisible(next.id);
        api.ensureColumnVisible(columnId);
      });
    },
    [api, columns, view],
  );
  const scrollBy = useCallback(
    (left: number, top: number): void => {
      wrapper.current?.querySelector('.ag-grid-viewport')?.scrollBy(left, top);
    },
    [wrapper],
  );
  const drawnAt = useRef(sizes.scale);
  useEffect(() => {
    const grown = sizes.scale / drawnAt.current;
    drawnAt.current = sizes.scale;
    if (!api || grown === 1) return;
    setHead(headHeight(wrapper.current));
    // What stood at the corner still stands there.
    scrollBy(scroll.current.left * (grown - 1), scroll.current.top * (grown - 1));
  }, [api, wrapper, sizes, scrollBy]);
  useEffect(() => followZoomWheel(wrapper.current, (by) => latest.current.onZoom(by)), [wrapper]);
  return { api, host, version, events, head, view, reveal, scrollBy };
}
