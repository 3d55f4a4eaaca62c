/** Why the gap, the stock and its cover are what they are. */
import { resultWords } from '../messages/inputGroups.ts';
import { resultNames } from '../messages/names.ts';
import { traceNames } from '../messages/trace.ts';
import { daysAt, monthIndex } from '../model/period.ts';
import { weakestState } from '../model/state.ts';
import type { TraceRole, TraceTerm } from './trace.ts';
import { foldTerms, termOf } from './trace.ts';
import { inputTerm, monthOf, monthTerm, valueTerm, type TraceContext } from './traceContext.ts';
import { demandTotalTerm } from './traceDemand.ts';
import { exportsBlankTerm, importsTerm } from './traceExports.ts';
import { stockBefore } from './traceStock.ts';
import { supplyTerm } from './traceSupply.ts';

/** supply + imports - demand - exports; imports only where there are any. */
export function gapTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const imports = importsTerm(context, at, 'plus');
  return monthTerm(context.balance.gap, at, {
    label: resultNames.gap,
    role,
    place: { path: 'gap', period: monthOf(context, at) },
    children: [supplyTerm(context, at, 'plus'), ...(imports.value === 0 ? [] : [imports]), demandTotalTerm(context, at, 'minus'), exportsBlankTerm(context, at, 'minus')],
  });
}

export function cumulativeGapTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const line = context.balance.cumulativeGap;
  const own = (month: number): Pick<TraceTerm, 'label' | 'role' | 'place'> => ({ label: resultNames.cumulativeGap, role, place: { path: 'cumulativeGap', period: monthOf(context, month) } });
  const before = at === 0 ? [] : [monthTerm(line, at - 1, { ...own(at - 1), label: traceNames.before(resultNames.cumulativeGap), role: 'plus' })];
  return monthTerm(line, at, { ...own(at), children: [...before, gapTerm(context, at, 'plus')] });
}

/** Stock before + gap + unmet - overflow; the last two only where the bounds were met. */
export function inventoryTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { inventory, unmet, overflow } = context.balance;
  const period = monthOf(context, at);
  return monthTerm(inventory, at, {
    label: resultNames.inventory,
    role,
    place: { path: 'inventory', period },
    children: [
      stockBefore(context, at),
      gapTerm(context, at, 'plus'),
      ...((unmet.values[at] ?? 0) === 0 ? [] : [boundTerm(context, 'unmet', at, 'plus')]),
      ...((overflow.values[at] ?? 0) === 0 ? [] : [boundTerm(context, 'overflow', at, 'minus')]),
    ],
  });
}

/** Unmet demand, or overflow: how far the stock would have passed its lower or upper bound. */
export function boundTerm(context: TraceContext, row: 'unmet' | 'overflow', at: number, role: TraceRole): TraceTerm {
  const { balance } = context;
  const lower = row === 'unmet';
  const term = monthTerm(balance[row], at, { label: resultNames[row], role, place: { path: row, period: monthOf(context, at) } });
  const path = lower ? 'balance/minimumStock' : 'balance/maximumStock';
  if (term.value === null) return term;
  // Nothing is left over while the stock and the gap stay within the bound.
  if (term.value === 0) return { ...term, children: [{ ...stockBefore(context, at), role: 'given' }, monthTerm(balance.gap, at, { label: resultNames.gap, role: 'given', place: { path: 'gap', period: monthOf(context, at) } }), inputTerm(context, 'given', path, 'all')] };
  // In a month that meets a bound the closing stock is that bound, in tonnes.
  const bound = monthTerm(balance.inventory, at, { label: inputTerm(context, 'plus', path, 'all').label, role: lower ? 'plus' : 'minus', place: { path, period: 'all' } });
  const gap = monthTerm(balance.gap, at, { label: resultNames.gap, role: lower ? 'minus' : 'plus', place: { path: 'gap', period: monthOf(context, at) } });
  const before: TraceTerm = { ...stockBefore(context, at), role: lower ? 'minus' : 'plus' };
  return termOf({ ...term, children: lower ? [bound, before, gap] : [before, gap, bound] });
}

