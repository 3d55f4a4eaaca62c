import { describe, expect, it } from 'vitest';
import { monthApproval, passingShare, type Restriction } from '../../shared/model/approval.ts';
import { effectiveDays, holidayFactorFromRatio, lostDays } from '../../shared/model/calendar.ts';
import { impliedIntensity } from '../../shared/model/drivers.ts';
import { cappedBacklogMonth } from '../../shared/model/exportPath.ts';
import { roundToTotal, splitYear, yearWeights, type Season } from '../../shared/model/monthlySplit.ts';
import { dateDayNumber, type IsoDate } from '../../shared/model/period.ts';
import { applyLayer } from '../../shared/model/resolve.ts';
import { residualOfOutput } from '../../shared/model/sectorDemand.ts';
import { coverDays, stockMonth } from '../../shared/model/stock.ts';
import { convertUnit, toBlank, withoutVat } from '../../shared/model/unit.ts';
import type { OverlayOp, Series } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

function profile(weights: readonly number[]): Series {
  return {
    kind: 'calendarMonth',
    unit: 'weight',
    cells: Object.fromEntries(weights.map((value, at) => [String(at + 1).padStart(2, '0'), { value, state: 'estimate' }])),
  };
}

const unknownMonths = Array.from({ length: 12 }, () => null);

function split(year: number, total: number, season: Season): readonly (number | null)[] {
  return splitYear(year, { value: total, state: 'forecast' }, yearWeights(year, season), unknownMonths, 'test').values;
}

describe('M01 implied intensity', () => {
  type Row = { unit_volume: string; v24: number; v25: number; d24: number; d25: number };
  type Expected = { q2024: number; q2025: number; change_pct: number; unit: string };
  const { inputs, expected } = methodCase<Record<string, Row>, Record<string, Expected>>('M01');
  it.each(Object.keys(inputs))('%s', (name) => {
    const row = inputs[name];
    const want = expected[name];
    if (!row || !want) throw new Error(name);
    const scale = want.unit.startsWith('g/') ? 1000 : 1;
    const q24 = (impliedIntensity(row.v24, row.d24) ?? Number.NaN) * scale;
    const q25 = (impliedIntensity(row.v25, row.d25) ?? Number.NaN) * scale;
    expectClose(q24, want.q2024);
    expectClose(q25, want.q2025);
    expectClose((q25 / q24 - 1) * 100, want.change_pct);
  });
});

describe('M03 listed sectors against output', () => {
  type Inputs = { sectors_2024: number[]; sectors_2025: number[]; output_2024: number; output_2025: number; exports_2024_finished: number; blank: number; finished: number };
  const { inputs, expected } = methodCase<Inputs, Record<string, number>>('M03');
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const eta = inputs.finished / inputs.blank;
  it('gives the shares and both residuals', () => {
    const listed = sum(inputs.sectors_2024);
    expectClose(listed, expected.sum_2024 ?? 0);
    expectClose(eta, expected.eta_blank_to_finished ?? 0);
    expectClose((listed / inputs.output_2024) * 100, expected.share_of_output_2024_pct ?? 0);
    expectClose((sum(inputs.sectors_2025) / inputs.output_2025) * 100, expected.share_of_output_2025_pct ?? 0);
    expectClose(toBlank(inputs.exports_2024_finished, 'finished', eta), expected.exports_2024_blank_eq ?? 0);
    expectClose(residualOfOutput(inputs.output_2024, listed, 'blank', inputs.exports_2024_finished, eta), expected.residual_2024_if_sectors_on_blank_basis ?? 0);
    expectClose(residualOfOutput(inputs.output_2024, listed, 'finished', inputs.exports_2024_finished, eta), expected.residual_2024_if_sectors_on_finished_basis ?? 0);
  });
});

