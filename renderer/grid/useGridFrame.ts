/**
 * The grid as a place: its interface once it is there, how far it is scrolled, where things stand. What scrolling moves is
 * moved by hand, so that it costs no drawing of the component.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { GridApi } from 'ag-grid-community';
import type { CellRef } from '../../shared/grid/selection.ts';
import type { GridSizes } from '../../shared/grid/zoom.ts';
import type { TableColumn, TableRow } from '../../shared/tables/table.ts';
import { fitColumns } from './fitColumns.ts';
import { followZoomWheel } from './followZoomWheel.ts';
import { heldTotals, isInFullView, pinnedWidth, type Box } from './gridGeometry.ts';
import type { SurfaceEvents } from './GridSurface.tsx';
import type { OverlayHosts } from './SelectionOverlay.tsx';
import { settleTwins, type Totals } from './settleTwins.ts';
import { twinId } from './twins.ts';

type Parts = {
  readonly wrapper: RefObject<HTMLDivElement | null>;
  /** What stands over the grid and scrolls with its cells. */
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly columns: readonly TableColumn[];
  /** At natural size, like those that are reported. */
  readonly widths: Readonly<Record<string, number>>;
  readonly sizes: GridSizes;
  readonly startsAt: string;
  /** Totals that are held at the edges while they are out of view; null where none are. */
  readonly totals: Totals | null;
  onWidth(columnId: string, width: number): void;
  onMoved(): void;
  /** Ctrl and the wheel, as in every spreadsheet. */
  onZoom(by: 1 | -1): void;
};

export type GridFrame = {
  readonly api: GridApi<TableRow> | null;
  /** The elements that overlays are drawn into: in the scrolled content and at the lower edge; null before the first row is drawn. */
  readonly hosts: OverlayHosts | null;
  /** Changes whenever rows or columns stand elsewhere. */
  readonly version: number;
  readonly events: SurfaceEvents;
  /** The height of the heads. */
  readonly head: number;
  /** What is in view of the scrolled content, with what is held before it. */
  view(): Box;
  /** The upper edge of the total rows that are held below, from the first row in view. */
  heldTop(): number;
  /** Whether what stands over the grid scrolls down with it, or stays with a total that is held below. */
  stand(isHeld: boolean): void;
  /** Once rows were changed: shows the totals that are out of view now. */
  settle(): void;
  reveal(at: CellRef): void;
  scrollBy(left: number, top: number): void;
};

function addHost(content: Element): HTMLElement {
  const host = document.createElement('div');
  host.className = 'overlay';
  host.setAttribute('aria-hidden', 'true');
  content.append(host);
  return host;
}

function addHosts(wrapper: HTMLElement | null): OverlayHosts | null {
  const [content, below] = ['.ag-grid-scrolling-container', '.ag-grid-pinned-bottom-rows-container'].map((name) => wrapper?.querySelector(name));
  return content && below ? { body: addHost(content), bottom: addHost(below) } : null;
}

function headHeight(wrapper: HTMLElement | null): number {
  return wrapper?.querySelector<HTMLElement>('.ag-grid-pinned-top-rows')?.offsetHeight ?? 29;
}

/** What a scroll bar takes of the right edge, as the grid itself keeps it; none where bars lie over the cells. */
function barWidth(wrapper: HTMLElement | null): number {
  return Number.parseFloat(wrapper?.querySelector<HTMLElement>('.ag-root')?.style.getPropertyValue('--ag-internal-pinned-right-sticky-offset') ?? '') || 0;
}

/** For so long after a cell was brought into view, a total that comes to be held must not cover it. */
const bringing = 300;

