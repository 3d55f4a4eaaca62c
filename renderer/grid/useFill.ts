/** Fill: down and right from the first row or column of the selection, and by the handle at its corner, as a copy or a series. */
import { useState, type MouseEvent } from 'react';
import { planFill, toEndOfData } from '../../shared/fill/planFill.ts';
import type { FillMode } from '../../shared/fill/trend.ts';
import { boundsOf, positionOf, refAt, type Bounds, type Lattice } from '../../shared/grid/lattice.ts';
import { lastRange } from '../../shared/grid/select.ts';
import type { CellRange, CellRef } from '../../shared/grid/selection.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Table } from '../../shared/tables/table.ts';
import type { GridWork } from './gridWork.ts';
import type { PointerSelection } from './usePointer.ts';
import type { Plans } from './usePlans.ts';
import type { SelectionKeys } from './useSelection.ts';

type Parts = {
  readonly table: Table;
  readonly lattice: Lattice;
  readonly keys: SelectionKeys;
  readonly mouse: PointerSelection;
  readonly work: GridWork;
  readonly plans: Plans;
};

/** A fill by the handle that may still be done otherwise. */
export type DoneFill = { readonly source: CellRange; readonly target: CellRange; readonly mode: FillMode; readonly before: Workbook; readonly after: Workbook };

export type Fill = {
  /** What the handle would fill if it were released now. */
  readonly dragged: CellRange | null;
  /** The last fill by the handle, as long as nothing else was done; its manner can be changed. */
  readonly done: DoneFill | null;
  down(): void;
  right(): void;
  /** The first two numbers of each line of the selection go on over the rest of it. */
  series(mode: 'linear' | 'growth'): void;
  drag(event: MouseEvent): void;
  toEnd(): void;
  redo(mode: FillMode): void;
  forget(): void;
};

function rangeOf(lattice: Lattice, { top, bottom, left, right }: Bounds): CellRange | null {
  const from = refAt(lattice, top, left);
  const to = refAt(lattice, bottom, right);
  return from && to ? { from, to } : null;
}

/** The source grown towards a cell, down or sideways, whichever is farther. */
function grownTowards(lattice: Lattice, source: Bounds, at: CellRef): CellRange | null {
  const place = positionOf(lattice, at);
  if (!place) return null;
  const down = place.row > source.bottom ? place.row - source.bottom : place.row < source.top ? place.row - source.top : 0;
  const aside = place.column > source.right ? place.column - source.right : place.column < source.left ? place.column - source.left : 0;
  if (down === 0 && aside === 0) return null;
  if (Math.abs(down) >= Math.abs(aside)) return rangeOf(lattice, { ...source, top: Math.min(source.top, place.row), bottom: Math.max(source.bottom, place.row) });
  return rangeOf(lattice, { ...source, left: Math.min(source.left, place.column), right: Math.max(source.right, place.column) });
}

export function useFill({ table, lattice, keys, mouse, work, plans }: Parts): Fill {
  const [dragged, setDragged] = useState<CellRange | null>(null);
  const [last, setLast] = useState<DoneFill | null>(null);
  const { workbook, scenario } = work;
  const source = (): Bounds | null => {
    const selection = keys.current();
    return selection && boundsOf(lattice, lastRange(selection));
  };
  const fill = (from: CellRange, to: CellRange, mode: FillMode, context: Workbook, after?: () => void): void => {
    plans.carryOut(mode === 'copy' ? 'fill' : 'series', planFill(table, from, to, mode, { workbook: context, scenario }), after);
  };
  /** The first line of the selection goes on over the rest; a single cell takes the number before it. */
  const fillOver = (line: (bounds: Bounds) => Bounds, before: (bounds: Bounds) => Bounds, isLine: (bounds: Bounds) => boolean): void => {
    const bounds = source();
    if (!bounds) return;
    const whole = isLine(bounds) ? before(bounds) : bounds;
    const from = rangeOf(lattice, line(whole));
    const to = rangeOf(lattice, whole);
    if (from && to) fill(from, to, 'copy', workbook);
  };
  const handleFill = (target: CellRange, mode: FillMode): void => {
    const bounds = source();
    const from = bounds && rangeOf(lattice, bounds);
    const selection = keys.current();
    if (!from || !selection) return;
    fill(from, target, mode, workbook, () => {
      keys.set({ active: selection.active, ranges: [target] });
      setLast({ source: from, target, mode, before: workbook, after: work.present() });
    });
  };
  return {
    dragged,
    done: last?.after === workbook ? last : null,
    down: () => fillOver((b) => ({ ...b, bottom: b.top }), (b) => ({ ...b, top: Math.max(0, b.top - 1) }), (b) => b.top === b.bottom),
    right: () => fillOver((b) => ({ ...b, right: b.left }), (b) => ({ ...b, left: Math.max(0, b.left - 1) }), (b) => b.left === b.right),
    series(mode) {
      const bounds = source();
      if (!bounds) return;
      const isWide = bounds.right - bounds.left >= bounds.bottom - bounds.top;
      const from = rangeOf(lattice, isWide ? { ...bounds, right: Math.min(bounds.right, bounds.left + 1) } : { ...bounds, bottom: Math.min(bounds.bottom, bounds.top + 1) });
      const to = rangeOf(lattice, bounds);
      if (from && to) fill(from, to, mode, workbook);
    },
    drag(event) {
      const bounds = source();
      if (!bounds) return;
      let target: CellRange | null = null;
      mouse.follow(
        event,
        (at) => {
          target = grownTowards(lattice, bounds, at);
          setDragged(target);
        },
        ({ ctrlKey, metaKey }) => {
          setDragged(null);
          const isOne = bounds.top === bounds.bottom && bounds.left === bounds.right;
          // Several numbers go on as a series and one is copied; Ctrl does the other.
          if (target) handleFill(target, isOne === (ctrlKey || metaKey) ? 'linear' : 'copy');
        },
      );
    },
    toEnd() {
      const bounds = source();
      const from = bounds && rangeOf(lattice, bounds);
      if (from) handleFill(toEndOfData(table, from), bounds.left === bounds.right ? 'copy' : 'linear');
    },
    redo(mode) {
      if (!last) return;
      work.undo();
      fill(last.source, last.target, mode, last.before, () => setLast({ ...last, mode, after: work.present() }));
    },
    forget: () => setLast(null),
  };
}
