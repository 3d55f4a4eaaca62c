/**
 * Why supply is what it is: known, planned, or what orders, capacity and material leave; and the limits themselves.
 *
 * Supply that follows orders is the least of what orders ask for, capacity and material, apart from the lag of a response that
 * closes only a part of the distance in a month:  S = least + (S_before - least) (1 - beta), cut again at the two limits.
 */
import { resultNames } from '../messages/names.ts';
import { resultWords } from '../messages/inputGroups.ts';
import { traceNames } from '../messages/trace.ts';
import type { MonthlyQuantity } from '../model/balance.ts';
import { daysPerMonth } from '../model/orderResponse.ts';
import { supplyModes } from '../model/paths.ts';
import { foldTerms, termOf, type TraceRole, type TraceTerm } from './trace.ts';
import { inputTerm, monthOf, monthTerm, valueTerm, type TraceContext } from './traceContext.ts';
import { lostDaysGiven } from './traceHoliday.ts';
import { shareOfYear } from './traceMonths.ts';
import { oxidePrimaryTerm, oxideScrapTerm, oxideUsedTerm } from './traceOxide.ts';
import { knownTerm } from './traceReleases.ts';
import { stockBefore } from './traceStock.ts';

const nothing: MonthlyQuantity = { values: [], states: [] };

/** Output of a month: known, or the share of the year's output by effective days and multipliers. */
export function supplyTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const period = monthOf(context, at);
  const path = 'supply/outputMonthly';
  const label = resultNames.supply;
  const term = monthTerm(context.balance.supply, at, { label, role, place: { path, period } });
  const known = knownTerm(context, role, path, period, label, 'blank');
  if (known !== null) return knownSupply(term, known);
  const mode = supplyModes[context.inputs.cell('supply/mode', 'all')?.value ?? 0];
  if (mode === 'rates') return termOf({ ...term, children: [capacityTerm(context, at, 'plus'), inputTerm(context, 'times', 'supply/operatingRate', period)] });
  if (mode === 'orders' || mode === 'bound') return limitedSupply(context, at, term);
  const annual = inputTerm(context, 'plus', 'supply/output', period.slice(0, 4), traceNames.outputOf(period.slice(0, 4)), 'blank');
  const given = [
    ...(context.inputs.series('supply/multiplier')?.cells[period] ? [inputTerm(context, 'given', 'supply/multiplier', period)] : []),
    inputTerm(context, 'given', 'supply/holidayFactor', 'all'),
    ...lostDaysGiven(context, at),
  ];
  return termOf({ ...term, children: shareOfYear(context, at, term, annual, path, given, true) });
}

/** A known month; one that is stated in another basis says what its tonne is worth. */
function knownSupply(term: TraceTerm, stated: TraceTerm): TraceTerm {
  if (term.value === null || stated.value === null || stated.value === 0 || Math.abs(term.value - stated.value) <= 1e-9 * Math.abs(term.value)) return stated;
  const factor = valueTerm({ value: term.value / stated.value, state: stated.state }, { label: traceNames.basis, role: 'times', unit: 'weight' });
  return termOf({ ...term, children: [{ ...stated, role: 'plus' }, factor] });
}

/** The least of what the month asks for and allows; the one that binds says so. */
function limitTerms(context: TraceContext, at: number): readonly TraceTerm[] {
  const { balance } = context;
  const limits = [
    ...(balance.orders === null ? [] : [orderTargetTerm(context, at, 'limit')]),
    capacityLimitTerm(context, at, 'limit'),
    ...(balance.material === null ? [] : [materialLimitTerm(context, at, 'limit')]),
  ];
  const least = foldTerms(limits);
  const binds = limits.findIndex(({ value }) => value !== null && value === least);
  return limits.map((limit, one) => (one === binds ? { ...limit, label: traceNames.binds(limit.label) } : limit));
}

/** Supply in modes orders and bound: the least of target, capacity and material, and how far a gradual response is from it. */
function limitedSupply(context: TraceContext, at: number, term: TraceTerm): TraceTerm {
  const limits = limitTerms(context, at);
  const least = valueTerm({ value: foldTerms(limits), state: term.state }, { label: traceNames.within, role: 'plus', children: limits });
  const value = term.value === null || least.value === null ? null : term.value - least.value;
  if (value === null || Math.abs(value) <= 1e-9 * Math.abs(term.value ?? 0)) return termOf({ ...term, children: limits });
  return termOf({ ...term, children: [least, lagTerm(context, at, least, value, term.state)] });
}

