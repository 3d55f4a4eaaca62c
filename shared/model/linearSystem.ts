/**
 * Solves a small dense system A x = b by elimination with partial pivoting. Null where the matrix is singular to working
 * precision or a number is not finite. Neither argument is changed.
 */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] | null {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  let largest = 0;
  for (const row of rows) for (let at = 0; at < size; at += 1) largest = Math.max(largest, Math.abs(row[at] ?? 0));
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let at = column + 1; at < size; at += 1) {
      if (Math.abs(rows[at]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = at;
    }
    const pivotRow = rows[best];
    const pivot = pivotRow?.[column] ?? 0;
    if (pivotRow === undefined || !(Math.abs(pivot) > largest * 1e-14)) return null;
    rows[best] = rows[column] ?? [];
    rows[column] = pivotRow;
    for (let at = column + 1; at < size; at += 1) {
      const row = rows[at] ?? [];
      const factor = (row[column] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let k = column; k <= size; k += 1) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0);
    }
  }
  const solution: number[] = Array.from({ length: size }, () => 0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? [];
    let rest = row[size] ?? 0;
    for (let k = at + 1; k < size; k += 1) rest -= (row[k] ?? 0) * (solution[k] ?? 0);
    solution[at] = rest / (row[at] ?? 1);
  }
  return solution.every((value) => Number.isFinite(value)) ? solution : null;
}
