/** Why the price of 52UH is what it is: last month's, the way back to the long run, and what cost passes through. */
import { resultWords } from '../messages/inputGroups.ts';
import { resultNames } from '../messages/names.ts';
import { traceNames } from '../messages/trace.ts';
import { halfLifeMonths } from '../model/orderResponse.ts';
import { elasticityToCover } from '../model/priceElasticity.ts';
import { weakestState } from '../model/state.ts';
import { termOf, type TraceRole, type TraceTerm } from './trace.ts';
import { inputTerm, monthOf, monthTerm, valueTerm, type TraceContext } from './traceContext.ts';

const unit = 'yuanPerKg' as const;
const nothing = { values: [], states: [] };

function difference(a: TraceTerm, b: TraceTerm, label: TraceTerm['label']): TraceTerm {
  const value = a.value === null || b.value === null ? null : a.value - b.value;
  return valueTerm({ value, state: weakestState(a.state, b.state) }, { label, role: 'plus', unit, children: [{ ...a, role: 'plus' }, { ...b, role: 'minus' }] });
}

function product(factors: readonly [TraceTerm, TraceTerm], label: TraceTerm['label']): TraceTerm {
  const [first, second] = factors;
  const value = first.value === null || second.value === null ? null : first.value * second.value;
  return valueTerm({ value, state: weakestState(first.state, second.state) }, { label, role: 'plus', unit, children: factors });
}

/** What goes into the price of a metal, and how much of the metal goes into the blank. */
const recipes = {
  PrNd: { oxide: 'price/prndOxide', content: 'price/prndContent', making: ['material/oxidePerMetal', 'price/metalFee'] },
  Dy: { oxide: 'price/dysprosiumOxide', content: 'price/dysprosiumContent', making: ['price/dysprosiumFactor'] },
  Tb: { oxide: 'price/terbiumOxide', content: 'price/terbiumContent', making: ['price/terbiumFactor'] },
} as const;

/** A month without a price of its own takes the last one before it. */
function lastPriceTerm(context: TraceContext, path: string, period: string): TraceTerm {
  const cells = context.inputs.series(path)?.cells ?? {};
  const last = Object.keys(cells).filter((key) => key <= period && (cells[key]?.value ?? null) !== null).sort().at(-1);
  return inputTerm(context, 'given', path, last ?? period);
}

/** What a rare earth contributes to the cost: the price of its metal, by what the blank holds of it, over the yield. */
export function costPartTerm(context: TraceContext, element: keyof typeof recipes, at: number, role: TraceRole): TraceTerm {
  const { oxide, content: contentPath, making } = recipes[element];
  const period = monthOf(context, at);
  const name = traceNames.element[element];
  const term = monthTerm(context.balance.price?.parts[element] ?? nothing, at, { label: name, role, unit, place: { path: `price/part/${element}`, period } });
  const content = inputTerm(context, 'times', contentPath, 'all');
  const arrives = inputTerm(context, 'over', 'material/magnetYield', 'all');
  const given = [lastPriceTerm(context, oxide, period), ...making.map((path) => inputTerm(context, 'given', path, 'all'))];
  const metal = term.value === null || content.value === null || content.value === 0 || arrives.value === null ? null : (term.value * arrives.value) / content.value;
  return termOf({ ...term, children: [valueTerm({ value: metal, state: term.state }, { label: traceNames.metal(resultWords.part[element]), role: 'plus', unit, children: given }), content, arrives] });
}

/** Everything else that goes into a blank: one input for all months. */
export function otherCostTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const other = inputTerm(context, 'plus', 'price/otherInputs', 'all');
  return valueTerm({ value: other.value, state: other.state }, { label: resultWords.part.other, role, unit, place: { path: 'price/part/other', period: monthOf(context, at) }, children: [other] });
}

/** C: what each rare earth contributes, and everything else. */
export function costTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { price } = context.balance;
  const period = monthOf(context, at);
  const parts = (['PrNd', 'Dy', 'Tb'] as const).map((element) => costPartTerm(context, element, at, 'plus'));
  return monthTerm(price?.cost ?? nothing, at, { label: traceNames.cost, role, unit, place: { path: 'price/cost', period }, children: [...parts, inputTerm(context, 'plus', 'price/otherInputs', 'all')] });
}

/** Months in which half of a distance to the long-run price is closed: ln 0.5 / ln(1 - kappa). */
export function halfLifeTerm(context: TraceContext): TraceTerm {
  const speed = inputTerm(context, 'given', 'price/ecmKappa', 'all');
  return valueTerm({ value: speed.value === null ? null : halfLifeMonths(speed.value), state: speed.state }, { label: resultWords.halfLife, role: 'plus', unit: 'months', children: [speed] });
}

