import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { recordStep, redoStep, startHistory, undoStep } from '../../shared/history.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { expectClose } from '../support/close.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = deepFreeze(shippedWorkbook());

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function refusal<T>(result: Result<T>): string {
  return result.ok ? 'accepted' : result.problem.code;
}

function balanceOf(workbook: Workbook, scenario = 'base'): Balance {
  return done(computeBalance(workbook, scenario));
}

const nev = (workbook: Workbook, scenario = 'base', year = '2025') => {
  const found = balanceOf(workbook, scenario).sectors.nev?.years[year];
  if (!found) throw new Error('nev');
  return found;
};

const drive = (workbook: Workbook, member: 'volume' | 'intensity' | 'demand', value: number, scenario = 'base', year = 2025) =>
  commands.setDriver.run(workbook, { scenario, sector: 'nev', year, member, value });

describe('three-way lock in the root scenario', () => {
  it('reads 75,000 t from volume and intensity, and 4.19 kg', () => {
    expectClose(nev(sample).demand.value, 75_000);
    expectClose(nev(sample).intensity.value, (75_000 * 1000) / 17_890_000);
    expect(nev(sample).yields).toBe('demand');
  });
  it('moves demand and the gap when intensity is typed', () => {
    const after = done(drive(sample, 'intensity', 3.9));
    expectClose(nev(after).demand.value, (17_890_000 * 3.9) / 1000);
    const before = balanceOf(sample).gap.values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
    const moved = balanceOf(after).gap.values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
    expectClose(moved - before, 75_000 - (17_890_000 * 3.9) / 1000, 1e-6);
  });
  it('accepts typing into the yielding member: volume stays, intensity yields', () => {
    const after = done(drive(sample, 'demand', 80_000));
    expectClose(nev(after).demand.value, 80_000);
    expectClose(nev(after).volume.value, 17_890_000);
    expectClose(nev(after).intensity.value, (80_000 * 1000) / 17_890_000);
    expect(nev(after).yields).toBe('intensity');
    const back = done(drive(after, 'intensity', 4));
    expect(nev(back).yields).toBe('demand');
    expectClose(nev(back).demand.value, (17_890_000 * 4) / 1000);
  });
  it('lets intensity of an actual year yield to a typed number', () => {
    const after = done(drive(sample, 'intensity', 4, 'base', 2024));
    expect(nev(after, 'base', '2024').yields).toBe('demand');
    expectClose(nev(after, 'base', '2024').demand.value, (12_888_000 * 4) / 1000);
  });
  it('drops the source of a number that was typed over', () => {
    const after = done(drive(sample, 'volume', 17_000_000));
    expect(sample.series['sectors/nev/volume']?.cells['2025']?.source).toBeDefined();
    expect(after.series['sectors/nev/volume']?.cells['2025']?.source).toBeUndefined();
  });
});

describe('in a scenario', () => {
  it('keeps the number as a difference and leaves its siblings and parent alone', () => {
    const after = done(drive(sample, 'intensity', 3.9, 'fastLicences'));
    expectClose(nev(after, 'fastLicences').intensity.value, 3.9);
    expect(balanceOf(after, 'base').gap).toEqual(balanceOf(sample, 'base').gap);
    expect(balanceOf(after, 'prolongedControl').gap).toEqual(balanceOf(sample, 'prolongedControl').gap);
  });
  it('lets a typed demand apply last and re-solves the intensity; clearing returns to the parent', () => {
    const after = done(drive(sample, 'demand', 70_000, 'fastLicences'));
    expectClose(nev(after, 'fastLicences').demand.value, 70_000);
    expectClose(nev(after, 'fastLicences').intensity.value, (70_000 * 1000) / 17_890_000);
    const cleared = done(commands.clearCell.run(after, { scenario: 'fastLicences', path: 'sectors/nev/demand', period: '2025' }));
    expect(balanceOf(cleared, 'fastLicences').gap.values).toEqual(balanceOf(sample, 'fastLicences').gap.values);
  });
  it('refuses to override an actual', () => {
    expect(refusal(drive(sample, 'volume', 13_000_000, 'fastLicences', 2024))).toBe('cell-actual-locked');
    const actual = { scenario: 'fastLicences', path: 'exports/monthly', period: '2025-04', value: 3000 };
    expect(refusal(commands.setCell.run(sample, actual))).toBe('cell-actual-locked');
  });
  it('shows the number typed, whatever else the scenario did to the cell', () => {
    const scenario = sample.scenarios.fastLicences;
    if (!scenario) throw new Error('fastLicences');
    const mul = { path: 'supply/output', periods: [], op: 'mul', value: 1.1 } as const;
    const workbook: Workbook = { ...sample, scenarios: { ...sample.scenarios, fastLicences: { ...scenario, overlays: { ...scenario.overlays, more: mul } } } };
    const after = done(commands.setCell.run(workbook, { scenario: 'fastLicences', path: 'supply/output', period: '2025', value: 250_000 }));
    const supply = balanceOf(after, 'fastLicences').supply.values;
    const year = (from: number): number => supply.slice(from, from + 12).reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
    expectClose(year(12), 250_000);
    expectClose(year(24), (sample.series['supply/output']?.cells['2026']?.value ?? 0) * 1.1);
  });
});

