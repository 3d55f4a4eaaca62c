/** A few named lines by month, told apart by colour, weight and dash, with the forecast ground behind them. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Language } from '../messages/phrase.ts';
import type { Balance } from '../model/balance.ts';
import type { MarketEvent } from '../model/workbook.ts';
import { eventMarks, fixedGrid, monthAxis, plainLine, shownMonths, valueAxis } from './axis.ts';
import { forecastArea } from './forecastGround.ts';
import type { Palette } from './palette.ts';

export type NamedLine = { readonly id: string; readonly name: string; readonly values: readonly (number | null)[]; readonly color: string; readonly width?: number; readonly dash?: readonly number[] };

export type LinesInput = {
  readonly balance: Balance;
  readonly shownFrom: string;
  /** In the order of their numbers. */
  readonly events: readonly MarketEvent[];
  readonly lines: readonly NamedLine[];
  /** What a value is divided by before it is drawn. */
  readonly divisor: number;
  readonly palette: Palette;
  readonly language: Language;
  readonly title: string;
  /** The axis begins where the numbers do instead of at zero. */
  readonly fromData?: boolean;
};

export function buildLinesOption({ balance, shownFrom, events, lines, divisor, palette, language, title, fromData = false }: LinesInput): EChartsCoreOption {
  const shown = shownMonths(balance, shownFrom);
  const area = forecastArea(balance, shown, { values: lines.map(({ values }) => values.slice(shown.first)), fromData }, palette, language);
  return {
    animation: false,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 11, color: palette.muted },
    grid: { ...fixedGrid, left: 44, right: 104, top: 22, bottom: 36 },
    xAxis: monthAxis(shown, palette, language),
    yAxis: { ...valueAxis(palette), scale: fromData },
    series: lines.map(({ id, name, values, color, width = 1.6, dash }, at) => ({
      id,
      name,
      type: 'line' as const,
      ...plainLine,
      lineStyle: { width, color, type: dash === undefined ? ('solid' as const) : [...dash] },
      endLabel: { show: values.slice(shown.first).some((value) => value !== null), formatter: name, color, fontSize: 10.5, lineHeight: 14, distance: 6, width: 96, overflow: 'truncate' as const },
      labelLayout: { moveOverlap: 'shiftY' as const },
      data: values.slice(shown.first).map((value) => (value === null ? null : value / divisor)),
      ...(at === 0 ? { markLine: { symbol: 'none', silent: true, animation: false, data: eventMarks(events, shown, palette) } } : {}),
      ...(at === 0 && area !== undefined ? { markArea: area } : {}),
    })),
  };
}
