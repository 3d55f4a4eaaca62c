import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalEvidence, decimalOf } from '../../shared/clipboard/decimalEvidence.ts';
import { parseClipboard } from '../../shared/clipboard/parseClipboard.ts';
import { readCell } from '../../shared/clipboard/readCell.ts';
import { readBareMonth, readMonthHead } from '../../shared/clipboard/readMonthHead.ts';
import { readHeadRow } from '../../shared/clipboard/readHeadRow.ts';
import { formatMonth, formatQuantity } from '../../shared/format.ts';
import { languages } from '../../shared/messages/phrase.ts';
import { unitNames } from '../../shared/messages/units.ts';
import { convertUnit, units, type UnitId } from '../../shared/model/unit.ts';
import { displayUnits } from '../../shared/tables/displayUnit.ts';
import { expectClose } from '../support/close.ts';

function read(text: string, decimal: '.' | ',' | 'mixed' = '.') {
  return readCell({ text }, decimal);
}

describe('a pasted number', () => {
  it.each([
    ['12,345.6', 12345.6, null],
    ['１２，３４５．６', 12345.6, null],
    ['12\u2009345.6', 12345.6, null],
    ["12'345.6", 12345.6, null],
    ['−3', -3, null],
    ['3-', -3, null],
    ['（１，２００）', -1200, null],
    ['１２，３４５．６％', 12345.6, 'percent'],
    ['(5)%', -5, 'percent'],
    ['1.2万', 12000, null],
    ['3 亿', 3e8, null],
    ['4k', 4000, null],
    ['5万吨', 5, 'wanTonnes'],
    ['1.5 kt', 1.5, 'kt'],
    ['3 10 kt', 3, 'wanTonnes'],
    ['380 元/公斤', 380, 'yuanPerKg'],
    ['￥380', 380, null],
    ['380元', 380, null],
    ['1.1万', 11000, null],
    ['1E+05', 100000, null],
    ['-0', 0, null],
  ])('%s', (text, value, unit) => {
    expect(read(text)).toMatchObject({ kind: 'number', value, unit });
  });
  it.each(['', '  ', '-', '—', 'n.a.', 'N/A', '暂缺', '..'])('"%s" is empty, not zero', (text) => {
    expect(read(text).kind).toBe('empty');
  });
  it.each([
    ['about four', 'This is not a number.'],
    ['12 34', 'This is not a number.'],
    ['1,23', 'This is not a number.'],
    ['5 apples', 'This is not a number.'],
    ['2025-01', 'This is not a number.'],
    ['12:30', 'This is not a number.'],
    ['1e999', 'This is not a number.'],
    ['#####', 'The column was too narrow in the spreadsheet. Widen it there and copy again.'],
    ['#N/A', 'This is an error of the spreadsheet it comes from.'],
    ['$12', 'This amount is in another currency. Convert it to yuan first.'],
  ])('%s is refused', (text, reason) => {
    expect(read(text)).toEqual({ kind: 'refused', reason: expect.objectContaining({ en: reason }) as unknown });
  });
  it('is never NaN nor infinite, whatever the text', () => {
    const pieces = fc.array(fc.constantFrom(...'0123456789.,-+()%eE万亿k ¥￥（）−', 'NaN', 'Infinity', '1e400', '元', 'kt', '\u2009', '"', '='), { maxLength: 12 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string()), fc.constantFrom('.' as const, ',' as const, 'mixed' as const), fc.option(fc.double(), { nil: undefined }), (text, decimal, exact) => {
        const made = readCell({ text, ...(exact === undefined ? {} : { exact }) }, decimal);
        if (made.kind === 'number') expect(Number.isFinite(made.value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it('takes the full number of the source only where the text is a rounding of it', () => {
    expect(readCell({ text: '6,250', exact: 6250.4567 }, '.')).toMatchObject({ value: 6250.4567 });
    expect(readCell({ text: '12.3%', exact: 0.1234567 }, '.')).toMatchObject({ value: 12.34567, unit: 'percent' });
    expect(readCell({ text: '6.25', exact: 6250.4567 }, '.')).toMatchObject({ value: 6.25 });
  });
});

describe('the decimal separator', () => {
  it.each([
    ['1.234,5', ','],
    ['12,5', ','],
    ['0,125', ','],
    ['1.234.567', ','],
    ['1,234.5', '.'],
    ['12.5', '.'],
    ['1,234,567', '.'],
    ['1234.567', '.'],
    ['1,234', null],
    ['1.234', null],
    ['1234', null],
    ['2025.1.1', null],
  ])('%s speaks for %s', (text, decimal) => {
    expect(decimalOf(text)).toBe(decimal);
  });
  it('is what the source names, else what the numbers show, else the point', () => {
    expect(decimalEvidence(['1,5'], '.')).toBe('.');
    expect(decimalEvidence(['1.234', '1,5'], null)).toBe(',');
    expect(decimalEvidence(['1,234'], null)).toBe('.');
    expect(decimalEvidence(['1,5', '1.5'], null)).toBe('mixed');
    expect(read('1,234', 'mixed').kind).toBe('refused');
    expect(read('1,5', 'mixed')).toMatchObject({ value: 1.5 });
  });
});

describe('heads of columns', () => {
  it.each([
    ['2025-01', '2025-01'],
    ['2025/1', '2025-01'],
    ['2025.01', '2025-01'],
    ['Jan-25', '2025-01'],
    ['Jan 2025', '2025-01'],
    ['January 2025', '2025-01'],
    ["Sept '25", '2025-09'],
    ['25-Jan', '2025-01'],
    ['2025年1月', '2025-01'],
    ['２０２５年１月', '2025-01'],
    ['2025年十二月', '2025-12'],
    ['2025-01-31', null],
    ['6 Feb 2024', null],
    ['1 Feb 2024', '2024-02'],
    ['2025年1月1日', '2025-01'],
    ['2025-01-01 00:00:00', '2025-01'],
    ['2025M01', '2025-01'],
    ['2025Q1', '2025-Q1'],
    ['Q1 2025', '2025-Q1'],
    ['1Q25', '2025-Q1'],
    ['2025年一季度', '2025-Q1'],
    ['2025', '2025'],
    ['2025E', '2025'],
    ['2025年', '2025'],
    ['2025-13', null],
    ['Total', null],
    ['12345', null],
    ['20.25', null],
  ])('%s is %s', (text, key) => {
    expect(readMonthHead(text)).toBe(key);
  });
  it.each(languages)('reads the months that the product writes (%s)', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const key = `${year}-${String(month).padStart(2, '0')}`;
        expect(readMonthHead(formatMonth(key, language))).toBe(key);
      }),
    );
  });
  it('knows bare months, and serial numbers only where they are months that follow each other', () => {
    expect(['1月', '１２月', '十一月', 'Jan', 'M3'].map(readBareMonth)).toEqual([1, 12, 11, 1, 3]);
    expect(['13月', '1', 'Total', ''].map(readBareMonth)).toEqual([null, null, null, null]);
    const heads = (...line: string[]) => readHeadRow([line, line])?.heads ?? null;
    expect(heads('Row', '45658', '45689')).toEqual([null, '2025-01', '2025-02']);
    expect(heads('45688', '45716')).toEqual(['2025-01', '2025-02']);
    expect(heads('45658', '45690')).toBeNull();
    expect(heads('45658')).toBeNull();
    expect(heads('Row', '2025-01-31', '2025-02-28')).toEqual([null, '2025-01', '2025-02']);
    expect(heads('1250', '2025', '3000')).toBeNull();
    expect(heads('2025', '2030')).toBeNull();
  });
});

describe('what the product writes', () => {
  const ids = (Object.keys(units) as UnitId[]).filter((unit) => !['choice', 'switch', 'ratio', 'weight'].includes(unit));
  it.each(languages)('is read back in every unit, with and without its name (%s)', (language) => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 6 }), fc.boolean(), fc.boolean(), (unit, value, decimals, named, signed) => {
        const text = formatQuantity(value, { decimals, signed }, named ? unitNames[unit][language] : '', language);
        const made = readCell({ text, exact: value }, decimalEvidence([text], null));
        if (made.kind !== 'number') throw new Error(`${text}: ${made.kind}`);
        expect(made.unit).toBe(named ? unit : null);
        expect(Math.abs(made.value - value)).toBeLessThanOrEqual(0.5001 * 10 ** -decimals);
        expectClose(readNumber(text), Number(value.toFixed(decimals)), 1e-9);
      }),
    );
  });
  it('gives the same amount in every display unit of a row', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.double({ min: 1, max: 1e9, noNaN: true }), fc.constantFrom(...languages), (stored, value, language) => {
        for (const unit of displayUnits(stored)) {
          const shown = convertUnit(value, stored, unit) ?? NaN;
          const text = formatQuantity(shown, { decimals: 18 }, unitNames[unit][language], language);
          const made = read(text);
          if (made.kind !== 'number' || made.unit === null) throw new Error(text);
          expectClose(convertUnit(made.value, made.unit, stored), value, 1e-9);
        }
      }),
    );
    expect(displayUnits('t')).toEqual(['t', 'kt', 'wanTonnes']);
    expect(displayUnits('millionVehicles')).toEqual(['vehicle', 'wanVehicles', 'millionVehicles']);
    expect(displayUnits('days')).toEqual(['days']);
  });
});

function readNumber(text: string): number {
  const made = read(text);
  return made.kind === 'number' ? made.value : NaN;
}

describe('text of a clipboard', () => {
  it('is read back from quoted tab-separated text, whatever the cells hold', () => {
    const cell = fc.array(fc.constantFrom('a', '"', '\t', '\n', ' ', '1', '中'), { maxLength: 6 }).map((list) => list.join(''));
    const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })), (rows) => {
        const text = rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
        expect(parseClipboard({ text: `${text}\r\n` }).rows.map((row) => row.map((one) => one.text))).toEqual(rows);
      }),
    );
  });
  it('is tolerant of anything in the HTML', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<table>', '<tr>', '</tr>', '<td sdval="1">', '<td colspan=3 sdval=2>', '<td rowspan="2" sdval=\'x\'>', '</td>', '<th>', '<', '"', '</table>'), { maxLength: 20 }), (parts) => {
        const block = parseClipboard({ text: '1\t2\n3', html: parts.join('') });
        expect(block.rows.map((row) => row.map(({ text }) => text))).toEqual([['1', '2'], ['3', '']]);
      }),
    );
  });
});