describe('months', () => {
  it('pins a typed month, keeps the annual total, and follows again when cleared', () => {
    const pinned = done(commands.setCell.run(sample, { scenario: 'base', path: 'sectors/nev/volumeMonthly', period: '2026-06', value: 1_500_000 }));
    const volume = balanceOf(pinned).sectors.nev?.volume?.values ?? [];
    expectClose(volume[29], 1_500_000);
    expectClose(volume.slice(24, 36).reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0), 19_300_000);
    const cleared = done(commands.clearCell.run(pinned, { scenario: 'base', path: 'sectors/nev/volumeMonthly', period: '2026-06' }));
    expect(balanceOf(cleared).gap.values).toEqual(balanceOf(sample).gap.values);
  });
  it('turns a year to date above the annual figure into a finding and missing months, never negative ones', () => {
    const after = done(commands.setCell.run(sample, { scenario: 'base', path: 'sectors/nev/volumeMonthly', period: '2026-06', value: 20_000_000 }));
    const balance = balanceOf(after);
    expect(balance.findings.map((finding) => finding.code)).toContain('year-to-date-above-annual');
    expect(balance.sectors.nev?.volume?.values[32]).toBeNull();
    expect(balance.gap.values[32]).toBeNull();
    expect(balance.gap.values[0]).not.toBeNull();
  });
  it('makes what depends on a missing input missing, and names it', () => {
    const after = done(commands.clearCell.run(sample, { scenario: 'base', path: 'supply/output', period: '2026' }));
    const balance = balanceOf(after);
    expect(balance.gap.values.slice(24)).toEqual(Array.from({ length: 12 }, () => null));
    expect(balance.gap.values.slice(0, 24)).toEqual(balanceOf(sample).gap.values.slice(0, 24));
    expect(balance.findings.find((finding) => finding.code === 'input-missing')?.place).toBe('supply/output@2026');
  });
});

describe('refusals leave nothing changed', () => {
  const cases: readonly (readonly [string, Result<Workbook>, string])[] = [
    ['a path that does not exist', commands.setCell.run(sample, { scenario: 'base', path: 'nowhere', period: '2025', value: 1 }), 'unknown-path'],
    ['a scenario that does not exist', commands.setCell.run(sample, { scenario: 'nobody', path: 'supply/output', period: '2025', value: 1 }), 'unknown-scenario'],
    ['a period of the wrong kind', commands.setCell.run(sample, { scenario: 'base', path: 'supply/output', period: '2025-01', value: 1 }), 'period-not-allowed'],
    ['a number that is none', commands.setCell.run(sample, { scenario: 'base', path: 'supply/output', period: '2025', value: Number.NaN }), 'value-not-finite'],
    ['a negative tonnage', commands.setCell.run(sample, { scenario: 'base', path: 'supply/output', period: '2025', value: -1 }), 'value-negative'],
    ['a share above one', commands.setCell.run(sample, { scenario: 'base', path: 'exports/controlledShare', period: 'all', value: 1.2 }), 'value-above-one'],
    ['a sector without drivers', commands.setDriver.run(sample, { scenario: 'base', sector: 'otherDomestic', year: 2025, member: 'demand', value: 1 }), 'unknown-path'],
    ['clearing what is not there', commands.clearCell.run(sample, { scenario: 'base', path: 'supply/outputMonthly', period: '2025-01' }), 'nothing-to-clear'],
    ['an empty title', commands.renameWorkbook.run(sample, { title: { en: ' ', zh: '磁材' } }), 'title-empty'],
  ];
  it.each(cases)('%s', (_name, result, code) => {
    expect(refusal(result)).toBe(code);
  });
});