/** P*: cost, and the margin that the cover of the month asks for. */
export function longRunTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { price, coverDays, unmet } = context.balance;
  const period = monthOf(context, at);
  const term = monthTerm(price?.longRun ?? nothing, at, { label: traceNames.longRun, role, unit, place: { path: 'price/longRun', period } });
  const cost = costTerm(context, at, 'plus');
  const value = term.value === null || cost.value === null ? null : term.value - cost.value;
  const given = [
    inputTerm(context, 'given', 'price/anchor', 'all'),
    inputTerm(context, 'given', 'price/referenceCover', 'all'),
    inputTerm(context, 'given', 'price/marginElasticity', 'all'),
    monthTerm(coverDays, at, { label: resultNames.coverDays, role: 'given', unit: 'days', place: { path: 'coverDays', period } }),
    ...((unmet.values[at] ?? 0) === 0 ? [] : [inputTerm(context, 'given', 'price/shortageResponse', 'all')]),
  ];
  return termOf({ ...term, children: [cost, valueTerm({ value, state: term.state }, { label: traceNames.margin, role: 'plus', unit, children: given })] });
}

/** P: published, the anchor, or P before + kappa (P* before - P before) + theta (C - C before) + shock. */
export function priceTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { balance, inputs, workbook } = context;
  const period = monthOf(context, at);
  const label = traceNames.price;
  const line = balance.price?.price ?? nothing;
  const term = monthTerm(line, at, { label, role, unit, place: { path: 'price', period } });
  if ((inputs.series('price/actual')?.cells[period]?.value ?? null) !== null) return termOf({ ...term, children: [inputTerm(context, 'plus', 'price/actual', period)] });
  if (period === workbook.priceAnchor) return termOf({ ...term, children: [inputTerm(context, 'plus', 'price/anchor', 'all')] });
  if (at === 0 || term.value === null) return term;
  const before = monthTerm(line, at - 1, { label: traceNames.before(label), role: 'plus', unit, place: { path: 'price', period: monthOf(context, at - 1) } });
  const correction = product([difference(longRunTerm(context, at - 1, 'plus'), before, traceNames.distance), inputTerm(context, 'times', 'price/ecmKappa', 'all')], traceNames.correction);
  const passed = product([difference(costTerm(context, at, 'plus'), costTerm(context, at - 1, 'minus'), traceNames.costChange), inputTerm(context, 'times', 'price/priceTheta', 'all')], traceNames.passThrough);
  const shock = inputs.series('price/shock')?.cells[period];
  return termOf({ ...term, children: [before, correction, passed, ...(shock ? [inputTerm(context, 'plus', 'price/shock', period)] : [])] });
}

/** What stands above the cost: of the price, or of the long-run price. */
export function marginTerm(context: TraceContext, of: 'price' | 'longRun', at: number, role: TraceRole): TraceTerm {
  const above = of === 'price' ? priceTerm(context, at, 'plus') : longRunTerm(context, at, 'plus');
  const cost = costTerm(context, at, 'minus');
  const value = above.value === null || cost.value === null ? null : above.value - cost.value;
  const place = { path: of === 'price' ? 'price/margin' : 'price/longRunMargin', period: monthOf(context, at) };
  const label = of === 'price' ? resultWords.margin : resultWords.longRunMargin;
  return valueTerm({ value, state: weakestState(above.state, cost.state) }, { label, role, unit, place, children: [above, cost] });
}

/** By how many per cent the long-run price moves with its cost, or with the part of it that PrNd makes: that part over the price. */
export function partTerm(context: TraceContext, part: 'all' | 'PrNd', at: number, role: TraceRole): TraceTerm {
  const period = monthOf(context, at);
  const whole = longRunTerm(context, at, 'over');
  const over =
    part === 'all'
      ? costTerm(context, at, 'plus')
      : monthTerm(context.balance.price?.parts.PrNd ?? nothing, at, { label: traceNames.element.PrNd, role: 'plus', unit, place: { path: 'price/part/PrNd', period } });
  const value = over.value === null || whole.value === null || whole.value <= 0 ? null : over.value / whole.value;
  const place = { path: part === 'all' ? 'price/elasticity/cost' : 'price/elasticity/PrNd', period };
  return valueTerm({ value, state: weakestState(over.state, whole.state) }, { label: part === 'all' ? resultWords.toCost : resultWords.toPrnd, role, unit: 'ratio', place, children: [over, whole] });
}

/** By how many per cent the long-run price moves with cover: the margin's answer to cover, on that part of the price that is margin. */
export function coverElasticityTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { price, coverDays } = context.balance;
  const period = monthOf(context, at);
  const margin = marginTerm(context, 'longRun', at, 'times');
  const whole = longRunTerm(context, at, 'over');
  const { shownIn: _percent, ...answer } = inputTerm(context, 'minus', 'price/marginElasticity', 'all');
  const value = elasticityToCover(whole.value, price?.cost.values[at] ?? null, coverDays.values[at] ?? null, answer.value);
  const cover = monthTerm(coverDays, at, { label: resultNames.coverDays, role: 'given', unit: 'days', place: { path: 'coverDays', period } });
  const place = { path: 'price/elasticity/cover', period };
  // At a day of cover or less the margin no longer answers: cover is floored there, and only cover itself says why.
  return valueTerm({ value, state: weakestState(margin.state, whole.state) }, { label: resultWords.toCover, role, unit: 'ratio', place, children: [answer, margin, whole, cover] });
}