export function useGridFrame({ wrapper, layer, columns, widths, sizes, startsAt, totals, onWidth, onMoved, onZoom }: Parts): GridFrame {
  const [api, setApi] = useState<GridApi<TableRow> | null>(null);
  const [hosts, setHosts] = useState<OverlayHosts | null>(null);
  const [version, setVersion] = useState(0);
  const [head, setHead] = useState(29);
  const scroll = useRef({ left: 0, top: 0 });
  const size = useRef({ width: 0, height: 0 });
  /** The height without the scroll bar below. */
  const shownHeight = useRef(0);
  const stands = useRef(false);
  const brought = useRef<{ readonly at: CellRef; readonly time: number } | null>(null);
  /** Gives columns their width: the user's, else the table's own, stretched where the pane leaves room. */
  const fit = useCallback((): void => {
    const available = wrapper.current?.clientWidth ?? 0;
    if (!api || available <= 0) return;
    const fitted = fitColumns(columns, widths, available, sizes.scale);
    api.setColumnWidths([...fitted, ...fitted.flatMap(({ key, newWidth }) => (api.getColumn(twinId(key)) ? [{ key: twinId(key), newWidth }] : []))]);
  }, [api, wrapper, columns, widths, sizes]);
  const scrollBy = useCallback(
    (left: number, top: number): void => {
      wrapper.current?.querySelector('.ag-grid-viewport')?.scrollBy(left, top);
    },
    [wrapper],
  );
  useEffect(fit, [fit]);
  const drawnAt = useRef(sizes.scale);
  // Rows, columns and what stands over them grow in one frame: before it is painted, and not when the grid tells of it.
  useLayoutEffect(() => {
    const grown = sizes.scale / drawnAt.current;
    drawnAt.current = sizes.scale;
    if (!api || grown === 1) return;
    api.updateGridOptions({ rowHeight: sizes.row, headerHeight: sizes.head });
    fit();
    setHead(headHeight(wrapper.current));
    // What stood at the corner still stands there.
    scrollBy(scroll.current.left * (grown - 1), scroll.current.top * (grown - 1));
    setVersion((before) => before + 1);
  }, [api, wrapper, sizes, fit, scrollBy]);
  const place = useCallback((): void => {
    const { left, top } = scroll.current;
    if (layer.current) layer.current.style.transform = `translate(${-left}px, ${stands.current ? 0 : -top}px)`;
  }, [layer]);
  const view = useCallback((): Box => ({ ...scroll.current, width: size.current.width, height: size.current.height - head }), [head]);
  const bring = useCallback(
    ({ rowId, columnId }: CellRef): void => {
      // A frame later another grid may stand in its place.
      if (!api || api.isDestroyed()) return;
      const node = api.getRowNode(rowId);
      if (!node) return;
      // The next column comes along: the last one in view may lie half under the scroll bar.
      const next = columns[columns.findIndex(({ id }) => id === columnId) + 1];
      if (isInFullView(api, { from: { rowId, columnId }, to: { rowId, columnId: next?.id ?? columnId } }, view())) return;
      brought.current = { at: { rowId, columnId }, time: performance.now() };
      api.ensureNodeVisible(node);
      if (next) api.ensureColumnVisible(next.id);
      api.ensureColumnVisible(columnId);
    },
    [api, columns, view],
  );
  const settle = useCallback((): void => {
    if (!api) return;
    const { left, top } = scroll.current;
    const { width } = size.current;
    const across = { start: left, end: left + width - pinnedWidth(api) - barWidth(wrapper.current) };
    const down = { start: top, end: top + shownHeight.current - head };
    if (!settleTwins(api, totals ?? { columns: [], rows: [] }, totals && shownHeight.current > 0 ? { across, down } : null)) return;
    setVersion((before) => before + 1);
    const last = brought.current;
    brought.current = null;
    if (last && performance.now() - last.time < bringing) requestAnimationFrame(() => bring(last.at));
  }, [api, wrapper, head, totals, bring]);
  const latest = useRef({ onWidth, onMoved, onZoom, startsAt, fit, settle, scale: sizes.scale });
  useEffect(() => {
    latest.current = { onWidth, onMoved, onZoom, startsAt, fit, settle, scale: sizes.scale };
  });
  useEffect(settle, [settle, hosts]);
  useEffect(() => {
    const watcher = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) {
        if (target === wrapper.current) size.current = { width: contentRect.width, height: contentRect.height };
        else shownHeight.current = contentRect.height;
      }
      fit();
      latest.current.settle();
    });
    const viewport = hosts && wrapper.current?.querySelector('.ag-grid-viewport');
    for (const watched of [wrapper.current, viewport]) if (watched) watcher.observe(watched);
    return () => watcher.disconnect();
  }, [wrapper, hosts, fit]);

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
        setHosts(addHosts(wrapper.current));
        setHead(headHeight(wrapper.current));
        if (given?.getColumn(latest.current.startsAt)) given.ensureColumnVisible(latest.current.startsAt, 'start');
      },
      scrolled(left, top) {
        scroll.current = { left, top };
        place();
        latest.current.settle();
        latest.current.onMoved();
      },
      widened(columnId, width) {
        latest.current.onWidth(columnId, Math.round(width / latest.current.scale));
      },
      moved() {
        moved();
        latest.current.settle();
        latest.current.onMoved();
      },
    };
  }, [wrapper, place]);

  const reveal = useCallback(
    (at: CellRef): void => {
      // Once the rows are as they will be. Asking the grid where it stands makes the browser lay the page out once more, so what is in view is left alone.
      requestAnimationFrame(() => bring(at));
    },
    [bring],
  );
  useEffect(() => followZoomWheel(wrapper.current, (by) => latest.current.onZoom(by)), [wrapper]);
  const heldTop = useCallback((): number => shownHeight.current - head - (api ? heldTotals(api).height : 0), [api, head]);
  const stand = useCallback(
    (isHeld: boolean): void => {
      stands.current = isHeld;
      place();
    },
    [place],
  );
  return { api, hosts, version, events, head, view, heldTop, stand, settle, reveal, scrollBy };
}
