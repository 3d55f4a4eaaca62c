/** What was expected, and what came: the gap of each view as a thin line from its own day on, one of them strong, against a later view. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Language, Phrase } from '../messages/phrase.ts';
import type { MarketEvent } from '../model/workbook.ts';
import { eventMarks, fixedGrid, monthAxis, plainLine, valueAxis } from './axis.ts';
import type { Palette } from './palette.ts';

export type Spine = {
  readonly name: Phrase;
  /** The month of its day: what lies before was known to it. */
  readonly from: string;
  /** The gap by month of the axis, t. */
  readonly values: readonly (number | null)[];
  /** The one that is looked at: strong, and named at its end. */
  readonly chosen?: boolean;
};

export type HedgehogInput = {
  readonly months: readonly string[];
  readonly shownFrom: string;
  /** The earliest first. */
  readonly spines: readonly Spine[];
  /** The view they are held against. */
  readonly came: Pick<Spine, 'name' | 'values'>;
  /** Those that act in the later view, in the order of their numbers. */
  readonly events: readonly MarketEvent[];
  readonly title: string;
  readonly palette: Palette;
  readonly language: Language;
  readonly narrow?: boolean;
};

/** The option of the hedgehog, kt blank-equivalent per month. A spine begins in its own month, where it leaves what came. */
export function buildHedgehogOption({ months, shownFrom, spines, came, events, title, palette, language, narrow }: HedgehogInput): EChartsCoreOption {
  const first = Math.max(0, months.findIndex((month) => month >= shownFrom));
  const shown = { first, months: months.slice(first) };
  const kilotonnes = (values: readonly (number | null)[], from: string): (number | null)[] =>
    shown.months.map((month, at) => {
      const value = values[first + at] ?? null;
      return value === null || month < from ? null : value / 1000;
    });
  const line = (id: string, name: Phrase, values: (number | null)[], style: { readonly width: number; readonly color: string }, isNamed: boolean) => ({
    id,
    name: name[language],
    type: 'line' as const,
    ...plainLine,
    lineStyle: style,
    endLabel: { show: isNamed && values.some((value) => value !== null), formatter: name[language], color: style.color, fontSize: 10.5, lineHeight: 14, distance: 6 },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: values,
  });
  const zero = { yAxis: 0, label: { show: false }, lineStyle: { type: 'solid' as const, color: palette.ink, width: 1.2 } };
  const marks = { symbol: 'none', silent: true, animation: false, data: [zero, ...eventMarks(events, shown, palette)] };
  // The chosen one lies over the others, and what came over all.
  const places = spines.map((_, at) => at).sort((a, b) => Number(spines[a]?.chosen ?? false) - Number(spines[b]?.chosen ?? false));
  return {
    animation: false,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 11, color: palette.muted },
    grid: { ...fixedGrid, left: 44, right: 168, top: 20, bottom: 36 },
    xAxis: monthAxis(shown, palette, language, narrow),
    yAxis: valueAxis(palette),
    series: [
      ...places.flatMap((at) => {
        const spine = spines[at];
        if (!spine) return [];
        const isChosen = spine.chosen === true;
        return [line(`spine-${at}`, spine.name, kilotonnes(spine.values, spine.from), { width: isChosen ? 2 : 1, color: isChosen ? palette.accent : palette.faint }, isChosen)];
      }),
      { ...line('came', came.name, kilotonnes(came.values, ''), { width: 2.2, color: palette.ink }, true), markLine: marks },
    ],
  };
}
