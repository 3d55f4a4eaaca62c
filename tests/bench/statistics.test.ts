import { describe, expect, it } from 'vitest';
import { expectClose } from '../support/close.ts';
import { median, quantile } from './statistics.ts';

describe('quantiles', () => {
  it('sorts by size, not by text, and leaves its input alone', () => {
    const values = [10, 9, 100];
    expect(median(values)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });
  it('stands between the two in the middle of an even count', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
  it('goes from the smallest to the largest', () => {
    const values = [1, 2, 3, 4, 5];
    expect(quantile(values, 0)).toBe(1);
    expect(quantile(values, 1)).toBe(5);
    expectClose(quantile(values, 0.95), 4.8);
  });
  it('is no number where nothing was measured', () => {
    expect(median([])).toBeNaN();
  });
});
