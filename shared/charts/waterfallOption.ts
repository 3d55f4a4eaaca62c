/**
 * A bridge as a waterfall, lying down so that long names stand beside their bars: totals from zero, each step from where the one
 * before ended, on either side of zero or across it. The numbers beside the bars are those of the table and add up.
 */
import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import { formatNumber } from '../format.ts';
import type { Language } from '../messages/phrase.ts';
import type { BridgeRow } from '../tables/bridgeRows.ts';
import { fixedGrid, valueAxis } from './axis.ts';
import type { Palette } from './palette.ts';

export type WaterfallInput = {
  readonly rows: readonly BridgeRow[];
  /** The sentence that the picture says, for those who do not see it too. */
  readonly title: string;
  readonly palette: Palette;
  readonly language: Language;
  readonly decimals?: number;
  /** Room for the names, px; as much as the longest takes where nothing is said, but never most of the chart. */
  readonly nameWidth?: number;
};

const barShare = 0.62;
/** Between a bar and its number, px. */
const gap = 5;
const [letter, boldLetter] = [5.6, 6.4];

/** How a bar is filled: totals are no change, a step up is towards surplus, a step down towards shortage. */
function colorOf({ kind, start, end }: BridgeRow, palette: Palette): string {
  if (kind !== 'step') return palette.muted;
  return end >= start ? palette.surplus : palette.shortage;
}

/** What stands beside a bar: its number, and of a sampled step how far it may be off. */
export function barLabel({ kind, printed, standardError }: BridgeRow, decimals: number, language: Language): string {
  const number = formatNumber(printed, { decimals, signed: kind === 'step' }, language);
  return standardError === undefined ? number : `${number} ± ${formatNumber(standardError, { decimals: decimals + 1 }, language)}`;
}

/** The drawing of one row: its bar, the thin line that hands over to the next row, and its number outside the bar. */
function drawRow(rows: readonly BridgeRow[], palette: Palette, decimals: number, language: Language): NonNullable<CustomSeriesOption['renderItem']> {
  return (params, api) => {
    const at = params.dataIndex;
    const row = rows[at];
    if (!row) return null;
    const from = api.coord([row.start, at]);
    const to = api.coord([row.end, at]);
    const size = api.size?.([0, 1]);
    const step = Math.abs(Array.isArray(size) ? (size[1] ?? 0) : (size ?? 0));
    const height = step * barShare;
    const [left, right] = [Math.min(from[0] ?? 0, to[0] ?? 0), Math.max(from[0] ?? 0, to[0] ?? 0)];
    const middle = from[1] ?? 0;
    const words = barLabel(row, decimals, language);
    const zero = api.coord([0, at])[0] ?? 0;
    // A number that would stand across the line of zero goes to the other side of its bar.
    const wide = 2 * gap + words.length * letter;
    const crosses = left - wide < zero && zero < left - 3;
    const crossesAfter = right + 3 < zero && zero < right + wide;
    const isBelow = crossesAfter || ((row.kind === 'step' ? row.end < row.start : row.end < 0) && !crosses);
    const bar = { type: 'rect' as const, shape: { x: left, y: middle - height / 2, width: Math.max(1, right - left), height }, style: { fill: colorOf(row, palette) } };
    const text = {
      type: 'text' as const,
      style: {
        text: words,
        x: isBelow ? left - gap : right + gap,
        y: middle,
        align: isBelow ? ('right' as const) : ('left' as const),
        verticalAlign: 'middle' as const,
        fill: palette.ink,
        fontFamily: 'Inter, "Noto Sans SC", sans-serif',
        fontSize: 11,
        fontWeight: row.kind === 'step' ? ('normal' as const) : (600 as const),
      },
    };
    const x = to[0] ?? 0;
    const hand = { type: 'line' as const, shape: { x1: x, y1: middle + height / 2, x2: x, y2: middle + step - height / 2 }, style: { stroke: palette.faint, lineWidth: 1 } };
    return { type: 'group', children: at < rows.length - 1 ? [bar, hand, text] : [bar, text] };
  };
}

const [leastNames, mostNames] = [120, 340];

/** About how wide the longest name is, px: a Chinese character is as wide as two letters. */
function roomForNames(rows: readonly BridgeRow[], language: Language): number {
  const widths = rows.map(({ name }) => [...name[language]].reduce((sum, one) => sum + (one > '\u2e7f' ? 12.6 : 6.4), 0));
  return Math.min(mostNames, Math.max(leastNames, Math.ceil(Math.max(0, ...widths)) + 20));
}

/** The option of a bridge, kt. */
export function buildWaterfallOption({ rows, title, palette, language, decimals = 1, nameWidth = roomForNames(rows, language) }: WaterfallInput): EChartsCoreOption {
  const ends = rows.flatMap(({ start, end }) => [start, end]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  // The numbers stand outside the bars, so that however narrow the chart is there is room for them at both ends of the axis.
  const room = Math.ceil(Math.max(...rows.map((row) => barLabel(row, decimals, language).length), 3) * boldLetter) + 2 * gap;
  // No bar ends on the very edge of the plot, where half of its line would be cut.
  const edge = (high - low || 1) * 0.01;
  return {
    animation: false,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 11, color: palette.muted },
    grid: { ...fixedGrid, left: nameWidth + room, right: 8 + room, top: 6, bottom: 8 },
    xAxis: { ...valueAxis(palette), min: low - edge, max: high + edge, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ id }) => id),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        color: palette.ink,
        margin: room,
        width: nameWidth - 14,
        overflow: 'truncate',
        formatter: (_id: string, at: number) => rows[at]?.name[language] ?? '',
      },
    },
    series: [
      {
        id: 'bridge',
        type: 'custom',
        renderItem: drawRow(rows, palette, decimals, language),
        encode: { x: [0, 1], y: 2 },
        data: rows.map(({ start, end }, at) => [start, end, at]),
        clip: false,
        silent: true,
        markLine: { symbol: 'none', silent: true, animation: false, data: [{ xAxis: 0, label: { show: false }, lineStyle: { type: 'solid', color: palette.ink, width: 1.2 } }] },
      },
    ],
  };
}
