import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedFrom, type Direction, type Move } from '../../shared/grid/moves.ts';
import { addCell, extendSelection, extendTo, selectCell, selectedCount, selectLines, standingSelection, walkSelection, widenSelection } from '../../shared/grid/select.ts';
import type { GridSelection } from '../../shared/grid/selection.ts';
import { summarizeSelection } from '../../shared/tables/selectionSummary.ts';
import { latticeOf } from '../../shared/grid/lattice.ts';
import { at, drawLattice, drawTable, said } from './grids.ts';

const step = (to: Direction): Move => ({ by: 'step', to });
const edge = (to: Direction): Move => ({ by: 'edge', to });

describe('moves', () => {
  const grid = drawLattice(['- ', '1 2 . . 5 6', '1 . . . . .', '- ', '1 2 3 4 5 6', '. . . . . .', '1 1 1 1 1 1']);
  const to = (from: string, move: Move, page = 2): string => said(selectCell(movedFrom(grid, at(from), move, page) ?? at('r0c0'))).split(' ')[0] ?? '';

  it.each([
    ['r1c0', step('down'), 'r2c0'],
    ['r2c0', step('down'), 'r4c0'],
    ['r4c0', step('up'), 'r2c0'],
    ['r1c0', step('up'), 'r1c0'],
    ['r1c5', step('right'), 'r1c5'],
    ['r1c3', { by: 'rowStart' }, 'r1c0'],
    ['r1c3', { by: 'rowEnd' }, 'r1c5'],
    ['r4c3', { by: 'first' }, 'r1c0'],
    ['r4c3', { by: 'last' }, 'r6c5'],
    ['r1c3', { by: 'page', to: 'down' }, 'r4c3'],
    ['r4c3', { by: 'page', to: 'up' }, 'r1c3'],
  ] as const)('%s %o leads to %s', (from, move, target) => {
    expect(to(from, move)).toBe(target);
  });

  it.each([
    ['r1c0', 'right', 'r1c1', 'to the end of the block'],
    ['r1c1', 'right', 'r1c4', 'from its end to the next block'],
    ['r1c2', 'right', 'r1c4', 'from an empty cell to the next filled one'],
    ['r1c5', 'left', 'r1c4', 'back to the start of the block'],
    ['r2c1', 'right', 'r2c5', 'to the edge where nothing follows'],
    ['r1c0', 'down', 'r2c0', 'the head of a group ends a block'],
    ['r2c0', 'down', 'r4c0', 'and the next block begins below it'],
    ['r4c0', 'down', 'r6c0', 'over an empty row'],
    ['r6c0', 'up', 'r4c0', 'and up again'],
    ['r4c0', 'up', 'r2c0', 'over the head of a group'],
  ] satisfies [string, Direction, string, string][])('Ctrl with an arrow from %s %s leads to %s: %s', (from, direction, target, why) => {
    expect(to(from, edge(direction)), why).toBe(target);
  });
});

