/** The report's charts as static SVG at their final width: the same on screen, in print and in a PDF, and always light. */
import { CustomChart, SankeyChart } from 'echarts/charts';
import { use as register, type EChartsCoreOption } from 'echarts/core';
import { renderStaticSvg } from '../charts/renderStaticSvg.ts';

register([CustomChart, SankeyChart]);

/** Pages are remembered while nothing of them changes, and so are their drawings. */
const drawn = new WeakMap<EChartsCoreOption, Map<string, string>>();

export function chartSvg(option: EChartsCoreOption, width: number, height: number): string {
  const sizes = drawn.get(option) ?? new Map<string, string>();
  drawn.set(option, sizes);
  const key = `${width}x${height}`;
  const known = sizes.get(key);
  if (known !== undefined) return known;
  const svg = renderStaticSvg(option, width, height);
  sizes.set(key, svg);
  return svg;
}
