/**
 * Where the periods or rows of a chart stand in its picture, and what is said of each: enough for a picture that no longer knows its
 * chart. Every chart states its margins in pixels, so no drawing has to be asked.
 */
import type { EChartsCoreOption } from 'echarts/core';
import type { Language } from '../messages/phrase.ts';
import { axisOf, chartReading, chartTable } from './chartTable.ts';
import { flowPlaces, type FlowPlace } from './flowPlaces.ts';

export type HoverPlace = { readonly title: string; readonly rows: readonly (readonly [name: string, value: string])[] };

export type ChartHover =
  | {
      /** Along which the places follow each other. */
      readonly along: 'x' | 'y';
      /** px from the left or the top to the first place, and the size of each. */
      readonly start: number;
      readonly step: number;
      readonly places: readonly HoverPlace[];
    }
  | { readonly along: 'flow'; readonly places: readonly FlowPlace[] };

function numberIn(grid: unknown, name: string): number {
  const first: unknown = Array.isArray(grid) ? grid[0] : grid;
  if (typeof first !== 'object' || first === null) return 0;
  const value: unknown = Object.entries(first).find(([key]) => key === name)?.[1];
  return typeof value === 'number' ? value : 0;
}

/** Null for a chart that draws nothing. */
export function chartHover(option: EChartsCoreOption, width: number, height: number, language: Language): ChartHover | null {
  const flow = flowPlaces(option, width, height, language);
  if (flow) return { along: 'flow', places: flow };
  const table = chartTable(option, language);
  const grid = option['grid'];
  const count = table.rows.length;
  if (grid === undefined || count === 0) return null;
  const places = table.rows.flatMap((_, at) => chartReading(table, at, language) ?? []);
  const [left, right, top, bottom] = [numberIn(grid, 'left'), numberIn(grid, 'right'), numberIn(grid, 'top'), numberIn(grid, 'bottom')];
  if (axisOf(option, 'yAxis')['type'] === 'category') return { along: 'y', start: top, step: (height - top - bottom) / count, places };
  const inner = width - left - right;
  // Lines that begin at the axis have a point at each end of it.
  if (axisOf(option, 'xAxis')['boundaryGap'] === false && count > 1) {
    const step = inner / (count - 1);
    return { along: 'x', start: left - step / 2, step, places };
  }
  return { along: 'x', start: left, step: inner / count, places };
}
