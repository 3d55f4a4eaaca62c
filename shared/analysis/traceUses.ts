/** Who goes without, and what each use receives (method, section 4; settled point 26): its demand, less its share of what is unmet. */
import { resultNames } from '../messages/names.ts';
import { resultWords, unmetOf } from '../messages/inputGroups.ts';
import type { ByUse, MonthlyQuantity } from '../model/balance.ts';
import { weakestState } from '../model/state.ts';
import type { CellAddress } from '../model/workbook.ts';
import { termOf, type TraceRole, type TraceTerm } from './trace.ts';
import { boundTerm } from './traceBalance.ts';
import { inputTerm, monthOf, monthTerm, valueTerm, type TraceContext } from './traceContext.ts';
import { demandTotalTerm, sectorMonthTerm } from './traceDemand.ts';
import { exportsBlankTerm } from './traceExports.ts';

/** A sector by its id, or exports. */
export type Use = { readonly kind: 'sector'; readonly id: string } | { readonly kind: 'exports' };

const nothing: MonthlyQuantity = { values: [], states: [] };

function lineOf(lines: ByUse, use: Use): MonthlyQuantity {
  return (use.kind === 'sector' ? lines.sectors[use.id] : lines.exports) ?? nothing;
}

function placeOf(context: TraceContext, prefix: string, use: Use, at: number): CellAddress {
  return { path: use.kind === 'sector' ? `${prefix}/sectors/${use.id}` : `${prefix}/exports`, period: monthOf(context, at) };
}

/** What a use asks for in a month, t of blanks. */
function claimTerm(context: TraceContext, use: Use, at: number, role: TraceRole): TraceTerm {
  return use.kind === 'sector' ? sectorMonthTerm(context, use.id, at, role) : exportsBlankTerm(context, at, role);
}

/** A use's share of what is unmet: as its demand stands to all demand, or what priorities leave it. */
export function unmetUseTerm(context: TraceContext, use: Use, at: number, role: TraceRole): TraceTerm {
  const { balance, inputs, workbook } = context;
  const name = use.kind === 'sector' ? workbook.sectors[use.id]?.name : undefined;
  const label = name === undefined ? resultWords.unmetExports : unmetOf(name);
  const term = monthTerm(lineOf(balance.unmetBySector, use), at, { label, role, place: placeOf(context, 'unmet', use, at) });
  const unmet = boundTerm(context, 'unmet', at, 'plus');
  if (unmet.value === null || unmet.value === 0) return termOf({ ...term, children: [unmet] });
  if (inputs.cell('balance/rationByPriority', 'all')?.value === 1) {
    const priority = inputTerm(context, 'given', use.kind === 'sector' ? `sectors/${use.id}/priority` : 'exports/priority', 'all');
    return termOf({ ...term, children: [{ ...unmet, role: 'given' }, claimTerm(context, use, at, 'given'), priority] });
  }
  const domestic = demandTotalTerm(context, at, 'plus');
  const abroad = exportsBlankTerm(context, at, 'plus');
  const all = domestic.value === null || abroad.value === null ? null : domestic.value + abroad.value;
  const total = valueTerm({ value: all, state: weakestState(domestic.state, abroad.state) }, { label: resultNames.total, role: 'over', children: [domestic, abroad] });
  return termOf({ ...term, children: [unmet, claimTerm(context, use, at, 'times'), total] });
}

/** What a use receives. */
export function consumptionTerm(context: TraceContext, use: Use, at: number, role: TraceRole): TraceTerm {
  const { balance, workbook } = context;
  const name = use.kind === 'sector' ? workbook.sectors[use.id]?.name : undefined;
  const label = name ?? resultWords.consumptionExports;
  const without = lineOf(balance.unmetBySector, use).values[at] ?? 0;
  return monthTerm(lineOf(balance.consumption, use), at, {
    label,
    role,
    place: placeOf(context, 'consumption', use, at),
    children: [claimTerm(context, use, at, 'plus'), ...(without === 0 ? [] : [unmetUseTerm(context, use, at, 'minus')])],
  });
}
