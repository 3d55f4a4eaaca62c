/**
 * Inventory and cover (method, section 4; settled points 24 to 27; worked case M13).
 *
 *   I~ = I_(m-1) + gap;  unmet = max(0, Imin - I~);  overflow = max(0, I~ - Imax);  I_m = I~ + unmet - overflow
 *   cover_m = I_m * days / demand over months m+1 to m+3 (exports included)
 */
export type StockBounds = { readonly opening: number; readonly minimum: number; readonly maximum: number };

export type StockMonth = {
  readonly tentative: number;
  readonly unmet: number;
  readonly overflow: number;
  readonly stock: number;
};

/** One month of the stock: closing = opening + gap + unmet - overflow, within the bounds. */
export function stockMonth(stockBefore: number, gap: number, minimum: number, maximum: number): StockMonth {
  const tentative = stockBefore + gap;
  const unmet = Math.max(0, minimum - tentative);
  const overflow = Math.max(0, tentative - maximum);
  return { tentative, unmet, overflow, stock: tentative + unmet - overflow };
}

/** Days that a stock lasts at the demand of the months ahead; null when nothing is demanded. */
export function coverDays(stock: number, demandAhead: readonly number[], daysAhead: readonly number[]): number | null {
  let demand = 0;
  for (const tonnes of demandAhead) demand += tonnes;
  let days = 0;
  for (const ofMonth of daysAhead) days += ofMonth;
  return daysOfDemand(stock, demand, days);
}

/** The same from sums: what is demanded ahead, and over how many days. */
export function daysOfDemand(stock: number, demand: number, days: number): number | null {
  return demand > 0 ? (stock * days) / demand : null;
}