describe('M06 Chinese New Year', () => {
  type Year = { lost_days: Record<string, number>; effective_days: number[]; months_of_265000: number[]; feb_vs_jan_pct: number };
  const { inputs, expected } = methodCase<{ annual_total: number; nev_jan_2024_k: number; nev_feb_2024_k: number }, Record<string, Year & number>>('M06');
  it.each(['2024', '2025', '2026'])('%s', (name) => {
    const year = Number(name);
    const want = expected[name];
    if (!want) throw new Error(name);
    const months = split(year, inputs.annual_total, { profile: null, profileIs: 'net', multiplier: null, delta: 1 });
    for (let month = 0; month < 12; month += 1) {
      expectClose(lostDays(year * 12 + month), want.lost_days[String(month + 1)] ?? 0);
      expectClose(effectiveDays(year * 12 + month, 1), want.effective_days[month] ?? 0);
      expectClose(months[month], want.months_of_265000[month] ?? 0);
    }
    expectClose(((months[1] ?? 0) / (months[0] ?? 0) - 1) * 100, want.feb_vs_jan_pct);
  });
  it('solves the holiday factor of NEV from two months', () => {
    const delta = holidayFactorFromRatio(2024 * 12, 2024 * 12 + 1, inputs.nev_feb_2024_k / inputs.nev_jan_2024_k);
    expectClose(delta, expected.delta_closed_form ?? 0);
  });
});

describe('M07 monthly split', () => {
  type Inputs = { nev_total: number; nev_profile: number[]; wind_total: number; wind_profile: number[]; toy: { total: number; weights: number[] } };
  type Expected = { nev_months: number[]; wind_months: number[]; wind_months_integer: number[]; toy_integer: number[] };
  const { inputs, expected } = methodCase<Inputs, Expected>('M07');
  const gross = (weights: readonly number[]): Season => ({ profile: profile(weights), profileIs: 'gross', multiplier: null, delta: 0.727 });
  it('keeps annual totals exactly', () => {
    split(2025, inputs.nev_total, gross(inputs.nev_profile)).forEach((value, at) => expectClose(value, expected.nev_months[at] ?? 0));
    split(2025, inputs.wind_total, gross(inputs.wind_profile)).forEach((value, at) => expectClose(value, expected.wind_months[at] ?? 0));
  });
  it('rounds to integers that add up', () => {
    const wind = split(2025, inputs.wind_total, gross(inputs.wind_profile)).map((value) => value ?? Number.NaN);
    expect(roundToTotal(wind)).toEqual(expected.wind_months_integer);
    const toy = inputs.toy.weights.map((weight) => (inputs.toy.total * weight) / inputs.toy.weights.length);
    expect(roundToTotal(toy)).toEqual(expected.toy_integer);
  });
});

describe('M09 export shock with backlog', () => {
  type Inputs = { base_per_month: number; controlled_share: number; approval_controlled: number[]; approval_uncontrolled: number[]; release_rate: number; diversion_rate: number };
  type Row = { factor: number; ship: number; release: number; lost: number; unmet: number; backlog_end: number; exports: number };
  const { inputs, expected } = methodCase<Inputs, { rows: Row[]; mass_check: number }>('M09');
  it('follows the recursion and conserves mass', () => {
    let backlog = 0;
    let accounted = 0;
    expected.rows.forEach((row, at) => {
      const factor = inputs.controlled_share * (inputs.approval_controlled[at] ?? 0) + (1 - inputs.controlled_share) * (inputs.approval_uncontrolled[at] ?? 0);
      expectClose(factor, row.factor);
      const month = cappedBacklogMonth(inputs.base_per_month, factor, backlog, inputs.release_rate, inputs.diversion_rate, null);
      expectClose(month.ship, row.ship);
      expectClose(month.release, row.release);
      expectClose(month.lost, row.lost);
      expectClose(month.unmet, row.unmet);
      expectClose(month.backlog, row.backlog_end);
      expectClose(month.ship + month.release, row.exports);
      backlog = month.backlog;
      accounted += month.ship + month.release + month.lost;
    });
    expectClose(accounted + backlog, expected.mass_check);
  });
});

