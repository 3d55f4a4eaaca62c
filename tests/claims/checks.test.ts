/** What sources say, held against each other and against the balance. */
import { describe, expect, test } from 'vitest';
import { allFindings, claimFindings, statementFindings } from '../../shared/claims/checks.ts';
import { findingAddress, findingPlaceName } from '../../shared/claims/findingAddress.ts';
import { findingText } from '../../shared/messages/findings.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import type { Claim, Statement, Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample: Workbook = { ...shippedWorkbook(), claims: {}, statements: {} };

function claim(part: Partial<Claim>): Claim {
  return { metric: { en: 'Output', zh: '产量' }, period: '2025', value: 1, unit: 't', state: 'estimate', source: 'SEED', locator: 'table 1', known: '2025-05-29' as IsoDate, ...part };
}

const withClaims = (claims: Readonly<Record<string, Claim>>): Workbook => ({ ...sample, claims });

type Growth = { readonly name: string; readonly base: number; readonly value: number; readonly stated_yoy_pct: number };
type Expected = Readonly<Record<string, { readonly implied_pct: number; readonly status: string; readonly volume_if_yoy_right: number }>>;

describe('M02: stated growth against what the figures imply', () => {
  const { inputs, expected } = methodCase<readonly Growth[], Expected>('M02');
  test.each(inputs)('$name', ({ name, base, value, stated_yoy_pct: stated }) => {
    const metric = { en: name, zh: name };
    const workbook = withClaims({
      before: claim({ metric, period: '2024', value: base }),
      now: claim({ metric, value, statedGrowth: stated / 100 }),
    });
    const findings = claimFindings(workbook);
    const wanted = expected[name];
    expect(findings.map((finding) => finding.code)).toEqual(wanted?.status === 'fail' ? ['growth-inconsistent'] : []);
    for (const finding of findings) {
      expectClose(Number(finding.values['implied']) * 100, wanted?.implied_pct ?? Number.NaN);
      expectClose(Number(finding.values['expected']), wanted?.volume_if_yoy_right ?? Number.NaN);
      expect(findingText(finding).en).toContain(name);
    }
  });
});

test('growth is measured on the same goods a year before, in whatever unit, and only on what was known', () => {
  const before = claim({ path: 'sectors/nev/volume', period: '2024', value: 12_888_000, unit: 'vehicle' });
  const now = claim({ path: 'sectors/nev/volume', value: 17.89, unit: 'millionVehicles', statedGrowth: 0.29 });
  const [finding, ...others] = claimFindings(withClaims({ before, now }));
  expect(others).toEqual([]);
  expect(finding?.place).toBe('sectors/nev/volume@2025');
  expectClose(Number(finding?.values['expected']), 16.62552);
  expect(claimFindings(withClaims({ before, now: { ...now, known: '2025-06-01' as IsoDate } }))).toEqual([]);
  expect(claimFindings(withClaims({ before: { ...before, basis: 'finished' }, now }))).toEqual([]);
});

test('a cumulative figure is measured on the same months a year before', () => {
  const growth = claimFindings(withClaims({ a: claim({ period: '2024-01/2024-08', value: 100 }), b: claim({ period: '2025-01/2025-08', value: 120, statedGrowth: 0.1 }) }));
  expect(growth.map((finding) => finding.code)).toEqual(['growth-inconsistent']);
});

describe('rival figures of one cell', () => {
  const pair = (low: Partial<Claim>, high: Partial<Claim>) => claimFindings(withClaims({ a: claim(low), b: claim({ locator: 'text', ...high }) }));

  test('differ by more than 1%: a finding; by half of that: a note; by less: none', () => {
    expect(pair({ value: 320 }, { value: 330 })).toMatchObject([{ code: 'claims-disagree', severity: 'warning', values: { low: 320, high: 330, lowAt: 'table 1', highAt: 'text' } }]);
    expect(pair({ value: 1000 }, { value: 1010 })).toMatchObject([{ severity: 'info' }]);
    expect(pair({ value: 1000 }, { value: 1005 })).toEqual([]);
  });

  test('are compared in one unit and for the whole universe', () => {
    expect(pair({ value: 265_000 }, { value: 26.5, unit: 'wanTonnes' })).toEqual([]);
    expect(pair({ value: 265_000 }, { value: 355_188, coverage: 355_188 / 265_000 })).toEqual([]);
  });

  test('of unlike goods, periods or standing are no rivals', () => {
    expect(pair({ value: 1, basis: 'blank' }, { value: 2, basis: 'finished' })).toEqual([]);
    expect(pair({ value: 1 }, { value: 2, period: '2026' })).toEqual([]);
    expect(pair({ value: 1 }, { value: 2, state: 'actual' })).toEqual([]);
  });
});

describe('statements against the balance', () => {
  const result = computeBalance(sample, 'base');
  if (!result.ok) throw new Error(result.problem.code);
  const balance = result.value;
  const check = (part: Partial<Statement>) => {
    const statement: Statement = { text: { en: 'The gap narrowed.', zh: '缺口收窄。' }, line: 'gap', from: '2025-04' as Month, to: '2025-05' as Month, direction: 'up', source: 'SEED', locator: 'p. 3', known: '2025-05-29' as IsoDate, ...part };
    return statementFindings({ ...sample, statements: { q: statement } }, balance);
  };
  const mean = (values: readonly (number | null)[], ...months: readonly string[]): number =>
    months.reduce((sum, month) => sum + (values[balance.months.findIndex((one) => one === month)] ?? Number.NaN), 0) / months.length;

  test('the direction is that of the mean against as many months before', () => {
    const rises = mean(balance.exports.values, '2025-04', '2025-05') > mean(balance.exports.values, '2025-02', '2025-03');
    expect(rises).toBe(false);
    expect(check({ line: 'exports', direction: 'down' })).toEqual([]);
    expect(check({ line: 'exports', direction: 'up' })).toMatchObject([{ code: 'statement-contradicted', place: 'exports@2025-04' }]);
  });

  test('shortage and surplus are the sign of the gap', () => {
    const long = mean(balance.gap.values, '2025-04', '2025-05') > 0;
    expect(check({ direction: long ? 'surplus' : 'shortage' })).toEqual([]);
    expect(check({ direction: long ? 'shortage' : 'surplus' })).toHaveLength(1);
  });

  test('what was not known yet, or lies outside the horizon, is not judged', () => {
    expect(check({ line: 'exports', direction: 'up', known: '2025-06-01' as IsoDate })).toEqual([]);
    expect(check({ direction: 'up', from: '2024-01' as Month, to: '2024-02' as Month })).toEqual([]);
    expect(check({ direction: 'up', from: '2030-01' as Month, to: '2030-02' as Month })).toEqual([]);
  });

  test('every finding has a sentence, and a place in words, in both languages', () => {
    const workbook: Workbook = { ...withClaims({ a: claim({ path: 'supply/output', value: 100 }), b: claim({ path: 'supply/output', value: 120 }) }), statements: {} };
    for (const finding of [...allFindings(workbook, balance), ...check({ line: 'exports', direction: 'up' })]) {
      for (const language of ['en', 'zh'] as const) expect(findingText(finding)[language]).not.toMatch(/undefined|NaN/);
      expect(findingPlaceName(workbook, finding)?.zh ?? '整个工作簿').not.toContain('undefined');
    }
    const [rival] = claimFindings(workbook);
    expect(rival && findingAddress(rival)).toEqual({ path: 'supply/output', period: '2025' });
    expect(rival && findingPlaceName(workbook, rival)).toEqual({ en: 'Output, 2025', zh: '产量，2025' });
  });
});
