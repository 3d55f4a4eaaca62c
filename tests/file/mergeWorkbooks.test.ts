import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allFindings } from '../../shared/claims/checks.ts';
import { commands } from '../../shared/commands/registry.ts';
import { mergeWorkbooks } from '../../shared/file/mergeWorkbooks.ts';
import { conflictText } from '../../shared/messages/merge.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Cell, Workbook } from '../../shared/model/workbook.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { workbooks } from '../support/workbooks.ts';

const base = shippedWorkbook();

function withCell(workbook: Workbook, path: string, period: string, cell: Cell | null): Workbook {
  const series = workbook.series[path];
  if (!series) throw new Error(`No series ${path}.`);
  const { [period]: _gone, ...others } = series.cells;
  return { ...workbook, series: { ...workbook.series, [path]: { ...series, cells: cell === null ? others : { ...others, [period]: cell } } } };
}

const volume = 'sectors/nev/volume';
const known = 'sectors/nev/volumeMonthly';
const typed = (value: number, extra: Partial<Cell> = {}): Cell => ({ value, state: 'forecast', ...extra });

test('nobody changed anything, or one side did, or both did the same: no conflict and nothing added', () => {
  fc.assert(
    fc.property(workbooks, workbooks, (one, other) => {
      expect(mergeWorkbooks(one, one, one)).toEqual({ ok: true, value: { workbook: one, conflicts: [] } });
      expect(mergeWorkbooks(one, other, one)).toEqual({ ok: true, value: { workbook: other, conflicts: [] } });
      expect(mergeWorkbooks(one, one, other)).toEqual({ ok: true, value: { workbook: other, conflicts: [] } });
      expect(mergeWorkbooks(one, other, other)).toEqual({ ok: true, value: { workbook: other, conflicts: [] } });
    }),
    { numRuns: 30 },
  );
});

test('changes to different cells, new cells side by side, a new scenario and a new title come together, whoever is "ours"', () => {
  const ours = withCell(withCell(base, volume, '2026', typed(19_000_000)), known, '2025-05', typed(2_000, { source: 'SEED' }));
  const root = Object.values(base.scenarios).find((scenario) => scenario.parent === null);
  if (!root) throw new Error('No root.');
  const theirs: Workbook = {
    ...withCell(base, 'sectors/wind/volume', '2026', typed(100)),
    title: { en: 'Theirs', zh: base.title.zh },
    scenarios: { ...base.scenarios, mine: { ...root, parent: 'base', overlays: {}, order: 99 } },
  };
  const merged = done(mergeWorkbooks(base, ours, theirs));
  expect(merged.conflicts).toEqual([]);
  expect(merged.workbook.series[volume]?.cells['2026']).toEqual(typed(19_000_000));
  expect(merged.workbook.series[known]?.cells['2025-05']).toEqual(typed(2_000, { source: 'SEED' }));
  expect(merged.workbook.series['sectors/wind/volume']?.cells['2026']).toEqual(typed(100));
  expect(merged.workbook.title.en).toBe('Theirs');
  expect(Object.keys(merged.workbook.scenarios)).toContain('mine');
  expect(done(mergeWorkbooks(base, theirs, ours)).workbook).toEqual(merged.workbook);
});

