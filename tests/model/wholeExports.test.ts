/** Exports through a whole balance: events, suspensions, an older restriction, caps and stockpiling. */
import { describe, expect, it } from 'vitest';
import type { Balance } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { calendarKeys, monthIndex, type IsoDate, type Month } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';
import { plainWorkbook } from '../support/plainWorkbook.ts';
import { typed } from '../support/typedCells.ts';

function balanceOf(workbook: Workbook): Balance {
  const result = computeBalance(workbook, 'base');
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const codes = (balance: Balance): readonly string[] => balance.findings.map((finding) => `${finding.code} ${String(finding.place)}`);

describe('M10 exports under the calibrated event', () => {
  type Row = { base: number; exports: number; backlog_end: number; approval_controlled: number; approval_uncontrolled: number };
  type Params = Record<'grace' | 't50C' | 't50U' | 'k' | 'fU' | 'rho' | 'h' | 'growth_factor', number>;
  const { inputs, expected } = methodCase<{ params: Params; base_2024: Record<string, number> }, { path: Record<string, Row> }>('M10');
  const { params } = inputs;
  const plain = plainWorkbook('2024-01', '2026-12');
  const event: Workbook['events'][string] = { title: plain.title, detail: plain.title, date: '2025-04-04' as IsoDate, kind: 'restrict', scope: ['controlled', 'uncontrolled'], source: '', suspended: [] };
  const controlled = typed({ ...plain, events: { april: event } }, {
    'exports/monthly': null,
    'exports/baseYear': Object.fromEntries(calendarKeys.map((key) => [key, inputs.base_2024[String(Number(key))] ?? 4000])),
    'exports/growth': { 2025: params.growth_factor - 1, 2026: 0 },
    'exports/controlledShare': params.h,
    'exports/releaseRate': params.rho,
    'exports/diversionRate': 0,
    'events/april/active': 1,
    'events/april/graceDays': params.grace,
    'events/april/controlledMidpoint': params.t50C,
    'events/april/uncontrolledMidpoint': params.t50U,
    'events/april/steepness': params.k,
    'events/april/uncontrolledFloor': params.fU,
  });
  const at = (month: string): number => monthIndex(`2025-${month.padStart(2, '0')}` as Month) - monthIndex('2024-01' as Month);

  it('gives exports and backlog of every month', () => {
    const { exportsDetail } = balanceOf(controlled);
    for (const [month, want] of Object.entries(expected.path)) {
      expectClose(exportsDetail.exports.values[at(month)], want.exports);
      expectClose(exportsDetail.backlog.values[at(month)], want.backlog_end);
      expectClose(exportsDetail.approvalControlled.values[at(month)], want.approval_controlled);
      expectClose(exportsDetail.approvalUncontrolled.values[at(month)], want.approval_uncontrolled);
    }
  });

  it('has its backlog when the horizon begins after the restriction, unless one is typed', () => {
    const later = balanceOf({ ...controlled, exportBaseYear: 2024, horizon: { start: '2026-01' as Month, end: '2026-12' as Month } });
    const whole = balanceOf(controlled);
    expectClose(later.exportsDetail.backlog.values[0], whole.exportsDetail.backlog.values[24] ?? Number.NaN);
    const opened = balanceOf(typed({ ...controlled, horizon: { start: '2026-01' as Month, end: '2026-12' as Month } }, { 'exports/openingBacklog': 1000 }));
    const { base, ship, release, lost, backlog } = opened.exportsDetail;
    expectClose((ship.values[0] ?? 0) + (release.values[0] ?? 0) + (lost.values[0] ?? 0) + (backlog.values[0] ?? 0), 1000 + (base.values[0] ?? 0));
  });

  it('lets a category pass that no event concerns', () => {
    const { approval, approvalControlled, approvalUncontrolled } = balanceOf({ ...controlled, events: { april: { ...event, scope: ['controlled'] } } }).exportsDetail;
    expect(approvalUncontrolled.values.every((value) => value === 1)).toBe(true);
    expect(approvalControlled.values[at('05')]).toBeLessThan(0.1);
    expectClose(approval.values[at('05')], params.h * (approvalControlled.values[at('05')] ?? Number.NaN) + (1 - params.h));
  });

  it('passes everything in a suspension, and a note never acts', () => {
    const suspended = balanceOf({ ...controlled, events: { april: { ...event, suspended: [{ from: '2025-05-01' as IsoDate, to: '2025-06-01' as IsoDate }] } } });
    expect(suspended.exportsDetail.approval.values[at('05')]).toBe(1);
    expect(suspended.exportsDetail.approval.values[at('06')]).toBeLessThan(1);
    expect(balanceOf({ ...controlled, events: { april: { ...event, kind: 'note' } } }).exportsDetail.approval.values.every((value) => value === 1)).toBe(true);
  });

  it('holds exports at a cap only where one is typed, and unwinds a stockpile in the months that remain', () => {
    const capped = balanceOf(typed(controlled, { 'exports/cap': { '2025-01': 1000 } })).exportsDetail;
    expectClose(capped.exports.values[at('01')], 1000);
    expectClose(capped.exports.values[at('02')], (capped.ship.values[at('02')] ?? 0) + (capped.release.values[at('02')] ?? 0));
    expect(capped.exports.values[at('02')]).toBeGreaterThan(1000);
    const stored = balanceOf(typed(controlled, { 'exports/stockpile': { '2025-01': 600 }, 'exports/stockpileUnwind': 1 })).exportsDetail.stockpile.values;
    expectClose(stored.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0), 0);
    const late = balanceOf(typed(controlled, { 'exports/stockpile': { '2026-12': 600 }, 'exports/stockpileUnwind': 1 }));
    expect(codes(late)).toContain('stockpile-unwind-no-months exports/stockpileUnwind@all');
    expect(late.exportsDetail.exports.values.at(-1)).toBeNull();
    const drained = balanceOf(typed(controlled, { 'exports/stockpile': { '2025-01': -1e6 } }));
    expect(codes(drained)).toContain('exports-negative exports/stockpile@2025-01');
  });

  it('knows nothing from the month on in which an event without its parameters acts', () => {
    const missing = balanceOf({ ...controlled, series: { ...controlled.series, 'events/april/steepness': { kind: 'scalar', unit: 'perMonth', cells: { all: { value: null, state: 'forecast' } } } } });
    expect(missing.exportsDetail.approval.values[at('03')]).toBe(1);
    expect(missing.exportsDetail.approval.values[at('04')]).toBeNull();
    expect(codes(missing)).toContain('input-missing events/april/steepness@all');
  });
});
