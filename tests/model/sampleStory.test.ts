/** The shipped workbook tells the article's market, as it was seen on 29 May 2025, and what became of it by 15 December. */
import { describe, expect, it } from 'vitest';
import { computeBalance, yearTotal } from '../../shared/model/computeBalance.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import { calendarKeys } from '../../shared/model/period.ts';
import { residualOfOutput } from '../../shared/model/sectorDemand.ts';
import { subsidyPath } from '../../shared/model/subsidy.ts';
import { stackYears, type Technology } from '../../shared/model/technologyStack.ts';
import { yearToDate } from '../../shared/model/yearToDate.ts';
import type { ScenarioId } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { knownBy } from '../support/knownBy.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const may = knownBy(workbook, '2025-05-29' as IsoDate);
/** The view as the product takes it, without any help. */
const opened = computeBalance(workbook, 'base');
const december = knownBy(workbook, '2025-12-15' as IsoDate);

function balance(scenario: ScenarioId): Balance {
  const result = computeBalance(may, scenario);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const base = balance('base');

function gapIn(of: Balance, month: string): number {
  return of.gap.values[of.months.indexOf(month as Month)] ?? Number.NaN;
}

function value(path: string, period: string): number {
  return december.series[path]?.cells[period]?.value ?? Number.NaN;
}

describe('the gap as seen on 29 May 2025', () => {
  it.each(['2024-11', '2024-12'])('%s: short', (month) => {
    expect(gapIn(base, month)).toBeLessThan(-1000);
  });
  it.each(['2025-04', '2025-05', '2025-06'])('%s: long', (month) => {
    expect(gapIn(base, month)).toBeGreaterThan(1000);
  });
  it.each(['2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'])('%s: short', (month) => {
    expect(gapIn(base, month)).toBeLessThan(-1000);
  });
  it('eases in January and February after December', () => {
    expect(gapIn(base, '2025-01') + gapIn(base, '2025-02')).toBeGreaterThan(gapIn(base, '2024-12') + 1000);
  });
  it('is zero over 2024 by construction', () => {
    expect(Math.abs(yearTotal(base, base.gap, 2024) ?? Number.NaN)).toBeLessThan(1e-6);
  });
  it('is what the product opens on', () => {
    expect(opened.ok && opened.value.gap.values).toEqual(base.gap.values);
  });
  it('has a number in every month', () => {
    expect(base.gap.values.every((one) => typeof one === 'number')).toBe(true);
    expect(base.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('the feed', () => {
  it.each(Object.keys(workbook.scenarios))('makes the planned output of %s in every month, whether seen in May or in December', (scenario) => {
    for (const seen of [workbook, { ...workbook, asOf: '2025-12-15' as IsoDate, vintage: 'december-2025' }]) {
      const result = computeBalance(seen, scenario);
      if (!result.ok) throw new Error(result.problem.code);
      expect(result.value.findings.filter(({ code }) => code === 'plan-above-material' || code === 'oxide-unrecorded')).toEqual([]);
    }
  });
});

describe('January and February 2025, which customs did not publish singly', () => {
  const exported = (of: Balance): number[] => ['2025-01', '2025-02'].map((month) => of.exportsDetail.exports.values[of.months.indexOf(month as Month)] ?? Number.NaN);
  const shared = (total: number): number[] => [4898, 3326].map((weight) => (total * weight) / (4898 + 3326));
  it('are told by the growth of January to April in May, by the year so far in December, as estimates', () => {
    exported(base).forEach((one, at) => expectClose(one, shared(18_256 - 5361 - 2627)[at] ?? Number.NaN));
    const later = computeBalance({ ...december, vintage: 'december-2025' }, 'base');
    if (!later.ok) throw new Error(later.problem.code);
    exported(later.value).forEach((one, at) => expectClose(one, shared(19_132 - 5361 - 2627 - 1238.47)[at] ?? Number.NaN));
    expect(base.exportsDetail.exports.states[base.months.indexOf('2025-01' as Month)]).toBe('estimate');
  });
});

describe('what output and exports leave for other domestic use in 2024', () => {
  const named = ['nev', 'wind', 'airConditioners', 'elevators', 'phones', 'robots'].reduce((sum, id) => sum + value(`sectors/${id}/demand`, '2024'), 0);
  const exported = calendarKeys.reduce((sum, month) => sum + value('exports/baseYear', month), 0);
  const eta = value('basis/finishedYield', 'all');
  it('is 54,224 t on blank basis, in the balance too, and 9,711 t if the uses are finished magnets', () => {
    expect(exported).toBe(58_152);
    expect(named).toBe(110_752);
    expect(Math.round(residualOfOutput(246_500, named, 'blank', exported, eta))).toBe(54_224);
    expect(Math.round(residualOfOutput(246_500, named, 'finished', exported, eta))).toBe(9_711);
    expectClose(base.sectors.otherDomestic?.years['2024']?.demand.value, residualOfOutput(246_500, named, 'blank', exported, eta));
  });
});

describe('wind power', () => {
  const technologies = ['directDrive', 'semiDirect', 'doublyFed'];
  const stack = (changes: Readonly<Record<string, number>> = {}): readonly Technology[] =>
    technologies.map((id) => {
      const at = `sectors/wind/technologies/${id}`;
      return { shares: ['2024', '2025', '2026'].map((year) => changes[`${at}/share@${year}`] ?? (id === 'doublyFed' ? null : value(`${at}/share`, year))), motors: 1, mass: value(`${at}/mass`, 'all'), thrift: changes[`${at}/thrift@all`] ?? 0 };
    });
  it('blends to the two intensities that the article implies', () => {
    const [first, second] = stackYears(stack(), 2, 2024, 3, 2024);
    expectClose(first?.intensity, 121);
    expectClose(second?.intensity, 95.9);
    expectClose(first?.balancingShare, 0.36);
    expectClose(value('sectors/wind/intensity', '2025'), (8341 / 87_000) * 1000);
  });
  it('needs far fewer magnets in 2026 when makers turn away from them', () => {
    const changes = Object.fromEntries(
      Object.values(workbook.scenarios.deRareEarthWind?.overlays ?? {}).flatMap(({ path, periods, value: to }) => periods.map((period): [string, number] => [`${path}@${period}`, to ?? Number.NaN])),
    );
    const before = stackYears(stack(), 2, 2024, 3, 2024)[2]?.intensity ?? Number.NaN;
    const after = stackYears(stack(changes), 2, 2024, 3, 2024)[2]?.intensity ?? Number.NaN;
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(before / 2);
  });
});

describe('scenarios move the gap', () => {
  const moved = (scenario: ScenarioId, year: number): number => {
    const there = balance(scenario);
    return (yearTotal(there, there.gap, year) ?? Number.NaN) - (yearTotal(base, base.gap, year) ?? Number.NaN);
  };
  it('down in 2025 when licences come fast, up when control lasts', () => {
    expect(moved('fastLicences', 2025)).toBeLessThan(-1000);
    expect(moved('prolongedControl', 2025)).toBeGreaterThan(1000);
  });
  it('up in 2026 with more quota, down with more humanoid robots', () => {
    expectClose(moved('quotaLoosening', 2026), 290_000 * 0.03, 1e-6);
    expectClose(moved('humanoidUpside', 2026), -(200_000 * 4 - 25_000 * 3) / 1000, 1e-6);
  });
  it('up in 2026 when wind power turns away from magnets', () => {
    expect(moved('deRareEarthWind', 2026)).toBeGreaterThan(1000);
  });
  it('down in autumn 2025 and up in the first months of 2026 when subsidies bring sales forward', () => {
    const there = balance('subsidyPullForward');
    const change = (months: readonly string[]): number => months.reduce((sum, month) => sum + gapIn(there, month) - gapIn(base, month), 0);
    expect(change(['2025-09', '2025-10', '2025-11'])).toBeLessThan(-500);
    expect(change(['2026-01', '2026-02', '2026-03'])).toBeGreaterThan(500);
    expect(moved('subsidyPullForward', 2025) + moved('subsidyPullForward', 2026)).toBeLessThan(0);
  });
  it('brings vehicles forward into autumn and takes half of them back in the first months of 2026', () => {
    const overlays = workbook.scenarios.subsidyPullForward?.overlays ?? {};
    const months = Array.from({ length: 24 }, (_, at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
    const line = (id: string): number[] => months.map((month) => (overlays[id]?.periods.includes(month) ? (overlays[id]?.value ?? Number.NaN) : 0));
    for (const sector of ['nev', 'ac']) {
      const path = subsidyPath(months.map(() => 100), line(`${sector}Uplift`), 0.5, line(`${sector}Payback`));
      expect(path.problem).toBeNull();
      expect(path.outside).toBe(0);
      expectClose(path.net, (path.gross ?? Number.NaN) / 2);
      expect(path.path.findIndex((one) => (one ?? 0) > 100)).toBeLessThan(path.path.findIndex((one) => (one ?? 100) < 100));
    }
  });
});

describe('vehicles as seen on 15 December 2025', () => {
  const months = (year: number): (number | null)[] => calendarKeys.map((month) => december.series['sectors/nev/volumeMonthly']?.cells[`${year}-${month}`]?.value ?? null);
  const before = months(2024);
  const weights = calendarKeys.map((month) => value('sectors/nev/profile', month));
  const { choices, known } = yearToDate(value('sectors/nev/volume', '2025'), months(2025), weights, before);
  it('knows eleven months', () => {
    expect(months(2025).filter((one) => one !== null).length).toBe(11);
    expect(known).toBe(14_870_000);
  });
  it('has the whole of 2024, so that no mode changes it', () => {
    expect(before.reduce<number>((sum, one) => sum + (one ?? Number.NaN), 0)).toBe(value('sectors/nev/volume', '2024'));
  });
  it('would need about 95% more in December than a year before to hold the annual figure', () => {
    expectClose(choices.holdAnnual.remaining, 17_890_000 - 14_870_000);
    expect(choices.holdAnnual.impliedGrowth).toBeGreaterThan(0.93);
    expect(choices.holdAnnual.impliedGrowth).toBeLessThan(0.97);
  });
  it('so the vintage stands on the run rate, which is close to what the year became', () => {
    expect(Object.values(workbook.vintages['december-2025']?.overlays ?? {}).find(({ path }) => path === 'sectors/nev/actualsMode')).toMatchObject({ op: 'set', value: 1 });
    expect(Math.abs((choices.runRate.annual ?? Number.NaN) / 16_626_000 - 1)).toBeLessThan(0.01);
  });
});