/** What a gradual response keeps of the distance from last month's supply; less where a limit cuts it. */
function lagTerm(context: TraceContext, at: number, least: TraceTerm, value: number, state: TraceTerm['state']): TraceTerm {
  const before = supplyBefore(context, at);
  const speed = inputTerm(context, 'given', 'supply/responseSpeed', 'all');
  const distance = before.value === null || least.value === null ? null : before.value - least.value;
  const kept = speed.value === null ? null : 1 - speed.value;
  const { children: _limits, ...leaf } = least;
  const gradual = [
    valueTerm({ value: distance, state: before.state }, { label: traceNames.fromLeast, role: 'plus', children: [before, { ...leaf, role: 'minus', children: [] }] }),
    valueTerm({ value: kept, state: speed.state }, { label: traceNames.keptInMonth, role: 'times', unit: 'ratio', shownIn: 'percent', children: [speed] }),
  ];
  const lag = { label: traceNames.lag, role: 'plus' } as const;
  const term = valueTerm({ value, state }, { ...lag, children: gradual });
  // A response that a limit cuts is explained by the limit, which stands among the terms of the least.
  return term.children.some(({ role }) => role !== 'given') ? term : valueTerm({ value, state }, { ...lag, children: [before, speed].map((one) => ({ ...one, role: 'given' })) });
}

/** Supply of the month before; before the horizon it is typed. */
function supplyBefore(context: TraceContext, at: number): TraceTerm {
  if (at === 0) return inputTerm(context, 'plus', 'supply/before', 'all', undefined, 'blank');
  return monthTerm(context.balance.supply, at - 1, { label: traceNames.before(resultNames.supply), role: 'plus', place: { path: 'supply/outputMonthly', period: monthOf(context, at - 1) } });
}

/** Demand that orders follow, smoothed over the three months before. */
export function orderDemandTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { balance } = context;
  const first = Math.max(0, at - 3);
  const months = at === 0 ? [0] : Array.from({ length: at - first }, (_, step) => first + step);
  const given = months.flatMap((month) => {
    const place = (path: string) => ({ path, period: monthOf(context, month) });
    return [
      monthTerm(balance.demandTotal, month, { label: traceNames.inMonth(resultNames.demandTotal, monthOf(context, month)), role: 'given', place: place('demandTotal') }),
      monthTerm(balance.exports, month, { label: traceNames.inMonth(resultNames.exports, monthOf(context, month)), role: 'given', place: place('exports') }),
    ];
  });
  return monthTerm(balance.orders?.demand ?? nothing, at, { label: resultWords.orderDemand, role, place: { path: 'supply/orderDemand', period: monthOf(context, at) }, children: given });
}

/** What orders ask for: smoothed demand, and a part of what the stock is away from its own target. */
export function orderTargetTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const demand = orderDemandTerm(context, at, 'plus');
  const cover = inputTerm(context, 'times', 'supply/targetCover', 'all');
  const response = inputTerm(context, 'times', 'supply/stockResponse', 'all');
  const days = valueTerm({ value: daysPerMonth, state: 'actual' }, { label: traceNames.daysOfMonth, role: 'over', unit: 'days' });
  const product = [{ ...demand, children: [] }, cover, days];
  const wanted = valueTerm({ value: foldTerms(product), state: demand.state }, { label: traceNames.stockWanted, role: 'plus', children: product });
  const distance: readonly TraceTerm[] = [wanted, { ...stockBefore(context, at), role: 'minus' }];
  const away = valueTerm({ value: foldTerms(distance), state: demand.state }, { label: traceNames.stockAway, role: 'plus', children: distance });
  const factors = [away, response];
  const answer = valueTerm({ value: foldTerms(factors), state: demand.state }, { label: traceNames.stockAnswer, role: 'plus', children: factors });
  return monthTerm(context.balance.orders?.target ?? nothing, at, { label: resultWords.orderTarget, role, place: { path: 'supply/target', period: monthOf(context, at) }, children: [demand, answer] });
}