describe('M10 calibrated path of 2025', () => {
  type Inputs = { params: { grace: number; t50C: number; t50U: number; k: number; fU: number; rho: number; h: number; growth_factor: number }; base_2024: Record<string, number>; actual_2025: Record<string, number> };
  type Row = { base: number; approval_controlled: number; approval_uncontrolled: number; exports: number; backlog_end: number };
  const { inputs, expected } = methodCase<Inputs, { path: Record<string, Row>; in_sample_mape_pct: number }>('M10');
  it('gives approval, exports and backlog of every month, and the stated in-sample error', () => {
    const p = inputs.params;
    const event: Restriction = {
      kind: 'restrict',
      scope: ['controlled', 'uncontrolled'],
      day: dateDayNumber('2025-04-04' as IsoDate),
      suspended: [],
      graceDays: p.grace,
      controlledMidpoint: p.t50C,
      uncontrolledMidpoint: p.t50U,
      steepness: p.k,
      uncontrolledFloor: p.fU,
    };
    let backlog = 0;
    let error = 0;
    const months = Object.keys(expected.path);
    for (const month of months) {
      const want = expected.path[month];
      if (!want) throw new Error(month);
      const index = 2025 * 12 + Number(month) - 1;
      expectClose(monthApproval([event], 'controlled', index), want.approval_controlled);
      expectClose(monthApproval([event], 'uncontrolled', index), want.approval_uncontrolled);
      const base = (inputs.base_2024[month] ?? 0) * p.growth_factor;
      expectClose(base, want.base);
      const step = cappedBacklogMonth(base, passingShare([event], p.h, index) ?? Number.NaN, backlog, p.rho, 0, null);
      backlog = step.backlog;
      expectClose(step.ship + step.release, want.exports);
      expectClose(backlog, want.backlog_end);
      const actual = inputs.actual_2025[month] ?? 0;
      error += Math.abs(step.ship + step.release - actual) / actual;
    }
    expectClose((error / months.length) * 100, expected.in_sample_mape_pct);
  });
});

describe('M13 bounded inventory and cover', () => {
  type Inputs = { I0: number; Imin: number; Imax: number; supply: number[]; demand: number[]; forward_days_for_cover: number[] };
  type Row = { gap: number; tentative: number; unmet: number; overflow: number; stock: number };
  const { inputs, expected } = methodCase<Inputs, { rows: Row[]; closing: number; mass_residual: number; days_of_cover_after_month1: number }>('M13');
  it('keeps the stock within its bounds and the mass balance closed', () => {
    let stock = inputs.I0;
    let residual = inputs.I0;
    const closing: number[] = [];
    expected.rows.forEach((row, at) => {
      const gap = (inputs.supply[at] ?? 0) - (inputs.demand[at] ?? 0);
      expectClose(gap, row.gap);
      const step = stockMonth(stock, gap, inputs.Imin, inputs.Imax);
      expectClose(step.tentative, row.tentative);
      expectClose(step.unmet, row.unmet);
      expectClose(step.overflow, row.overflow);
      expectClose(step.stock, row.stock);
      stock = step.stock;
      residual += gap + step.unmet - step.overflow;
      closing.push(stock);
    });
    expectClose(stock, expected.closing);
    expectClose(stock - residual, expected.mass_residual);
    expectClose(coverDays(closing[0] ?? 0, inputs.demand.slice(1), inputs.forward_days_for_cover), expected.days_of_cover_after_month1);
  });
});

describe('M25 overlay algebra (without growth)', () => {
  const { inputs, expected } = methodCase<{ base: number; ops: [OverlayOp, number][] }, Record<string, number>>('M25');
  const overlays = inputs.ops.map(([op, value]) => ({ op, value }));
  it('applies set, then mul, then add, whatever the order of the list', () => {
    expectClose(applyLayer(inputs.base, overlays), expected.canonical ?? 0);
    expectClose(applyLayer(inputs.base, [...overlays].reverse()), expected.canonical ?? 0);
    expectClose(applyLayer(inputs.base, overlays.filter((overlay) => overlay.op !== 'set')), expected.without_set ?? 0);
  });
});

describe('M32 units and tax', () => {
  const { inputs, expected } = methodCase<Record<string, number>, Record<string, number>>('M32');
  const input = (name: string): number => inputs[name] ?? Number.NaN;
  it('converts', () => {
    expectClose(convertUnit(input('wan_tonnes'), 'wanTonnes', 't'), expected.tonnes ?? 0);
    expectClose(convertUnit(input('wan_vehicles'), 'wanVehicles', 'vehicle'), expected.vehicles ?? 0);
    expectClose(convertUnit(input('kW_newly_installed_wan'), 'wanKilowatts', 'GW'), expected.GW ?? 0);
    expectClose(withoutVat(input('price_incl_vat'), input('vat')), expected.price_ex_vat ?? 0);
    expectClose(toBlank(input('tonnes_finished'), 'finished', input('eta')), expected.tonnes_blank_equivalent ?? 0);
  });
  it('refuses to convert between dimensions', () => {
    expect(convertUnit(1, 't', 'vehicle')).toBeNull();
  });
});
