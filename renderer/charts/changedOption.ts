/** What an option says anew, so that ECharts takes in a few numbers with an edit and not the whole drawing. */
import type { EChartsCoreOption } from 'echarts/core';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Functions say the same only where they are the same. */
function isSame(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (Array.isArray(before) && Array.isArray(after)) return before.length === after.length && before.every((value, at) => isSame(value, after[at]));
  if (!isFields(before) || !isFields(after)) return false;
  const names = Object.keys(after);
  return names.length === Object.keys(before).length && names.every((name) => Object.hasOwn(before, name) && isSame(before[name], after[name]));
}

function hasSameNames(before: Fields, after: Fields): boolean {
  const names = Object.keys(after);
  return names.length === Object.keys(before).length && names.every((name) => Object.hasOwn(before, name));
}

function changedFields(before: Fields, after: Fields): Fields {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => !isSame(before[name], value)));
}

function seriesOf({ series }: EChartsCoreOption): readonly Fields[] {
  return Array.isArray(series) ? series.filter(isFields) : [];
}

/**
 * The fields that differ, by series what differs in it; null where series or fields come or go and the whole must be told.
 * Nothing differs where the result has no field.
 */
export function changedOption(before: EChartsCoreOption, after: EChartsCoreOption): EChartsCoreOption | null {
  const olds = seriesOf(before);
  const news = seriesOf(after);
  if (!hasSameNames(before, after) || olds.length !== news.length) return null;
  const changed: Fields[] = [];
  for (const [at, series] of news.entries()) {
    const old = olds[at];
    if (!old || old.id !== series.id || old.type !== series.type || !hasSameNames(old, series)) return null;
    const fields = changedFields(old, series);
    if (Object.keys(fields).length > 0) changed.push({ ...fields, id: series.id, type: series.type });
  }
  const { series: _, ...rest } = changedFields(before, after);
  return changed.length === 0 ? rest : { ...rest, series: changed };
}
