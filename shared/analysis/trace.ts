/**
 * Why a result is what it is: a small tree of terms, computed on demand for one cell and never as part of the balance.
 *
 * The value of a term is the fold of its children in their order, so that an explanation can be added up; a term that only
 * depends on others (a share on its profile) names them as `given`, which the fold leaves out.
 */
import type { Phrase } from '../messages/phrase.ts';
import type { Basis, UnitId } from '../model/unit.ts';
import type { CellAddress, CellState, SourceId } from '../model/workbook.ts';

/**
 * What a term does to the terms before it: added, subtracted, multiplied, divided, grown by (1 + value), or compared as a
 * limit (the least of them stands). `given` takes no part in the arithmetic.
 */
export type TraceRole = 'plus' | 'minus' | 'times' | 'over' | 'grown' | 'limit' | 'given';

export type TraceTerm = {
  readonly label: Phrase;
  readonly role: TraceRole;
  /** In `unit`; null is missing. */
  readonly value: number | null;
  readonly unit: UnitId;
  /** The unit in which people read it, where it is another one of the same dimension. */
  readonly shownIn?: UnitId;
  /** For masses: what a tonne is a tonne of. */
  readonly basis?: Basis;
  readonly state: CellState;
  readonly source?: SourceId;
  /** Where the number stands: the path of an input or the row of a result, and its period. */
  readonly place?: CellAddress;
  /** What the fold of the children is multiplied with to be in `unit`: 0.001 from kg to t. */
  readonly scale?: number;
  readonly children: readonly TraceTerm[];
};

function folds(term: TraceTerm): boolean {
  return term.role !== 'given';
}

/** The value that the children give by their roles; null where one is missing or none takes part. */
export function foldTerms(children: readonly TraceTerm[], scale = 1): number | null {
  let sum: number | null = null;
  let first = true;
  for (const { role, value } of children.filter(folds)) {
    if (value === null || (!first && sum === null)) return null;
    const before: number = sum ?? 0;
    if (first) sum = role === 'minus' ? -value : role === 'over' ? 1 / value : value;
    else if (role === 'plus') sum = before + value;
    else if (role === 'minus') sum = before - value;
    else if (role === 'times') sum = before * value;
    else if (role === 'over') sum = before / value;
    else if (role === 'grown') sum = before * (1 + value);
    else sum = Math.min(before, value);
    first = false;
  }
  return sum === null || !Number.isFinite(sum * scale) ? null : sum * scale;
}

/** Beyond this part of the largest term a sum no longer is what its terms say. */
const tolerance = 1e-9;

/** True when the children of a term give its value, or when none takes part in its arithmetic. */
export function addsUp(term: TraceTerm): boolean {
  const parts = term.children.filter(folds);
  if (parts.length === 0) return true;
  const folded = foldTerms(parts, term.scale);
  if (folded === null || term.value === null) return folded === term.value;
  const additive = parts.every(({ role }) => role === 'plus' || role === 'minus');
  const size = Math.max(Math.abs(term.value), ...(additive ? parts.map(({ value }) => Math.abs(value ?? 0)) : []));
  return Math.abs(folded - term.value) <= tolerance * size;
}

/**
 * A term with its children. Children that do not give its value are left out: no explanation is better than a wrong one.
 */
export function termOf(term: TraceTerm): TraceTerm {
  return addsUp(term) ? term : { ...term, children: term.children.filter((child) => !folds(child)) };
}