/** What went unmet beyond all demand: stock that could not be filled up to its minimum. */
export function pipelineTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { balance } = context;
  const period = monthOf(context, at);
  const term = monthTerm(balance.pipelineNotRefilled, at, { label: resultWords.pipeline, role, place: { path: 'pipeline', period } });
  const parts = [monthTerm(balance.demandTotal, at, { label: resultNames.demandTotal, role: 'plus', place: { path: 'demandTotal', period } }), monthTerm(balance.exports, at, { label: resultNames.exports, role: 'plus', place: { path: 'exports', period } })];
  const as = term.value === 0 ? 'given' : 'minus';
  const demand = valueTerm({ value: foldTerms(parts), state: weakestState(...parts.map(({ state }) => state)) }, { label: traceNames.allDemand, role: as, children: parts });
  return termOf({ ...term, children: [boundTerm(context, 'unmet', at, term.value === 0 ? 'given' : 'plus'), demand] });
}

/** What the stock can really take and give: the gap, what went unmet, less what flowed over. */
export function adjustedGapTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { unmet, overflow, adjustedGap } = context.balance;
  return monthTerm(adjustedGap, at, {
    label: resultWords.adjusted,
    role,
    place: { path: 'adjusted-gap', period: monthOf(context, at) },
    children: [
      gapTerm(context, at, 'plus'),
      ...((unmet.values[at] ?? 0) === 0 ? [] : [boundTerm(context, 'unmet', at, 'plus')]),
      ...((overflow.values[at] ?? 0) === 0 ? [] : [boundTerm(context, 'overflow', at, 'minus')]),
    ],
  });
}

/** The running sum of what went unmet. */
export function cumulativeUnmetTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const line = context.balance.cumulativeUnmet;
  const label = resultWords.cumulativeUnmet;
  const place = (month: number) => ({ path: 'cumulative-unmet', period: monthOf(context, month) });
  const before = at === 0 ? [] : [monthTerm(line, at - 1, { label: traceNames.before(label), role: 'plus', place: place(at - 1) })];
  return monthTerm(line, at, { label, role, place: place(at), children: [...before, boundTerm(context, 'unmet', at, 'plus')] });
}

const monthsAhead = 3;

/** Days that the stock lasts: stock x days / demand of the next three months; past the horizon, of the months a year before. */
export function coverTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { balance } = context;
  const period = monthOf(context, at);
  const stock = monthTerm(balance.inventory, at, { label: resultNames.inventory, role: 'plus', place: { path: 'inventory', period } });
  const ahead: TraceTerm[] = [];
  let days = 0;
  const firstIndex = monthIndex(balance.months[0] ?? ('2020-01' as (typeof balance.months)[number]));
  for (let next = at + 1; next <= at + monthsAhead; next += 1) {
    const month = next < balance.months.length ? next : next - 12;
    days += daysAt(firstIndex + next);
    const place = (path: string) => ({ path, period: monthOf(context, month) });
    ahead.push(
      monthTerm(balance.demandTotal, month, { label: resultNames.demandTotal, role: 'plus', place: place('demandTotal') }),
      monthTerm(balance.exports, month, { label: resultNames.exports, role: 'plus', place: place('exports') }),
    );
  }
  const total = ahead.reduce<number | null>((sum, { value }) => (sum === null || value === null ? null : sum + value), 0);
  const state = weakestState(...ahead.map((term) => term.state));
  return monthTerm(balance.coverDays, at, {
    label: resultNames.coverDays,
    role,
    unit: 'days',
    place: { path: 'coverDays', period },
    children: [
      stock,
      valueTerm({ value: days, state: 'actual' }, { label: traceNames.daysAhead, role: 'times', unit: 'weight' }),
      valueTerm({ value: total, state }, { label: traceNames.demandAhead, role: 'over', children: ahead }),
    ],
  });
}
