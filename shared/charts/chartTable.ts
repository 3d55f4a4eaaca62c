/**
 * The numbers that a chart draws, read from its option: what is copied as data, what stands under the pointer in the page that is sent,
 * and the table that says the same as the picture. One reading for all charts, so that none can say other numbers than it draws.
 */
import type { EChartsCoreOption } from 'echarts/core';
import { formatNumber, formatPeriod } from '../format.ts';
import { chartMessages as say } from '../messages/charts.ts';
import type { Language } from '../messages/phrase.ts';

export type ChartTable = {
  /** What the rows are, then the lines. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

export function numberOf(value: unknown): number | null {
  const plain = fieldsOf(value)['value'] ?? value;
  return typeof plain === 'number' && Number.isFinite(plain) ? plain : null;
}

/** The option of an axis: the first where there are several under each other. */
export function axisOf(option: EChartsCoreOption, name: 'xAxis' | 'yAxis'): Fields {
  return fieldsOf(listOf(option[name])[0]);
}

export function seriesOf(option: EChartsCoreOption): readonly Fields[] {
  return listOf(option['series']).map(fieldsOf);
}

/** The name that an axis writes at a place. */
function labelAt(axis: Fields, at: number): string {
  const { formatter } = fieldsOf(axis['axisLabel']);
  const id = String(listOf(axis['data'])[at] ?? '');
  return typeof formatter === 'function' ? String(formatter(id, at)) : id;
}

/** Steps and totals of a bridge, each from where it begins to where it ends. */
function waterfallRows(option: EChartsCoreOption, bridge: Fields): ChartTable['rows'] {
  const axis = axisOf(option, 'yAxis');
  return listOf(bridge['data']).map((item, at) => {
    const [start, end] = listOf(item).map(numberOf);
    return { name: labelAt(axis, at), values: [typeof start === 'number' && typeof end === 'number' ? end - start : null] };
  });
}

/** The stages of a flow and how much passes each. */
function flowRows(flow: Fields): ChartTable['rows'] {
  const links = listOf(flow['links']).map(fieldsOf);
  return listOf(flow['data']).map((item) => {
    const node = fieldsOf(item);
    const { formatter } = fieldsOf(node['label']);
    const passing = (end: 'source' | 'target'): number => links.reduce((sum, link) => sum + (link[end] === node['name'] ? (numberOf(link['value']) ?? 0) : 0), 0);
    return { name: String(formatter ?? node['name']).split('\n')[0] ?? '', values: [Math.max(passing('source'), passing('target'))] };
  });
}

export function chartTable(option: EChartsCoreOption, language: Language): ChartTable {
  const series = seriesOf(option);
  const custom = series.find(({ type }) => type === 'custom');
  if (custom) return { columns: [say.part[language], say.value[language]], rows: waterfallRows(option, custom) };
  const flow = series.find(({ type }) => type === 'sankey');
  if (flow) return { columns: [say.part[language], say.value[language]], rows: flowRows(flow) };
  const months = listOf(axisOf(option, 'xAxis')['data']).map(String);
  const lines = series.filter(({ data }) => listOf(data).some((item) => numberOf(item) !== null));
  return {
    columns: [say.period[language], ...lines.map(({ name, id }) => String(name ?? id ?? ''))],
    rows: months.map((month, at) => ({ name: formatPeriod(month, language), values: lines.map(({ data }) => numberOf(listOf(data)[at])) })),
  };
}

/** Decimals that show what a picture shows: three or four digits of its largest number. */
export function decimalsOf({ rows }: ChartTable): number {
  const most = Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));
  return most >= 1000 ? 0 : most >= 100 ? 1 : 2;
}

/** Columns set apart by tabs, as a spreadsheet takes them: numbers without separators, an empty cell where one is missing. */
export function chartText({ columns, rows }: ChartTable): string {
  const number = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(12))));
  return [columns, ...rows.map(({ name, values }) => [name, ...values.map(number)])].map((cells) => cells.join('\t')).join('\n');
}

/** What stands under the pointer at a place: its name and a labelled number for each line. */
export function chartReading(table: ChartTable, at: number, language: Language): { readonly title: string; readonly rows: readonly (readonly [name: string, value: string])[] } | null {
  const row = table.rows[at];
  if (!row) return null;
  const decimals = decimalsOf(table);
  return {
    title: row.name,
    rows: row.values.map((value, place) => [table.columns[place + 1] ?? '', formatNumber(value, { decimals }, language)] as const),
  };
}
