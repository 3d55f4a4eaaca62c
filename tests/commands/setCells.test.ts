import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { lockMember } from '../../shared/commands/lockMember.ts';
import type { CellChange } from '../../shared/commands/setCells.ts';
import { inputsOf } from '../../shared/model/inputs.ts';
import { chainOfScenario } from '../../shared/model/resolve.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { allPaths, periodsOf } from '../../shared/model/paths.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { done, refusal } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = deepFreeze(shippedWorkbook());
const paste = (workbook: Workbook, scenario: string, changes: readonly CellChange[]) => commands.setCells.run(workbook, { scenario, changes, act: 'paste' });

/** One cell by the command that typing into it runs. */
function typeOne(workbook: Workbook, scenario: string, { value, ...address }: CellChange): Workbook {
  if (value === null) {
    const cleared = commands.clearCell.run(workbook, { scenario, ...address });
    return cleared.ok ? cleared.value : workbook;
  }
  const lock = lockMember(workbook, address);
  return done(lock ? commands.setDriver.run(workbook, { scenario, sector: lock.id, year: lock.year, member: lock.member, value }) : commands.setCell.run(workbook, { scenario, ...address, value }));
}

const addresses = allPaths(sample).flatMap(([path, spec]) => (spec.maximum === undefined ? periodsOf(spec.kind, sample.horizon).map((period) => ({ path, period })) : []));
/** No step names a cell twice. */
const changes = fc
  .uniqueArray(fc.record({ address: fc.constantFrom(...addresses), value: fc.option(fc.integer({ min: 1, max: 9 })) }), { minLength: 1, maxLength: 20, selector: ({ address }) => `${address.path}@${address.period}` })
  .map((list) => list.map(({ address, value }): CellChange => ({ ...address, value })));

