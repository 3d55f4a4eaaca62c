/** A chart as a static SVG text at its final width: what is printed is never a live chart. */
import { init, type EChartsCoreOption } from 'echarts/core';
import './register.ts';

export function renderStaticSvg(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  // ECharts writes the quotes of a font's name into an attribute as they are, which no reader of XML takes.
  return svg.replaceAll('"Noto Sans SC"', "'Noto Sans SC'");
}
