/** Laws of the paginator: nothing lost, nothing twice, nothing cut, no empty sheet, room for the notes of what stands there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate, type Flow, type Room } from '../../shared/report/paginate.ts';

const unit = (height: number, notes: readonly string[] = [], staysWithNext = false) => ({ height, notes, staysWithNext });
const room: Room = { height: 100, notesHead: 5, noteHeights: { a: 10, b: 10 } };

const flows: fc.Arbitrary<readonly Flow[]> = fc.array(
  fc.record({
    head: fc.constantFrom(0, 12),
    units: fc.array(fc.record({ height: fc.integer({ min: 1, max: 60 }), notes: fc.subarray(['a', 'b']), staysWithNext: fc.boolean() }), { minLength: 1, maxLength: 12 }),
  }),
  { maxLength: 6 },
);

function heightOf(list: readonly Flow[], sheet: ReturnType<typeof paginate>[number]): number {
  const notes = new Set<string>();
  let height = 0;
  for (const { block, from, to } of sheet) {
    height += list[block]?.head ?? 0;
    for (const one of list[block]?.units.slice(from, to) ?? []) {
      height += one.height;
      for (const note of one.notes) notes.add(note);
    }
  }
  return height + (notes.size === 0 ? 0 : room.notesHead) + [...notes].reduce((sum, note) => sum + (room.noteHeights[note] ?? 0), 0);
}

test('every unit stands once and in its order, and no sheet is empty or over-full but for one unit that is too tall', () => {
  fc.assert(
    fc.property(flows, (list) => {
      const sheets = paginate(list, room);
      const seen = sheets.flatMap((sheet) => sheet.flatMap(({ block, from, to }) => Array.from({ length: to - from }, (_, at) => `${block}/${from + at}`)));
      expect(seen).toEqual(list.flatMap(({ units }, block) => units.map((_, at) => `${block}/${at}`)));
      for (const sheet of sheets) {
        expect(sheet.length).toBeGreaterThan(0);
        const units = sheet.reduce((sum, { from, to }) => sum + to - from, 0);
        if (units > 1) expect(heightOf(list, sheet)).toBeLessThanOrEqual(room.height);
      }
    }),
  );
});

test('a table does not end with a single row on a sheet of its own', () => {
  const rows = Array.from({ length: 10 }, () => unit(10));
  expect(paginate([{ head: 10, units: rows }], room).map((sheet) => sheet.map(({ from, to }) => [from, to]))).toEqual([[[0, 8]], [[8, 10]]]);
});

test('a heading goes with what it is over, and a table begins with two rows at least', () => {
  const heading: Flow = { head: 0, units: [unit(10, [], true)] };
  const table: Flow = { head: 10, units: [unit(10), unit(10), unit(10)] };
  expect(paginate([{ head: 0, units: [unit(65)] }, heading, table], room)).toEqual([
    [{ block: 0, from: 0, to: 1 }],
    [
      { block: 1, from: 0, to: 1 },
      { block: 2, from: 0, to: 3 },
    ],
  ]);
});

test('a note takes its room on the sheet that needs it', () => {
  const rows = Array.from({ length: 10 }, (_, at) => unit(10, at === 8 ? ['a'] : []));
  expect(paginate([{ head: 0, units: rows }], room).map((sheet) => sheet.map(({ from, to }) => [from, to]))).toEqual([[[0, 8]], [[8, 10]]]);
});
