/**
 * The reported balance beside the adjusted one (method, section 4, "Others").
 *
 *   reported = supply + imports - demand - exports                     the gap alone, as statistics bureaus show it
 *   adjusted = reported + unmet - overflow = change of stock           what the stock can really take and give
 *
 * All t blank; negative is a shortage or a draw.
 */
export type BalanceViews = { readonly reported: number | null; readonly adjusted: number | null };

/** Both views of one month; the adjusted one is missing when the stock is. */
export function balanceViews(gap: number | null, unmet: number | null, overflow: number | null): BalanceViews {
  return { reported: gap, adjusted: gap === null || unmet === null || overflow === null ? null : gap + unmet - overflow };
}
