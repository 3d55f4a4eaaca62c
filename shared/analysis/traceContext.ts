/** What a trace looks at: one scenario of a workbook, its balance and its inputs; and the terms that stand for inputs and results. */
import { pathName } from '../messages/names.ts';
import type { Phrase } from '../messages/phrase.ts';
import { traceNames } from '../messages/trace.ts';
import type { AnnualValue, Balance, MonthlyQuantity } from '../model/balance.ts';
import { inputsOf, type Inputs } from '../model/inputs.ts';
import { readFactor } from '../model/massTerms.ts';
import { describePath } from '../model/paths.ts';
import type { Month } from '../model/period.ts';
import { chainOfScenario } from '../model/resolve.ts';
import { units, type UnitId } from '../model/unit.ts';
import type { Cell, PeriodKey, ScenarioId, SeriesPath, Workbook } from '../model/workbook.ts';
import { unitForDisplay } from '../tables/displayUnit.ts';
import { termOf, type TraceRole, type TraceTerm } from './trace.ts';

export type TraceContext = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly balance: Balance;
  readonly inputs: Inputs;
};

/** The context of a scenario; null where its chain of parents is broken. */
export function traceContext(workbook: Workbook, scenario: ScenarioId, balance: Balance): TraceContext | null {
  const chain = chainOfScenario(workbook, scenario);
  return chain.ok ? { workbook, scenario, balance, inputs: inputsOf(workbook, chain.value) } : null;
}

function unitOf(context: TraceContext, path: SeriesPath): UnitId {
  const stored = context.inputs.series(path)?.unit;
  if (stored !== undefined) return stored;
  const dimension = describePath(context.workbook, path)?.dimensions[0];
  return (Object.keys(units) as UnitId[]).find((id) => units[id].dimension === dimension && units[id].factor === 1) ?? 'ratio';
}

/** What a published mass is divided by to be said for the whole, in the terms of the balance; null where it is in them. */
function toldFactor({ inputs }: TraceContext, path: SeriesPath): readonly [Phrase, number] | null {
  const coverage = inputs.series(path)?.coverage ?? 1;
  const over = 1 / (readFactor(inputs, path).factor ?? 1);
  // A series that the balance reads by a rule of its own still is said for the whole.
  const divisor = over === 1 ? coverage : over;
  if (divisor === 1) return null;
  return [Math.abs(divisor - coverage) <= 1e-12 * divisor ? traceNames.coverage : traceNames.conversion, divisor];
}

/** The term of an input: its value, state and source, and its own cell as the place. */
export function inputTerm(context: TraceContext, role: TraceRole, path: SeriesPath, period: PeriodKey, label?: Phrase, basis?: TraceTerm['basis']): TraceTerm {
  const cell: Cell | null = context.inputs.cell(path, period);
  const unit = unitOf(context, path);
  const factor = toldFactor(context, path);
  const shownIn = unit === 'ratio' ? 'percent' : unitForDisplay(context.workbook, path, unit);
  const name = label ?? pathName(context.workbook, path);
  const term: TraceTerm = {
    label: name,
    role,
    value: cell?.value ?? null,
    unit,
    ...(shownIn === unit ? {} : { shownIn }),
    ...(basis === undefined ? {} : { basis }),
    state: cell?.state ?? 'forecast',
    ...(cell?.source === undefined ? {} : { source: cell.source }),
    place: { path, period },
    children: [],
  };
  if (factor === null || term.value === null || !['mass', 'massPerMonth'].includes(units[unit].dimension)) return term;
  const [what, over] = factor;
  const told: TraceTerm = { label: what, role: 'over', value: over, unit: 'weight', state: term.state, children: [] };
  return { ...term, value: term.value / over, children: [{ ...term, label: traceNames.asPublished(name), role: 'plus' }, told] };
}

type ResultParts = Pick<TraceTerm, 'label' | 'role'> & Partial<Pick<TraceTerm, 'unit' | 'shownIn' | 'basis' | 'place' | 'source' | 'children' | 'scale'>>;

/** The term of a computed annual or monthly value, t of blanks unless said otherwise. */
export function valueTerm({ value, state }: AnnualValue, parts: ResultParts): TraceTerm {
  const unit = parts.unit ?? 't';
  return termOf({ ...(unit === 't' ? { basis: 'blank' as const } : {}), children: [], ...parts, unit, value, state });
}

/** One month of a computed line. */
export function monthTerm(line: MonthlyQuantity, at: number, parts: ResultParts): TraceTerm {
  return valueTerm({ value: line.values[at] ?? null, state: line.states[at] ?? 'forecast' }, parts);
}

export function monthOf(context: TraceContext, at: number): Month | '' {
  return context.balance.months[at] ?? '';
}
