/** Numbers in braces: what the balance says, in the language of the text; what leads nowhere is said. */
import { describe, expect, it, test } from 'vitest';
import { formatNumber } from '../../shared/format.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { boundNames } from '../../shared/report/boundNames.ts';
import { bindText, type BoundContext } from '../../shared/report/boundText.ts';
import { completeBound, withName } from '../../shared/report/completeBound.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const balance = done(computeBalance(workbook, 'base'));
const context: BoundContext = { workbook, scenario: 'base', balance, language: 'en' };
const at = (month: string): number => balance.months.findIndex((one) => one === month);
const sum = (values: readonly (number | null)[], from: string, count: number): number => values.slice(at(from), at(from) + count).reduce<number>((all, value) => all + (value ?? 0), 0);

describe('a reference', () => {
  it('sums flows over quarters, halves and years', () => {
    const kt = (tonnes: number, signed = false): string => formatNumber(tonnes / 1000, { decimals: 1, signed }, 'en');
    expect(bindText(context, '{gap.2025Q3}').text).toBe(`${kt(sum(balance.gap.values, '2025-07', 3), true)} kt`);
    expect(bindText(context, '{demand.nev.2025|kt}').text).toBe(`${kt(sum(balance.sectors['nev']?.demand.values ?? [], '2025-01', 12))} kt`);
    expect(bindText(context, '{supply.2025H2|t}').text).toBe(`${formatNumber(sum(balance.supply.values, '2025-07', 6), { decimals: 0 }, 'en')} t`);
  });

  it('compares with the same period of the year before, exports of April 2025 with the article', () => {
    const [now, before] = [balance.exports.values[at('2025-04')] ?? 0, balance.exports.values[at('2024-04')] ?? 0];
    const { text } = bindText(context, '{yoy.exports.2025-04}');
    expect(text).toBe(formatNumber(now / before - 1, { decimals: 1, percent: true, signed: true }, 'en'));
    expect(text).toMatch(/^−4[45]\.\d%$/);
  });

  it('takes the last month of a level and reads in the language of the text', () => {
    expect(bindText({ ...context, language: 'zh' }, '{cover.2025}').text).toBe(`${formatNumber(balance.coverDays.values[at('2025-12')] ?? null, { decimals: 0 }, 'zh')} 天`);
    expect(bindText({ ...context, language: 'zh' }, '{supply.2025|wan:1}').text).toMatch(/万吨$/);
  });

  it('may be of another scenario, by name or id', () => {
    const other = done(computeBalance(workbook, 'prolongedControl'));
    const wanted = `${formatNumber(sum(other.gap.values, '2025-01', 12) / 1000, { decimals: 1, signed: true }, 'en')} kt`;
    expect(bindText(context, '{prolongedControl/gap.2025}').text).toBe(wanted);
    expect(bindText(context, '{Prolonged control/gap.2025}').text).toBe(wanted);
  });
});

test.each([
  ['{gaps.2025}', 'unknown-line'],
  ['{demand.cars.2025}', 'unknown-sector'],
  ['{nobody/gap.2025}', 'unknown-scenario'],
  ['{gap.2025|days}', 'unknown-unit'],
  ['{gap.2025Q5}', 'period-unreadable'],
  ['{gap.2025-13}', 'period-unreadable'],
  ['{gap.2031}', 'period-outside'],
  ['{yoy.gap.2024}', 'period-outside'],
  ['{}', 'unknown-line'],
])('%s stays as it was typed and is reported: %s', (text, reason) => {
  const bound = bindText(context, `a ${text} b`);
  expect(bound.text).toBe(`a ${text} b`);
  expect(bound.unbound.map((one) => one.reason)).toEqual([reason]);
});

test('doubled braces are braces, an open one is reported, names offered are bound', () => {
  expect(bindText(context, '{{x}}')).toEqual({ text: '{x}', unbound: [] });
  expect(bindText(context, 'a {gap.2025').unbound).toEqual([{ reference: 'gap.2025', reason: 'brace-open' }]);
  for (const name of boundNames(workbook, 'base', balance)) expect(bindText(context, `{${name}}`).unbound).toEqual([]);
});

describe('an open brace', () => {
  const names = boundNames(workbook, 'base', balance);
  const offered = (text: string): readonly string[] => completeBound(text, text.length, names)?.names ?? [];

  it('offers the names that begin with what is typed, the year of the view first, then those that have it', () => {
    expect(offered('The gap is {gap')[0]).toBe('gap.2025');
    expect(offered('{demand.nev.2025Q')).toEqual(['demand.nev.2025Q1', 'demand.nev.2025Q2', 'demand.nev.2025Q3', 'demand.nev.2025Q4', 'yoy.demand.nev.2025Q1', 'yoy.demand.nev.2025Q2', 'yoy.demand.nev.2025Q3', 'yoy.demand.nev.2025Q4']);
    expect(offered('{')).toHaveLength(8);
  });

  it('offers nothing outside a brace, behind a doubled one, or where a name stands whole', () => {
    for (const text of ['gap', '{gap.2025} and', '{{gap', '{gap.2025-04', '{nothing']) expect(offered(text)).toEqual([]);
  });

  it('closes the brace behind the chosen name, unless it is closed already', () => {
    const open = completeBound('a {ga b', 5, names);
    expect(open && withName('a {ga b', open, 'gap.2025')).toEqual({ text: 'a {gap.2025} b', caret: 12 });
    const closed = completeBound('a {ga} b', 5, names);
    expect(closed && withName('a {ga} b', closed, 'gap.2025').text).toBe('a {gap.2025} b');
  });
});
