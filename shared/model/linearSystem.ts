/**
 * Solves a small dense system A x = b by elimination with partial pivoting, in place.
 *
 * `rows` holds `size` rows of `size + 1` numbers, those of A and then b's. Afterwards x stands where b was, and A is spent. False
 * where the matrix is singular to working precision or a number is not finite; x is then of no use.
 */
export function solveLinear(rows: Float64Array, size: number): boolean {
  const width = size + 1;
  let largest = 0;
  for (let row = 0; row < size; row += 1) for (let k = 0; k < size; k += 1) largest = Math.max(largest, Math.abs(rows[row * width + k] ?? 0));
  for (let column = 0; column < size; column += 1) {
    let best = column;
    let pivot = 0;
    for (let at = column; at < size; at += 1) {
      const value = rows[at * width + column] ?? 0;
      if (Math.abs(value) <= Math.abs(pivot)) continue;
      best = at;
      pivot = value;
    }
    if (!(Math.abs(pivot) > largest * 1e-14)) return false;
    const own = column * width;
    if (best !== column) {
      for (let k = 0; k < width; k += 1) {
        const kept = rows[own + k] ?? 0;
        rows[own + k] = rows[best * width + k] ?? 0;
        rows[best * width + k] = kept;
      }
    }
    for (let at = column + 1; at < size; at += 1) {
      const other = at * width;
      const factor = (rows[other + column] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let k = column; k < width; k += 1) rows[other + k] = (rows[other + k] ?? 0) - factor * (rows[own + k] ?? 0);
    }
  }
  for (let at = size - 1; at >= 0; at -= 1) {
    const own = at * width;
    let rest = rows[own + size] ?? 0;
    for (let k = at + 1; k < size; k += 1) rest -= (rows[own + k] ?? 0) * (rows[k * width + size] ?? 0);
    rest /= rows[own + at] ?? 1;
    if (!Number.isFinite(rest)) return false;
    rows[own + size] = rest;
  }
  return true;
}