/** The most that capacity allows: nameplate at its highest rate, less what the New Year takes. */
export function capacityLimitTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const capacity = capacityTerm(context, at, 'plus');
  const rate = inputTerm(context, 'times', 'supply/maximumRate', 'all');
  const term = monthTerm(context.balance.capacityLimit, at, { label: resultWords.capacityLimit, role, place: { path: 'capacity-limit', period: monthOf(context, at) } });
  const most = foldTerms([capacity, rate]);
  const share = term.value === null || most === null || most === 0 ? null : term.value / most;
  const holiday = valueTerm({ value: share, state: term.state }, { label: traceNames.holidayShare, role: 'times', unit: 'ratio', shownIn: 'percent', children: [inputTerm(context, 'given', 'supply/holidayFactor', 'all'), ...lostDaysGiven(context, at)] });
  return termOf({ ...term, children: [capacity, rate, ...(share === 1 ? [] : [holiday])] });
}

const chainInputs = ['material/oxideLoss', 'material/oxidePerMetal', 'material/magnetYield', 'material/rareEarthContent'] as const;

/** The oxide that flows in: from quotas, imports and end of life, and from the scrap of earlier output. */
export function oxideInflowTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { material } = context.balance;
  const period = monthOf(context, at);
  return monthTerm(material?.inflow ?? nothing, at, {
    label: resultWords.oxideInflow,
    role,
    basis: 'prnd-oxide',
    place: { path: 'oxide-inflow', period },
    children: [oxidePrimaryTerm(context, at, 'plus'), oxideScrapTerm(context, at, 'plus')],
  });
}

/** The oxide stock that a month begins with. */
function oxideBefore(context: TraceContext, at: number): TraceTerm {
  if (at === 0) return inputTerm(context, 'plus', 'material/openingOxide', 'all', undefined, 'prnd-oxide');
  const place = { path: 'oxide-stock', period: monthOf(context, at - 1) };
  return monthTerm(context.balance.material?.stock ?? nothing, at - 1, { label: traceNames.before(resultWords.oxideStock), role: 'plus', basis: 'prnd-oxide', place });
}

/** The most that oxide allows: the inflow, and the stock above its minimum, as blanks. */
export function materialLimitTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { material } = context.balance;
  const term = monthTerm(material?.limit ?? nothing, at, { label: resultWords.materialLimit, role, place: { path: 'material-limit', period: monthOf(context, at) } });
  const inflow = oxideInflowTerm(context, at, 'plus');
  const before = oxideBefore(context, at);
  const minimum = inputTerm(context, 'given', 'material/minimumOxide', 'all');
  const above = before.value === null || minimum.value === null ? null : Math.max(0, before.value - minimum.value);
  const stock = valueTerm({ value: above, state: before.state }, { label: traceNames.stockAbove, role: 'plus', basis: 'prnd-oxide', children: [{ ...before, role: 'given' }, minimum] });
  const value = foldTerms([inflow, stock]);
  const oxide = valueTerm({ value, state: inflow.state }, { label: traceNames.oxideAtHand, role: 'plus', basis: 'prnd-oxide', children: [inflow, stock] });
  const perOxide = term.value === null || value === null || value === 0 ? null : term.value / value;
  const chain = valueTerm({ value: perOxide, state: term.state }, { label: traceNames.blankPerOxide, role: 'times', unit: 'weight', children: chainInputs.map((path) => inputTerm(context, 'given', path, 'all')) });
  return termOf({ ...term, children: [oxide, chain] });
}

/** Oxide at the end of a month: what it began with and what flowed in, less what output took. */
export function oxideStockTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { material } = context.balance;
  const period = monthOf(context, at);
  return monthTerm(material?.stock ?? nothing, at, { label: resultWords.oxideStock, role, basis: 'prnd-oxide', place: { path: 'oxide-stock', period }, children: [oxideBefore(context, at), oxideInflowTerm(context, at, 'plus'), oxideUsedTerm(context, at, 'minus')] });
}

/** Nameplate: what was surveyed over the survey's coverage, and what stands of the expansions. */
export function capacityTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const term = monthTerm(context.balance.capacity, at, { label: resultNames.capacity, role, place: { path: 'capacity', period: monthOf(context, at) } });
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
