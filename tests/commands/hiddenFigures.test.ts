/** A figure that became known after the as-of date: not known at that day, and not lost either. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { computeBalance, rootScenarioId } from '../../shared/model/computeBalance.ts';
import type { IsoDate } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { buildMonthlyTable } from '../../shared/tables/monthlyTable.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

/** Vehicles of June 2025 are an actual of 10 July; the view is that of 29 May. */
const sample = deepFreeze({ ...shippedWorkbook(), asOf: '2025-05-29' as IsoDate });
const june = { path: 'sectors/nev/volumeMonthly', period: '2025-06' } as const;

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function refusal<T>(result: Result<T>): string {
  return result.ok ? 'accepted' : result.problem.code;
}

const volumeIn = (workbook: Workbook, scenario: string): number | null => {
  const balance = done(computeBalance(workbook, scenario));
  return balance.sectors.nev?.volume?.values[balance.months.findIndex((month) => month === june.period)] ?? null;
};

describe('a scenario', () => {
  const typed = done(commands.setCell.run(sample, { ...june, scenario: 'fastLicences', value: 1_500_000 }));
  it('may assume a month that nobody knew yet', () => {
    expect(sample.series[june.path]?.cells[june.period]).toMatchObject({ state: 'actual', known: '2025-07-10' });
    expect(volumeIn(typed, 'fastLicences')).toBe(1_500_000);
    expect(typed.series[june.path]).toBe(sample.series[june.path]);
  });
  it('shows it as its own and takes it back', () => {
    const cell = buildMonthlyTable(typed, 'fastLicences', done(computeBalance(typed, 'fastLicences'))).rows.find(({ id }) => id === june.path)?.cells[june.period];
    expect(cell).toMatchObject({ origin: 'own', edit: { kind: 'input' } });
    expect(done(commands.clearCell.run(typed, { ...june, scenario: 'fastLicences' })).scenarios.fastLicences).toEqual(sample.scenarios.fastLicences);
  });
  it('yields to the figure once it is known', () => {
    expect(volumeIn({ ...typed, asOf: '2025-07-10' as IsoDate }, 'fastLicences')).toBe(1_268_000);
  });
  it('still may not replace what was known', () => {
    expect(refusal(commands.setCell.run(sample, { ...june, period: '2025-04', scenario: 'fastLicences', value: 1 }))).toBe('cell-actual-locked');
    expect(refusal(commands.setCell.run({ ...sample, asOf: '2025-07-10' as IsoDate }, { ...june, scenario: 'fastLicences', value: 1 }))).toBe('cell-actual-locked');
  });
  it('may assume a year, too', () => {
    const volume = sample.series['sectors/nev/volume'];
    if (!volume) throw new Error('volume');
    const cells = { ...volume.cells, 2024: { value: 12_888_000, state: 'actual' as const, known: '2025-12-01' as IsoDate } };
    const hidden = { ...sample, claims: {}, series: { ...sample.series, 'sectors/nev/volume': { ...volume, cells } } };
    const args = { sector: 'nev', year: 2024, member: 'volume' as const, value: 13_000_000 };
    expect(refusal(commands.setDriver.run(hidden, { ...args, scenario: 'fastLicences' }))).toBe('accepted');
    expect(refusal(commands.setDriver.run(hidden, { ...args, scenario: 'base' }))).toBe('cell-not-yet-known');
    expect(refusal(commands.setDriver.run(sample, { ...args, scenario: 'fastLicences' }))).toBe('cell-actual-locked');
  });
});

describe('the root, whose numbers are the workbook’s own', () => {
  const root = rootScenarioId(sample) ?? '';
  it('keeps the figure: neither typing nor clearing loses what is only hidden', () => {
    expect(refusal(commands.setCell.run(sample, { ...june, scenario: root, value: 1_500_000 }))).toBe('cell-not-yet-known');
    expect(refusal(commands.clearCell.run(sample, { ...june, scenario: root }))).toBe('cell-not-yet-known');
  });
  it('keeps it in a paste of many cells', () => {
    const changes = [{ ...june, period: '2026-03', value: 1 }, { ...june, value: 2 }];
    expect(refusal(commands.setCells.run(sample, { scenario: root, changes, act: 'paste' }))).toBe('cell-not-yet-known');
    expect(refusal(commands.setCells.run(sample, { scenario: 'fastLicences', changes, act: 'paste' }))).toBe('accepted');
  });
  it('changes it on a day on which it is known, and any cell that nothing stands in', () => {
    expect(refusal(commands.setCell.run({ ...sample, asOf: '2025-07-10' as IsoDate }, { ...june, scenario: root, value: 1_500_000 }))).toBe('accepted');
    expect(refusal(commands.setCell.run(sample, { ...june, period: '2026-03', scenario: root, value: 1_500_000 }))).toBe('accepted');
  });
});
