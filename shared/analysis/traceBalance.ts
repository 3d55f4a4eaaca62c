/** Why supply, the gap, the stock and its cover are what they are. */
import { resultNames } from '../messages/names.ts';
import { traceNames } from '../messages/trace.ts';
import { supplyModes } from '../model/paths.ts';
import { daysAt, monthIndex } from '../model/period.ts';
import { weakestState } from '../model/state.ts';
import { units } from '../model/unit.ts';
import type { TraceRole, TraceTerm } from './trace.ts';
import { termOf } from './trace.ts';
import { inputTerm, monthOf, monthTerm, valueTerm, type TraceContext } from './traceContext.ts';
import { shareOfYear } from './traceMonths.ts';
import { knownTerm } from './traceReleases.ts';
import { demandTotalTerm } from './traceDemand.ts';
import { exportsBlankTerm, importsTerm } from './traceExports.ts';

/** Output of a month: known, or the share of the year's output by effective days and multipliers. */
export function supplyTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const period = monthOf(context, at);
  const path = 'supply/outputMonthly';
  const label = resultNames.supply;
  const known = knownTerm(context, role, path, period, label, 'blank');
  if (known !== null) return known;
  const term = monthTerm(context.balance.supply, at, { label, role, place: { path, period } });
  const mode = supplyModes[context.inputs.cell('supply/mode', 'all')?.value ?? 0];
  if (mode === 'rates') return termOf({ ...term, children: [capacityTerm(context, at, 'plus'), inputTerm(context, 'times', 'supply/operatingRate', period)] });
  if (mode === 'orders' || mode === 'bound') return limitedSupply(context, at, term);
  const annual = inputTerm(context, 'plus', 'supply/output', period.slice(0, 4), traceNames.outputOf(period.slice(0, 4)), 'blank');
  const given = [
    ...(context.inputs.series('supply/multiplier')?.cells[period] ? [inputTerm(context, 'given', 'supply/multiplier', period)] : []),
    inputTerm(context, 'given', 'supply/holidayFactor', 'all'),
  ];
  return termOf({ ...term, children: shareOfYear(context, at, term, annual, path, given, true) });
}

/** Supply that capacity or material binds is the least of the two; what orders ask for only names what it is held against. */
function limitedSupply(context: TraceContext, at: number, term: TraceTerm): TraceTerm {
  const { balance } = context;
  const binds = balance.binding[at] === 'capacity' || balance.binding[at] === 'material';
  const role: TraceRole = binds ? 'limit' : 'given';
  const capacity = monthTerm(balance.capacityLimit, at, { label: traceNames.capacityLimit, role, place: { path: 'supply/capacity', period: 'all' } });
  const material = balance.material && monthTerm(balance.material.limit, at, { label: traceNames.materialLimit, role, place: { path: 'material/limit', period: monthOf(context, at) } });
  return termOf({ ...term, children: [capacity, ...(material ? [material] : [])] });
}

/** Nameplate: what was surveyed over the survey's coverage, and what stands of the expansions. */
export function capacityTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const term = monthTerm(context.balance.capacity, at, { label: resultNames.capacity, role, place: { path: 'supply/capacity', period: 'all' } });
  const typed = inputTerm(context, 'plus', 'supply/capacity', 'all');
  const coverage = inputTerm(context, 'over', 'supply/surveyCoverage', 'all');
  const surveyed = typed.value === null || coverage.value === null || coverage.value === 0 ? null : typed.value / coverage.value;
  const grows = Object.keys(context.workbook.expansions).length > 0;
  const { value } = term;
  if (!grows) return value === typed.value ? term : termOf({ ...term, children: [typed, { ...coverage, shownIn: 'ratio' }] });
  const added = value === null || surveyed === null ? null : value - surveyed;
  return termOf({
    ...term,
    children: [
      valueTerm({ value: surveyed, state: typed.state }, { label: typed.label, role: 'plus', place: { path: 'supply/capacity', period: 'all' }, children: [typed, { ...coverage, shownIn: 'ratio' }] }),
      valueTerm({ value: added, state: term.state }, { label: traceNames.expansions, role: 'plus' }),
    ],
  });
}

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

/** The stock that a month begins with; the opening one is typed in tonnes, or in days of demand. */
function stockBefore(context: TraceContext, at: number): TraceTerm {
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
  if (term.value === null || term.value === 0) return term;
  const path = lower ? 'balance/minimumStock' : 'balance/maximumStock';
  // In a month that meets a bound the closing stock is that bound, in tonnes.
  const bound = monthTerm(balance.inventory, at, { label: inputTerm(context, 'plus', path, 'all').label, role: lower ? 'plus' : 'minus', place: { path, period: 'all' } });
  const gap = monthTerm(balance.gap, at, { label: resultNames.gap, role: lower ? 'minus' : 'plus', place: { path: 'gap', period: monthOf(context, at) } });
  const before: TraceTerm = { ...stockBefore(context, at), role: lower ? 'minus' : 'plus' };
  return termOf({ ...term, children: lower ? [bound, before, gap] : [before, gap, bound] });
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

/** Output over capacity. */
export function operatingRateTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { balance } = context;
  return monthTerm(balance.operatingRate, at, {
    label: resultNames.operatingRate,
    role,
    unit: 'ratio',
    shownIn: 'percent',
    place: { path: 'supply/operatingRate', period: monthOf(context, at) },
    children: [supplyTerm(context, at, 'plus'), capacityTerm(context, at, 'over')],
  });
}
