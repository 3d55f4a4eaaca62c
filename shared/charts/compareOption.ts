/** The gaps of several scenarios over each other, each in its colour and named at its end, and under them what each differs by from the first. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Comparison } from '../analysis/compare.ts';
import { compareMessages } from '../messages/compare.ts';
import type { Language } from '../messages/phrase.ts';
import type { MarketEvent } from '../model/workbook.ts';
import { eventMarks, fixedGrid, monthAxis, valueAxis } from './axis.ts';
import type { Palette } from './palette.ts';

export type CompareChartInput = {
  readonly comparison: Comparison;
  /** One per subject. */
  readonly colors: readonly string[];
  readonly shownFrom: string;
  /** Those that act in the first subject, in the order of their numbers. */
  readonly events: readonly MarketEvent[];
  readonly title: string;
  readonly palette: Palette;
  readonly language: Language;
  readonly narrow?: boolean;
};

const inKilotonnes = (values: readonly (number | null)[], first: number): (number | null)[] => values.slice(first).map((value) => (value === null ? null : value / 1000));

/** The option of the comparison, kt blank-equivalent per month. The first subject is drawn last and strongest. */
export function buildCompareOption({ comparison, colors, shownFrom, events, title, palette, language, narrow }: CompareChartInput): EChartsCoreOption {
  const { subjects, months } = comparison;
  const first = Math.max(0, months.findIndex((month) => month >= shownFrom));
  const shown = { first, months: months.slice(first) };
  const gap = comparison.lines.find(({ id }) => id === 'gap');
  const axis = monthAxis(shown, palette, language, narrow);
  const plainMark = { silent: true, symbol: 'none', animation: false };
  const zero = { yAxis: 0, label: { show: false }, lineStyle: { type: 'solid' as const, color: palette.ink, width: 1.2 } };
  const others = subjects.map((_, at) => at).filter((at) => at > 0);
  const gaps = [...others, 0].map((at) => {
    const values = inKilotonnes(gap?.sides[at]?.values ?? [], first);
    return {
      id: `gap-${at}`,
      name: subjects[at]?.name[language] ?? '',
      type: 'line' as const,
      symbol: 'none',
      silent: true,
      lineStyle: { width: at === 0 ? 2.2 : 1.6, color: colors[at] ?? palette.muted },
      endLabel: { show: values.some((value) => value !== null), formatter: subjects[at]?.name[language] ?? '', color: colors[at] ?? palette.muted, fontSize: 10.5, lineHeight: 14, distance: 18, width: 120, overflow: 'truncate' as const },
      labelLayout: { moveOverlap: 'shiftY' as const },
      data: values,
      ...(at === 0 ? { markLine: { ...plainMark, data: [zero, ...eventMarks(events, shown, palette)] } } : {}),
    };
  });
  const differences = others.map((at, place) => ({
    id: `difference-${at}`,
    name: compareMessages.lessFirst(subjects[at]?.name ?? { en: '', zh: '' })[language],
    type: 'bar' as const,
    xAxisIndex: 1,
    yAxisIndex: 1,
    barMaxWidth: 14,
    barGap: '12%',
    silent: true,
    itemStyle: { color: colors[at] ?? palette.muted },
    data: inKilotonnes(gap?.sides[at]?.differences ?? [], first),
    ...(place === 0 ? { markLine: { ...plainMark, data: [zero] } } : {}),
  }));
  return {
    animation: false,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 11, color: palette.muted },
    grid: [
      { ...fixedGrid, left: 44, right: 128, top: 20, height: '46%' },
      { ...fixedGrid, left: 44, right: 128, bottom: 34, height: '28%' },
    ],
    xAxis: [
      { ...axis, axisLabel: { show: false } },
      { ...axis, gridIndex: 1 },
    ],
    yAxis: [valueAxis(palette), { ...valueAxis(palette), gridIndex: 1, splitNumber: 3 }],
    series: [...gaps, ...differences],
  };
}
