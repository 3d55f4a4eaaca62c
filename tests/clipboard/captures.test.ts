/** What other programs really put on the clipboard: see tests/fixtures/clipboard/README.md for where each file comes from. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decimalEvidence } from '../../shared/clipboard/decimalEvidence.ts';
import { parseClipboard, type ClipboardBlock } from '../../shared/clipboard/parseClipboard.ts';
import { planPaste } from '../../shared/clipboard/planPaste.ts';
import { readCell } from '../../shared/clipboard/readCell.ts';
import { readHeadRow } from '../../shared/clipboard/readHeadRow.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { select, tableOf } from '../support/tables.ts';

function captured(name: string): ClipboardBlock {
  const file = (ending: string) => new URL(`../fixtures/clipboard/${name}.${ending}`, import.meta.url);
  const html = file('html');
  return parseClipboard({ text: readFileSync(file('txt'), 'utf8'), ...(existsSync(html) ? { html: readFileSync(html, 'utf8') } : {}) });
}

/** Every cell as the number it means with its unit, null for an empty one, or the first words of its refusal. */
function meant(block: ClipboardBlock): readonly (readonly unknown[])[] {
  const decimal = decimalEvidence(block.rows.flat().map(({ text }) => text), block.decimal);
  return block.rows.map((row) =>
    row.map((cell) => {
      const read = readCell(cell, decimal);
      if (read.kind === 'number') return read.unit === null ? read.value : `${read.value} ${read.unit}`;
      return read.kind === 'empty' ? null : read.reason.en.split('.')[0];
    }),
  );
}

const noNumber = 'This is not a number';

describe('LibreOffice', () => {
  it('gives numbers in full where it shows them rounded, and names its errors', () => {
    expect(meant(captured('libreoffice-numbers')).slice(1)).toEqual([
      [noNumber, noNumber, 6250.4567, 5890.25, -1234.5],
      [noNumber, noNumber, '12.34567 percent', '50 percent', null],
      [noNumber, null, 'This is an error of the spreadsheet it comes from', null, 1234567.891],
    ]);
  });
  it('has months over its columns in three ways', () => {
    for (const [name, heads] of [
      ['libreoffice-numbers', [null, null, '2025-01', '2025-02', '2025-03']],
      ['libreoffice-dates', ['2025-01', '2025-02', '2025-03']],
      ['libreoffice-merged', ['2025-10', '2025-11', '2025-12', '2026-01']],
    ] as const) {
      expect(readHeadRow(captured(name).rows.map((row) => row.map(({ text }) => text)))?.heads, name).toEqual(heads);
    }
  });
  it('writes German numbers with a comma', () => {
    expect(meant(captured('libreoffice-german')).slice(1)).toEqual([
      [1234.5, 1234567, '12.5 percent'],
      [1.25, -0.5, 1000],
    ]);
  });
  it('keeps quotes as they are and full-width and Chinese numbers readable', () => {
    const block = captured('libreoffice-texts');
    expect(block.rows[0]?.map(({ text }) => text)).toEqual(['新能源汽车', 'He said "1,5"', 'two lines', 'tab inside']);
    expect(meant(block)[1]?.slice(2)).toEqual(['12345.6 percent', 50_000]);
  });
  it('is pasted by the months over its numbers', () => {
    const workbook = shippedWorkbook();
    const plan = planPaste(tableOf(workbook, 'monthly'), select('sectors/nev/rush', '2026-01'), captured('libreoffice-merged'), { workbook, scenario: 'base' });
    expect(plan.monthAware).toBe(true);
    expect(plan.changes).toEqual(['2025-10', '2025-11', '2025-12', '2026-01'].map((period, at) => ({ path: 'sectors/nev/rush', period, value: at + 1 })));
    expect(plan.refused).toEqual([]);
  });
});

describe('Excel', () => {
  it('is read by its text, not by its HTML that hides a wide number and loses an empty cell', () => {
    expect(meant(captured('excel-english')).slice(1)).toEqual([
      [noNumber, 6250, 12_345_678, -1235],
      [noNumber, '12.3 percent', null, '50 percent'],
    ]);
  });
  it('names its decimal separator, so that 1.234 is not taken for little more than one', () => {
    expect(meant(captured('excel-german'))).toEqual([
      [1234, 5678, 2.5],
      [-1000, 0.125, '12.5 percent'],
    ]);
  });
  it('puts spaces of several widths into French numbers', () => {
    expect(meant(captured('excel-french'))).toEqual([[1234.5, '12.5 percent']]);
  });
  it('puts cells with line breaks, tabs and quotes into quotes', () => {
    expect(captured('excel-quotes').rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['two\nlines', 'tab\tinside', 'He said "1,5"'],
      ['"A', '"B', '3'],
    ]);
  });
});
