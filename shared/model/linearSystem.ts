/**
 * Solves a small dense system A x = b by elimination with partial pivoting. Null where the matrix is singular to working
 * precision or a number is not finite. Neither argument is changed.
 */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] | null {
  const size = right.length;
  const rows: number[][] = [];
  let largest = 0;
  for (let at = 0; at < size; at += 1) {
    const row = [...(matrix[at] ?? [])];
    for (const value of row) largest = Math.max(largest, Math.abs(value));
    row.push(right[at] ?? 0);
    rows.push(row);
  }
  for (let column = 0; column < size; column += 1) {
    let best = column;
    let pivot = 0;
    for (let at = column; at < size; at += 1) {
      const value = rows[at]?.[column] ?? 0;
      if (Math.abs(value) <= Math.abs(pivot)) continue;
      best = at;
      pivot = value;
    }
    const pivotRow = rows[best];
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
  const solution = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? [];
    let rest = row[size] ?? 0;
    for (let k = at + 1; k < size; k += 1) rest -= (row[k] ?? 0) * (solution[k] ?? 0);
    solution[at] = rest / (row[at] ?? 1);
  }
  return solution.every((value) => Number.isFinite(value)) ? solution : null;
}
