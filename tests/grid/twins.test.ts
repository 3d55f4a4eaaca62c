import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnTwin, isTwin, placeId, rowTwins, twinId, type Line } from '../../renderer/grid/twins.ts';

/** Lines of a width each; those named are totals. */
function linesOf(ids: readonly string[], width: number): readonly Line[] {
  return ids.map((id, at) => ({ id, start: at * width, end: (at + 1) * width }));
}

const months = (year: number): readonly string[] => [...Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`), String(year)];
const columns = linesOf([2024, 2025, 2026].flatMap(months), 90);
const yearTotals = columns.filter(({ id }) => id.length === 4);
const content = columns.length * 90;
const twinAt = (start: number, width = 720): string | null => columnTwin(yearTotals, content, { start, end: start + width });

describe('twins of year totals', () => {
  it('hold the total of the months in view', () => {
    expect(twinAt(0)).toBe('2024');
    expect(twinAt(13 * 90)).toBe('2025');
  });
  it('give way to the total itself where it stands at the edge', () => {
    const start = 13 * 90 - 720;
    expect(twinAt(start - 1)).toBe('2024');
    expect(twinAt(start)).toBeNull();
    expect(twinAt(start + 90 - 1)).toBeNull();
    // Behind it the next year has begun.
    expect(twinAt(start + 90)).toBe('2025');
  });
  it('are none at the end, where everything is in view, or where months would have too little room', () => {
    expect(twinAt(content - 720)).toBeNull();
    expect(twinAt(0, content)).toBeNull();
    expect(twinAt(0, 360)).toBe('2024');
    expect(twinAt(0, 359)).toBeNull();
  });
  it('never stand beside the whole of the total that they repeat, wherever one scrolls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: content }), fc.integer({ min: 100, max: 2000 }), (start, width) => {
        const id = columnTwin(yearTotals, content, { start, end: start + width });
        const total = yearTotals.find((one) => one.id === id);
        expect(total === undefined || total.end > start + width).toBe(true);
      }),
    );
  });
});

describe('twins of total rows', () => {
  const rows = linesOf(Array.from({ length: 40 }, (_, at) => `r${at}`), 26);
  const totals = rows.filter(({ id }) => id === 'r12' || id === 'r20');
  const height = 40 * 26;
  const twinsAt = (first: number, shown = 15): readonly string[] => rowTwins(totals, height, { start: first * 26, end: (first + shown) * 26 });

  it('hold what is above and below, in the order of the table', () => {
    expect(twinsAt(0)).toEqual(['r20']);
    expect(twinsAt(22)).toEqual(['r12', 'r20']);
    expect(twinsAt(8)).toEqual([]);
  });
  it('take the place of a total that another twin would cover', () => {
    expect(rowTwins(totals, height, { start: 13 * 26, end: 21 * 26 })).toEqual(['r12', 'r20']);
  });
  it('are none where all rows are in view, and no more than a quarter of it', () => {
    expect(twinsAt(0, 40)).toEqual([]);
    expect(twinsAt(25, 7)).toEqual(['r12']);
    expect(twinsAt(25, 3)).toEqual([]);
  });
});

describe('ids of twins', () => {
  it('lead to what they repeat', () => {
    expect(placeId(twinId('2025'))).toBe('2025');
    expect(placeId('2025')).toBe('2025');
    expect([isTwin('2025'), isTwin(twinId('2025'))]).toEqual([false, true]);
  });
});
