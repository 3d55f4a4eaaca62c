/**
 * Where the oxide of a month comes from and what output takes of it (method, section 3; settled points 20, 21).
 *
 *   primary = min(mining quota x use, smelting quota - imported ore) x share of the month x theta x rho
 *             + oxide imports / 12 + end of life / 12 + typed draw
 *   scrap   = output of an earlier month x oxide in the scrap of a blank;   used = output / blank per oxide          t oxide
 */
import { resultNames } from '../messages/names.ts';
import { resultWords } from '../messages/inputGroups.ts';
import { traceNames } from '../messages/trace.ts';
import type { MonthlyQuantity } from '../model/balance.ts';
import { weakestState } from '../model/state.ts';
import type { SeriesPath } from '../model/workbook.ts';
import { foldTerms, termOf, type TraceRole, type TraceTerm } from './trace.ts';
import { inputTerm, monthOf, monthTerm, valueTerm, type TraceContext } from './traceContext.ts';

const nothing: MonthlyQuantity = { values: [], states: [] };
const oxide = 'prnd-oxide' as const;

/** A quota of the year; a year without a published one repeats the last, which is named by its own year. */
function quotaTerm(context: TraceContext, path: SeriesPath, year: string, role: TraceRole): TraceTerm {
  const cells = context.inputs.series(path)?.cells ?? {};
  const last = Object.keys(cells).filter((key) => key <= year && (cells[key]?.value ?? null) !== null).sort().at(-1);
  return inputTerm(context, role, path, last ?? year, undefined, 'reo');
}

/** REO that may be smelted from domestic ore in the year: the least of what is mined and what the smelters may take beside imported ore. */
function domesticTerm(context: TraceContext, year: string): TraceTerm {
  const use = inputTerm(context, 'times', 'material/quotaUse', year);
  const mining = [quotaTerm(context, 'material/miningQuota', year, 'plus'), ...(use.value === 1 ? [] : [use])];
  const ore = inputTerm(context, 'minus', 'material/importedOre', year, undefined, 'reo');
  const smelting = [quotaTerm(context, 'material/smeltingQuota', year, 'plus'), ...(ore.value === 0 ? [] : [ore])];
  const limits = ([[traceNames.mined, mining], [traceNames.smelted, smelting]] as const).map(([label, children]) =>
    valueTerm({ value: foldTerms(children), state: weakestState(...children.map(({ state }) => state)) }, { label, role: 'limit', basis: 'reo', children }),
  );
  return valueTerm({ value: foldTerms(limits), state: weakestState(...limits.map(({ state }) => state)) }, { label: traceNames.domesticReo, role: 'plus', basis: 'reo', children: limits });
}

/** A twelfth of an annual input. */
function twelfth(context: TraceContext, path: SeriesPath, year: string): readonly TraceTerm[] {
  const annual = inputTerm(context, 'plus', path, year, undefined, oxide);
  if (annual.value === 0) return [];
  const twelve = valueTerm({ value: 12, state: 'actual' }, { label: traceNames.monthsAYear, role: 'over', unit: 'weight' });
  const children = [annual, twelve];
  return [valueTerm({ value: foldTerms(children), state: annual.state }, { label: annual.label, role: 'plus', basis: oxide, children })];
}

/** Oxide from quotas, imports, end of life and typed draws. */
export function oxidePrimaryTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const period = monthOf(context, at);
  const year = period.slice(0, 4);
  const term = monthTerm(context.balance.material?.primary ?? nothing, at, { label: resultWords.oxidePrimary, role, basis: oxide, place: { path: 'oxide-primary', period } });
  const draw = inputTerm(context, 'plus', 'material/stockDraw', period, undefined, oxide);
  const others = [...twelfth(context, 'material/oxideImports', year), ...twelfth(context, 'material/endOfLife', year), ...(draw.value === 0 ? [] : [draw])];
  const rest = others.length === 0 ? 0 : foldTerms(others);
  const mined = term.value === null || rest === null ? null : term.value - rest;
  const ofYear = domesticTerm(context, year);
  const yields = [inputTerm(context, 'times', 'material/prndShare', 'all'), inputTerm(context, 'times', 'material/separationYield', 'all')];
  const whole = foldTerms([ofYear, ...yields]);
  const share = mined === null || whole === null || whole === 0 ? null : mined / whole;
  const profile = context.inputs.series('material/quotaProfile')?.cells[period.slice(5)] === undefined ? [] : [inputTerm(context, 'given', 'material/quotaProfile', period.slice(5))];
  const ofMonth = valueTerm({ value: share, state: ofYear.state }, { label: traceNames.quotaShare, role: 'times', unit: 'ratio', shownIn: 'percent', children: profile });
  const domestic = valueTerm({ value: mined, state: ofYear.state }, { label: traceNames.fromQuotas, role: 'plus', basis: oxide, children: [ofYear, ofMonth, ...yields] });
  return termOf({ ...term, children: [domestic, ...others] });
}

/** Oxide from the scrap of earlier output. */
export function oxideScrapTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { balance } = context;
  const lag = inputTerm(context, 'given', 'material/scrapLag', 'all');
  const term = monthTerm(balance.material?.scrap ?? nothing, at, { label: resultWords.oxideScrap, role, basis: oxide, place: { path: 'oxide-scrap', period: monthOf(context, at) } });
  const earlier = at - Math.max(1, Math.round(lag.value ?? 1));
  const given = [...['material/scrapKappa', 'basis/finishedYield', 'material/rareEarthContent'].map((path) => inputTerm(context, 'given', path, 'all')), lag];
  // What was made before the horizon has no row.
  if (earlier < 0) return termOf({ ...term, children: given });
  const output = monthTerm(balance.supply, earlier, { label: traceNames.inMonth(resultNames.supply, monthOf(context, earlier)), role: 'plus', place: { path: 'supply/outputMonthly', period: monthOf(context, earlier) } });
  const each = term.value === null || output.value === null || output.value === 0 ? null : term.value / output.value;
  return termOf({ ...term, children: [output, valueTerm({ value: each, state: term.state }, { label: traceNames.scrapPerBlank, role: 'times', unit: 'weight', children: given })] });
}

const chainInputs = ['material/oxideLoss', 'material/oxidePerMetal', 'material/magnetYield', 'material/rareEarthContent'] as const;

/** Oxide that the output of a month takes. */
export function oxideUsedTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { balance } = context;
  const period = monthOf(context, at);
  const term = monthTerm(balance.material?.used ?? nothing, at, { label: resultWords.oxideUsed, role, basis: oxide, place: { path: 'oxide-used', period } });
  const output = monthTerm(balance.supply, at, { label: resultNames.supply, role: 'plus', place: { path: 'supply/outputMonthly', period } });
  const perOxide = term.value === null || output.value === null || term.value === 0 ? null : output.value / term.value;
  const chain = valueTerm({ value: perOxide, state: term.state }, { label: traceNames.blankPerOxide, role: 'over', unit: 'weight', children: chainInputs.map((path) => inputTerm(context, 'given', path, 'all')) });
  return termOf({ ...term, children: [output, chain] });
}
