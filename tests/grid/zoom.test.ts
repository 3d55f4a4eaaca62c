import { describe, expect, it } from 'vitest';
import { fitColumns } from '../../renderer/grid/fitColumns.ts';
import { gridZooms, nextZoom, sizesAt } from '../../shared/grid/zoom.ts';
import type { TableColumn } from '../../shared/tables/table.ts';

const column = (id: string, width: number): TableColumn => ({ id, title: { en: id, zh: id }, kind: 'period', width });

describe('the size of a grid', () => {
  it('goes up and down by steps and stays at the ends', () => {
    expect(nextZoom(100, 1)).toBe(110);
    expect(nextZoom(100, -1)).toBe(90);
    expect(nextZoom(200, 1)).toBe(200);
    expect(nextZoom(75, -1)).toBe(75);
  });

  it('has rows of whole pixels that hold their text', () => {
    for (const zoom of gridZooms) {
      const { row, font, head } = sizesAt(zoom);
      expect(Number.isInteger(row) && Number.isInteger(head)).toBe(true);
      expect(row).toBeGreaterThan(font * 1.5);
    }
    expect(sizesAt(100)).toEqual({ scale: 1, font: 13, row: 26, head: 28 });
  });

  it('makes columns as much wider: those of the user, those of the table, and those stretched over a wide pane', () => {
    const columns = [column('a', 100), column('b', 100)];
    expect(fitColumns(columns, { a: 60 }, 100, 1.5).map(({ newWidth }) => newWidth)).toEqual([90, 150]);
    expect(fitColumns(columns, {}, 312, 1).map(({ newWidth }) => newWidth)).toEqual([150, 150]);
    // The pane holds less of a larger grid, so there is less to stretch over.
    expect(fitColumns(columns, {}, 312, 1.25).map(({ newWidth }) => newWidth)).toEqual([150, 150]);
    expect(fitColumns(columns, {}, 312, 2).map(({ newWidth }) => newWidth)).toEqual([200, 200]);
  });
});
