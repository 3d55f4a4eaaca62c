/**
 * One chart over months: made once, given new options, resized with its box, drawn as SVG. The period under the pointer is
 * marked by a layer over the drawing, so that moving the mouse never draws the chart again.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { init, type ECharts, type EChartsCoreOption } from 'echarts/core';
import type { Readout } from '../../shared/charts/readout.ts';
import { liesIn } from '../../shared/periodicity.ts';
import type { PointerStore } from '../store/pointer.ts';
import { useStore } from '../store/store.ts';
import { CopyChart, type ChartWords } from './CopyChart.tsx';
import { changedOption } from './changedOption.ts';
import { inTurn } from './inTurn.ts';
import { asTold, monthsOption } from './monthsOption.ts';
import { PeriodNames, type NamesBelow } from './PeriodNames.tsx';
import { rehearse } from './rehearse.ts';
import { withoutNames } from './withoutNames.ts';
import './register.ts';

type Props = {
  readonly option: EChartsCoreOption;
  readonly name: string;
  /** Of the picture that is copied. */
  readonly words: ChartWords;
  /** The months of the axis in order. */
  readonly months: readonly string[];
  /** Their names, which the page writes in place of the drawing. */
  readonly below: NamesBelow;
  readonly pointer: PointerStore;
  /** True where the box is narrow; told when it changes. */
  onNarrow(narrow: boolean): void;
  /** What stands beside the marked period; null leaves it out. */
  readout(period: string): Readout | null;
  /** A click in the drawing: the month and the height on the value axis. */
  onPick(month: string, height: number): void;
};

/** Below this width of the box the axis says less. */
const narrowBelow = 520;

type Band = { readonly left: number; readonly width: number };

/** Where a period stands on the axis, in pixels of the chart's box; null when the axis does not show it. The margins say it, so no drawing is asked. */
function bandOf(width: number, { left, right, bands }: NamesBelow, months: readonly string[], period: string): Band | null {
  const first = months.findIndex((month) => liesIn(month, period));
  if (first < 0) return null;
  const last = months.findLastIndex((month) => liesIn(month, period));
  const step = (width - left - right) / Math.max(1, bands ? months.length : months.length - 1);
  return { left: left + (bands ? first : first - 0.5) * step, width: (last - first + 1) * step };
}

type MarkProps = { readonly chart: ECharts; readonly below: NamesBelow; readonly months: readonly string[]; readonly pointer: PointerStore; readout(period: string): Readout | null };

function PeriodMark({ chart, below, months, pointer, readout }: MarkProps) {
  const period = useStore(pointer);
  if (period === null) return null;
  const width = chart.getWidth();
  const band = bandOf(width, below, months, period);
  const said = readout(period);
  if (band === null || said === null) return null;
  const center = band.left + band.width / 2;
  const onLeft = center > width / 2;
  return (
    <div className="period-mark" style={{ left: band.left, width: band.width }}>
      <div className={onLeft ? 'readout on-left' : 'readout'}>
        <b>{said.title}</b>
        {said.rows.map((row) => (
          <span key={row.name}>
            {row.name} <em>{row.value}</em>
          </span>
        ))}
      </div>
    </div>
  );
}

export function Chart({ option: whole, name, words, months, below, pointer, readout, onPick, onNarrow }: Props) {
  const option = useMemo(() => monthsOption(withoutNames(whole)), [whole]);
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  const [size, setSize] = useState(0);
  const latest = useRef(option);
  const told = useRef<{ readonly chart: ECharts; readonly option: EChartsCoreOption } | null>(null);
  useLayoutEffect(() => {
    latest.current = option;
    if (!chart) return;
    const changed = told.current?.chart === chart ? changedOption(told.current.option, option) : null;
    told.current = { chart, option };
    if (changed === null) chart.setOption(asTold(option), { replaceMerge: ['series'] });
    else if (Object.keys(changed).length > 0) chart.setOption(asTold(changed));
  }, [chart, option]);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    let takeDown = (): void => undefined;
    const takeBack = inTurn(() => {
      const made = init(current, null, { renderer: 'svg' });
      // Told what to draw before anything may ask where a month stands: the pointer may rest on the grid already.
      made.setOption(asTold(latest.current));
      told.current = { chart: made, option: latest.current };
      setChart(made);
      const watcher = new ResizeObserver(([entry]) => {
        // The box is told of once without having changed, and a resize draws everything again.
        if (entry && (Math.round(entry.contentRect.width) !== made.getWidth() || Math.round(entry.contentRect.height) !== made.getHeight())) made.resize();
        setSize(made.getWidth());
      });
      watcher.observe(current);
      takeDown = () => {
        watcher.disconnect();
        made.dispose();
        setChart(null);
      };
    });
    return () => {
      takeBack();
      takeDown();
    };
  }, []);
  useEffect(() => chart ? rehearse(() => chart.setOption(asTold({ series: latest.current.series }))) : undefined, [chart]);
  useEffect(() => {
    if (size > 0) onNarrow(size < narrowBelow);
  }, [size, onNarrow]);
  useEffect(() => {
    if (!chart) return;
    const surface = chart.getZr();
    const monthAt = (x: number, y: number): { month: string; height: number } | null => {
      if (!chart.containPixel({ gridIndex: 0 }, [x, y])) return null;
      const [index = -1, height = 0] = chart.convertFromPixel({ gridIndex: 0 }, [x, y]);
      const month = months[Math.round(index)];
      return month === undefined ? null : { month, height };
    };
    const move = (event: { offsetX: number; offsetY: number }): void => pointer.set(monthAt(event.offsetX, event.offsetY)?.month ?? null);
    const leave = (): void => pointer.set(null);
    const click = (event: { offsetX: number; offsetY: number }): void => {
      const found = monthAt(event.offsetX, event.offsetY);
      if (found) onPick(found.month, found.height);
    };
    surface.on('mousemove', move);
    surface.on('globalout', leave);
    surface.on('click', click);
    return () => {
      surface.off('mousemove', move);
      surface.off('globalout', leave);
      surface.off('click', click);
    };
  }, [chart, months, pointer, onPick]);
  return (
    <div className="chart" data-chart={name}>
      <div className="drawing" ref={box} />
      {chart && <PeriodNames {...below} />}
      {chart && <CopyChart {...words} option={whole} size={() => ({ width: chart.getWidth(), height: chart.getHeight() })} />}
      {chart && <PeriodMark chart={chart} below={below} months={months} pointer={pointer} readout={readout} />}
    </div>
  );
}
