/** Domestic demand against the same month of the year before, as bars about zero. */
import type { EChartsCoreOption } from 'echarts/core';
import { tableMessages } from '../messages/report.ts';
import type { ChartInput } from './gapOption.ts';
import { activeEvents, eventMarks, fixedGrid, monthAxis, shownMonths, valueAxis } from './axis.ts';
import { forecastArea } from './forecastGround.ts';

/** The change of a line on the year before by month, 0.1 for +10%; null where a month is missing or nothing stood there. */
export function yearOnYear(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((value, at) => {
    const before = values[at - 12] ?? null;
    return value === null || before === null || before === 0 ? null : value / before - 1;
  });
}

/** The option of the chart, %. Months without a year before are holes. */
export function buildGrowthOption({ workbook, scenario, balance, palette, language, narrow }: Omit<ChartInput, 'ghost'>, title: string): EChartsCoreOption {
  const shown = shownMonths(balance, workbook.shownFrom);
  const growth = yearOnYear(balance.demandTotal.values).slice(shown.first);
  const area = forecastArea(balance, shown, { values: [growth] }, palette, language);
  const zero = { yAxis: 0, label: { show: false }, lineStyle: { type: 'solid' as const, color: palette.ink, width: 1.2 } };
  return {
    animation: false,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 11, color: palette.muted },
    grid: { ...fixedGrid, left: 40, right: 14, top: 22, bottom: 36 },
    xAxis: monthAxis(shown, palette, language, narrow),
    yAxis: valueAxis(palette),
    series: [
      {
        id: 'growth',
        name: `${tableMessages.growthNeutral[language]}, %`,
        type: 'bar',
        barWidth: '55%',
        silent: true,
        data: growth.map((value) => ({ value: value === null ? null : value * 100, itemStyle: { color: (value ?? 0) < 0 ? palette.shortage : palette.surplus } })),
        markLine: { symbol: 'none', silent: true, animation: false, data: [zero, ...eventMarks(activeEvents(workbook, scenario), shown, palette)] },
        ...(area === undefined ? {} : { markArea: area }),
      },
    ],
  };
}
