import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatQuantity } from '../../shared/format.ts';
import { languages } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { unitNames } from '../../shared/messages/units.ts';
import type { UnitId } from '../../shared/model/unit.ts';
import { displayUnits } from '../../shared/tables/displayUnit.ts';
import { parseTyped } from '../../shared/tables/parseTyped.ts';
import { expectClose } from '../support/close.ts';
import { refusal } from '../support/results.ts';

function typed(text: string, unit?: UnitId): number | string {
  const made = parseTyped(text, unit);
  return made.ok ? made.value : made.problem.code;
}

describe('a number typed into a cell', () => {
  it.each([
    ['12', 'percent', 12],
    ['7%', 'percent', 7],
    ['７％', 'percent', 7],
    ['=3%+4%', 'percent', 7.000000000000001],
    ['7%', 'ratio', 0.07],
    ['5万吨', 't', 50_000],
    ['5万吨', 'wanTonnes', 5],
    ['1.2 kt', 'wanTonnes', 0.12],
    ['2050万辆', 'millionVehicles', 20.5],
    ['20.5', 'millionVehicles', 20.5],
    ['380元', 'yuanPerKg', 380],
    ['=4.42*0.95', 'kgPerVehicle', 4.199],
    ['12%', 't', 'unit-mismatch'],
    ['5 kt', 'days', 'unit-mismatch'],
    ['380元', 't', 'unit-mismatch'],
    ['n.a.', 't', 'number-empty'],
    ['', 't', 'number-empty'],
    ['-', 't', 'number-unreadable'],
    ['5 apples', 't', 'number-unreadable'],
  ] as const)('%s into a row in %s', (text, unit, value) => {
    const made = typed(text, unit);
    if (typeof value === 'number') expectClose(made as number, value);
    else expect(made).toBe(value);
  });
  it('says which unit does not fit', () => {
    const made = parseTyped('5 kt', 'days');
    expect(refusal(made)).toBe('unit-mismatch');
    if (!made.ok) expect(problemText(made.problem).en).toMatch(/kt/);
  });
  it.each(languages)('is what the product writes, in every display unit (%s)', (language) => {
    const amounts: readonly UnitId[] = ['t', 'millionVehicles', 'thousandUnits', 'GW', 'gPerUnit', 'kgPerVehicle', 'percent', 'days', 'yuanPerKg'];
    fc.assert(
      fc.property(fc.constantFrom(...amounts.flatMap(displayUnits)), fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (unit, value, decimals) => {
        const shown = Number(value.toFixed(decimals));
        expectClose(typed(formatNumber(value, { decimals }, language), unit) as number, shown);
        expectClose(typed(formatQuantity(value, { decimals }, unitNames[unit][language], language), unit) as number, shown);
      }),
    );
    expect(typed(formatNumber(null, { decimals: 0 }, language), 't')).toBe('number-empty');
    expect(typed(formatNumber(0.125, { decimals: 1, percent: true }, language), 'percent')).toBe(12.5);
  });
});
