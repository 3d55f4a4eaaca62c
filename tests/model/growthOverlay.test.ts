import { describe, expect, it } from 'vitest';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { resolveSeries } from '../../shared/model/resolve.ts';
import type { Overlay, OverlayOp, Series } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { annual, monthly, scenario, smallWorkbook } from '../support/computable.ts';
import { methodCase } from '../support/methodCase.ts';

const path = 'sectors/one/volume';

function overlay(op: OverlayOp, value: number, periods: readonly string[] = []): Overlay {
  return { path, periods, op, value };
}

function resolved(series: Series, ...layers: readonly (readonly Overlay[])[]): Record<string, number | null> {
  const chain = layers.map((overlays, at) => scenario(at === 0 ? null : 'base', Object.fromEntries(overlays.map((one, key) => [String(key), one]))));
  return Object.fromEntries(Object.entries(resolveSeries(series, path, chain, []).cells).map(([period, cell]) => [period, cell.value]));
}

describe('M25 the whole overlay algebra through the resolution of a series', () => {
  type Growth = { base_path: number[]; growth_delta_pp: number; from_index: number };
  const { inputs, expected } = methodCase<{ base: number; ops: [OverlayOp, number][]; growth_overlay: Growth }, Record<string, number> & { growth_overlay_path: number[] }>('M25');
  const ops = inputs.ops.map(([op, value]) => overlay(op, value));
  const { base_path: base, growth_delta_pp: points, from_index: from } = inputs.growth_overlay;

  it.each([
    ['canonical', ops],
    ['canonical', [...ops].reverse()],
    ['without_set', ops.filter((one) => one.op !== 'set')],
  ] as const)('%s', (name, overlays) => {
    expectClose(resolved(annual(2024, [inputs.base], 'unit'), [], overlays)['2024'], expected[name] ?? Number.NaN);
  });
  it('growth rebuilds the levels, for every year and for the years named', () => {
    const named = base.flatMap((_, at) => (at >= from ? [String(2024 + at)] : []));
    for (const periods of [[], named]) {
      const levels = resolved(annual(2024, base, 'unit'), [], [overlay('growth', points, periods)]);
      expected.growth_overlay_path.forEach((level, at) => expectClose(levels[String(2024 + at)], level));
    }
  });
});

describe('a growth overlay', () => {
  it('acts on what the earlier layers left, before the other differences of its own layer', () => {
    const levels = resolved(annual(2024, [100, 110], 'unit'), [overlay('mul', 2, ['2025'])], [overlay('add', 7, ['2025']), overlay('mul', 3, ['2025']), overlay('growth', 10, ['2025'])]);
    // 110 x 2 = 220 grows 120%, then 130%: 230; then x 3 + 7.
    expectClose(levels['2025'], 697);
    expectClose(resolved(annual(2024, [100, 110], 'unit'), [], [overlay('growth', 10), overlay('set', 50, ['2025'])])['2025'], 50);
  });
  it('adds the points of one layer and grows from an actual that stays', () => {
    expectClose(resolved(annual(2024, [100, 110], 'unit'), [], [overlay('growth', 3), overlay('growth', 2)])['2025'], 115);
    const series: Series = { kind: 'annual', unit: 'unit', cells: { '2024': { value: 100, state: 'forecast' }, '2025': { value: 110, state: 'actual' }, '2026': { value: 121, state: 'forecast' } } };
    const levels = resolved(series, [], [overlay('growth', 5)]);
    expectClose(levels['2025'], 110);
    expectClose(levels['2026'], 126.5);
    expectClose(resolved(series, [], [{ ...overlay('growth', 5, ['2025']), counterfactual: true }])['2025'], 115);
  });

  const volumes = { 'sectors/one/volume': annual(2024, [0, 0, 100], 'unit'), 'sectors/one/intensity': annual(2024, [1, 1, 1], 'kgPerUnit') };
  it.each([
    [path, ['2024'], 5, 'growth-first-year', `${path}@2024`],
    [path, ['2025'], 5, 'growth-from-zero', `${path}@2025`],
    ['sectors/one/intensity', ['2025'], -300, 'growth-below-zero', 'sectors/one/intensity@2025'],
    ['supply/output', ['2024'], 5, 'growth-first-year', 'supply/output@2024'],
    ['exports/monthly', ['2025-03'], 5, 'growth-not-annual', 'exports/monthly@2025-03'],
  ] as const)('on %s in %s that cannot act is a finding at its cell', (at, periods, value, code, place) => {
    const child = scenario('base', { one: { path: at, periods, op: 'growth', value } });
    const workbook = smallWorkbook(3, { ...volumes, 'exports/monthly': monthly(2024, [100], 't') }, { scenarios: { base: scenario(null), child } });
    const balance = computeBalance(workbook, 'child');
    if (!balance.ok) throw new Error('No balance.');
    const found = balance.value.findings.find((finding) => finding.code === code);
    expect(found?.place).toBe(place);
    expect(found?.severity).toBe('error');
  });
  it('acts on demand, which is derived, over its years', () => {
    const child = scenario('base', { one: { path: 'sectors/one/demand', periods: [], op: 'growth', value: 10 } });
    const workbook = smallWorkbook(2, { 'sectors/one/volume': annual(2024, [1e6, 1e6], 'unit'), 'sectors/one/intensity': annual(2024, [1, 1], 'kgPerUnit') }, { scenarios: { base: scenario(null), child } });
    const balance = computeBalance(workbook, 'child');
    if (!balance.ok) throw new Error('No balance.');
    expectClose(balance.value.sectors['one']?.years['2024']?.demand.value, 1000);
    expectClose(balance.value.sectors['one']?.years['2025']?.demand.value, 1100);
    expectClose(balance.value.sectors['one']?.years['2025']?.intensity.value, 1.1);
  });
});
