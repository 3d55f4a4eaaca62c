import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { commentAfter } from '../../shared/commands/setComment.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { inputsOf } from '../../shared/model/inputs.ts';
import { chainOfScenario } from '../../shared/model/resolve.ts';
import type { Overlay, Workbook } from '../../shared/model/workbook.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { done, refusal } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = deepFreeze(shippedWorkbook());
const source = Object.keys(sample.sources)[0] ?? '';
const volume = { path: 'sectors/nev/volume', period: '2026' };
const output = { path: 'supply/output', period: '2026' };
const nothing = { path: 'supply/multiplier', period: '2026-05' };

function withOverlay(overlay: Overlay): Workbook {
  const { fastLicences } = sample.scenarios;
  if (!fastLicences) throw new Error('fastLicences');
  return deepFreeze({ ...sample, scenarios: { ...sample.scenarios, fastLicences: { ...fastLicences, overlays: { held: overlay } } } });
}

function seen(workbook: Workbook, scenario: string, { path, period }: { path: string; period: string }) {
  return inputsOf(workbook, done(chainOfScenario(workbook, scenario))).cell(path, period);
}

describe('what a number is', () => {
  const april = { path: 'sectors/elevators/volumeMonthly', period: '2025-04' };
  const typed = done(commands.setCell.run(sample, { scenario: 'base', ...april, value: 1238 }));

  it('is said with its source: a published figure and the day on which it became known, which a scenario no longer replaces', () => {
    expect(typed.series[april.path]?.cells[april.period]).toMatchObject({ state: 'estimate', grade: 'C' });
    const after = done(commands.setSource.run(typed, { scenario: 'base', cells: [april], source, state: 'actual', known: sample.asOf, grade: 'A' }));
    expect(after.series[april.path]?.cells[april.period]).toEqual({ value: 1238, state: 'actual', known: sample.asOf, grade: 'A', source });
    expect(refusal(commands.setCell.run(after, { scenario: 'fastLicences', ...april, value: 900 }))).toBe('cell-actual-locked');
    const earlier = { ...after, asOf: '2025-05-01' as typeof sample.asOf };
    expect(seen(earlier, 'base', april)).toBeNull();
    expect(done(parseWorkbook(serializeWorkbook(after)))).toEqual(after);
  });
  it('stays as it is where nothing is said of it, and the day can be taken away', () => {
    const known = done(commands.setSource.run(typed, { scenario: 'base', cells: [april], source: null, known: '2025-05-20' }));
    expect(done(commands.setSource.run(known, { scenario: 'base', cells: [april], source })).series[april.path]?.cells[april.period]).toMatchObject({ state: 'estimate', known: '2025-05-20' });
    expect(done(commands.setSource.run(known, { scenario: 'base', cells: [april], source: null, known: null })).series[april.path]?.cells[april.period]).not.toHaveProperty('known');
  });
  it('is refused for a day after the view, for no day, and for an assumption of a scenario', () => {
    const args = { scenario: 'base', cells: [april], source: null } as const;
    expect(refusal(commands.setSource.run(typed, { ...args, known: '2026-01-01' }))).toBe('known-after-as-of');
    expect(refusal(commands.setSource.run(typed, { ...args, known: 'May' }))).toBe('date-invalid');
    expect(refusal(commands.setSource.run(typed, { ...args, scenario: 'fastLicences', state: 'actual' }))).toBe('state-of-difference');
  });
  it('of a figure that is hidden at the as-of date is left alone', () => {
    const june = { path: 'sectors/nev/volumeMonthly', period: '2025-06' };
    const hidden = sample.series[june.path]?.cells[june.period];
    expect(hidden?.known).toBe('2025-07-10');
    const after = done(commands.setSource.run(typed, { scenario: 'base', cells: [april, june], source: null, state: 'forecast', known: null }));
    expect(after.series[june.path]?.cells[june.period]).toMatchObject({ state: 'actual', known: '2025-07-10' });
  });
});

