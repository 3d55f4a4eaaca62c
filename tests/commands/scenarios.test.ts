/** Scenarios and packages as things that are made, moved, locked and taken away; what is refused changes nothing. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { scenarioTree } from '../../shared/model/scenarioTree.ts';
import type { Overlay, ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { done, refusal } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = deepFreeze(shippedWorkbook());
const name = (en: string) => ({ en, zh: en });
const midpoint = { path: 'events/exportControl2025/controlledMidpoint', period: 'all' } as const;

function gap(workbook: Workbook, scenario: ScenarioId): Balance['gap']['values'] {
  return done(computeBalance(workbook, scenario)).gap.values;
}

function sentence<T>(result: Result<T>): string {
  return result.ok ? 'accepted' : problemText(result.problem).en;
}

const tree = (workbook: Workbook): readonly string[] => scenarioTree(workbook.scenarios).map(({ id, depth }) => `${'.'.repeat(depth)}${id}`);
const branched = done(commands.addScenario.run(sample, { name: name('Long control, quick thrift'), parent: 'prolongedControl' }));
const branch = 'longControlQuickThrift';

describe('a new scenario', () => {
  it('stands under the workbook itself or under the one it branches from, and equals it', () => {
    const plain = done(commands.addScenario.run(sample, { name: name('Mine') }));
    expect(plain.scenarios.mine?.parent).toBe('base');
    expect(gap(plain, 'mine')).toEqual(gap(sample, 'base'));
    expect(gap(branched, branch)).toEqual(gap(sample, 'prolongedControl'));
  });
  it('has a colour that no other has, while there is one', () => {
    expect(Object.values(sample.scenarios).map(({ color }) => color)).not.toContain(branched.scenarios[branch]?.color);
  });
  it('follows its parent in the list, and the orders are whole again', () => {
    expect(tree(branched)).toEqual(['base', '.fastLicences', '.prolongedControl', `..${branch}`, '.quotaLoosening', '.subsidyPullForward', '.deRareEarthWind', '.humanoidUpside']);
    expect(Object.values(branched.scenarios).map(({ order }) => order).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
  it('needs a name, a parent that is there and a colour of the palette', () => {
    expect(refusal(commands.addScenario.run(sample, { name: name(' ') }))).toBe('name-empty');
    expect(refusal(commands.addScenario.run(sample, { name: name('x'), parent: 'gone' }))).toBe('unknown-scenario');
    expect(refusal(commands.addScenario.run(sample, { name: name('x'), color: 8 }))).toBe('color-out-of-range');
  });
  it('is a copy with all its differences, beside the original; a copy of the root has none', () => {
    const copied = done(commands.duplicateScenario.run(sample, { scenario: 'prolongedControl' }));
    expect(copied.scenarios.prolongedControlCopy?.name.zh).toBe('管制延长（副本）');
    expect(copied.scenarios.prolongedControlCopy?.overlays).toBe(sample.scenarios.prolongedControl?.overlays);
    expect(gap(copied, 'prolongedControlCopy')).toEqual(gap(sample, 'prolongedControl'));
    expect(tree(copied).slice(2, 4)).toEqual(['.prolongedControl', '.prolongedControlCopy']);
    const root = done(commands.duplicateScenario.run(sample, { scenario: 'base' }));
    expect(root.scenarios.baseCopy).toMatchObject({ parent: 'base', overlays: {} });
  });
});

describe('what is said of a scenario', () => {
  it('is changed one by one, and the same again is no step', () => {
    const renamed = done(commands.renameScenario.run(sample, { scenario: 'fastLicences', name: { en: 'Quick licences', zh: '' } }));
    expect(renamed.scenarios.fastLicences?.name).toEqual({ en: 'Quick licences', zh: 'Quick licences' });
    const told = done(commands.describeScenario.run(renamed, { scenario: 'fastLicences', narrative: { en: ' why ', zh: '' } }));
    expect(told.scenarios.fastLicences?.narrative).toEqual({ en: 'why', zh: '' });
    const rated = done(commands.rateScenario.run(told, { scenario: 'fastLicences', probability: 0.2 }));
    expect(commands.rateScenario.label(told, { scenario: 'fastLicences', probability: 0.2 }).en).toBe('Probability of Quick licences: 20%');
    const painted = done(commands.colorScenario.run(rated, { scenario: 'fastLicences', color: 5 }));
    expect(painted.scenarios.fastLicences).toMatchObject({ probability: 0.2, color: 5 });
    expect(done(commands.rateScenario.run(rated, { scenario: 'fastLicences', probability: 0.2 }))).toBe(rated);
    expect(done(commands.rateScenario.run(rated, { scenario: 'fastLicences', probability: null })).scenarios.fastLicences).toEqual(told.scenarios.fastLicences);
  });
  it.each([Number.NaN, -0.1, 1.1])('a probability of %s is refused', (probability) => {
    expect(refusal(commands.rateScenario.run(sample, { scenario: 'fastLicences', probability }))).toBe('probability-out-of-range');
  });
});

describe('where a scenario stands', () => {
  it('moves among its siblings with what stands under it', () => {
    expect(tree(done(commands.moveScenario.run(branched, { scenario: 'prolongedControl', by: -1 }))).slice(1, 4)).toEqual(['.prolongedControl', `..${branch}`, '.fastLicences']);
    expect(tree(done(commands.moveScenario.run(branched, { scenario: 'prolongedControl', by: 9 }))).slice(-2)).toEqual(['.prolongedControl', `..${branch}`]);
    expect(done(commands.moveScenario.run(branched, { scenario: branch, by: 1 }))).toBe(branched);
  });
  it('goes under another parent with its own differences only', () => {
    const moved = done(commands.reparentScenario.run(branched, { scenario: branch, parent: 'fastLicences' }));
    expect(gap(moved, branch)).toEqual(gap(sample, 'fastLicences'));
    expect(tree(moved).slice(1, 3)).toEqual(['.fastLicences', `..${branch}`]);
  });
  it('never goes under itself, and the root under nothing', () => {
    const circle = commands.reparentScenario.run(branched, { scenario: 'prolongedControl', parent: branch });
    expect(sentence(circle)).toBe('"Long control, quick thrift" stands under "Prolonged control" and cannot be its parent. Choose another parent.');
    expect(refusal(commands.reparentScenario.run(branched, { scenario: branch, parent: branch }))).toBe('scenario-own-ancestor');
    expect(refusal(commands.reparentScenario.run(branched, { scenario: 'base', parent: branch }))).toBe('scenario-root');
  });
});

describe('removing a scenario', () => {
  it('names those under it and waits to be told what becomes of them', () => {
    expect(sentence(commands.removeScenario.run(branched, { scenario: 'prolongedControl' }))).toContain('has scenarios under it: Long control, quick thrift.');
    const all = done(commands.removeScenario.run(branched, { scenario: 'prolongedControl', children: 'remove' }));
    expect(Object.keys(all.scenarios)).toHaveLength(6);
    const kept = done(commands.removeScenario.run(branched, { scenario: 'prolongedControl', children: 'keep' }));
    expect(kept.scenarios[branch]?.parent).toBe('base');
    expect(gap(kept, branch)).toEqual(gap(sample, 'base'));
  });
  it('leaves the root', () => {
    expect(refusal(commands.removeScenario.run(branched, { scenario: 'base', children: 'remove' }))).toBe('scenario-root');
  });
});

describe('a locked scenario', () => {
  const locked = deepFreeze(done(commands.lockScenario.run(branched, { scenario: 'prolongedControl', locked: true })));
  const owner = { kind: 'scenario', id: 'prolongedControl' } as const;
  const overlay: Overlay = { path: 'exports/diversionRate', periods: [], op: 'set', value: 0.3 };
  it.each<[string, () => Result<Workbook>]>([
    ['setCell', () => commands.setCell.run(locked, { scenario: 'prolongedControl', ...midpoint, value: 6 })],
    ['clearCell', () => commands.clearCell.run(locked, { scenario: 'prolongedControl', ...midpoint })],
    ['setDriver', () => commands.setDriver.run(locked, { scenario: 'prolongedControl', sector: 'nev', year: 2026, member: 'volume', value: 2e7 })],
    ['adoptCell', () => commands.adoptCell.run(locked, { scenario: 'prolongedControl', ...midpoint, value: 6 })],
    ['renameScenario', () => commands.renameScenario.run(locked, { scenario: 'prolongedControl', name: name('other') })],
    ['describeScenario', () => commands.describeScenario.run(locked, { scenario: 'prolongedControl', narrative: name('other') })],
    ['colorScenario', () => commands.colorScenario.run(locked, { scenario: 'prolongedControl', color: 7 })],
    ['rateScenario', () => commands.rateScenario.run(locked, { scenario: 'prolongedControl', probability: 1 })],
    ['reparentScenario', () => commands.reparentScenario.run(locked, { scenario: 'prolongedControl', parent: 'fastLicences' })],
    ['removeScenario', () => commands.removeScenario.run(locked, { scenario: 'prolongedControl', children: 'keep' })],
    ['revertDifferences', () => commands.revertDifferences.run(locked, { owner, keys: null })],
    ['writeDifference', () => commands.writeDifference.run(locked, { owner, key: 'exports/diversionRate@all', overlay })],
    ['noteDifference', () => commands.noteDifference.run(locked, { owner, key: 'exports/diversionRate@all', note: name('other') })],
    ['removeEvent', () => commands.removeEvent.run(locked, { event: 'exportControl2025' })],
  ])('is refused to %s in one sentence', (_command, run) => {
    expect(sentence(run())).toBe('The scenario "Prolonged control" is locked. Unlock it before you change it.');
  });
  it('may be branched, copied unlocked, moved in the list and unlocked; its neighbours are free', () => {
    const copy = done(commands.duplicateScenario.run(locked, { scenario: 'prolongedControl' }));
    expect(copy.scenarios.prolongedControlCopy?.locked).toBeUndefined();
    expect(refusal(commands.moveScenario.run(locked, { scenario: 'prolongedControl', by: -1 }))).toBe('accepted');
    expect(refusal(commands.setCell.run(locked, { scenario: branch, ...midpoint, value: 6 }))).toBe('accepted');
    expect(done(commands.lockScenario.run(locked, { scenario: 'prolongedControl', locked: false })).scenarios).toEqual(branched.scenarios);
  });
  it('as the root keeps the numbers of the workbook; the title is another matter', () => {
    const root = done(commands.lockScenario.run(sample, { scenario: 'base', locked: true }));
    expect(refusal(commands.setDriver.run(root, { scenario: 'base', sector: 'nev', year: 2025, member: 'intensity', value: 4 }))).toBe('scenario-locked');
    expect(refusal(commands.removeEvent.run(root, { event: 'quota2024a' }))).toBe('scenario-locked');
    expect(refusal(commands.renameWorkbook.run(root, { title: name('other') }))).toBe('accepted');
  });
});

describe('differences', () => {
  const owner = { kind: 'scenario', id: 'prolongedControl' } as const;
  it('are reverted one, some or all', () => {
    const one = done(commands.revertDifferences.run(sample, { owner, keys: ['exports/diversionRate@all'] }));
    expect(Object.keys(one.scenarios.prolongedControl?.overlays ?? {})).toHaveLength(2);
    expect(gap(done(commands.revertDifferences.run(sample, { owner, keys: null })), 'prolongedControl')).toEqual(gap(sample, 'base'));
    expect(refusal(commands.revertDifferences.run(sample, { owner, keys: ['gone'] }))).toBe('unknown-difference');
    expect(done(commands.revertDifferences.run(sample, { owner: { kind: 'scenario', id: 'fastLicences' }, keys: [] }))).toBe(sample);
  });
  it('carry a note and a source that the workbook lists', () => {
    const key = 'exports/diversionRate@all';
    const source = Object.keys(sample.sources)[0] ?? '';
    const noted = done(commands.noteDifference.run(sample, { owner, key, note: name('why'), source }));
    expect(noted.scenarios.prolongedControl?.overlays[key]).toMatchObject({ note: name('why'), source, value: 0.1 });
    expect(refusal(commands.noteDifference.run(sample, { owner, key, source: 'gone' }))).toBe('unknown-source');
    expect(done(commands.noteDifference.run(noted, { owner, key, note: null, source: null })).scenarios.prolongedControl?.overlays[key]).toEqual({ path: 'exports/diversionRate', periods: ['all'], op: 'set', value: 0.1 });
  });
  it('that would set one cell twice are refused, naming both', () => {
    const overlay: Overlay = { path: 'exports/diversionRate', periods: [], op: 'set', value: 0.3 };
    const twice = commands.writeDifference.run(sample, { owner, overlay });
    expect(sentence(twice)).toContain('both set Diversion rate');
    expect(sentence(twice)).toContain('exports/diversionRate@all');
    const scaled = done(commands.writeDifference.run(sample, { owner, overlay: { ...overlay, op: 'mul', value: 2 } }));
    expect(Object.keys(scaled.scenarios.prolongedControl?.overlays ?? {})).toHaveLength(4);
  });
  it.each<[Partial<Overlay>, string]>([
    [{ path: 'exports/gone' }, 'unknown-path'],
    [{ periods: ['2025'] }, 'period-not-allowed'],
    [{ value: null }, 'number-empty'],
    [{ value: 2 }, 'value-above-one'],
    [{ value: -1 }, 'value-negative'],
    [{ value: Number.POSITIVE_INFINITY }, 'value-not-finite'],
    [{ source: 'gone' }, 'unknown-source'],
  ])('%o is refused: %s', (change, code) => {
    const overlay: Overlay = { path: 'exports/releaseRate', periods: [], op: 'set', value: 0.3, ...change };
    expect(refusal(commands.writeDifference.run(sample, { owner, overlay }))).toBe(code);
  });
  it('of the root there are none', () => {
    expect(refusal(commands.revertDifferences.run(sample, { owner: { kind: 'scenario', id: 'base' }, keys: null }))).toBe('scenario-root');
  });
  it('switch an event off and on in one scenario, as any other number', () => {
    const active = { path: 'events/exportControl2025/active', period: 'all' } as const;
    const off = done(commands.setCell.run(sample, { scenario: 'fastLicences', ...active, value: 0 }));
    expect(done(computeBalance(off, 'fastLicences')).exportsDetail.approval.values.every((share) => share === 1)).toBe(true);
    expect(gap(off, 'base')).toEqual(gap(sample, 'base'));
    expect(gap(done(commands.clearCell.run(off, { scenario: 'fastLicences', ...active })), 'fastLicences')).toEqual(gap(sample, 'fastLicences'));
    const on = done(commands.setCell.run(sample, { scenario: 'fastLicences', path: 'events/exportControl2025Oct/active', period: 'all', value: 1 }));
    expect(gap(on, 'fastLicences')).not.toEqual(gap(sample, 'fastLicences'));
  });
  it('adopted from elsewhere keep where they come from; in the root the number is written itself', () => {
    const source = Object.keys(sample.sources)[0] ?? '';
    const adopted = done(commands.adoptCell.run(sample, { scenario: 'fastLicences', path: 'sectors/nev/volume', period: '2026', value: 21e6, source, note: name('theirs') }));
    expect(adopted.scenarios.fastLicences?.overlays['sectors/nev/volume@2026']).toMatchObject({ op: 'set', value: 21e6, source, note: name('theirs') });
    const root = done(commands.adoptCell.run(sample, { scenario: 'base', path: 'exports/releaseRate', period: 'all', value: 0.2, source, note: name('theirs') }));
    expect(root.series['exports/releaseRate']?.cells.all).toMatchObject({ value: 0.2, source, note: name('theirs') });
    expect(done(commands.adoptCell.run(sample, { scenario: 'base', path: 'exports/releaseRate', period: 'all', value: 0.2, source: 'gone' })).series['exports/releaseRate']?.cells.all?.source).toBeUndefined();
  });
});

describe('packages', () => {
  const keys = ['exports/diversionRate@all'];
  const packed = deepFreeze(done(commands.addPackage.run(sample, { name: name('Diversion'), from: { scenario: 'prolongedControl', keys } })));
  it('take differences over without a change to the scenario, and other scenarios mix them in', () => {
    expect(packed.packages?.diversion?.overlays).toEqual({ [keys[0] ?? '']: sample.scenarios.prolongedControl?.overlays[keys[0] ?? ''] });
    expect(packed.scenarios.prolongedControl?.packages).toEqual(['diversion']);
    expect(gap(packed, 'prolongedControl')).toEqual(gap(sample, 'prolongedControl'));
    const mixed = done(commands.mixPackages.run(packed, { scenario: 'fastLicences', packages: ['diversion'] }));
    expect(gap(mixed, 'fastLicences')).toEqual(gap(done(commands.setCell.run(sample, { scenario: 'fastLicences', path: 'exports/diversionRate', period: 'all', value: 0.1 })), 'fastLicences'));
  });
  it('stand under the own differences of a scenario, which win', () => {
    const own = done(commands.setCell.run(packed, { scenario: 'prolongedControl', path: 'exports/diversionRate', period: 'all', value: 0.5 }));
    const plain = done(commands.setCell.run(sample, { scenario: 'prolongedControl', path: 'exports/diversionRate', period: 'all', value: 0.5 }));
    expect(gap(own, 'prolongedControl')).toEqual(gap(plain, 'prolongedControl'));
  });
  const owner = { kind: 'package', id: 'rival' } as const;
  const overlay: Overlay = { path: 'exports/diversionRate', periods: ['all'], op: 'set', value: 0.4 };
  const rival = done(commands.writeDifference.run(done(commands.addPackage.run(packed, { name: name('Rival') })), { owner, overlay }));
  it('that set the same cell are not mixed into one scenario', () => {
    const both = commands.mixPackages.run(rival, { scenario: 'fastLicences', packages: ['diversion', 'rival'] });
    expect(sentence(both)).toContain('"Diversion" and "Rival" both set');
    const scaled = done(commands.writeDifference.run(packed, { owner: { kind: 'package', id: 'diversion' }, overlay: { ...overlay, path: 'exports/releaseRate' } }));
    expect(refusal(commands.mixPackages.run(scaled, { scenario: 'fastLicences', packages: ['diversion', 'diversion'] }))).toBe('accepted');
  });
  it('in a file are a finding that names both, for the later one counts', () => {
    const fast = rival.scenarios.fastLicences;
    if (!fast) throw new Error('scenario');
    const typed: Workbook = { ...rival, scenarios: { ...rival.scenarios, fastLicences: { ...fast, packages: ['diversion', 'rival'] } } };
    const balance = done(computeBalance(typed, 'fastLicences'));
    expect(balance.findings).toContainEqual({
      code: 'overlays-compete',
      severity: 'warning',
      place: 'exports/diversionRate@all',
      values: { path: 'exports/diversionRate', period: 'all', first: 'Diversion', firstZh: 'Diversion', second: 'Rival', secondZh: 'Rival' },
    });
    expect(done(computeBalance(typed, 'base')).findings.some(({ code }) => code === 'overlays-compete')).toBe(false);
  });
  it('are kept by the file, and wrong ones are refused with their place', () => {
    expect(parseWorkbook(serializeWorkbook(rival))).toEqual({ ok: true, value: rival });
    const fast = rival.scenarios.fastLicences;
    const base = rival.scenarios.base;
    if (!fast || !base) throw new Error('scenario');
    const fault = (scenarios: Workbook['scenarios']): unknown => {
      const parsed = parseWorkbook(serializeWorkbook({ ...rival, scenarios: { ...rival.scenarios, ...scenarios } }));
      return parsed.ok ? null : [parsed.problem.values?.['fault'], parsed.problem.place];
    };
    expect(fault({ fastLicences: { ...fast, packages: ['gone'] } })).toEqual(['unknown-package', 'workbook.scenarios.fastLicences.packages[0]']);
    expect(fault({ base: { ...base, packages: ['rival'] } })).toEqual(['root-packages', 'workbook.scenarios.base.packages']);
  });
  it('of a locked scenario stay as they are', () => {
    const locked = done(commands.lockScenario.run(packed, { scenario: 'prolongedControl', locked: true }));
    expect(refusal(commands.revertDifferences.run(locked, { owner: { kind: 'package', id: 'diversion' }, keys: null }))).toBe('scenario-locked');
    expect(refusal(commands.removePackage.run(locked, { package: 'diversion' }))).toBe('scenario-locked');
    expect(refusal(commands.renamePackage.run(locked, { package: 'diversion', name: name('Other') }))).toBe('accepted');
  });
  it('leave the file as it was when the last one goes', () => {
    const without = done(commands.removePackage.run(packed, { package: 'diversion' }));
    expect(without.packages).toBeUndefined();
    expect(without.scenarios.prolongedControl?.packages).toBeUndefined();
  });
  it('are not for the root', () => {
    expect(refusal(commands.mixPackages.run(packed, { scenario: 'base', packages: ['diversion'] }))).toBe('scenario-root');
  });
});
