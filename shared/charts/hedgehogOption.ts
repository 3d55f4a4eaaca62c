/** What was expected, and what came: the gap of each vintage as a thin line from its own day on, against the latest view of it. */
import type { EChartsCoreOption } from 'echarts/core';
import { compareMessages } from '../messages/compare.ts';
import type { Language, Phrase } from '../messages/phrase.ts';
import { fixedGrid, monthAxis, valueAxis } from './axis.ts';
import type { Palette } from './palette.ts';

export type Spine = {
  readonly name: Phrase;
  /** The month of its day: what lies before was known to it. */
  readonly from: string;
  /** The gap by month of the axis, t. */
  readonly values: readonly (number | null)[];
};

export type HedgehogInput = {
  readonly months: readonly string[];
  readonly shownFrom: string;
  readonly spines: readonly Spine[];
  /** The latest view, t. */
  readonly came: readonly (number | null)[];
  readonly palette: Palette;
  readonly language: Language;
  readonly narrow?: boolean;
};

/** The option of the hedgehog, kt blank-equivalent per month. A spine begins in its own month, where it leaves what came. */
export function buildHedgehogOption({ months, shownFrom, spines, came, palette, language, narrow }: HedgehogInput): EChartsCoreOption {
  const first = Math.max(0, months.findIndex((month) => month >= shownFrom));
  const shown = { first, months: months.slice(first) };
  const kilotonnes = (values: readonly (number | null)[], from: string): (number | null)[] =>
    shown.months.map((month, at) => {
      const value = values[first + at] ?? null;
      return value === null || month < from ? null : value / 1000;
    });
  const line = (id: string, name: Phrase, values: (number | null)[], style: { readonly width: number; readonly color: string }) => ({
    id,
    name: name[language],
    type: 'line' as const,
    symbol: 'none',
    silent: true,
    lineStyle: style,
    endLabel: { show: values.some((value) => value !== null), formatter: name[language], color: style.color, fontSize: 10.5, lineHeight: 14, distance: 6 },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: values,
  });
  const zero = { symbol: 'none', silent: true, animation: false, data: [{ yAxis: 0, label: { show: false }, lineStyle: { type: 'solid' as const, color: palette.ink, width: 1.2 } }] };
  return {
    animation: false,
    aria: { enabled: true, label: { description: compareMessages.hedgehogTitle[language] } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 11, color: palette.muted },
    grid: { ...fixedGrid, left: 44, right: 128, top: 10, bottom: 36 },
    xAxis: monthAxis(shown, palette, language, narrow),
    yAxis: valueAxis(palette),
    series: [
      ...spines.map(({ name, from, values }, at) => line(`spine-${at}`, name, kilotonnes(values, from), { width: 1, color: palette.series[at % palette.series.length] ?? palette.muted })),
      { ...line('came', compareMessages.asItStands, kilotonnes(came, ''), { width: 2.2, color: palette.ink }), markLine: zero },
    ],
  };
}
