/** Worked cases of the demand side through the whole balance, and what each of its inputs does there. */
import { describe, expect, it } from 'vitest';
import type { Balance, Finding, SectorYear } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { denton } from '../../shared/model/denton.ts';
import type { DriverSector, Overlay, Series, Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { annual, driver, monthly, profile, scalar, scenario, smallWorkbook } from '../support/computable.ts';
import { methodCase } from '../support/methodCase.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

function balanceOf(workbook: Workbook, id = 'base'): Balance {
  const balance = computeBalance(workbook, id);
  if (!balance.ok) throw new Error(balance.problem.code);
  return balance.value;
}

function yearOf(balance: Balance, year: number): SectorYear {
  const found = balance.sectors['one']?.years[String(year)];
  if (!found) throw new Error(String(year));
  return found;
}

function volumes(balance: Balance): readonly (number | null)[] {
  return balance.sectors['one']?.volume?.values ?? [];
}

function demands(balance: Balance): readonly (number | null)[] {
  return balance.sectors['one']?.demand.values ?? [];
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
}

function found(balance: Balance, code: Finding['code']): Finding | undefined {
  return balance.findings.find((finding) => finding.code === code);
}

/** kg per unit of 1000, so that a thousand units are a thousand tonnes. */
const tonEach = (years: number): Series => annual(2024, Array.from({ length: years }, () => 1000), 'kgPerUnit');
const flat = profile(Array.from({ length: 12 }, () => 1));

describe('M05 the remaining months in each mode', () => {
  type Inputs = { prior_annual: number; ytd_jan_sep_2025: number; ytd_growth_pct: number; annual_2024: number };
  const { inputs, expected } = methodCase<Inputs, Record<string, number>>('M05');
  const share = inputs.ytd_jan_sep_2025 / (1 + inputs.ytd_growth_pct / 100) / inputs.annual_2024;
  // Weights and months of 2024 in which January to September take the share that the case states.
  const weights = Array.from({ length: 12 }, (_, month) => (month < 9 ? share / 9 : (1 - share) / 3));
  const months = [...weights.map((weight) => weight * inputs.annual_2024), ...Array.from({ length: 9 }, () => inputs.ytd_jan_sep_2025 / 9)];
  const workbook = (mode: number): Workbook =>
    smallWorkbook(2, {
      'sectors/one/volume': annual(2024, [inputs.annual_2024, inputs.prior_annual], 'unit'),
      'sectors/one/intensity': tonEach(2),
      'sectors/one/volumeMonthly': monthly(2024, months, 'unit'),
      'sectors/one/profile': profile(weights),
      'sectors/one/actualsMode': scalar(mode, 'choice'),
    });
  it.each([
    [0, 'holdAnnual', inputs.prior_annual],
    [1, 'runRate', expected['annual_if_runrate']],
    [2, 'blend', expected['annual_blend']],
  ] as const)('mode %i', (mode, name, total) => {
    const balance = balanceOf(workbook(mode));
    const year = yearOf(balance, 2025);
    expectClose(year.volume.value, total ?? Number.NaN);
    expectClose(year.remaining?.[name].annual, total ?? Number.NaN);
    expectClose(sum(volumes(balance).slice(12)), total ?? Number.NaN);
    if (name === 'blend') expectClose(sum(volumes(balance).slice(21)), expected['remaining_blend'] ?? Number.NaN);
    // Whatever is chosen, every mode says what it makes of the remaining months.
    expectClose((year.remaining?.holdAnnual.impliedGrowth ?? Number.NaN) * 100, expected['remaining_vs_q4_2024_pct'] ?? Number.NaN);
    expectClose(year.remaining?.runRate.annual, expected['annual_if_runrate'] ?? Number.NaN);
    expectClose(year.remaining?.blend.annual, expected['annual_blend'] ?? Number.NaN);
    expect(yearOf(balance, 2024).remaining).toBeNull();
  });
  it('names the mode when the remainder is more than half above the year before', () => {
    const made = workbook(0);
    const balance = balanceOf({ ...made, series: { ...made.series, 'sectors/one/volume': annual(2024, [inputs.annual_2024, inputs.prior_annual * 1.1], 'unit') } });
    const finding = found(balance, 'implied-growth-extreme');
    expect(finding?.place).toBe('sectors/one/volume@2025');
    expect(finding?.values['mode']).toBe('holdAnnual');
  });
});

describe('M08 several years without a step', () => {
  type Inputs = { indicator: number[]; benchmarks: number[]; fixed_actuals: Record<string, number> };
  const { inputs } = methodCase<Inputs, Record<string, unknown>>('M08');
  // The case has four periods a year; each is split over three equal months, and the solver itself is under the case's own test.
  const weights = inputs.indicator.slice(0, 4).flatMap((weight) => [weight / 3, weight / 3, weight / 3]);
  const known = monthly(2024, Array.from({ length: 15 }, (_, at) => (inputs.fixed_actuals[String(Math.floor(at / 3))] ?? 0) / 3), 'unit');
  const series = { 'sectors/one/volume': annual(2024, inputs.benchmarks, 'unit'), 'sectors/one/intensity': tonEach(2), 'sectors/one/profile': profile(weights) };
  const indicator = [...weights, ...weights].map((weight) => weight / 100);
  it.each([
    ['free', series, Array.from({ length: 24 }, () => null)],
    ['with actuals', { ...series, 'sectors/one/volumeMonthly': known }, Array.from({ length: 24 }, (_, at) => known.cells[`${at < 12 ? 2024 : 2025}-${String((at % 12) + 1).padStart(2, '0')}`]?.value ?? null)],
  ] as const)('%s', (_, made, fixed) => {
    const want = denton(indicator, inputs.benchmarks, fixed).values ?? [];
    const balance = balanceOf(smallWorkbook(2, made));
    volumes(balance).forEach((value, at) => expectClose(value, want[at] ?? Number.NaN, 1e-8));
    // The same months a second time, since the intensity is the same in both years.
    demands(balance).forEach((value, at) => expectClose(value, want[at] ?? Number.NaN, 1e-8));
    expectClose(sum(volumes(balance).slice(12)), inputs.benchmarks[1] ?? Number.NaN);
  });
  it('is proportional where that is chosen, or where a row starts at zero, which an information says', () => {
    const chosen = balanceOf(smallWorkbook(2, { ...series, 'sectors/one/splitMethod': scalar(1, 'choice') }));
    volumes(chosen).forEach((value, at) => expectClose(value, (indicator[at] ?? 0) * (inputs.benchmarks[Math.floor(at / 12)] ?? 0)));
    expect(found(chosen, 'denton-fallback')).toBeUndefined();
    const zero = balanceOf(smallWorkbook(2, { ...series, 'sectors/one/profile': profile([0, ...weights.slice(1)]) }));
    const finding = found(zero, 'denton-fallback');
    expect(finding?.severity).toBe('info');
    expect(finding?.place).toBe('sectors/one/splitMethod@all');
    expectClose(sum(volumes(zero).slice(12)), inputs.benchmarks[1] ?? Number.NaN);
  });
});

describe('M27 the wind blend as a technology stack', () => {
  type Inputs = { direct_drive: number; semi_direct: number; doubly_fed: number; shares_2024: number[]; shares_2025: number[] };
  const { inputs, expected } = methodCase<Inputs, Record<string, number>>('M27');
  const technology = (order: number, balancing = false): DriverSector['technologies'][string] => ({ name: { en: 'x', zh: 'x' }, order, balancing });
  const sector: DriverSector = { ...driver, technologies: { direct: technology(1), semi: technology(2), fed: technology(3, true) } };
  const at = 'sectors/one/technologies/';
  const shares = (position: number): Series => annual(2024, [inputs.shares_2024[position] ?? 0, inputs.shares_2025[position] ?? 0], 'ratio');
  const stack: Record<string, Series> = {
    'sectors/one/volume': annual(2024, [80454, 87000], 'unit'),
    [`${at}direct/share`]: shares(0),
    [`${at}semi/share`]: shares(1),
    [`${at}direct/mass`]: scalar(inputs.direct_drive, 'kgPerUnit'),
    [`${at}semi/mass`]: scalar(inputs.semi_direct, 'kgPerUnit'),
    [`${at}fed/mass`]: scalar(inputs.doubly_fed, 'kgPerUnit'),
  };
  const sectors = { ...smallWorkbook(2, {}).sectors, one: sector };
  const overlay = (path: string, value: number, periods: readonly string[] = ['2025']): Overlay => ({ path, periods, op: 'set', value });

  it('is the intensity where none is typed, with the balancing share beside it', () => {
    const balance = balanceOf(smallWorkbook(2, stack, { sectors }));
    expectClose(yearOf(balance, 2024).intensity.value, expected['y2024'] ?? Number.NaN);
    expectClose(yearOf(balance, 2025).intensity.value, expected['y2025'] ?? Number.NaN);
    expectClose(yearOf(balance, 2024).stack?.balancingShare, inputs.shares_2024[2] ?? Number.NaN);
    expectClose(yearOf(balance, 2025).stack?.balancingShare, inputs.shares_2025[2] ?? Number.NaN);
  });
  it('acts beside a typed intensity as the ratio of the scenario to the root', () => {
    const typed = { ...stack, 'sectors/one/intensity': annual(2024, [expected['target2024'] ?? 0, expected['target2025'] ?? 0], 'kgPerUnit') };
    const scenarios = {
      base: scenario(null),
      child: scenario('base', { a: overlay(`${at}direct/share`, 0.03) }),
      typedThere: scenario('child', { b: overlay('sectors/one/intensity', 99) }),
    };
    const workbook = smallWorkbook(2, typed, { sectors, scenarios });
    expectClose(yearOf(balanceOf(workbook), 2025).intensity.value, expected['target2025'] ?? Number.NaN);
    const child = balanceOf(workbook, 'child');
    const now = 0.03 * inputs.direct_drive + (inputs.shares_2025[1] ?? 0) * inputs.semi_direct;
    expectClose(yearOf(child, 2025).intensity.value, ((expected['target2025'] ?? 0) * now) / (expected['y2025'] ?? 1));
    expectClose(yearOf(child, 2024).intensity.value, expected['target2024'] ?? Number.NaN);
    // What is typed in a scenario is what is shown there.
    expectClose(yearOf(balanceOf(workbook, 'typedThere'), 2025).intensity.value, 99);
  });
  it('leaves an actual intensity as it was measured', () => {
    const measured = { ...stack, 'sectors/one/intensity': annual(2024, [121, 96], 'kgPerUnit', 'actual') };
    const scenarios = { base: scenario(null), child: scenario('base', { a: overlay(`${at}direct/mass`, 1, []) }) };
    expectClose(yearOf(balanceOf(smallWorkbook(2, measured, { sectors, scenarios }), 'child'), 2025).intensity.value, 96);
  });
  it.each([
    [overlay(`${at}semi/share`, 0.95), 'balancing-share-negative'],
    [{ path: `${at}semi/share`, periods: ['2025'], op: 'add', value: -0.9 } as const, 'share-negative'],
    [overlay(`${at}semi/thrift`, 1, ['all']), 'thrift-invalid'],
    [{ path: `${at}semi/mass`, periods: ['all'], op: 'add', value: -900 } as const, 'mass-negative'],
  ] as const)('finds shares and masses that cannot be', (one, code) => {
    const scenarios = { base: scenario(null), child: scenario('base', { one }) };
    const balance = balanceOf(smallWorkbook(2, stack, { sectors, scenarios }), 'child');
    expect(found(balance, code)?.severity).toBe('error');
    expect(found(balance, code)?.place).toMatch(/^sectors\/one\/technologies\/fed\/share@20/);
    expect(yearOf(balance, 2025).intensity.value).toBeNull();
    expect(balance.supply.values.every((value) => value !== null)).toBe(true);
  });
});

describe('M30 a subsidy brings forward and is paid back', () => {
  type Inputs = { base: number[]; uplift: number[]; payback_fraction: number; payback_profile: number[] };
  const { inputs, expected } = methodCase<Inputs, { path: number[]; net_uplift: number }>('M30');
  const series = {
    'sectors/one/volume': annual(2024, [1200], 'unit'),
    'sectors/one/intensity': tonEach(1),
    'sectors/one/profile': flat,
    'sectors/one/subsidyUplift': monthly(2024, inputs.uplift, 'ratio', 'forecast'),
    'sectors/one/subsidyPayback': scalar(inputs.payback_fraction),
    'sectors/one/paybackProfile': monthly(2024, inputs.payback_profile, 'weight', 'forecast'),
  };
  it('moves the months, and the annual figure is their sum', () => {
    const balance = balanceOf(smallWorkbook(1, series));
    expected.path.forEach((value, at) => expectClose(volumes(balance)[at], value));
    expectClose(yearOf(balance, 2024).volume.value, 1200 + expected.net_uplift);
    expectClose(yearOf(balance, 2024).demand.value, 1200 + expected.net_uplift);
    expectClose(sum(demands(balance)), 1200 + expected.net_uplift);
  });
  it('gives way to a known month, and the payback may fall in the next year', () => {
    const known = balanceOf(smallWorkbook(1, { ...series, 'sectors/one/volumeMonthly': monthly(2024, [null, 100], 'unit') }));
    expectClose(volumes(known)[1], 100);
    const later = balanceOf(smallWorkbook(2, { ...series, 'sectors/one/volume': annual(2024, [1200, 1200], 'unit'), 'sectors/one/intensity': tonEach(2), 'sectors/one/paybackProfile': monthly(2025, [1], 'weight', 'forecast') }));
    expectClose(yearOf(later, 2024).volume.value, 1240);
    expectClose(yearOf(later, 2025).volume.value, 1180);
    expectClose(volumes(later)[12], 80);
  });
  it('is an error where more is paid back than a month has, and the other months stand', () => {
    const balance = balanceOf(smallWorkbook(1, { ...series, 'sectors/one/subsidyUplift': monthly(2024, [0, 3, 3], 'ratio', 'forecast'), 'sectors/one/paybackProfile': monthly(2024, [0, 0, 0, 1], 'weight', 'forecast') }));
    expect(found(balance, 'subsidy-negative-month')?.place).toBe('sectors/one/volumeMonthly@2024-04');
    expect(volumes(balance)[3]).toBeNull();
    expectClose(volumes(balance)[1], 400);
    expect(found(balanceOf(smallWorkbook(1, { ...series, 'sectors/one/paybackProfile': monthly(2024, [0.5], 'weight') })), 'payback-not-one')?.severity).toBe('warning');
    expect(found(balanceOf(smallWorkbook(1, { ...series, 'sectors/one/paybackProfile': monthly(2024, [0], 'weight') })), 'payback-invalid')?.severity).toBe('error');
  });
});

describe('the lead of demand', () => {
  const bump = monthly(2024, [100, 100, 100, 100, 100, 400, 100, 100, 100, 100, 100, 100], 'unit');
  const series = { 'sectors/one/volume': annual(2024, [1500], 'unit'), 'sectors/one/intensity': tonEach(1), 'sectors/one/volumeMonthly': bump };
  it.each([
    [0, 5, 400],
    [2, 3, 400],
    [0.5, 4, 250],
  ] as const)('of %d months moves the bump and keeps the year', (months, at, value) => {
    const balance = balanceOf(smallWorkbook(1, { ...series, 'sectors/one/leadMonths': scalar(months, 'months') }));
    expectClose(demands(balance)[at], value);
    expectClose(sum(demands(balance)), 1500);
    expectClose(volumes(balance)[5], 400);
  });
});

describe('what a sector tonne is a tonne of', () => {
  const series = { 'sectors/one/volume': annual(2024, [1000], 'unit'), 'sectors/one/intensity': tonEach(1) };
  const eta = 0.7133105802047781;
  it('is finished for every driver sector by one switch, blank tag or not', () => {
    const finished = { 'basis/sectorsFinished': scalar(1, 'switch') };
    expectClose(sum(demands(balanceOf(smallWorkbook(1, series)))), 1000);
    for (const tagged of [{}, { 'sectors/one/demand': { ...annual(2024, [], 't'), basis: 'blank' as const } }]) {
      const balance = balanceOf(smallWorkbook(1, { ...series, ...finished, ...tagged }));
      expectClose(sum(demands(balance)), 1000 / eta);
      expectClose(yearOf(balance, 2024).demand.value, 1000);
    }
  });
  it('is said for the whole by a recorded coverage, which does not touch an intensity', () => {
    const typed = { 'sectors/one/volume': annual(2024, [1000], 'unit'), 'sectors/one/demand': { ...annual(2024, [600], 't'), coverage: 0.75 } };
    const sectors = { ...smallWorkbook(1, {}).sectors, one: { ...driver, yields: { 2024: 'intensity' as const } } };
    const balance = balanceOf(smallWorkbook(1, typed, { sectors }));
    expectClose(yearOf(balance, 2024).intensity.value, 800);
    expectClose(sum(demands(balance)), 800);
    expectClose(sum(demands(balanceOf(smallWorkbook(1, { ...series, 'sectors/one/demand': { ...annual(2024, [], 't'), coverage: 0.75 } })))), 1000);
  });
  it('is an error with both names where nothing says how to convert', () => {
    const balance = balanceOf(smallWorkbook(1, { ...series, 'sectors/one/demand': { ...annual(2024, [5], 't'), scope: 'sample-survey' } }));
    const finding = found(balance, 'scope-mismatch');
    expect(finding?.place).toBe('sectors/one/demand@2024');
    expect(finding?.values['first']).toBe('sectors/one/demand');
    expect(finding?.values['second']).toBe('supply/output');
    expect(demands(balance).every((value) => value === null)).toBe(true);
    const noYield = balanceOf({ ...smallWorkbook(1, { ...series, 'basis/sectorsFinished': scalar(1, 'switch'), 'basis/finishedYield': { ...scalar(1), cells: {} } }) });
    expect(found(noYield, 'basis-mismatch')?.values['firstBasis']).toBe('finished');
    const oxide = balanceOf(smallWorkbook(1, { ...series, 'sectors/one/demand': { ...annual(2024, [], 't'), basis: 'prnd-oxide' } }));
    // A / theta of the yields that stand by default (M11): 0.95 / 0.29 x 0.95 / 1.2 per tonne of oxide.
    expectClose(sum(demands(oxide)), ((1000 * 0.95) / 1.2) * (0.95 / 0.29));
  });
});

describe('M03 both residuals', () => {
  const { expected } = methodCase<unknown, Record<string, number>>('M03');
  it('stand beside the switch of the sample, whichever is chosen', () => {
    const sample = shippedWorkbook();
    for (const finished of [0, 1]) {
      const workbook = { ...sample, series: { ...sample.series, 'basis/sectorsFinished': scalar(finished, 'switch') } };
      for (const id of Object.keys(workbook.scenarios)) {
        const balance = balanceOf(workbook, id);
        const readings = balance.residualReadings['otherDomestic'];
        expectClose(readings?.ifBlank, expected['residual_2024_if_sectors_on_blank_basis'] ?? Number.NaN);
        expectClose(readings?.ifFinished, expected['residual_2024_if_sectors_on_finished_basis'] ?? Number.NaN);
        expectClose(balance.sectors['otherDomestic']?.years['2024']?.demand.value, (finished === 1 ? readings?.ifFinished : readings?.ifBlank) ?? Number.NaN);
      }
    }
  });
});

describe('a sector that contradicts itself', () => {
  it('finds tonnes without volume, and takes nothing where nothing is built', () => {
    const sectors = { ...smallWorkbook(1, {}).sectors, one: { ...driver, yields: { 2024: 'intensity' as const } } };
    const made = (tonnes: number): Balance => balanceOf(smallWorkbook(1, { 'sectors/one/volume': annual(2024, [0], 'unit'), 'sectors/one/demand': annual(2024, [tonnes], 't') }, { sectors }));
    expect(found(made(5), 'lock-zero-volume')?.place).toBe('sectors/one/volume@2024');
    expectClose(sum(demands(made(0))), 0);
  });
  it('finds weights, annual figures and leads that no split can use', () => {
    const series = { 'sectors/one/volume': annual(2024, [1000], 'unit'), 'sectors/one/intensity': tonEach(1), 'sectors/one/profile': flat };
    const with_ = (one: Overlay): Balance => balanceOf(smallWorkbook(1, series, { scenarios: { base: scenario(null), child: scenario('base', { one }) } }), 'child');
    const add = (path: string, periods: readonly string[], value: number): Overlay => ({ path: `sectors/one/${path}`, periods, op: 'add', value });
    expect(found(with_(add('profile', ['03'], -5)), 'profile-negative')?.place).toBe('sectors/one/volume@2024');
    expect(found(with_(add('volume', ['2024'], -5000)), 'annual-negative')?.place).toBe('sectors/one/volume@2024');
    expect(found(with_(add('leadMonths', ['all'], 30)), 'lead-invalid')?.place).toBe('sectors/one/leadMonths@all');
    const missing = balanceOf(smallWorkbook(1, { ...series, 'sectors/one/profile': profile([1, 1, 1]) }));
    expect(found(missing, 'input-missing')?.place).toBe('sectors/one/profile@04');
    const untold = { ...series, 'sectors/one/profile': profile([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), 'sectors/one/volumeMonthly': monthly(2024, [5], 'unit'), 'sectors/one/actualsMode': scalar(1, 'choice') };
    expect(found(balanceOf(smallWorkbook(1, untold)), 'run-rate-untold')?.place).toBe('sectors/one/volume@2024');
    expect(found(balanceOf(smallWorkbook(1, { ...series, 'sectors/one/volumeMonthly': monthly(2024, [5000], 'unit') })), 'year-to-date-above-annual')?.severity).toBe('error');
  });
});