describe('laws', () => {
  const balances = Object.keys(sample.scenarios).map((id) => [id, balanceOf(sample, id)] as const);
  it.each(balances)('%s: opening + supply + imports + unmet = use + exports + closing + overflow, every month', (_id, balance) => {
    const at = (line: { values: readonly (number | null)[] }, month: number): number => line.values[month] ?? Number.NaN;
    for (let month = 1; month < balance.months.length; month += 1) {
      const sources = at(balance.inventory, month - 1) + at(balance.supply, month) + at(balance.imports, month) + at(balance.unmet, month);
      const uses = at(balance.demandTotal, month) + at(balance.exports, month) + at(balance.inventory, month) + at(balance.overflow, month);
      expectClose(sources, uses);
    }
  });
  it.each(balances)('%s: base exports + opening backlog = ship + release + lost + closing backlog', (_id, balance) => {
    const { base, ship, release, lost, backlog } = balance.exportsDetail;
    const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
    expectClose(sum(base.values), sum(ship.values) + sum(release.values) + sum(lost.values) + (backlog.values.at(-1) ?? Number.NaN));
  });
  it('makes the gap of the base year zero as a whole', () => {
    const year = balanceOf(sample).gap.values.slice(0, 12).reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
    expect(Math.abs(year)).toBeLessThan(1e-6);
  });
  it('gives a child without differences its parent’s balance', () => {
    const scenario = sample.scenarios.fastLicences;
    if (!scenario) throw new Error('fastLicences');
    const twin: Workbook = { ...sample, scenarios: { ...sample.scenarios, twin: { ...scenario, overlays: {}, parent: 'fastLicences' } } };
    expect(balanceOf(twin, 'twin').gap).toEqual(balanceOf(sample, 'fastLicences').gap);
  });
  it('undo returns the identical object, redo the identical next one', () => {
    const next = done(drive(sample, 'intensity', 3.9));
    const history = recordStep(startHistory(sample), next, { en: 'x', zh: 'x' });
    expect(undoStep(history).present).toBe(sample);
    expect(redoStep(undoStep(history)).present).toBe(next);
    expect(recordStep(history, next, { en: 'x', zh: 'x' })).toBe(history);
  });
  it('scaling every mass by ten scales the gap by ten and leaves cover alone', () => {
    const masses = new Set(['t', 'tPerMonth', 'kgPerVehicle', 'kgPerUnit', 'kgPerMW']);
    const series = Object.fromEntries(
      Object.entries(sample.series).map(([path, one]) => [
        path,
        masses.has(one.unit)
          ? { ...one, cells: Object.fromEntries(Object.entries(one.cells).map(([key, cell]) => [key, { ...cell, value: cell.value === null ? null : cell.value * 10 }])) }
          : one,
      ]),
    );
    // Without the vintage, whose assumptions are masses too.
    const small = balanceOf({ ...sample, vintage: null });
    const large = balanceOf({ ...sample, vintage: null, series });
    small.gap.values.forEach((value, at) => expectClose(large.gap.values[at], (value ?? Number.NaN) * 10, 1e-7));
    small.coverDays.values.forEach((value, at) => expectClose(large.coverDays.values[at], value ?? Number.NaN, 1e-7));
  });
});

describe('the file', () => {
  it('round-trips after an edit', () => {
    const after = done(drive(sample, 'intensity', 3.9));
    expect(done(parseWorkbook(serializeWorkbook(after)))).toEqual(after);
  });
  it('changes no line but those of the number and its source', () => {
    const before = serializeWorkbook(sample).split('\n');
    const after = serializeWorkbook(done(commands.setCell.run(sample, { scenario: 'base', path: 'supply/output', period: '2026', value: 280_000 }))).split('\n');
    expect(before.filter((line) => !after.includes(line)).length).toBeLessThan(8);
  });
});
