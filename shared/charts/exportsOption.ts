/** Exports by month as bars by their state, what would have left without control as a line, and the backlog that waits. */
import type { EChartsCoreOption } from 'echarts/core';
import { resultNames } from '../messages/names.ts';
import { partMessages as say } from '../messages/report.ts';
import type { ChartInput } from './gapOption.ts';
import { activeEvents, eventMarks, fixedGrid, inKilotonnes, monthAxis, plainLine, shownMonths, valueAxis } from './axis.ts';
import { forecastArea } from './forecastGround.ts';

/** The option of the chart, kt finished per month. */
export function buildExportsOption({ workbook, scenario, balance, palette, language, narrow }: Omit<ChartInput, 'ghost'>, title: string): EChartsCoreOption {
  const shown = shownMonths(balance, workbook.shownFrom);
  const { exports, base, backlog } = balance.exportsDetail;
  const drawn = [exports, base, backlog].map(({ values }) => inKilotonnes(values, shown));
  const area = forecastArea(balance, shown, { values: drawn }, palette, language);
  const line = (id: string, name: string, values: readonly (number | null)[], color: string, type: 'solid' | number[]) => ({
    id,
    name,
    type: 'line' as const,
    ...plainLine,
    lineStyle: { width: 1.6, color, type },
    endLabel: { show: values.some((value) => value !== null), formatter: name, color, fontSize: 10.5, lineHeight: 14, distance: 12, width: 86, overflow: 'truncate' as const },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: inKilotonnes(values, shown),
  });
  const color = palette.accent;
  const style = (state: string) =>
    state === 'actual' ? { color } : state === 'estimate' ? { color: 'transparent', borderColor: color, borderWidth: 1.4 } : { color: `${color}40`, borderColor: color, borderWidth: 1 };
  return {
    animation: false,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 11, color: palette.muted },
    grid: { ...fixedGrid, left: 40, right: 100, top: 22, bottom: 36 },
    xAxis: monthAxis(shown, palette, language, narrow),
    yAxis: valueAxis(palette),
    series: [
      {
        id: 'exports',
        name: resultNames.exportsFinished[language],
        type: 'bar',
        barWidth: '62%',
        silent: true,
        data: inKilotonnes(exports.values, shown).map((value, at) => ({ value, itemStyle: style(exports.states[shown.first + at] ?? 'forecast') })),
        markLine: { symbol: 'none', silent: true, animation: false, data: eventMarks(activeEvents(workbook, scenario), shown, palette) },
        ...(area === undefined ? {} : { markArea: area }),
      },
      line('base', say.base[language], base.values, palette.ink, 'solid'),
      line('backlog', say.backlog[language], backlog.values, palette.shortage, [4, 3]),
    ],
  };
}
