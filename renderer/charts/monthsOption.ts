/**
 * The option of a chart over months with all of its bars and lines as the parts of one series, which monthsSeries.ts draws
 * together with the numbers of the value axis: the same picture for a fraction of the work. A chart with anything else in it
 * stays as it is.
 */
import type { EChartsCoreOption } from 'echarts/core';
import { reachOf, stackHeights, type Values } from '../../shared/charts/monthShapes.ts';

type LineStyle = { readonly width?: number; readonly color?: string; readonly type?: readonly number[] };
type EndLabel = { readonly show?: boolean; readonly formatter: string; readonly distance: number; readonly width: number; readonly color: string; readonly fontSize: number; readonly fontWeight?: number; readonly lineHeight?: number };
type BarStyle = { readonly color: string; readonly borderColor?: string; readonly borderWidth?: number };
type BarItem = { readonly value: number | null; readonly itemStyle: BarStyle };

export type BarPart = { readonly type: 'bar'; readonly id: string; readonly barWidth: string; readonly data: readonly BarItem[] };
export type LinePart = {
  readonly type: 'line';
  readonly id: string;
  readonly stack?: string;
  readonly step?: 'middle';
  readonly data: Values;
  readonly lineStyle: LineStyle;
  readonly areaStyle?: { readonly color: string; readonly opacity: number };
  readonly endLabel?: EndLabel;
};
export type Part = BarPart | LinePart;

/** The numbers along the value axis and the lines at them: the looks, and how a number is said. */
export type ScaleLooks = { readonly line: string; readonly words: string; format(value: number): string };

/** Every field that is drawn, marked or only says what ECharts' own series would do under the pointer. */
const known: Readonly<Record<Part['type'], ReadonlySet<string>>> = {
  bar: new Set(['type', 'id', 'name', 'barWidth', 'data', 'markLine', 'markArea']),
  line: new Set(['type', 'id', 'name', 'stack', 'step', 'data', 'lineStyle', 'areaStyle', 'endLabel', 'labelLayout', 'markLine', 'markArea', 'symbol', 'showSymbol', 'silent', 'emphasis']),
};

function isPart(series: unknown): series is Part & Readonly<Record<string, unknown>> {
  if (typeof series !== 'object' || series === null || !('type' in series)) return false;
  const fields = series.type === 'bar' ? known.bar : series.type === 'line' ? known.line : null;
  return fields !== null && Object.keys(series).every((name) => fields.has(name));
}

type ValueAxis = { readonly type: 'value'; readonly splitLine: { readonly lineStyle: { readonly color: string } }; readonly axisLabel: { readonly color: string; formatter(value: number): string } };

/** The value axis where it says nothing but its colours and how it names a number. */
function isPlain(axis: unknown): axis is ValueAxis {
  if (typeof axis !== 'object' || axis === null || !('splitLine' in axis) || !('axisLabel' in axis)) return false;
  const names = (part: unknown): string => (typeof part === 'object' && part !== null ? Object.keys(part).join(' ') : '');
  return names(axis) === 'type splitLine axisLabel' && names(axis.splitLine) === 'lineStyle' && names(axis.axisLabel) === 'color formatter';
}

function valuesOf(part: Part): Values {
  return part.type === 'bar' ? part.data.map(({ value }) => value) : part.data;
}

export function monthsOption(option: EChartsCoreOption): EChartsCoreOption {
  const series: unknown = option.series;
  if (!Array.isArray(series) || !series.every(isPart)) return option;
  const marked = series.filter((one) => one['markLine'] !== undefined || one['markArea'] !== undefined);
  const laidOut = series.find((one) => one['labelLayout'] !== undefined);
  if (marked.length > 1 || series.filter(({ type }) => type === 'bar').length > 1) return option;
  const lines = series.map((part) => ({ ...(part.type === 'line' && part.stack !== undefined ? { stack: part.stack } : {}), values: valuesOf(part) }));
  const reach = reachOf(stackHeights(lines).map(({ over }) => over));
  const parts = series.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'markLine' && name !== 'markArea')));
  const [mark] = marked;
  const { yAxis } = option;
  const scale: ScaleLooks | null = isPlain(yAxis) ? { line: yAxis.splitLine.lineStyle.color, words: yAxis.axisLabel.color, format: yAxis.axisLabel.formatter } : null;
  return {
    ...option,
    ...(scale === null ? {} : { yAxis: { type: 'value', splitLine: { show: false }, axisLabel: { show: false } } }),
    series: [
      {
        id: 'months',
        type: 'months',
        parts,
        scale,
        // From the lowest to the highest, which is all that the axes ask for.
        data: reach === null ? [] : reach.map((value) => [0, value]),
        ...(mark?.['markLine'] === undefined ? {} : { markLine: mark['markLine'] }),
        ...(mark?.['markArea'] === undefined ? {} : { markArea: mark['markArea'] }),
        ...(laidOut === undefined ? {} : { labelLayout: laidOut['labelLayout'] }),
      },
    ],
  };
}

/** The option as ECharts is told it: the parts as a function, because it makes two copies of every list and leaves functions as they are. */
export function asTold(option: EChartsCoreOption): EChartsCoreOption {
  const series: unknown = option.series;
  if (!Array.isArray(series)) return option;
  return { ...option, series: series.map((one: object) => ('parts' in one ? { ...one, parts: () => one.parts } : one)) };
}
