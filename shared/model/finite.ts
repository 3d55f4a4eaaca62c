/** A computed number, or null where the arithmetic overflowed: no NaN and no infinity leaves the model. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