test('a cell that both changed keeps our figure, and both stand as rival claims that the findings name', () => {
  const [source = '', other = ''] = Object.keys(base.sources);
  const ours = withCell(base, volume, '2026', typed(19_000_000, { source, locator: 'table 2' }));
  const theirs = withCell(base, volume, '2026', typed(21_000_000, { source: other }));
  const { workbook, conflicts } = done(mergeWorkbooks(base, ours, theirs));
  expect(conflicts).toHaveLength(1);
  expect(conflicts[0]?.cell).toEqual({ path: volume, period: '2026' });
  const [sentence] = conflicts.map((conflict) => conflictText(workbook, conflict));
  expect(sentence?.en).toBe(`NEV production, 2026: ours 19000000 (source ${source}), theirs 21000000 (source ${other})`);
  expect(workbook.series[volume]?.cells['2026']?.value).toBe(19_000_000);
  const added = Object.entries(workbook.claims).filter(([id]) => !Object.hasOwn(base.claims, id)).map(([, claim]) => claim);
  expect(added.map(({ value, source: from, path, period }) => ({ value, from, path, period }))).toEqual([
    { value: 19_000_000, from: source, path: volume, period: '2026' },
    { value: 21_000_000, from: other, path: volume, period: '2026' },
  ]);
  const balance = done(computeBalance(workbook, 'base'));
  expect(allFindings(workbook, balance).some((finding) => finding.code === 'claims-disagree' && finding.place === `${volume}@2026`)).toBe(true);
});

test('a figure is never given the source of the other side', () => {
  const [source = ''] = Object.keys(base.sources);
  const ours = withCell(base, volume, '2026', typed(19_000_000));
  const theirs = withCell(base, volume, '2026', { ...typed(base.series[volume]?.cells['2026']?.value ?? 0), source, grade: 'A' });
  const { workbook, conflicts } = done(mergeWorkbooks(base, ours, theirs));
  expect(conflicts).toHaveLength(1);
  expect(workbook.series[volume]?.cells['2026']).toEqual(typed(19_000_000));
  // Figures without a source stand under one that says so.
  expect(workbook.sources['merge-ours']?.title).toMatch(/without a source/);
});

test('a note beside an unchanged figure joins a figure changed on the other side', () => {
  const before = base.series[volume]?.cells['2026'];
  if (!before) throw new Error('No cell.');
  const note = { en: 'Ask again in May', zh: '五月再问' };
  const ours = withCell(base, volume, '2026', { ...before, value: 19_000_000 });
  const theirs = withCell(base, volume, '2026', { ...before, note });
  const { workbook, conflicts } = done(mergeWorkbooks(base, ours, theirs));
  expect(conflicts).toEqual([]);
  expect(workbook.series[volume]?.cells['2026']).toEqual({ ...before, value: 19_000_000, note });
});

test('what one side removed and the other changed is kept and named', () => {
  const ours = withCell(base, volume, '2026', null);
  const theirs = withCell(base, volume, '2026', typed(21_000_000));
  const { workbook, conflicts } = done(mergeWorkbooks(base, ours, theirs));
  expect(workbook.series[volume]?.cells['2026']).toEqual(typed(21_000_000));
  expect(conflicts.map((conflict) => conflictText(workbook, conflict))[0]?.en).toContain('ours removed, theirs 21000000');
});

test('sides that together contradict each other are refused with the place, and nothing is thrown', () => {
  const source = 'spare';
  const spare: Workbook = { ...base, sources: { ...base.sources, [source]: { title: 'Spare', publisher: 'P', url: '', date: base.asOf, reliability: '' } } };
  const used = withCell(spare, volume, '2026', typed(21_000_000, { source }));
  const merged = mergeWorkbooks(spare, base, used);
  expect(merged).toMatchObject({ ok: false, problem: { code: 'file-inconsistent' } });
  expect(!merged.ok && merged.problem.place).toContain(`${volume}`);
});

test('every change that a command makes survives a merge with any other change made elsewhere', () => {
  const years = ['2025', '2026'];
  const paths = ['sectors/nev/intensity', 'sectors/wind/volume', 'sectors/elevators/volume', 'supply/output'].filter((path) => base.series[path]);
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.constantFrom(...paths), fc.constantFrom(...years), fc.double({ min: 1, max: 1e6, noNaN: true }), (a, b, period, value) => {
      fc.pre(a !== b);
      const edit = (workbook: Workbook, path: string): Workbook => done(commands.setCell.run(workbook, { scenario: 'base', path, period, value }));
      expect(done(mergeWorkbooks(base, edit(base, a), edit(base, b))).workbook).toEqual(edit(edit(base, a), b));
    }),
    { numRuns: 20 },
  );
});
