/** The stock of magnets that a month begins with, which the stock itself, its bounds and the orders of the month stand on. */
import { resultNames } from '../messages/names.ts';
import { traceNames } from '../messages/trace.ts';
import { units } from '../model/unit.ts';
import type { TraceTerm } from './trace.ts';
import { inputTerm, monthOf, monthTerm, valueTerm, type TraceContext } from './traceContext.ts';

/** The stock that a month begins with; the opening one is typed in tonnes, or in days of demand. */
export function stockBefore(context: TraceContext, at: number): TraceTerm {
  const { inventory, gap, unmet, overflow } = context.balance;
  const place = { path: 'inventory', period: monthOf(context, at - 1) };
  if (at > 0) return monthTerm(inventory, at - 1, { label: traceNames.before(resultNames.inventory), role: 'plus', place });
  const first = (line: typeof gap): number => line.values[0] ?? Number.NaN;
  const tonnes = first(inventory) - first(gap) - first(unmet) + first(overflow);
  const typed = inputTerm(context, 'plus', 'balance/openingStock', 'all');
  const value = Number.isFinite(tonnes) ? tonnes : null;
  if (units[typed.unit].dimension === 'mass') return { ...typed, basis: 'blank' };
  const daily = value === null || typed.value === null || typed.value === 0 ? null : value / typed.value;
  const mean = valueTerm({ value: daily, state: 'forecast' }, { label: traceNames.dailyDemand, role: 'times' });
  return valueTerm({ value, state: typed.state }, { label: typed.label, role: 'plus', place: { path: 'balance/openingStock', period: 'all' }, children: [typed, mean] });
}

