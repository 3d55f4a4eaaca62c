/** Marks the column of the period under the pointer, by a layer over the grid that takes no clicks. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { liesIn } from '../../shared/periodicity.ts';
import type { PointerStore } from '../store/pointer.ts';
import { useStore } from '../store/store.ts';
import { twinId } from './twins.ts';

type Props = { readonly frame: RefObject<HTMLDivElement | null>; readonly periods: ReadonlyMap<string, string>; readonly pointer: PointerStore };

type Band = { readonly left: number; readonly width: number };

/** The column that shows the period itself, else the one of the year it lies in, else the first of its months that is in view. */
function columnOf(periods: ReadonlyMap<string, string>, period: string): string | undefined {
  const entries = [...periods];
  return (entries.find(([, own]) => own === period) ?? entries.find(([, own]) => liesIn(period, own)))?.[0];
}

export function PeriodColumn({ frame, periods, pointer }: Props) {
  const period = useStore(pointer);
  const [band, setBand] = useState<Band | null>(null);
  const column = period === null ? undefined : columnOf(periods, period);
  useLayoutEffect(() => {
    const outer = frame.current?.getBoundingClientRect();
    const head = (id: string): Element | null | undefined => frame.current?.querySelector(`.ag-header-cell[col-id="${CSS.escape(id)}"]`);
    const header = column === undefined ? null : (head(twinId(column)) ?? head(column))?.getBoundingClientRect();
    setBand(outer && header ? { left: header.left - outer.left, width: header.width } : null);
  }, [frame, column]);
  return band && <div className="period-column" style={band} />;
}
