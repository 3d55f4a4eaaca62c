/** Why a change is what it is: a year against the one before, and what a mode asks of the months still to come. */
import { formatMonthLong } from '../format.ts';
import { monthlyHeads } from '../messages/inputGroups.ts';
import { resultNames } from '../messages/names.ts';
import { traceNames } from '../messages/trace.ts';
import { weakestState } from '../model/state.ts';
import type { SectorId } from '../model/workbook.ts';
import type { ActualsMode } from '../model/yearToDate.ts';
import { foldTerms, type TraceTerm } from './trace.ts';
import { inputTerm, valueTerm, type TraceContext } from './traceContext.ts';
import { knownCells } from './traceReleases.ts';

type Shape = Pick<TraceTerm, 'unit' | 'shownIn' | 'basis'>;

function shapeOf({ unit, shownIn, basis }: TraceTerm): Shape {
  return { unit, ...(shownIn === undefined ? {} : { shownIn }), ...(basis === undefined ? {} : { basis }) };
}

/** (now - before) / before, in which both say what they are. */
function growthTerm(now: TraceTerm, before: TraceTerm, label: TraceTerm['label'], value: number | null): TraceTerm {
  const state = weakestState(now.state, before.state);
  const parts: readonly TraceTerm[] = [{ ...now, role: 'plus' }, { ...before, role: 'minus' }];
  const change = valueTerm({ value: foldTerms(parts), state }, { ...shapeOf(now), label: traceNames.change, role: 'plus', children: parts });
  return valueTerm({ value, state }, { label, role: 'plus', unit: 'ratio', shownIn: 'percent', children: [change, { ...before, role: 'over' }] });
}

/** The year-on-year of a row of the Drivers grid; `ofYear` tells its terms in a year. */
export function yearOnYearTerm(year: number, ofYear: (year: string) => TraceTerm | null): TraceTerm | null {
  const [now, before] = [ofYear(String(year)), ofYear(String(year - 1))];
  if (now === null || before === null) return null;
  const value = now.value === null || before.value === null || before.value === 0 ? null : now.value / before.value - 1;
  return growthTerm({ ...now, label: traceNames.level(year) }, { ...before, label: traceNames.level(year - 1) }, resultNames.yoy, value);
}

/** What a mode makes of the months that are not known, against the same months a year before: in the as-of year, else in the last one with both. */
export function remainingTerm(context: TraceContext, id: SectorId, mode: ActualsMode): TraceTerm | null {
  const { balance, workbook } = context;
  const years = balance.sectors[id]?.years ?? {};
  const asOf = workbook.asOf.slice(0, 4);
  const year = years[asOf]?.remaining ? asOf : Object.keys(years).findLast((one) => years[one]?.remaining);
  const choice = year === undefined ? undefined : years[year]?.remaining?.[mode];
  if (year === undefined || !choice) return null;
  const knownIn = (path: string): readonly string[] => Object.keys(knownCells(context, path)).filter((key) => key.startsWith(`${year}-`)).sort();
  const [volume, demand] = [`sectors/${id}/volumeMonthly`, `sectors/${id}/demandMonthly`];
  const isVolume = knownIn(volume).length > 0;
  const path = isVolume ? volume : demand;
  const sample = inputTerm(context, 'plus', isVolume ? `sectors/${id}/volume` : `sectors/${id}/demand`, year);
  const shape = shapeOf(sample);
  const known = knownIn(path).map((key): TraceTerm => {
    const cell = knownCells(context, path)[key];
    return valueTerm({ value: cell?.value ?? null, state: cell?.state ?? 'actual' }, { ...shape, label: { en: formatMonthLong(key, 'en'), zh: formatMonthLong(key, 'zh') }, role: 'plus', place: { path, period: key } });
  });
  const sum = valueTerm({ value: foldTerms(known), state: 'actual' }, { ...shape, label: traceNames.knownMonths(Number(year)), role: 'minus', children: known });
  const annual = valueTerm({ value: choice.annual, state: 'forecast' }, { ...shape, label: traceNames.annual(year), role: 'plus', place: { path: isVolume ? `sectors/${id}/volume` : `sectors/${id}/demand`, period: year } });
  const left = valueTerm({ value: foldTerms([annual, sum]), state: 'forecast' }, { ...shape, label: traceNames.left(Number(year)), role: 'plus', children: [annual, sum] });
  const line = isVolume ? balance.sectors[id]?.volume : balance.sectors[id]?.demand;
  const open = balance.months.flatMap((month, at) => {
    const now = `${year}-${month.slice(5)}`;
    if (!month.startsWith(`${Number(year) - 1}-`) || knownIn(path).includes(now)) return [];
    const state = line?.states[at] ?? ('forecast' as const);
    return [valueTerm({ value: line?.values[at] ?? null, state }, { ...shape, label: { en: formatMonthLong(month, 'en'), zh: formatMonthLong(month, 'zh') }, role: 'plus', place: { path, period: month } })];
  });
  // The year before may begin before the horizon: then only its sum is told.
  const same = choice.impliedGrowth === null || left.value === null ? null : left.value / (1 + choice.impliedGrowth);
  const before = valueTerm({ value: same, state: weakestState(...open.map(({ state }) => state)) }, { ...shape, label: traceNames.sameMonths(Number(year) - 1), role: 'over', children: open });
  return growthTerm(left, before, monthlyHeads[mode], choice.impliedGrowth);
}
