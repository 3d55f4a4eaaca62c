/**
 * A number as it is typed into a cell, in the unit that the cell is shown in: what parseNumber.ts reads, and units and per cent
 * behind the digits as they may be pasted ("5万吨" into a row in t, "12%" into a row in per cent).
 */
import { readCell } from '../clipboard/readCell.ts';
import { convertUnit, type UnitId } from '../model/unit.ts';
import { fail, ok, type Result } from '../result.ts';
import { plainText } from './numberText.ts';
import { parseNumber } from './parseNumber.ts';

/**
 * `unit` is that of the cell; undefined for a number without one. Problems: number-empty (also for "n.a."), number-unreadable
 * (values.text), unit-mismatch where the text names a unit that the cell is not measured in.
 */
export function parseTyped(text: string, unit: UnitId | undefined): Result<number> {
  const plain = plainText(text);
  if (plain.startsWith('=')) {
    const result = parseNumber(plain);
    // A row in per cent takes the per cent that an expression ends with as it takes a number's.
    return result.ok && unit === 'percent' && plain.endsWith('%') ? ok(result.value * 100) : result;
  }
  // A lone sign is the beginning of a number, and no word for nothing.
  if (/^[-+.]+$/.test(plain)) return fail('number-unreadable', { values: { text } });
  const read = readCell({ text }, '.');
  if (read.kind === 'empty') return fail('number-empty');
  if (read.kind === 'refused') return fail('number-unreadable', { values: { text } });
  if (read.yuan && unit !== 'yuanPerKg') return fail('unit-mismatch', { values: { unit: '元' } });
  if (read.unit === null) return ok(read.value);
  // A percentage of a bare ratio is its hundredth; any other unit must be one of the cell's kind.
  const value = unit === undefined ? null : convertUnit(read.value, read.unit, unit);
  return value === null ? fail('unit-mismatch', { values: { unit: read.unit } }) : ok(value);
}
