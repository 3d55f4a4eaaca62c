/** How many days Chinese New Year takes from a month (method, section 1; settled point 2): the days of its window, each by its weight. */
import { resultNames } from '../messages/names.ts';
import { traceNames } from '../messages/trace.ts';
import { lostDays, windowDays } from '../model/calendar.ts';
import { windowIn, windowPaths } from '../model/holidayInputs.ts';
import { monthIndex } from '../model/period.ts';
import { foldTerms, type TraceRole, type TraceTerm } from './trace.ts';
import { inputTerm, monthOf, valueTerm, type TraceContext } from './traceContext.ts';

export const lostDaysRow = 'calendar/lostDays';

/** The days that a month loses at a factor of one, by the parts of the window that lie in it. */
export function lostDaysTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const period = monthOf(context, at);
  const index = period === '' ? null : monthIndex(period);
  const window = windowIn(context.inputs);
  const children = (index === null ? [] : windowDays(index, window)).flatMap(({ part, days }): readonly TraceTerm[] => {
    if (days === 0) return [];
    const factors = [
      valueTerm({ value: days, state: 'actual' }, { label: traceNames.windowDays, role: 'plus', unit: 'days' }),
      inputTerm(context, 'times', windowPaths[part].weight, 'all', traceNames.windowWeight),
    ];
    return [valueTerm({ value: foldTerms(factors), state: 'estimate' }, { label: traceNames.window[part], role: 'plus', unit: 'days', children: factors })];
  });
  const value = index === null ? null : lostDays(index, window);
  return valueTerm({ value, state: 'estimate' }, { label: resultNames.lostDays, role, unit: 'days', place: { path: lostDaysRow, period }, children });
}

/** As a reason beside a factor of the holiday; nothing in months that the window does not touch. */
export function lostDaysGiven(context: TraceContext, at: number): readonly TraceTerm[] {
  const term = lostDaysTerm(context, at, 'given');
  return term.value === 0 ? [] : [term];
}
