/** Which number stands in a cell that several could fill (method, section 0 "Calendar"; settled point 11). */
export type CellRank = 'counterfactual' | 'actual' | 'override' | 'overlay' | 'computed';

export type Contenders = Readonly<Partial<Record<CellRank, number | null>>>;

/** Strongest first. */
const ranks: readonly CellRank[] = ['counterfactual', 'actual', 'override', 'overlay', 'computed'];

/**
 * The number that stands and which one it is. A contender that is absent does not stand. A counterfactual null takes the
 * actual away, so that the next in rank stands; any other null is a missing number and stands as such.
 */
export function strongest(contenders: Contenders): { readonly value: number | null; readonly rank: CellRank } {
  const removed = contenders.counterfactual === null;
  for (const rank of ranks) {
    const value = contenders[rank];
    if (value === undefined) continue;
    if (removed && (rank === 'counterfactual' || rank === 'actual')) continue;
    return { value, rank };
  }
  return { value: null, rank: 'computed' };
}
