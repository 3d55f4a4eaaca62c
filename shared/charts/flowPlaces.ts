/**
 * Where the stages of a flow stand in its picture, and the band of each that joins it to the stage in the middle. The stages of a
 * column stand under each other in their order, as tall as what passes them; the column that needs most of the height sets the scale.
 */
import type { EChartsCoreOption } from 'echarts/core';
import { formatNumber } from '../format.ts';
import { chartMessages as say } from '../messages/charts.ts';
import type { Language } from '../messages/phrase.ts';
import { chartReading, chartTable, fieldsOf, listOf, numberOf, seriesOf } from './chartTable.ts';

export type FlowPlace = {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
  /** px: the stage with its label. */
  readonly box: readonly [left: number, top: number, width: number, height: number];
  /** px: from where to where its band runs, the upper edge at both ends, and how thick it is; none for the stage in the middle. */
  readonly band?: readonly [from: number, to: number, above: number, aboveThen: number, thickness: number];
};

/** px: two lines of a label, and what a label beside the middle may be wide. */
const labelHeight = 28;
const middleLabel = 90;

type Stage = { readonly depth: number; readonly value: number };

/** Null for a chart that is no flow, or a flow of nothing. */
export function flowPlaces(option: EChartsCoreOption, width: number, height: number, language: Language): readonly FlowPlace[] | null {
  const flow = seriesOf(option).find(({ type }) => type === 'sankey');
  if (!flow) return null;
  const read = (name: string): number => numberOf(flow[name]) ?? 0;
  const [left, right, top, nodeWidth, gap] = [read('left'), read('right'), read('top'), read('nodeWidth'), read('nodeGap')];
  const room = height - top - read('bottom');
  const table = chartTable(option, language);
  const stages = listOf(flow['data']).map((node, at): Stage => ({ depth: numberOf(fieldsOf(node)['depth']) ?? 0, value: table.rows[at]?.values[0] ?? 0 }));
  const deepest = Math.max(0, ...stages.map(({ depth }) => depth));
  const sumOf = (list: readonly Stage[]): number => list.reduce((sum, { value }) => sum + value, 0);
  const columns = Array.from({ length: deepest + 1 }, (_, depth) => stages.filter((stage) => stage.depth === depth));
  const scale = Math.min(...columns.filter((column) => sumOf(column) > 0).map((column) => (room - (column.length - 1) * gap) / sumOf(column)));
  if (!Number.isFinite(scale) || scale <= 0) return null;
  const xOf = (depth: number): number => left + (deepest === 0 ? 0 : (depth * (width - left - right - nodeWidth)) / deepest);
  const total = Math.max(...columns.map(sumOf));
  const below = new Map<number, { next: number; passed: number }>();
  return stages.flatMap(({ depth, value }, at): FlowPlace[] => {
    const reading = chartReading(table, at, language);
    if (!reading) return [];
    const column = below.get(depth) ?? { next: top, passed: 0 };
    const [above, size] = [column.next, value * scale];
    below.set(depth, { next: above + size + gap, passed: column.passed + size });
    const x = xOf(depth);
    const tall = Math.max(size, labelHeight);
    const [start, end] = depth === 0 ? [0, x + nodeWidth] : depth === deepest ? [x, width] : [x, x + nodeWidth + middleLabel];
    // On the side of the middle the bands lie on each other without gaps.
    const inner = top + column.passed;
    const band = depth === 0 ? ([x + nodeWidth, xOf(1), above, inner, size] as const) : depth === deepest ? ([xOf(depth - 1) + nodeWidth, x, inner, above, size] as const) : undefined;
    return [
      {
        title: reading.title,
        rows: [...reading.rows, [say.share[language], formatNumber(value / total, { decimals: 1, percent: true }, language)]],
        box: [start, above + (size - tall) / 2, end - start, tall],
        ...(band ? { band } : {}),
      },
    ];
  });
}
