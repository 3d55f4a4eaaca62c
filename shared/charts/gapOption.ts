/** The monthly gap: signed bars, the running sum, the former gap as a ghost, forecast ground and event marks. */
import type { EChartsCoreOption } from 'echarts/core';
import { chartMessages } from '../messages/charts.ts';
import type { Language } from '../messages/phrase.ts';
import type { Balance } from '../model/balance.ts';
import { periodOfMonth, spansOf, type Periodicity } from '../periodicity.ts';
import type { CellState, ScenarioId, Workbook } from '../model/workbook.ts';
import { activeEvents, eventMarks, inKilotonnes, fixedGrid, monthAxis, plainLine, shownMonths, valueAxis } from './axis.ts';
import { forecastArea } from './forecastGround.ts';
import { balanceByPeriod, valuesByPeriod } from './balanceByPeriod.ts';
import { gapTitle } from './gapTitle.ts';
import type { Palette } from './palette.ts';

export type ChartInput = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly balance: Balance;
  readonly palette: Palette;
  readonly language: Language;
  /** The axis says less where there is little room. */
  readonly narrow?: boolean;
  /** By months where it says nothing. */
  readonly periodicity?: Periodicity;
  /** The gap before the last edit, t by month. */
  readonly ghost?: readonly (number | null)[];
};

/** The margins of the drawing in px. */
export const gapMargins = { left: 40, right: 68, top: 22, bottom: 36 } as const;

/** How a bar of a state is drawn: solid, hollow, or light with an outline. */
function barStyle(value: number | null, state: CellState, palette: Palette) {
  const color = (value ?? 0) < 0 ? palette.shortage : palette.surplus;
  if (state === 'actual') return { color };
  if (state === 'estimate') return { color: 'transparent', borderColor: color, borderWidth: 1.4 };
  return { color: `${color}40`, borderColor: color, borderWidth: 1 };
}

/** The option of the gap chart, values in kt blank-equivalent. Missing months are holes. */
export function buildGapOption({ workbook, scenario, balance, palette, language, narrow, periodicity = 'months', ghost }: ChartInput): EChartsCoreOption {
  const lines = balanceByPeriod(balance, periodicity);
  const shown = shownMonths(lines, periodOfMonth(workbook.shownFrom, periodicity));
  const gap = inKilotonnes(lines.gap.values, shown);
  const cumulative = inKilotonnes(lines.cumulativeGap.values, shown);
  const area = forecastArea(lines, shown, { values: [gap, cumulative] }, palette, language);
  const zero = { yAxis: 0, label: { show: false }, lineStyle: { type: 'solid' as const, color: palette.ink, width: 1.2 } };
  return {
    animation: false,
    aria: { enabled: true, label: { description: gapTitle(workbook, balance)[language] } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 11, color: palette.muted },
    grid: { ...fixedGrid, ...gapMargins },
    xAxis: monthAxis(shown, palette, language, narrow),
    yAxis: valueAxis(palette),
    series: [
      {
        id: 'gap',
        name: chartMessages.gap[language],
        type: 'bar',
        barWidth: '62%',
        data: gap.map((value, at) => ({ value, itemStyle: barStyle(value, lines.gap.states[shown.first + at] ?? 'forecast', palette) })),
        markLine: { symbol: 'none', silent: true, animation: false, data: [zero, ...eventMarks(activeEvents(workbook, scenario), shown, palette)] },
        ...(area === undefined ? {} : { markArea: area }),
      },
      {
        id: 'ghost',
        name: chartMessages.former[language],
        type: 'line',
        step: 'middle',
        ...plainLine,
        lineStyle: { width: 1, color: palette.faint, type: [2, 2] },
        data: ghost ? inKilotonnes(periodicity === 'months' ? ghost : valuesByPeriod(ghost, spansOf(balance.months, periodicity)), shown) : [],
      },
      {
        id: 'cumulative',
        name: chartMessages.cumulative[language],
        type: 'line',
        ...plainLine,
        lineStyle: { width: 1.6, color: palette.ink },
        // A line without a point has no end to stand at.
        endLabel: { show: cumulative.some((value) => value !== null), formatter: chartMessages.cumulative[language], color: palette.ink, fontSize: 10.5, distance: 6, width: 60, overflow: 'truncate' as const },
        data: cumulative,
      },
    ],
  };
}