describe('many cells in one step', () => {
  it.each(['base', 'fastLicences'])('means what typing them one after the other means (%s)', (scenario) => {
    fc.assert(
      fc.property(changes, (list) => {
        // The root keeps what the as-of date hides, a scenario what is published; each refuses the whole step.
        const taken = list.filter(({ path, period }) => {
          const cell = sample.series[path]?.cells[period];
          return scenario === 'base' ? cell?.known === undefined || cell.known <= sample.asOf : cell?.state !== 'actual';
        });
        const all = paste(sample, scenario, taken);
        if (!all.ok) {
          fc.pre(!['cell-actual-locked', 'lock-zero-volume', 'cell-not-yet-known'].includes(all.problem.code));
          expect(all.problem.code).toBe('nothing-to-clear');
          expect(taken.every(({ value }) => value === null)).toBe(true);
          return;
        }
        expect(all.value).toEqual(taken.reduce((workbook, change) => typeOne(workbook, scenario, change), sample));
      }),
      { numRuns: 60 },
    );
  }, 30_000);
  it('changes nothing when one of them is refused, and names its place', () => {
    const problem = paste(sample, 'fastLicences', [
      { path: 'exports/monthly', period: '2026-03', value: 1 },
      { path: 'exports/monthly', period: '2025-04', value: 2 },
    ]);
    expect(problem).toEqual({ ok: false, problem: { code: 'cell-actual-locked', place: 'exports/monthly@2025-04' } });
    expect(refusal(paste(sample, 'base', [{ path: 'supply/output', period: '2026', value: -1 }]))).toBe('value-negative');
    expect(refusal(paste(sample, 'base', [{ path: 'supply/output', period: '1999', value: 1 }]))).toBe('period-not-allowed');
    expect(refusal(paste(sample, 'base', [{ path: 'nothing', period: 'all', value: 1 }]))).toBe('unknown-path');
    expect(refusal(paste(sample, 'nobody', []))).toBe('unknown-scenario');
  });
  it('refuses to clear where there is nothing, and clears the rest where there is something', () => {
    const empty: CellChange = { path: 'supply/multiplier', period: '2026-05', value: null };
    expect(refusal(paste(sample, 'base', [empty]))).toBe('nothing-to-clear');
    const cleared = done(paste(sample, 'base', [empty, { path: 'supply/output', period: '2026', value: null }]));
    expect(cleared.series['supply/output']?.cells['2026']?.value).toBeNull();
  });
  it('keeps a typed intensity though an ancestor typed the demand', () => {
    const above = done(paste(sample, 'fastLicences', [{ path: 'sectors/nev/demand', period: '2026', value: 90_000 }]));
    const parent = above.scenarios.fastLicences;
    if (!parent) throw new Error('fastLicences');
    const child: Workbook = { ...above, scenarios: { ...above.scenarios, child: { ...parent, parent: 'fastLicences', overlays: {} } } };
    const after = done(paste(child, 'child', [{ path: 'sectors/nev/intensity', period: '2026', value: 5 }]));
    expect(done(computeBalance(after, 'child')).sectors.nev?.years['2026']?.intensity.value).toBeCloseTo(5, 9);
    expect(after).toEqual(typeOne(child, 'child', { path: 'sectors/nev/intensity', period: '2026', value: 5 }));
  });
  it('states no demand for an intensity that gives way to the released year, typed alone or with others', () => {
    const released = done(paste(sample, 'fastLicences', [{ path: 'sectors/humanoids/demandCumulative', period: '2025-12', value: 1 }]));
    const intensity: CellChange = { path: 'sectors/humanoids/intensity', period: '2025', value: 1 };
    const alone = typeOne(released, 'fastLicences', intensity);
    expect(alone).toEqual(done(paste(released, 'fastLicences', [intensity])));
    expect(Object.keys(alone.scenarios.fastLicences?.overlays ?? {})).not.toContain('sectors/humanoids/demand@2025');
  });
  it('asks the scenario whether there is a volume for a demand, typed alone or with others', () => {
    const at = (member: string, value: number): CellChange => ({ path: `sectors/humanoids/${member}`, period: '2024', value });
    // The workbook has none for that year, the scenario has one.
    const seen = typeOne(sample, 'fastLicences', at('volume', 1));
    expect(typeOne(seen, 'fastLicences', at('demand', 1))).toEqual(done(paste(seen, 'fastLicences', [at('demand', 1)])));
    expect(refusal(paste(sample, 'fastLicences', [at('demand', 1)]))).toBe('lock-zero-volume');
    // The workbook has one, the scenario none.
    const gone = typeOne(sample, 'fastLicences', { path: 'sectors/humanoids/volume', period: '2026', value: 0 });
    const demand = { path: 'sectors/humanoids/demand', period: '2026', value: 1 };
    expect(refusal(commands.setDriver.run(gone, { scenario: 'fastLicences', sector: 'humanoids', year: 2026, member: 'demand', value: 1 }))).toBe('lock-zero-volume');
    expect(refusal(paste(gone, 'fastLicences', [demand]))).toBe('lock-zero-volume');
    // Given back to the parent in the same step, it has one again.
    const back = done(paste(gone, 'fastLicences', [{ ...demand, path: 'sectors/humanoids/volume', value: null }, demand]));
    expect(back.scenarios.fastLicences?.overlays).toHaveProperty('sectors/humanoids/demand@2026');
  });
  it('takes volume and demand of a sector in one paste, in any order', () => {
    const list: CellChange[] = [
      { path: 'sectors/nev/demand', period: '2026', value: 80_000 },
      { path: 'sectors/nev/volume', period: '2026', value: 2e7 },
    ];
    for (const scenario of ['base', 'fastLicences']) {
      for (const order of [list, [...list].reverse()]) {
        const year = done(computeBalance(done(paste(sample, scenario, order)), scenario)).sectors.nev?.years['2026'];
        expect([year?.volume.value, year?.demand.value, year?.intensity.value].map((value) => Math.round((value ?? 0) * 1e6) / 1e6)).toEqual([2e7, 80_000, 4]);
      }
    }
  });
  it('is the same workbook where nothing is new, and names what it did', () => {
    const same = sample.series['supply/output']?.cells['2026']?.value ?? null;
    const list: CellChange[] = [{ path: 'supply/output', period: '2026', value: same }];
    expect(done(paste(sample, 'base', list))).toBe(sample);
    const label = (many: readonly CellChange[], act: 'paste' | 'clear' = 'paste') => commands.setCells.label(sample, { scenario: 'base', changes: many, act });
    const nev = ['2025', '2026'].flatMap((period) => ['volume', 'intensity'].map((name) => ({ path: `sectors/nev/${name}`, period, value: 1 })));
    expect(label(nev)).toEqual({ en: 'Paste 4 cells into NEV', zh: `向${sample.sectors.nev?.name.zh ?? ''}粘贴 4 个单元格` });
    expect(label([...nev, ...list], 'clear').en).toBe('Clear 5 cells of 3 rows');
  });
  it.each(['base', 'fastLicences'])('writes 10,000 cells as one step, the last number of a cell standing (%s)', (scenario) => {
    const months = periodsOf('monthly', sample.horizon).filter((month) => month > '2025-12');
    const open = allPaths(sample).filter(([, spec]) => spec.kind === 'monthly').flatMap(([path]) => months.map((period) => ({ path, period })));
    const list = Array.from({ length: 10_000 }, (_, at): CellChange => ({ path: '', period: '', ...open[at % open.length], value: at / 10_000 }));
    const written = done(paste(sample, scenario, list));
    const last = list.at(-1);
    const chain = done(chainOfScenario(written, scenario));
    expect(inputsOf(written, chain).cell(last?.path ?? '', last?.period ?? '')?.value).toBe(0.9999);
  });
});