describe('the source of many cells', () => {
  it('is set with locator and grade in one step, and no number moves', () => {
    const after = done(commands.setSource.run(sample, { scenario: 'base', cells: [volume, output, nothing], source, locator: ' table 3 ', grade: 'A' }));
    for (const { path, period } of [volume, output]) {
      expect(after.series[path]?.cells[period]).toMatchObject({ source, locator: 'table 3', grade: 'A', value: sample.series[path]?.cells[period]?.value, state: sample.series[path]?.cells[period]?.state });
    }
    expect(after.series[nothing.path]).toBe(sample.series[nothing.path]);
    expect(done(computeBalance(after, 'base')).gap.values).toEqual(done(computeBalance(sample, 'base')).gap.values);
  });
  it('is taken away with its locator; the note stays', () => {
    const sourced = done(commands.setSource.run(sample, { scenario: 'base', cells: [volume], source, locator: 'p. 1' }));
    const noted = done(commands.setComment.run(sourced, { scenario: 'base', ...volume, language: 'en', text: 'Why' }));
    const bare = done(commands.setSource.run(noted, { scenario: 'base', cells: [volume], source: null })).series[volume.path]?.cells[volume.period];
    expect(bare).not.toHaveProperty('source');
    expect(bare).not.toHaveProperty('locator');
    expect(bare?.note?.en).toBe('Why');
  });
  it('belongs to the differences of a scenario, a wider one is divided, and the file opens again', () => {
    const wide = withOverlay({ path: volume.path, periods: ['2025', '2026'], op: 'set', value: 2e7 });
    const after = done(commands.setSource.run(wide, { scenario: 'fastLicences', cells: [volume], source, locator: 'fig. 2', grade: 'B' }));
    expect(seen(after, 'fastLicences', volume)).toMatchObject({ value: 2e7, source, locator: 'fig. 2', grade: 'B' });
    expect(seen(after, 'fastLicences', { ...volume, period: '2025' })).toMatchObject({ value: 2e7 });
    expect(seen(after, 'fastLicences', { ...volume, period: '2025' })).not.toHaveProperty('source');
    expect(after.series).toBe(wide.series);
    expect(done(parseWorkbook(serializeWorkbook(after)))).toEqual(after);
  });
  it('stands for a whole factor, which is not divided', () => {
    const factor = withOverlay({ path: volume.path, periods: [], op: 'mul', value: 1.1 });
    const after = done(commands.setSource.run(factor, { scenario: 'fastLicences', cells: [volume], source }));
    expect(after.scenarios.fastLicences?.overlays).toEqual({ held: { path: volume.path, periods: [], op: 'mul', value: 1.1, source } });
  });
  it('is refused where there is no such source, no such scenario, or nothing to stand for', () => {
    expect(refusal(commands.setSource.run(sample, { scenario: 'base', cells: [volume], source: 'nobody' }))).toBe('unknown-source');
    expect(refusal(commands.setSource.run(sample, { scenario: 'nobody', cells: [volume], source }))).toBe('unknown-scenario');
    expect(refusal(commands.setSource.run(sample, { scenario: 'base', cells: [nothing], source }))).toBe('nothing-to-source');
    expect(refusal(commands.setSource.run(sample, { scenario: 'fastLicences', cells: [output], source }))).toBe('nothing-to-source');
  });
  it('is no step where it stands already', () => {
    const once = done(commands.setSource.run(sample, { scenario: 'base', cells: [volume], source, locator: 'p. 1' }));
    expect(done(commands.setSource.run(once, { scenario: 'base', cells: [volume], source, locator: 'p. 1' }))).toBe(once);
  });
});

describe('a comment', () => {
  it.each([
    [undefined, 'en', ' Why ', { en: 'Why', zh: 'Why' }],
    [{ en: 'Why', zh: 'Why' }, 'zh', '为何', { en: '为何', zh: '为何' }],
    [{ en: 'Why', zh: '为何' }, 'en', 'How', { en: 'How', zh: '为何' }],
    [{ en: 'Why', zh: '为何' }, 'zh', '', { en: 'Why', zh: '' }],
    [{ en: 'Why', zh: '' }, 'en', '', null],
    [{ en: 'Why', zh: 'Why' }, 'zh', '', null],
  ] as const)('%j, typed in %s: %j', (before, language, text, after) => {
    expect(commentAfter(before, language, text)).toEqual(after);
  });
  it('stays with the number in Base, and with the difference in a scenario', () => {
    const base = done(commands.setComment.run(sample, { scenario: 'base', ...volume, language: 'zh', text: '口径调整' }));
    expect(base.series[volume.path]?.cells[volume.period]?.note?.zh).toBe('口径调整');
    const own = withOverlay({ path: volume.path, periods: ['2026'], op: 'set', value: 2e7 });
    const child = done(commands.setComment.run(own, { scenario: 'fastLicences', ...volume, language: 'en', text: 'Faster' }));
    expect(seen(child, 'fastLicences', volume)?.note).toEqual({ en: 'Faster', zh: 'Faster' });
    expect(child.series).toBe(own.series);
    expect(refusal(commands.setComment.run(sample, { scenario: 'fastLicences', ...volume, language: 'en', text: 'x' }))).toBe('nothing-to-comment');
    expect(refusal(commands.setComment.run(sample, { scenario: 'base', ...nothing, language: 'en', text: 'x' }))).toBe('nothing-to-comment');
  });
});
