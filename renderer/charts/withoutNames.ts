/** An option whose axis of periods names none of them: on the screen the page writes the names, because ECharts makes and measures each of them anew with every edit. */
import type { EChartsCoreOption } from 'echarts/core';

export function withoutNames(option: EChartsCoreOption): EChartsCoreOption {
  const axis: object = typeof option.xAxis === 'object' && option.xAxis !== null ? option.xAxis : {};
  const label: unknown = 'axisLabel' in axis ? axis.axisLabel : null;
  return { ...option, xAxis: { ...axis, axisLabel: { ...(typeof label === 'object' ? label : {}), show: false } } };
}
