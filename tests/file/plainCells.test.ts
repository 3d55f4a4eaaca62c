import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainCell } from '../../shared/file/plainCells.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { workbookSchema } from '../../shared/file/workbookSchema.ts';
import { shippedText, shippedWorkbook } from '../support/shippedWorkbook.ts';

const odd = fc.oneof(fc.constantFrom<unknown>(null, 0, -1.5, 'actual', 'A', '', '2025-02-28', '2025-02-30', true, [], {}, { en: 'a', zh: '' }, { en: 'a' }, { en: 'a', zh: 'b', fr: 'c' }), fc.string());
const mostly = (sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof({ arbitrary: sound, weight: 6 }, { arbitrary: odd, weight: 1 });
const cells = fc.record(
  {
    value: mostly(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))),
    state: mostly(fc.constantFrom('actual', 'estimate', 'forecast')),
    source: mostly(fc.string()),
    locator: mostly(fc.string()),
    known: mostly(fc.constantFrom('2025-01-31', '2024-02-29')),
    grade: mostly(fc.constantFrom('A', 'B', 'C')),
    note: mostly(fc.record({ en: fc.string(), zh: fc.string() })),
  },
  { requiredKeys: [] },
);
const strange = fc.tuple(cells, fc.boolean()).map(([cell, more]) => (more ? cell : { ...cell, surprise: 1 }));

test('what the quick check takes the schema takes, and it takes every cell of the shipped workbook', () => {
  const workbook = shippedWorkbook();
  let taken = 0;
  fc.assert(
    fc.property(strange, (cell) => {
      if (!isPlainCell(cell)) return;
      taken += 1;
      const series = { kind: 'scalar', unit: 't', cells: { all: cell } };
      const shape = workbookSchema.safeParse({ ...workbook, series: { 'supply/output': series } });
      expect(shape.success && shape.data.series['supply/output']?.cells).toEqual({ all: cell });
    }),
    { numRuns: 400 },
  );
  expect(taken).toBeGreaterThan(10);
  expect(Object.values(workbook.series).flatMap((series) => Object.values(series.cells)).every(isPlainCell)).toBe(true);
});

test('a cell that the quick check leaves is refused with its place', () => {
  const broken = shippedText.replace(/"state": "forecast"/, '"state": "guess"');
  const parsed = parseWorkbook(broken);
  expect(parsed).toMatchObject({ ok: false, problem: { code: 'file-invalid', values: { fault: 'not-one-of' } } });
  expect(!parsed.ok && parsed.problem.place).toMatch(/^workbook\..*\.state$/);
});