describe('selections', () => {
  const grid = drawLattice(['1 2 3 4', '1 2 3 4', '1 2 3 4', '1 2 3 4']);
  const one = selectCell(at('r1c1'));

  it('Shift moves the far corner and the active cell stays', () => {
    const right = extendSelection(grid, one, step('right'), 2);
    expect(said(right)).toBe('r1c1 [r1c1:r1c2]');
    expect(said(extendSelection(grid, right, step('down'), 2))).toBe('r1c1 [r1c1:r2c2]');
    expect(said(extendSelection(grid, right, edge('down'), 2))).toBe('r1c1 [r1c1:r3c2]');
    expect(said(extendSelection(grid, one, step('up'), 2))).toBe('r1c1 [r1c1:r0c1]');
    expect(said(extendSelection(grid, one, { by: 'last' }, 2))).toBe('r1c1 [r1c1:r3c3]');
    expect(said(extendTo(one, at('r3c0')))).toBe('r1c1 [r1c1:r3c0]');
  });

  it('whole rows and columns leave the active cell where it is, and grow as lines', () => {
    const row = widenSelection(grid, one, 'rows');
    expect(said(row)).toBe('r1c1 [r1c0:r1c3]');
    expect(said(extendSelection(grid, row, step('down'), 2))).toBe('r1c1 [r1c0:r2c3]');
    const column = widenSelection(grid, one, 'columns');
    expect(said(extendSelection(grid, column, step('right'), 2))).toBe('r1c1 [r0c1:r3c2]');
    expect(said(selectLines(grid, one, { rows: ['r2', 'r3'] }) ?? one)).toBe('r2c1 [r2c0:r3c3]');
    expect(said(selectLines(grid, one, { columns: ['c2', 'c2'] }, true) ?? one)).toBe('r1c2 [r1c1:r1c1][r0c2:r3c2]');
    expect(said(selectLines(grid, one, 'all') ?? one)).toBe('r1c1 [r0c0:r3c3]');
  });

  it('Ctrl adds ranges; what is gone from the table is gone from the selection', () => {
    const two = addCell(one, at('r3c3'));
    expect(said(two)).toBe('r3c3 [r1c1:r1c1][r3c3:r3c3]');
    expect(selectedCount(grid, two)).toBe(2);
    const smaller = drawLattice(['1 2 3 4', '1 2 3 4']);
    expect(standingSelection(smaller, two)).toBeNull();
    expect(said(standingSelection(smaller, { active: at('r1c1'), ranges: [...two.ranges].reverse() }) ?? one)).toBe('r1c1 [r1c1:r1c1]');
    expect(standingSelection(grid, two)).toBe(two);
  });

  it('Enter goes down the columns of a selection, Tab along its rows, through every range and round', () => {
    const block: GridSelection = { active: at('r0c0'), ranges: [{ from: at('r3c3'), to: at('r3c3') }, { from: at('r0c0'), to: at('r1c1') }] };
    const visit = (along: 'rows' | 'columns', back: boolean): string[] => {
      const seen: string[] = [];
      for (let selection = block, count = 0; count < 5; count += 1) {
        selection = walkSelection(grid, selection, along, back);
        seen.push(`${selection.active.rowId}${selection.active.columnId}`);
      }
      return seen;
    };
    expect(visit('columns', false)).toEqual(['r1c0', 'r0c1', 'r1c1', 'r3c3', 'r0c0']);
    expect(visit('rows', false)).toEqual(['r0c1', 'r1c0', 'r1c1', 'r3c3', 'r0c0']);
    expect(visit('rows', true)).toEqual(['r3c3', 'r1c1', 'r1c0', 'r0c1', 'r0c0']);
  });

  it('walking comes back to where it began, and Shift back undoes it, whatever is selected', () => {
    const cellArbitrary = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })).map(([row, column]) => at(`r${row}c${column}`));
    const selections = fc.array(fc.record({ from: cellArbitrary, to: cellArbitrary }), { minLength: 1, maxLength: 4 }).map((ranges): GridSelection => ({ active: ranges.at(-1)?.from ?? at('r0c0'), ranges }));
    fc.assert(
      fc.property(selections, fc.constantFrom('rows', 'columns'), (selection, along) => {
        const there = walkSelection(grid, selection, along, false);
        expect(walkSelection(grid, there, along, true)).toEqual(selection);
        let round = selection;
        for (let count = selectedCount(grid, selection); count > 0; count -= 1) round = walkSelection(grid, round, along, false);
        expect(round).toEqual(selection);
      }),
    );
  });
});

describe('numbers of a selection', () => {
  const table = drawTable(['1 2 .', '-', '10 20 30'], (row) => (row === 2 ? { unit: 'kt' } : {}));
  const over = (...ranges: [string, string][]): GridSelection => ({ active: at(ranges[0]?.[0] ?? ''), ranges: ranges.map(([from, to]) => ({ from: at(from), to: at(to) })) });

  it('leaves out missing numbers and has one unit', () => {
    expect(summarizeSelection(table, over(['r0c0', 'r0c2']))).toEqual({ count: 2, sum: 3, average: 1.5, min: 1, max: 2, unit: 't', mixedUnits: false, format: { decimals: 0 } });
  });
  it('says so when the units differ, and adds nothing up', () => {
    expect(summarizeSelection(table, over(['r0c0', 'r2c2']))).toMatchObject({ count: 5, sum: null, average: null, min: null, unit: null, mixedUnits: true });
  });
  it('counts a cell under two ranges once', () => {
    expect(summarizeSelection(table, over(['r0c0', 'r0c1'], ['r0c1', 'r0c1']))).toMatchObject({ count: 2, sum: 3 });
  });
  it('adds up every cell of a large grid', () => {
    const line = Array.from({ length: 120 }, (_, column) => String(column)).join(' ');
    const large = drawTable(Array.from({ length: 300 }, () => line));
    const all = selectLines(latticeOf(large), null, 'all');
    expect(all && summarizeSelection(large, all)).toMatchObject({ count: 36_000, min: 0, max: 119, sum: 300 * 7140 });
  });
});
