/** What differs between scenarios, vintages and workbooks, and what a scenario says otherwise than its parent. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asVintage, compareSubjects, type Comparison, type CompareSubject } from '../../shared/analysis/compare.ts';
import { ownDifferenceCount, scenarioDifferences } from '../../shared/analysis/differences.ts';
import { commands } from '../../shared/commands/registry.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Overlay, Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { computableWorkbooks, scenario } from '../support/computable.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { done, refusal } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = deepFreeze(shippedWorkbook());

function subject(id: string, workbook: Workbook = sample): CompareSubject {
  return { name: { en: id, zh: id }, workbook, scenario: id };
}

const lineOf = (comparison: Comparison, id: string) => comparison.lines.find((line) => line.id === id);
const inputs = (comparison: Comparison): readonly string[] => comparison.inputs.map(({ path, period }) => `${path}@${period}`);

describe('scenarios of one workbook', () => {
  const comparison = done(compareSubjects([subject('base'), subject('prolongedControl'), subject('humanoidUpside')]));
  it('differ line by line, each held against the first', () => {
    const balances = ['base', 'prolongedControl'].map((id) => done(computeBalance(sample, id)));
    const gap = lineOf(comparison, 'gap');
    balances[0]?.gap.values.forEach((value, at) => expectClose(gap?.sides[1]?.differences[at], (balances[1]?.gap.values[at] ?? 0) - (value ?? 0)));
    expect(gap?.sides[0]).toMatchObject({ total: 0, share: 0, size: 0, changed: 0 });
    const [first, other] = balances.map((balance) => balance.gap.values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
    expectClose(gap?.sides[1]?.share, ((other ?? 0) - (first ?? 0)) / Math.max(Math.abs(first ?? 0), Math.abs(other ?? 0)));
    expect(lineOf(comparison, 'sectors/wind')).toMatchObject({ size: 0, changed: 0 });
    expect(lineOf(comparison, 'sectors/humanoids')?.sides.map(({ changed }) => changed > 0)).toEqual([false, false, true]);
  });
  it('stand in order of size, flows first', () => {
    const sizes = comparison.lines.filter(({ id, unit }) => unit === 't' && id !== 'inventory').map(({ size }) => size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(comparison.lines.map(({ unit }) => unit)).toEqual([...sizes.map(() => 't'), 't', 'days', 'yuanPerKg']);
    expect(comparison.lines.slice(0, 2).map(({ id }) => id).sort()).not.toContain('sectors/wind');
  });
  it('differ in the inputs that one of them changed, with what each has', () => {
    expect(inputs(comparison)).toEqual([
      'events/exportControl2025/controlledMidpoint@all',
      'events/exportControl2025/uncontrolledMidpoint@all',
      'exports/diversionRate@all',
      'sectors/humanoids/intensity@2025',
      'sectors/humanoids/intensity@2026',
      'sectors/humanoids/volume@2025',
      'sectors/humanoids/volume@2026',
    ]);
    expect(comparison.inputs[0]?.cells.map((cell) => cell?.value)).toEqual([2.7, 5, 2.7]);
    expect(comparison.inputs[2]?.cells.map((cell) => cell?.value)).toEqual([0, 0.1, 0]);
    expect(comparison.inputs.at(-1)).toMatchObject({ shownIn: sample.sectors.humanoids?.kind === 'driver' ? sample.sectors.humanoids.volumeUnit : '' });
    expect(comparison.inputs.at(-1)?.cells[2]?.value).toBe(200000);
  });
  it('are the same within a tolerance, absolute or relative', () => {
    const pair = [subject('base'), subject('prolongedControl')];
    const changed = (absolute: number, relative: number): number => lineOf(done(compareSubjects(pair, { absolute, relative })), 'gap')?.changed ?? -1;
    const [all, some, none] = [changed(0, 1e-12), changed(300, 0), changed(1e9, 0)];
    expect(all).toBeGreaterThan(some);
    expect(some).toBeGreaterThan(none);
    expect(none).toBe(0);
    expect(changed(0, 3)).toBe(0);
  });
  it('need to be two, and to be there', () => {
    expect(refusal(compareSubjects([subject('base')]))).toBe('compare-too-few');
    expect(refusal(compareSubjects([subject('base'), subject('gone')]))).toBe('unknown-scenario');
  });
});

describe('vintages', () => {
  const seen = (id: string): Workbook => done(asVintage(sample, id));
  const comparison = done(compareSubjects([subject('base', seen('may-2025')), subject('base', seen('december-2025'))]));
  it('differ in what became known and in what was assumed', () => {
    expect(inputs(comparison)).toContain('sectors/nev/volumeMonthly@2025-09');
    expect(inputs(comparison)).toContain('events/generalLicences2025/active@all');
    expect(lineOf(comparison, 'gap')?.changed).toBeGreaterThan(6);
    expect(comparison.inputs.find(({ path, period }) => path === 'sectors/nev/volumeMonthly' && period === '2025-09')?.cells[0]).toBeNull();
  });
  it('that is not there is refused', () => expect(refusal(asVintage(sample, 'gone'))).toBe('unknown-vintage'));
});

describe('two workbooks', () => {
  const theirs = structuredClone(sample);
  it('that say the same do not differ', () => {
    const comparison = done(compareSubjects([subject('base'), subject('base', theirs)]));
    expect(comparison.inputs).toEqual([]);
    expect(comparison.lines.every(({ changed }) => changed === 0)).toBe(true);
  });
  it('differ in cells that can be adopted one by one, until they do not', () => {
    let changed = done(commands.setDriver.run(theirs, { scenario: 'base', sector: 'nev', year: 2026, member: 'volume', value: 21e6 }));
    changed = done(commands.setCell.run(changed, { scenario: 'base', path: 'exports/releaseRate', period: 'all', value: 0.08 }));
    const comparison = done(compareSubjects([subject('base'), subject('base', changed)]));
    expect(inputs(comparison)).toEqual(['exports/releaseRate@all', 'sectors/nev/volume@2026']);
    let mine: Workbook = sample;
    for (const { path, period, cells } of comparison.inputs) mine = done(commands.adoptCell.run(mine, { scenario: 'base', path, period, value: cells[1]?.value ?? Number.NaN }));
    const after = done(compareSubjects([subject('base', mine), subject('base', changed)]));
    expect(after.inputs).toEqual([]);
    expect(lineOf(after, 'gap')?.changed).toBe(0);
  });
  it('with other uses and another horizon share the months that both have', () => {
    const fewer = done(commands.removeSector.run(done(commands.setHorizon.run(theirs, { start: '2025-01', end: '2026-12' })), { sector: 'wind' }));
    const comparison = done(compareSubjects([subject('base'), subject('base', fewer)]));
    expect(comparison.months[0]).toBe('2025-01');
    expect(lineOf(comparison, 'sectors/wind')?.sides[1]?.differences.every((one) => one === null)).toBe(true);
    expect(lineOf(comparison, 'sectors/wind')?.changed).toBe(24);
  });
});

describe('the differences of a scenario', () => {
  it('say what the parent has and what the scenario has', () => {
    const list = done(scenarioDifferences(sample, 'prolongedControl'));
    expect(list).toHaveLength(ownDifferenceCount(sample, 'prolongedControl'));
    expect(list.map(({ key, cells }) => [key, cells])).toContainEqual(['exports/diversionRate@all', [{ period: 'all', from: 0, to: 0.1 }]]);
    expect(list.find(({ key }) => key === 'exports/diversionRate@all')).toMatchObject({ name: { en: 'Diversion rate' }, unit: 'ratio', shownIn: 'percent', owner: { kind: 'scenario', id: 'prolongedControl' } });
  });
  it('show a factor as the numbers it makes, and what follows from it in the lock', () => {
    const overlay: Overlay = { path: 'sectors/nev/volume', periods: ['2026'], op: 'mul', value: 1.1 };
    const next = done(commands.writeDifference.run(sample, { owner: { kind: 'scenario', id: 'fastLicences' }, overlay }));
    const [found] = done(scenarioDifferences(next, 'fastLicences')).filter(({ overlay: { path } }) => path === 'sectors/nev/volume');
    const before = done(computeBalance(sample, 'base')).sectors.nev?.years['2026']?.volume.value ?? Number.NaN;
    expectClose(found?.cells[0]?.from, before);
    expectClose(found?.cells[0]?.to, before * 1.1);
  });
  it('begin with those of its packages', () => {
    const packed = done(commands.addPackage.run(sample, { name: { en: 'Diversion', zh: '' }, from: { scenario: 'prolongedControl', keys: ['exports/diversionRate@all'] } }));
    const list = done(scenarioDifferences(packed, 'prolongedControl'));
    expect(list.map(({ owner }) => owner.kind)).toEqual(['package', 'scenario', 'scenario']);
    expect(list[0]?.cells).toEqual([{ period: 'all', from: 0, to: 0.1 }]);
    expect(ownDifferenceCount(packed, 'prolongedControl')).toBe(2);
  });
  it('of the root are none, of nobody a refusal', () => {
    expect(done(scenarioDifferences(sample, 'base'))).toEqual([]);
    expect(refusal(scenarioDifferences(sample, 'gone'))).toBe('unknown-scenario');
  });
});

const overlay: fc.Arbitrary<Overlay> = fc.record({
  path: fc.constantFrom('sectors/one/volume', 'sectors/one/intensity', 'supply/output', 'exports/growth'),
  periods: fc.constantFrom([], ['2024']),
  op: fc.constantFrom('set' as const, 'mul' as const),
  value: fc.double({ min: 0.3, max: 1.5, noNaN: true }),
});

test('a comparison the other way round is the same with the other sign', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(computableWorkbooks, fc.array(overlay, { maxLength: 4 }), (beginning, list) => {
      const workbook: Workbook = { ...beginning, scenarios: { ...beginning.scenarios, mine: scenario('other', Object.fromEntries(list.map((one, at) => [`d${at}`, one]))) } };
      const there = done(compareSubjects([subject('child', workbook), subject('mine', workbook)]));
      const back = done(compareSubjects([subject('mine', workbook), subject('child', workbook)]));
      expect(back.lines.map(({ id }) => id)).toEqual(there.lines.map(({ id }) => id));
      there.lines.forEach((line, at) => {
        const other = back.lines[at]?.sides[1];
        expect(other?.changed).toBe(line.sides[1]?.changed);
        line.sides[1]?.differences.forEach((value, month) => {
          const reverse = other?.differences[month] ?? null;
          expect(value === null ? reverse === null : reverse === -value || (reverse === 0 && value === 0)).toBe(true);
        });
        expect((line.sides[1]?.share ?? 0) + (other?.share ?? 0)).toBe(0);
        line.sides[1]?.relatives.forEach((value, month) => expect((value ?? 0) + (other?.relatives[month] ?? 0)).toBe(0));
      });
      expect(inputs(back)).toEqual(inputs(there));
      back.inputs.forEach(({ cells }, at) => expect([...cells].reverse()).toEqual(there.inputs[at]?.cells));
    }),
    { numRuns: 60 },
  );
});
