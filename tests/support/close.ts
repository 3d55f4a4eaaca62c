/** Numbers are compared by relative difference, never bitwise: engines may differ in the last digits. */
import { expect } from 'vitest';

export function expectClose(actual: number | null | undefined, expected: number, relative = 1e-9): void {
  if (typeof actual !== 'number' || !Number.isFinite(actual)) throw new Error(`Expected ${expected}, got ${String(actual)}.`);
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(expected)));
}
